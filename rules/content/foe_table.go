package content

import "slices"

// Foes are the rows of the kinds of foes, in the order of the depth at which
// one first meets them; then those that only a vault, a boss or a summoner puts
// on a level.
var Foes = slices.Concat(shallowFoes, middleFoes, deepFoes, lowestFoes, bosses, calledFoes)

// undying is what does not bother the dead.
var undying = []StatusKind{Poisoned, Asleep, Feared, Blind}

// Shots are the rows of what foes shoot, throw and spit.
var Shots = []Shot{
	{Key: "stone", Name: "stone", Glyph: '*', Picture: "shot_stone", Sound: "shot_sling"},
	{Key: "arrow", Name: "arrow", Glyph: '-', Picture: "shot_arrow", Sound: "shot_bow"},
	{Key: "bolt", Name: "bolt", Glyph: '-', Picture: "shot_bolt", Sound: "shot_crossbow"},
	{Key: "spit", Name: "spit", Glyph: '*', Picture: "shot_spit", Sound: "shot_spit", Status: Blind, Ticks: 40},
	{Key: "icicle", Name: "icicle", Glyph: '*', Picture: "shot_icicle", Sound: "shot_ice", Status: Slowed, Ticks: 40},
	{Key: "firebolt", Name: "bolt of fire", Glyph: '*', Picture: "shot_firebolt", Sound: "shot_fire", Status: Burning, Ticks: 20},
	{Key: "web", Name: "web", Glyph: '%', Picture: "shot_web", Sound: "shot_web", Status: Stuck, Ticks: 30},
}
