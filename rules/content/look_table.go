package content

// Look is what an unknown potion, scroll, wand or staff seems to be. Each world
// deals the looks of a class to its kinds anew.
type Look struct {
	Name    string // "cloudy potion"
	Plural  string
	Colour  string // a name of Colours
	Picture string
}

// look makes the looks of one class from the words and colours that tell them
// apart.
func look(format, plural, picture string, pairs ...string) []Look {
	var looks []Look
	for i := 0; i+1 < len(pairs); i += 2 {
		looks = append(looks, Look{
			Name: pairs[i] + format, Plural: pairs[i] + plural, Colour: pairs[i+1], Picture: picture + "_" + pairs[i+1],
		})
	}
	return looks
}

// label makes the looks of scrolls from what is written on them.
func label(words ...string) []Look {
	var looks []Look
	for _, w := range words {
		looks = append(looks, Look{
			Name: "scroll labelled " + w, Plural: "scrolls labelled " + w, Colour: "bone", Picture: "item_scroll_unknown",
		})
	}
	return looks
}

// Looks are the looks of the classes whose kinds must be found out, at least as
// many as there are such kinds; other classes have none.
var Looks = [classes][]Look{
	Potion: look(" potion", " potions", "item_potion",
		"red", "blood", "amber", "gold", "cloudy", "bone", "milky", "white", "black", "black", "green", "leaf",
		"sour green", "venom", "blue", "water", "midnight", "deep", "pale blue", "sky", "icy", "ice", "violet", "violet",
		"murky", "dusk", "pink", "rose", "rusty", "rust", "brown", "wood", "muddy", "earth", "grey", "ash", "silvery", "silver",
		"coppery", "copper", "glowing", "glow", "mossy", "moss", "fizzing", "crystal", "steaming", "flame", "oily", "slate", "golden", "holy",
		"sandy", "sand", "grassy", "grass", "thick red", "heart"),
	Scroll: label("VEL OMU", "TARIN", "OSK", "NIMUE DA", "KARRUM", "ELI ELI", "PHOT", "SUBARA", "GENNO", "WIR HALT", "ABRAS", "TOLLE",
		"MUNDIN", "ZEPH", "ORO ORO", "YSTRAD", "LACUN", "BETHAR", "QUOD NON", "HALDE", "IRMIN", "NOX ET", "PELLU", "RHA", "CINDRE", "UMBO"),
	Wand: look(" wand", " wands", "item_wand",
		"ash", "ash", "birch", "bone", "copper", "copper", "crystal", "crystal", "ebony", "black", "ivory", "white", "iron", "iron",
		"jade", "leaf", "oak", "wood", "silver", "silver", "glass", "sky", "willow", "moss", "yew", "rust", "coral", "rose",
		"amber", "gold", "slate", "slate"),
	Staff: look(" staff", " staffs", "item_staff",
		"gnarled", "wood", "straight", "sand", "charred", "black", "pale", "bone", "knotted", "rust", "carved", "copper", "mossy", "moss",
		"banded", "iron", "twisted", "earth"),
}

// UnknownKey returns the key that stands for an unknown thing of a class, such
// as "unknown_potion".
func (c Class) UnknownKey() string { return "unknown_" + c.String() }
