package render

import (
	"image"
	"image/color"
	"math"
	"time"

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
	// perilous is whether heroes avoid to step there.
	perilous bool
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
func featureOf(c *client.Content, t client.Terrain, eyes *eyes) (f feature) {
	if t == client.Unknown || t == client.Wall || t == client.Floor {
		return f
	}
	r := c.Terrain(t)
	if r == nil {
		return f
	}
	f.perilous = r.Avoid
	ink := eyes.ink(c, r.Colour)
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
	other sprites.ID // that it shows by turns
	drawn bool       // there is such a one
	x, y  int
	ink   rgb
	glyph rune
}

// takeThings takes over the items, clouds and lights of st.
func (s *Scene) takeThings(st *client.State) {
	c := st.Content()
	s.things, s.hazes, s.glows, s.fires, s.surfaces = s.things[:0], s.hazes[:0], s.glows[:0], s.fires[:0], s.surfaces[:0]
	for _, p := range st.Things() {
		if p.In != "" {
			continue
		}
		t := thing{x: p.X, y: p.Y, glyph: '?', ink: rgb{0.9, 0.85, 0.7}, seen: p.Seen}
		if r := c.Row(protocol.TableItems, p.Kind); r != nil {
			t.glyph, t.ink = firstRune(r.Glyph), s.eyes.ink(c, r.Colour)
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
					s.takeCloud(st, r, k, p)
				}
			}
			if t := st.Terrain(p); t != client.Floor && t != client.Wall && t != client.Unknown {
				if r := c.Terrain(t); r != nil {
					s.takeGround(st, r, t, p)
				}
			}
		}
	}
	for _, e := range st.Entities() {
		if e.Light > 0 && e != st.Hero() && e.Kind != protocol.KindHero && len(s.glows) < maxGlows {
			s.glows = append(s.glows, s.lampAt(c, e.Pos, e.Light, e.Tint))
		}
	}
}

// takeCloud takes over a cloud of that row at p.
func (s *Scene) takeCloud(st *client.State, r *protocol.Row, k byte, p geom.Pos) {
	h := haze{x: p.X, y: p.Y, ink: s.eyes.ink(st.Content(), r.Colour), glyph: firstRune(r.Glyph)}
	if h.art, h.drawn = sprites.ByKey(r.Picture); h.drawn && !s.ground.letters {
		h.other, h.art = h.art, coverOf(h.art, p)
		if second, ok := sprites.Second(h.other); ok && h.art == h.other {
			h.other = second
		}
	} else {
		h.drawn = false
	}
	s.hazes = append(s.hazes, h)
	if r.Light > 0 && edged(p, func(q geom.Pos) bool { return st.Cloud(q) == k }) {
		s.addFire(st.Content(), p, r.Light, r.Tint)
	}
}

// takeGround takes over what moves and shines of ground of that row at p.
func (s *Scene) takeGround(st *client.State, r *protocol.Row, t client.Terrain, p geom.Pos) {
	if f, ok := surfaceOf(r, p); ok && !s.ground.letters && len(s.surfaces) < mostSurfaces {
		s.surfaces = append(s.surfaces, f)
	}
	if r.Light > 0 && st.InSight(p) && edged(p, func(q geom.Pos) bool { return st.Terrain(q) == t }) {
		s.addFire(st.Content(), p, r.Light, r.Tint)
	}
}

// edged reports whether p is not the middle of something larger. There light comes
// from all around in any case.
func edged(p geom.Pos, same func(geom.Pos) bool) bool {
	for _, d := range geom.Dirs {
		if !same(p.Step(d)) {
			return true
		}
	}
	return (p.X+p.Y)%3 == 0
}

// maxGlows is how many lights are drawn of those that are borne by foes, and maxFires
// of those that stand still.
const maxGlows, maxFires = 48, 160

// lampAt returns a light at p.
func (s *Scene) lampAt(c *client.Content, p geom.Pos, reach int, tint string) lamp {
	ink := s.eyes.ink(c, tint)
	strength := 0.3 + 0.11*float32(min(reach, 10)) // what shines farther is brighter beside it, too
	return lamp{
		x: float32(p.X) + 0.5, y: float32(p.Y) + 0.5, reach: float32(reach) + 0.5,
		colour: rgb{ink.r * strength, ink.g * strength, ink.b * strength},
	}
}

// addFire adds a light that stands still. What hangs in a wall shines from before it.
func (s *Scene) addFire(c *client.Content, p geom.Pos, reach int, tint string) {
	if len(s.fires) == maxFires {
		return
	}
	l := s.lampAt(c, p, reach, tint)
	if s.ground.at(p) == client.Wall && s.ground.at(p.Step(geom.South)) == client.Floor {
		l.y += 0.4
	}
	s.fires = append(s.fires, source{l, groupOf(inkOf(c, tint), p.X, p.Y)})
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
			s.addClass(t)
			continue
		}
		s.glyph(float64(t.x), float64(t.y), t.glyph, ink, alpha, 0)
	}
}

// hazeTime is how long a cloud shows one of its two pictures.
const hazeTime = 320 * time.Millisecond

func (s *Scene) addHazes() {
	v, t := &s.view, s.ambience.seconds()
	for i := range s.hazes {
		h := &s.hazes[i]
		if !v.holds(geom.Pos{X: h.x, Y: h.y}) {
			continue
		}
		x, y := v.device(float64(h.x))-v.left, v.device(float64(h.y))-v.top
		at := func(dx, dy int) rgb {
			k := 0.8 + 0.4*swell(h.x+dx, h.y+dy, t)
			return rgb{h.ink.r * k, h.ink.g * k, h.ink.b * k}
		}
		s.figures.quad(float32(x), float32(y), float32(v.cell()), float32(v.cell()), whiteRect(), [4]rgb{at(0, 0), at(1, 0), at(0, 1), at(1, 1)}, 0.26)
		if !h.drawn {
			s.glyph(float64(h.x), float64(h.y), h.glyph, h.ink, 0.75, 0)
			continue
		}
		art := h.art
		if (int(s.ambience.now/hazeTime)+h.x+2*h.y)%2 == 1 && s.ambience.now > 0 {
			art = h.other
		}
		drift := 0.1 * math.Sin(0.9*t+float64(mix(h.x, h.y)%7))
		s.icon(float64(h.x)+drift, float64(h.y), art, rgb{1, 1, 1}, 0.7)
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
