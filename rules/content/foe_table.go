package content

import "slices"

// Foes are the rows of the kinds of foes, in the order of the depth at which
// one first meets them; then those that only a vault, a boss or a summoner puts
// on a level.
var Foes = slices.Concat(shallowFoes, middleFoes, deepFoes, lowestFoes, bosses, calledFoes)

// undying is what does not bother the dead.
var undying = []StatusKind{Poisoned, Asleep, Feared, Blind}

// Shots are the rows of what flies.
var Shots = []Shot{
	{Key: "stone", Name: "stone", Glyph: '*', Picture: "shot_stone", Sound: "shot_sling"},
	{Key: "arrow", Name: "arrow", Glyph: '-', Picture: "shot_arrow", Sound: "shot_bow"},
	{Key: "bolt", Name: "bolt", Glyph: '-', Picture: "shot_bolt", Sound: "shot_crossbow"},
	{Key: "dart", Name: "dart", Glyph: '-', Picture: "shot_dart", Sound: "shot_blowpipe"},
	{Key: "blade", Name: "blade", Glyph: '/', Picture: "shot_blade", Sound: "shot_throw"},
	{Key: "flask", Name: "flask", Glyph: '!', Picture: "shot_flask", Sound: "shot_throw"},
	{Key: "spit", Name: "spit", Glyph: '*', Picture: "shot_spit", Sound: "shot_spit", Status: Blind, Ticks: 40},
	{Key: "icicle", Name: "icicle", Glyph: '*', Picture: "shot_icicle", Sound: "shot_ice", Status: Slowed, Ticks: 40},
	{Key: "firebolt", Name: "bolt of fire", Glyph: '*', Picture: "shot_firebolt", Sound: "shot_fire", Status: Burning, Ticks: 20},
	{Key: "ember", Name: "ember", Glyph: '*', Picture: "shot_ember", Sound: "shot_fire", Cloud: Fire, Amount: 4},
	{Key: "web", Name: "web", Glyph: '%', Picture: "shot_web", Sound: "shot_web", Status: Stuck, Ticks: 30},
	{Key: "spark", Name: "spark", Glyph: '*', Picture: "shot_spark", Sound: "shot_spark"},
	{Key: "gloom", Name: "bolt of gloom", Glyph: '*', Picture: "shot_gloom", Sound: "shot_gloom", Status: Weakened, Ticks: 50},
	{Key: "magic", Name: "glimmer", Glyph: '*', Picture: "shot_magic", Sound: "shot_magic"},
}
