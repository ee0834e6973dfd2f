package content

// Clouds are the rows of the kinds of clouds; the first stands for clear air.
var Clouds = [cloudKinds]Cloud{
	NoCloud: {Key: "none", Name: "clear air", Code: ' ', Glyph: ' ', Colour: "white",
		Text: "Nothing hangs here."},
	Fire: {Key: "fire", Name: "fire", Code: 'f', Glyph: '^', Colour: "flame", Picture: "cloud_fire", Fades: 12, Light: 4, Tint: "flame",
		Text: "It sets alight whoever stands in it, eats grass, boards and webs, and lights up what is near. Water ends it."},
	PoisonGas: {Key: "poison_gas", Name: "poison gas", Code: 'p', Glyph: '°', Colour: "venom", Picture: "cloud_poison_gas", Spreads: true, Fades: 2,
		Text: "A green haze that sinks into the lungs. It thins as it spreads: let it out of a room, or close the door on it."},
	MarshGas: {Key: "marsh_gas", Name: "marsh gas", Code: 'm', Glyph: '°', Colour: "sand", Picture: "cloud_marsh_gas", Spreads: true, Fades: 1,
		Text: "It smells of old water and does no harm, until a flame reaches it. Then all of it goes off at once."},
	Smoke: {Key: "smoke", Name: "smoke", Code: 's', Glyph: '▒', Colour: "ash", Picture: "cloud_smoke", Opaque: true, Spreads: true, Fades: 4,
		Text: "Too thick to see through, from either side."},
	Frost: {Key: "frost", Name: "frost", Code: 'c', Glyph: '*', Colour: "ice", Picture: "cloud_frost", Spreads: true, Fades: 10,
		Text: "Air cold enough to stop a heart for a moment. Whoever stands in it freezes, and what is frozen can be shattered."},
	Steam: {Key: "steam", Name: "steam", Code: 'w', Glyph: '▒', Colour: "white", Picture: "cloud_steam", Opaque: true, Spreads: true, Fades: 8,
		Text: "What fire and water make together. It hides everything and scalds a little."},
	Spores: {Key: "spores", Name: "spores", Code: 'o', Glyph: '°', Colour: "violet", Picture: "cloud_spores", Spreads: true, Fades: 3,
		Text: "Dust from a cap that was stepped on. Whoever breathes it goes astray every other step."},
	HealingMist: {Key: "healing_mist", Name: "healing mist", Code: 'h', Glyph: '°', Colour: "rose", Picture: "cloud_healing_mist", Spreads: true, Fades: 4, Light: 1, Tint: "rose",
		Text: "Warm, and good for whoever stands in it, friend or foe alike."},
}
