package render

import (
	"image"
	"image/color"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
	"laneya/sprites"
)

// feature is what a field shows on top of bare floor or wall.
type feature struct {
	art   sprites.ID // drawn on the floor or wall
	drawn bool       // there is such a one
	glyph rune       // where there is none; 0 for nothing
	ink   rgb
	wash  rgb     // a colour over the floor
	depth float32 // of that, 0 for none to 1
	// boards is whether the wash is laid in planks.
	boards bool
}

// washes are the pictures of terrain that cover their whole field, by how much of
// the floor they hide.
var washes = map[string]float32{
	"terrain_shallow_water": 0.45, "terrain_deep_water": 0.85, "terrain_lava": 0.9, "terrain_chasm": 0.95,
	"terrain_grass": 0.3, "terrain_tall_grass": 0.5, "terrain_moss": 0.3, "terrain_mushrooms": 0.2,
	"terrain_mud": 0.5, "terrain_ash": 0.35, "terrain_planks": 0.8, "terrain_bridge": 0.9,
}

// base returns what a terrain is drawn on: wall, floor or nothing known.
func base(c *client.Content, t client.Terrain) client.Terrain {
	switch t {
	case client.Unknown, client.Wall, client.Floor:
		return t
	}
	r := c.Terrain(t)
	if r == nil {
		return client.Unknown
	}
	switch r.Picture {
	case "terrain_torch", "terrain_lever", "terrain_lever_pulled":
		return client.Wall
	}
	return client.Floor
}

// featureOf returns what a field of that terrain shows.
func featureOf(c *client.Content, t client.Terrain) (f feature) {
	if t == client.Unknown || t == client.Wall || t == client.Floor {
		return f
	}
	r := c.Terrain(t)
	if r == nil {
		return f
	}
	ink := inkOf(c, r.Colour)
	if depth, ok := washes[r.Picture]; ok {
		f.wash, f.depth, f.boards = ink, depth, r.Picture == "terrain_planks" || r.Picture == "terrain_bridge"
		if r.Picture == "terrain_chasm" {
			f.wash = rgb{0.02, 0.02, 0.05}
		}
	}
	if f.art, f.drawn = sprites.ByKey(r.Picture); f.drawn {
		if f.boards {
			f.boards, f.depth = false, 0 // they cover their field
		}
		return f
	}
	switch r.Picture {
	case "terrain_torch":
		f.glyph, f.ink = '*', ink
	case "terrain_chasm", "terrain_planks":
	default:
		f.glyph, f.ink = firstRune(r.Glyph), ink
		if f.depth > 0 {
			// Water and grass are known by their colour; the character is a
			// texture on it.
			f.ink = rgb{min(ink.r*1.35+0.06, 1), min(ink.g*1.35+0.06, 1), min(ink.b*1.35+0.06, 1)}
		}
	}
	return f
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return '?'
}

// inkOf returns a colour of the content, grey where it isn't known.
func inkOf(c *client.Content, key string) rgb {
	if r := c.Row(protocol.TableColours, key); r != nil && len(r.RGB) == 3 {
		return rgbOf(color.RGBA{uint8(r.RGB[0]), uint8(r.RGB[1]), uint8(r.RGB[2]), 255})
	}
	return rgb{0.8, 0.8, 0.8}
}

func rgbOf(c color.RGBA) rgb { return rgb{float32(c.R) / 255, float32(c.G) / 255, float32(c.B) / 255} }

// thing is an item as it lies on the ground.
type thing struct {
	art   sprites.ID
	drawn bool // there is such a one
	x, y  int
	glyph rune
	ink   rgb
	seen  bool
}

// haze is a cloud over a field.
type haze struct {
	art   sprites.ID
	drawn bool // there is such a one
	x, y  int
	ink   rgb
	glyph rune
}

// takeThings takes over the items, clouds and lights of st.
func (s *Scene) takeThings(st *client.State) {
	c := st.Content()
	s.things, s.hazes, s.glows = s.things[:0], s.hazes[:0], s.glows[:0]
	for _, p := range st.Things() {
		if p.In != "" {
			continue
		}
		t := thing{x: p.X, y: p.Y, glyph: '?', ink: rgb{0.9, 0.85, 0.7}, seen: p.Seen}
		if r := c.Row(protocol.TableItems, p.Kind); r != nil {
			t.glyph, t.ink = firstRune(r.Glyph), inkOf(c, r.Colour)
			t.art, t.drawn = sprites.OfColour(r.Picture, r.Colour)
			t.drawn = t.drawn && !s.ground.letters
		}
		s.things = append(s.things, t)
	}
	for y := range s.ground.h {
		for x := range s.ground.w {
			p := geom.Pos{X: x, Y: y}
			if k := st.Cloud(p); k != 0 {
				if r := c.Cloud(k); r != nil {
					h := haze{x: x, y: y, ink: inkOf(c, r.Colour), glyph: firstRune(r.Glyph)}
					if h.art, h.drawn = sprites.ByKey(r.Picture); h.drawn && !s.ground.letters {
						h.art = coverOf(h.art, p)
					} else {
						h.drawn = false
					}
					s.hazes = append(s.hazes, h)
					if r.Light > 0 {
						s.addGlow(c, x, y, r.Light, r.Tint)
					}
				}
			}
			if t := st.Terrain(p); t != client.Floor && t != client.Wall && st.InSight(p) {
				if r := c.Terrain(t); r != nil && r.Light > 0 {
					s.addGlow(c, x, y, r.Light, r.Tint)
				}
			}
		}
	}
	for _, e := range st.Entities() {
		if e.Light > 0 && e != st.Hero() && e.Kind != protocol.KindHero {
			s.addGlow(c, e.Pos.X, e.Pos.Y, e.Light, e.Tint)
		}
	}
}

// maxGlows is how many lights besides the heroes' are drawn.
const maxGlows = 48

func (s *Scene) addGlow(c *client.Content, x, y, reach int, tint string) {
	if len(s.glows) == maxGlows {
		return
	}
	ink := inkOf(c, tint)
	const strength = 0.5
	s.glows = append(s.glows, lamp{
		x: float32(x) + 0.5, y: float32(y) + 0.5, reach: float32(reach) + 0.5,
		colour: rgb{ink.r * strength, ink.g * strength, ink.b * strength},
	})
}

// addThings puts the items that lie there into the batch, then, above all
// figures, addHazes the clouds.
func (s *Scene) addThings() {
	for i := range s.things {
		t := &s.things[i]
		c := s.lights.lit(float64(t.x), float64(t.y))
		ink := rgb{t.ink.r * c.r, t.ink.g * c.g, t.ink.b * c.b}
		alpha := float32(1)
		if !t.seen {
			ink, alpha = rgb{t.ink.r * 0.5, t.ink.g * 0.5, t.ink.b * 0.6}, 0.8
			c = rgb{0.5, 0.5, 0.6}
		}
		if t.drawn {
			s.icon(float64(t.x), float64(t.y), t.art, c, alpha)
			continue
		}
		s.glyph(float64(t.x), float64(t.y), t.glyph, ink, alpha, 0)
	}
}

func (s *Scene) addHazes() {
	for i := range s.hazes {
		h := &s.hazes[i]
		v := &s.view
		x, y := v.device(float64(h.x))-v.left, v.device(float64(h.y))-v.top
		s.figures.quad(float32(x), float32(y), float32(v.cell()), float32(v.cell()), whiteRect(), corners(h.ink), 0.26)
		if h.drawn {
			s.icon(float64(h.x), float64(h.y), h.art, rgb{1, 1, 1}, 0.7)
			continue
		}
		s.glyph(float64(h.x), float64(h.y), h.glyph, h.ink, 0.75, 0)
	}
}

// glyph puts a character onto a field.
func (s *Scene) glyph(x, y float64, r rune, ink rgb, alpha float32, lift int) {
	s.onField(x, y, glyphRect(r), ink, alpha, lift)
}

// icon puts a picture onto a field.
func (s *Scene) icon(x, y float64, id sprites.ID, c rgb, alpha float32) {
	s.onField(x, y, sprites.Rect(id), c, alpha, 0)
}

// onField puts a part of the sheet onto a field, lift pixels of the atlas above it.
func (s *Scene) onField(x, y float64, src image.Rectangle, c rgb, alpha float32, lift int) {
	v := &s.view
	if f := v.fields; x < float64(f.Min.X-1) || y < float64(f.Min.Y-1) || x > float64(f.Max.X) || y > float64(f.Max.Y) {
		return
	}
	px, py := v.device(x)-v.left, v.device(y)-v.top-lift*v.zoom
	size := float32(sprites.Size * v.zoom)
	s.figures.quad(float32(px), float32(py), size, size, src, corners(c), alpha)
}

// addMarks puts what the party has marked, and the way that the hero takes, onto
// the ground.
func (s *Scene) addMarks() {
	v := &s.view
	for _, p := range s.path {
		x, y := v.device(float64(p.X))-v.left, v.device(float64(p.Y))-v.top
		in := v.cell() * 7 / 16
		s.figures.quad(float32(x+in), float32(y+in), float32(v.cell()-2*in), float32(v.cell()-2*in), whiteRect(), corners(rgb{1, 0.85, 0.5}), 0.55)
	}
	for _, m := range s.marks {
		s.glyph(float64(m.x), float64(m.y), m.glyph, m.ink, 1, 4)
	}
}

// takeMarks takes over the marks and the path of st.
func (s *Scene) takeMarks(st *client.State) {
	s.marks, s.path = s.marks[:0], s.path[:0]
	for _, m := range st.Marks() {
		if m.Level != st.Level() {
			continue
		}
		t := thing{x: m.X, y: m.Y, glyph: 'v', ink: rgb{0.5, 0.85, 1}}
		switch m.Kind {
		case "danger":
			t.glyph, t.ink = '!', rgb{1, 0.4, 0.3}
		case "gather":
			t.glyph, t.ink = '+', rgb{0.5, 1, 0.5}
		}
		s.marks = append(s.marks, t)
	}
	if w := s.ground.w; w > 0 {
		for _, i := range st.Self().Path {
			s.path = append(s.path, geom.Pos{X: i % w, Y: i / w})
		}
	}
}
