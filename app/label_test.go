package app

import (
	"cmp"
	"image"
	"image/color"
	"slices"
	"testing"

	"laneya/geom"
	"laneya/render"
	"laneya/ui"
)

// Heroes on fields of 48 pixels, of whom the one in the middle is asked about.
func TestPlaceLabel(t *testing.T) {
	const cell = 48
	size := image.Pt(80, 16)
	for name, c := range map[string]struct {
		others      []geom.Pos // from the one in the middle
		own         bool
		below, free bool
	}{
		"alone":                   {nil, false, false, true},
		"beside":                  {[]geom.Pos{{X: -1}, {X: 1}}, false, false, true},
		"one north":               {[]geom.Pos{{Y: -1}}, false, true, true},
		"north-east":              {[]geom.Pos{{X: 1, Y: -1}}, false, true, true},
		"two north":               {[]geom.Pos{{Y: -2}}, false, false, true},
		"one south":               {[]geom.Pos{{Y: 1}}, false, false, true},
		"between":                 {[]geom.Pos{{Y: -1}, {Y: 1}}, false, false, false},
		"a crowd far off":         {[]geom.Pos{{Y: -5}, {X: 4, Y: -1}, {X: 4, Y: 1}, {Y: 5}}, false, false, true},
		"one's own":               {[]geom.Pos{{Y: -1}}, true, false, true},
		"one's own in the middle": {[]geom.Pos{{Y: -1}, {Y: 1}}, true, false, true},
	} {
		labels := []render.Label{{X: 500, Y: 500, Own: c.own}}
		for _, o := range c.others {
			labels = append(labels, render.Label{X: float64(500 + o.X*cell), Y: float64(500 + o.Y*cell)})
		}
		slices.SortStableFunc(labels, func(a, b render.Label) int { return cmp.Compare(a.Y, b.Y) })
		i := slices.IndexFunc(labels, func(l render.Label) bool { return l.X == 500 && l.Y == 500 })
		want := image.Pt(460, 484)
		if c.below {
			want.Y = 500 + cell
		}
		if at, free := placeLabel(labels, i, size, cell); at != want || free != c.free {
			t.Errorf("%s: at %v, free %v; want %v", name, at, free, want)
		}
	}
}

// A friend's name has the colour that the list of the party shows.
func TestNamesHaveTheColoursOfTheParty(t *testing.T) {
	p := caves(t).g.top().(*play)
	for l, want := range map[render.Label]color.RGBA{
		{Text: "ben"}:               {200, 40, 40, 255},
		{Text: "anna", Own: true}:   {200, 40, 40, 255},
		{Text: "ben", Asleep: true}: ui.Muted,
		{Text: "stranger"}:          ui.Cream,
	} {
		if got := p.nameInk(&l); got != want {
			t.Errorf("%+v is written in %v, want %v", l, got, want)
		}
	}
}
