package settings

import "slices"

// Colours says for whose eyes colours are chosen.
type Colours string

// The ways of seeing.
const (
	UsualColours  Colours = "usual"
	ProtanColours Colours = "protan" // without red
	DeutanColours Colours = "deutan" // without green
	TritanColours Colours = "tritan" // without blue
)

// Quality says how much is drawn of what isn't needed.
type Quality string

// The qualities.
const (
	AutomaticQuality Quality = "automatic" // what the machine can do
	HighQuality      Quality = "high"
	MediumQuality    Quality = "medium"
	LowQuality       Quality = "low"
)

// known returns v if it is one of all, else the first of them.
func known[T comparable](v T, all ...T) T {
	if slices.Contains(all, v) {
		return v
	}
	return all[0]
}
