package content

import "slices"

// wands hold a few charges, and no more when those are gone.
var wands = []Item{
	{Key: "wand_sparks", Name: "wand of sparks", Plural: "wands of sparks", Class: Wand, Glyph: '\\', Colour: "gold", Picture: "item_wand", Sound: "zap_spark",
		Text:  "A bright, hard spark at the first thing in the way.",
		Depth: 1, Weight: 8, Value: 12, Speed: 4, Range: 8, Charges: 6, Unknown: true, Effects: []Effect{{Kind: Strike, Power: 8}}},
	{Key: "wand_lightning", Name: "wand of lightning", Plural: "wands of lightning", Class: Wand, Glyph: '\\', Colour: "crystal", Picture: "item_wand", Sound: "zap_lightning",
		Text:  "It goes through everything in a line. Line them up.",
		Depth: 4, Weight: 5, Value: 22, Speed: 4, Range: 9, Charges: 5, Unknown: true, Effects: []Effect{{Kind: Ray, Power: 14}}},
	{Key: "wand_fire", Name: "wand of fire", Plural: "wands of fire", Class: Wand, Glyph: '\\', Colour: "fire", Picture: "item_wand", Sound: "zap_fire",
		Text:  "Starts a fire where it lands. Fires do not stop where they started.",
		Depth: 2, Weight: 6, Value: 14, Speed: 4, Range: 7, Charges: 5, Unknown: true, Effects: []Effect{{Kind: Strike, Power: 4}, {Kind: Gas, Cloud: Fire, Power: 10}}},
	{Key: "wand_frost", Name: "wand of frost", Plural: "wands of frost", Class: Wand, Glyph: '\\', Colour: "ice", Picture: "item_wand", Sound: "zap_ice",
		Text:  "Freezes the first in the way. The next hit on it counts double.",
		Depth: 3, Weight: 6, Value: 16, Speed: 4, Range: 7, Charges: 5, Unknown: true, Effects: []Effect{{Kind: Inflict, Status: Frozen, Ticks: 40}}},
	{Key: "wand_slumber", Name: "wand of slumber", Plural: "wands of slumber", Class: Wand, Glyph: '\\', Colour: "dusk", Picture: "item_wand", Sound: "zap_soft",
		Text:  "The first in the way falls asleep. Daggers were made for what comes next.",
		Depth: 1, Weight: 6, Value: 12, Speed: 4, Range: 7, Charges: 5, Unknown: true, Effects: []Effect{{Kind: Inflict, Status: Asleep, Ticks: 120}}},
	{Key: "wand_lead", Name: "wand of lead", Plural: "wands of lead", Class: Wand, Glyph: '\\', Colour: "slate", Picture: "item_wand", Sound: "zap_soft",
		Text:  "Makes the first in the way slow and weak for a while.",
		Depth: 1, Weight: 6, Value: 10, Speed: 4, Range: 7, Charges: 6, Unknown: true,
		Effects: []Effect{{Kind: Inflict, Status: Slowed, Ticks: 120}, {Kind: Inflict, Status: Weakened, Ticks: 120}}},
	{Key: "wand_bullseyes", Name: "wand of bullseyes", Plural: "wands of bullseyes", Class: Wand, Glyph: '\\', Colour: "blood", Picture: "item_wand", Sound: "zap_soft",
		Text:  "Marks the first in the way: all that hits it hurts half as much again. Best with friends.",
		Depth: 2, Weight: 5, Value: 12, Speed: 3, Range: 9, Charges: 6, Unknown: true, Effects: []Effect{{Kind: Inflict, Status: Marked, Ticks: 200}}},
	{Key: "wand_digging", Name: "wand of digging", Plural: "wands of digging", Class: Wand, Glyph: '\\', Colour: "earth", Picture: "item_wand", Sound: "zap_dig",
		Text:  "Makes a tunnel, quieter than a pickaxe and much quicker.",
		Depth: 1, Weight: 6, Value: 10, Speed: 4, Range: 8, Charges: 5, Unknown: true, Effects: []Effect{{Kind: DigWall, Power: 6}}},
	{Key: "wand_shoving", Name: "wand of shoving", Plural: "wands of shoving", Class: Wand, Glyph: '\\', Colour: "sky", Picture: "item_wand", Sound: "zap_push",
		Text:  "Throws the first in the way back by some fields. Chasms and lava make it a weapon.",
		Depth: 1, Weight: 6, Value: 10, Speed: 3, Range: 6, Charges: 7, Unknown: true, Effects: []Effect{{Kind: Push, Power: 4}}},
	{Key: "wand_trading", Name: "wand of trading places", Plural: "wands of trading places", Class: Wand, Glyph: '\\', Colour: "violet", Picture: "item_wand", Sound: "zap_swap",
		Text:  "You are there and it is here. Works on friends in trouble as well.",
		Depth: 2, Weight: 5, Value: 10, Speed: 3, Range: 8, Charges: 6, Unknown: true, Effects: []Effect{{Kind: Swap}}},
	{Key: "wand_friendship", Name: "wand of friendship", Plural: "wands of friendship", Class: Wand, Glyph: '\\', Colour: "rose", Picture: "item_wand", Sound: "zap_charm",
		Text:  "The first in the way fights for you, for as long as it takes to notice.",
		Depth: 3, Weight: 4, Value: 20, Speed: 4, Range: 7, Charges: 3, Unknown: true, Effects: []Effect{{Kind: Charm, Ticks: 400}}},
	{Key: "wand_changes", Name: "wand of changes", Plural: "wands of changes", Class: Wand, Glyph: '\\', Colour: "glow", Picture: "item_wand", Sound: "zap_change",
		Text:  "The first in the way becomes something else. On average that is neither better nor worse.",
		Depth: 3, Weight: 4, Value: 12, Speed: 4, Range: 7, Charges: 4, Unknown: true, Effects: []Effect{{Kind: Polymorph}}},
	{Key: "wand_far", Name: "wand of farewell", Plural: "wands of farewell", Class: Wand, Glyph: '\\', Colour: "white", Picture: "item_wand", Sound: "zap_swap",
		Text:  "Sends the first in the way somewhere else on the level. It will be back, later and cross.",
		Depth: 3, Weight: 5, Value: 14, Speed: 4, Range: 7, Charges: 4, Unknown: true, Effects: []Effect{{Kind: Teleport}}},
}

// staffs gain their charges back, one at a time.
var staffs = []Item{
	{Key: "staff_embers", Name: "staff of embers", Plural: "staffs of embers", Class: Staff, Glyph: '\\', Colour: "flame", Picture: "item_staff_embers", Sound: "zap_fire",
		Text:  "Throws embers that hit what they hit, and never set alight the grass under it.",
		Depth: 1, Weight: 3, Value: 16, Speed: 4, Range: 7, Charges: 4, Refill: 60, Effects: []Effect{{Kind: Strike, Power: 5}}},
	{Key: "staff_hands", Name: "staff of kind hands", Plural: "staffs of kind hands", Class: Staff, Glyph: '\\', Colour: "rose", Picture: "item_staff_hands", Sound: "zap_charm",
		Text:  "Heals the friend that it points at. Pointed at a foe, it heals that too.",
		Depth: 2, Weight: 4, Value: 22, Speed: 4, Range: 6, Charges: 3, Refill: 200, Unknown: true, Effects: []Effect{{Kind: Heal, Power: 8}}},
	{Key: "staff_beckoning", Name: "staff of beckoning", Plural: "staffs of beckoning", Class: Staff, Glyph: '\\', Colour: "violet", Picture: "item_staff_beckoning", Sound: "zap_push",
		Text:  "Pulls the first in the way towards you. Archers do not see it coming; friends in trouble hope for it.",
		Depth: 2, Weight: 4, Value: 16, Speed: 3, Range: 8, Charges: 3, Refill: 90, Unknown: true, Effects: []Effect{{Kind: Pull, Power: 8}}},
	{Key: "staff_strides", Name: "staff of strides", Plural: "staffs of strides", Class: Staff, Glyph: '\\', Colour: "sky", Picture: "item_staff_strides", Sound: "zap_swap",
		Text:  "Takes you to where you point, as far as nothing is in the way.",
		Depth: 3, Weight: 4, Value: 18, Speed: 3, Range: 8, Charges: 2, Refill: 150, Unknown: true, Effects: []Effect{{Kind: Blink}}},
	{Key: "staff_sprites", Name: "staff of sprites", Plural: "staffs of sprites", Class: Staff, Glyph: '\\', Colour: "gold", Picture: "item_staff_sprites", Sound: "zap_charm",
		Text:  "Shakes a spark loose that fights for you until it burns out.",
		Depth: 4, Weight: 3, Value: 26, Speed: 5, Range: 6, Charges: 2, Refill: 300, Unknown: true, Effects: []Effect{{Kind: Summon, Foe: "ember_sprite", Ticks: 250}}},
	{Key: "staff_owls", Name: "staff of owls", Plural: "staffs of owls", Class: Staff, Glyph: '\\', Colour: "holy", Picture: "item_staff_owls", Sound: "zap_charm",
		Text:  "Calls an owl with a lamp. It sees what you do not.",
		Depth: 6, Weight: 3, Value: 30, Speed: 5, Range: 6, Charges: 2, Refill: 350, Unknown: true, Effects: []Effect{{Kind: Summon, Foe: "lantern_owl", Ticks: 350}}},
	{Key: "staff_storms", Name: "staff of storms", Plural: "staffs of storms", Class: Staff, Glyph: '\\', Colour: "crystal", Picture: "item_staff_storms", Sound: "zap_lightning",
		Text:  "Weather, in a line, from your hand to the far wall.",
		Depth: 7, Weight: 3, Value: 36, Speed: 5, Range: 9, Charges: 3, Refill: 110, Unknown: true, Effects: []Effect{{Kind: Ray, Power: 12}}},
}

// runestones make something that is carried special, and are used up by it.
var runestones = []Item{
	runestone("embers", "flame", 3, 3, 26),
	runestone("rime", "ice", 3, 3, 24),
	runestone("noon", "holy", 3, 3, 22),
	runestone("the_leech", "blood", 6, 2, 34),
	runestone("the_wheel", "copper", 4, 3, 24),
	runestone("the_long_arm", "wood", 2, 3, 20),
	runestone("the_gate", "iron", 2, 3, 20),
	runestone("the_hammer", "slate", 2, 3, 20),
	runestone("the_edge", "silver", 2, 4, 22),
	runestone("brambles", "leaf", 2, 3, 20),
	runestone("the_hearth", "rose", 4, 2, 30),
	runestone("the_hill", "stone", 3, 4, 22),
	runestone("soft_steps", "dusk", 2, 3, 18),
	runestone("the_kettle", "bread", 1, 3, 10),
}

// runestone returns the row of the stone that bears the rune with that key.
func runestone(rune, colour string, depth, weight, value int) Item {
	i := slices.IndexFunc(Runes, func(r RuneRow) bool { return r.Key == rune })
	return Item{
		Key: "runestone_" + rune, Name: "runestone " + Runes[i].Name, Plural: "runestones " + Runes[i].Name,
		Text:  "Pressed against what it fits, it leaves its sign there and turns to sand. " + Runes[i].Text,
		Class: Rune, Glyph: '◊', Colour: colour, Picture: "item_runestone", Sound: "etch",
		Depth: depth, Weight: weight, Value: value, Stack: 5, Speed: 6,
		Effects: []Effect{{Kind: Etch, Rune: rune}},
	}
}
