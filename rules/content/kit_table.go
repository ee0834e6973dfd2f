package content

// Kits are the rows of the kits. Each can see a hero through the first two
// depths alone, with care; together they cover what each lacks.
var Kits = [kits]Kit{
	Warden: {Key: "warden", Name: "Warden", Picture: "hero_warden", Health: 34, Stealth: 120,
		Text: "Stands in the doorway so that others need not. Most health, a shield, and a weapon that makes foes lose their turn.",
		Gift: "Her shield and her health let her hold a corridor alone.",
		Items: []KitItem{
			{Item: "club", Count: 1, Worn: true}, {Item: "buckler", Count: 1, Worn: true}, {Item: "leather_coat", Count: 1, Worn: true},
			{Item: "torch", Count: 2, Worn: true}, {Item: "bandage", Count: 3}, {Item: "bread", Count: 2}, {Item: "javelin", Count: 2},
		}},
	Ranger: {Key: "ranger", Name: "Ranger", Picture: "hero_ranger", Health: 28, Stealth: 80,
		Text: "Ends fights before they arrive. A bow, arrows to waste, and a blade for when that was not enough.",
		Gift: "She sees them first and hits them from where they cannot hit back.",
		Items: []KitItem{
			{Item: "hatchet", Count: 1, Worn: true}, {Item: "short_bow", Count: 1, Worn: true}, {Item: "arrow", Count: 30},
			{Item: "leather_coat", Count: 1, Worn: true}, {Item: "torch", Count: 2, Worn: true}, {Item: "bandage", Count: 2},
			{Item: "dried_meat", Count: 2}, {Item: "rope", Count: 1},
		}},
	Arcanist: {Key: "arcanist", Name: "Arcanist", Picture: "hero_arcanist", Health: 24, Stealth: 100,
		Text: "Least health, most answers. Her staff of embers refills by itself, and her staff in the other sense keeps teeth away.",
		Gift: "Her embers never run out for long, and she knows scrolls of naming when she sees them.",
		Items: []KitItem{
			{Item: "quarterstaff", Count: 1, Worn: true}, {Item: "staff_embers", Count: 1}, {Item: "travel_cloak", Count: 1, Worn: true},
			{Item: "lantern", Count: 1, Worn: true}, {Item: "scroll_step", Count: 2}, {Item: "scroll_naming", Count: 2},
			{Item: "wand_slumber", Count: 1}, {Item: "bandage", Count: 2}, {Item: "bread", Count: 1},
		}},
	Rogue: {Key: "rogue", Name: "Rogue", Picture: "hero_rogue", Health: 26, Stealth: 50,
		Text: "Half as loud as anybody else. What sleeps or has not noticed her takes three times the damage, once.",
		Gift: "She makes half the noise of others, and her dagger makes use of it.",
		Items: []KitItem{
			{Item: "dagger", Count: 1, Worn: true}, {Item: "leather_coat", Count: 1, Worn: true}, {Item: "throwing_knife", Count: 6},
			{Item: "rush_light", Count: 4, Worn: true}, {Item: "torch", Count: 1}, {Item: "smoke_pot", Count: 2}, {Item: "rattle", Count: 1},
			{Item: "bandage", Count: 2}, {Item: "dried_meat", Count: 2},
		}},
}
