package content

// provisions are eaten or laid on wounds.
var provisions = []Item{
	{Key: "bread", Name: "loaf of bread", Plural: "loaves of bread", Class: Food, Glyph: '%', Colour: "bread", Picture: "item_bread", Sound: "eat",
		Text:  "Hard enough to have survived the way here. Fills for a long while.",
		Depth: 1, Weight: 7, Value: 2, Stack: 10, Speed: 10, Effects: []Effect{{Kind: Feed, Power: 9000}}},
	{Key: "dried_meat", Name: "strip of dried meat", Plural: "strips of dried meat", Class: Food, Glyph: '%', Colour: "rust", Picture: "item_dried_meat", Sound: "eat",
		Text:  "Of what, the seller would not say. Quick to eat.",
		Depth: 1, Weight: 7, Value: 2, Stack: 10, Speed: 5, Effects: []Effect{{Kind: Feed, Power: 6000}}},
	{Key: "honey_cake", Name: "honey cake", Class: Food, Glyph: '%', Colour: "gold", Picture: "item_honey_cake", Sound: "eat",
		Text:  "Somebody baked this for somebody. Fills, and does a little good besides.",
		Depth: 2, Weight: 4, Value: 5, Stack: 10, Speed: 5, Effects: []Effect{{Kind: Feed, Power: 7000}, {Kind: Inflict, Status: Regenerating, Ticks: 80, Power: 1}}},
	{Key: "cave_pear", Name: "cave pear", Class: Food, Glyph: '%', Colour: "glow", Picture: "item_cave_pear", Sound: "eat",
		Text:  "It grows where there is no light and makes some of its own. So will you, for a while.",
		Depth: 3, Weight: 4, Value: 4, Stack: 10, Speed: 3, Effects: []Effect{{Kind: Feed, Power: 4000}, {Kind: Heal, Power: 4}, {Kind: Inflict, Status: Lit, Ticks: 300}}},
	{Key: "bandage", Name: "bandage", Class: Herb, Glyph: '"', Colour: "white", Picture: "item_bandage", Sound: "bandage",
		Text:  "Clean linen and a steady hand. It takes a while, so it is for after the fight.",
		Depth: 1, Weight: 12, Value: 4, Stack: 10, Speed: 15, Effects: []Effect{{Kind: Heal, Power: 8}}},
	{Key: "revival_herb", Name: "sprig of lifewort", Plural: "sprigs of lifewort", Class: Herb, Glyph: '"', Colour: "leaf", Picture: "item_revival_herb", Sound: "revive",
		Text:  "Held out to a friend's wisp, up to three fields away, it brings her back with half of her health. It does nothing for the living.",
		Depth: 1, Weight: 5, Value: 15, Stack: 5, Speed: 10, Effects: []Effect{{Kind: Revive, Power: 50}}},
}

// bombs do what they do where they land.
var bombs = []Item{
	{Key: "blast_bomb", Name: "blast bomb", Class: Bomb, Glyph: '•', Colour: "slate", Picture: "item_blast_bomb", Sound: "blast",
		Text:  "Iron, powder, and a fuse that is shorter than one would like. Two fields is not far enough.",
		Depth: 2, Weight: 6, Value: 9, Stack: 5, Speed: 4, Range: 6, Breaks: 100, Noise: 40, Effects: []Effect{{Kind: Explode, Power: 14, Radius: 2}}},
	{Key: "oil_flask", Name: "flask of oil", Plural: "flasks of oil", Class: Bomb, Glyph: '•', Colour: "flame", Picture: "item_oil_flask", Sound: "glass_fire",
		Text:  "A rag in the neck makes it a weapon. Do not throw it at your own feet, or at grass with a friend in it.",
		Depth: 1, Weight: 8, Value: 4, Stack: 10, Speed: 4, Range: 6, Breaks: 100, Effects: []Effect{{Kind: Gas, Cloud: Fire, Power: 9}}},
	{Key: "frost_bomb", Name: "frost bomb", Class: Bomb, Glyph: '•', Colour: "ice", Picture: "item_frost_bomb", Sound: "glass_ice",
		Text:  "A glass ball with winter in it.",
		Depth: 4, Weight: 4, Value: 9, Stack: 5, Speed: 4, Range: 6, Breaks: 100, Effects: []Effect{{Kind: Gas, Cloud: Frost, Power: 18}}},
	{Key: "smoke_pot", Name: "smoke pot", Class: Bomb, Glyph: '•', Colour: "ash", Picture: "item_smoke_pot", Sound: "glass_gas",
		Text:  "For leaving without being seen to.",
		Depth: 1, Weight: 5, Value: 4, Stack: 5, Speed: 4, Range: 6, Breaks: 100, Effects: []Effect{{Kind: Gas, Cloud: Smoke, Power: 40}}},
	{Key: "marsh_jar", Name: "jar of marsh gas", Plural: "jars of marsh gas", Class: Bomb, Glyph: '•', Colour: "sand", Picture: "item_marsh_jar", Sound: "glass_gas",
		Text:  "Half of a very good idea. The other half is a flame.",
		Depth: 3, Weight: 4, Value: 6, Stack: 5, Speed: 4, Range: 6, Breaks: 100, Effects: []Effect{{Kind: Gas, Cloud: MarshGas, Power: 40}}},
	{Key: "rattle", Name: "clay rattle", Class: Bomb, Glyph: '•', Colour: "copper", Picture: "item_rattle", Sound: "alarm",
		Text:  "Breaks with the noise of a whole party. Everything near goes to look where it landed.",
		Depth: 1, Weight: 5, Value: 3, Stack: 5, Speed: 3, Range: 9, Breaks: 100, Noise: 25, Effects: []Effect{{Kind: Alarm, Power: 25}}},
}

// tools open ways, and the rest is here because it is carried.
var tools = []Item{
	{Key: "key", Name: "iron key", Class: Key, Glyph: '¬', Colour: "gold", Picture: "item_key", Sound: "unlock",
		Text:  "A number is cut into the bow. Somewhere on this level is a door with the same one.",
		Depth: 1, Value: 0},
	{Key: "rope", Name: "rope", Class: Rope, Glyph: '&', Colour: "sand", Picture: "item_rope", Sound: "rope",
		Text:  "Down a chasm without the landing. It stays behind, so it takes one for each of you.",
		Depth: 1, Weight: 5, Value: 5, Stack: 5, Speed: 6, Effects: []Effect{{Kind: MakeRope}}},
	{Key: "corpse", Name: "corpse", Class: Corpse, Glyph: '%', Colour: "blood", Picture: "item_corpse",
		Text:  "Somebody down here will want it.",
		Depth: 1, Value: 0},
}

// treasures are for altars: each has its price in blessings.
var treasures = []Item{
	{Key: "old_coins", Name: "handful of old coins", Plural: "handfuls of old coins", Class: Treasure, Glyph: '$', Colour: "copper", Picture: "item_old_coins",
		Text:  "The face on them has been rubbed away by thumbs. Not even an altar gives anything for a handful.",
		Depth: 1, Last: 5, Weight: 7, Value: 3, Stack: 20},
	{Key: "silver_cup", Name: "silver cup", Class: Treasure, Glyph: '$', Colour: "silver", Picture: "item_silver_cup",
		Text:  "Dented by a tooth. Altars have a soft spot for cups.",
		Depth: 2, Last: 8, Weight: 6, Value: 6, Stack: 5},
	{Key: "cut_gem", Name: "cut gem", Class: Treasure, Glyph: '$', Colour: "crystal", Picture: "item_cut_gem",
		Text:  "It holds a light that is not in the room.",
		Depth: 4, Weight: 5, Value: 10, Stack: 5},
	{Key: "gold_mask", Name: "gold mask", Class: Treasure, Glyph: '$', Colour: "gold", Picture: "item_gold_mask",
		Text:  "Made for a face wider than yours. It seems to listen.",
		Depth: 6, Weight: 4, Value: 16},
	{Key: "sunken_crown", Name: "sunken crown", Class: Treasure, Glyph: '$', Colour: "holy", Picture: "item_sunken_crown",
		Text:  "Nobody is left who knew the name of the kingdom. Altars do.",
		Depth: 8, Weight: 3, Value: 25},
	{Key: "heart", Name: "Heart", Class: HeartClass, Glyph: '♥', Colour: "heart", Picture: "item_heart", Sound: "heart",
		Text:  "Warm, heavy, and beating. Shared by those who stand together, it ends the search for all of them.",
		Depth: 10, Value: 0, Light: 6, Tint: "heart"},
}
