package render

import (
	"time"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
)

// fogTime is how long a field takes to come out of the dark, or to sink back
// into memory.
const fogTime = 260 * time.Millisecond

// ground is the render's own copy of a level: what it is made of, and how far
// each field has come out of the fog.
type ground struct {
	level    string
	w, h     int
	content  *client.Content // by which features are chosen
	theme    *theme
	eyes     *eyes
	letters  bool             // features are drawn as characters
	codes    []client.Terrain // as the server tells them
	terrain  []client.Terrain // what they are drawn on: Unknown, Wall or Floor
	features []feature
	inSight  []bool
	known    []float32 // 0 for unknown ground to 1
	sight    []float32 // 0 for remembered ground to 1 for what is in sight
	lifting  bool      // some field is on its way
	stale    []geom.Pos
	allNew   bool // the layer holds nothing of this level
}

// at returns what p is made of; Unknown off the level.
func (g *ground) at(p geom.Pos) client.Terrain {
	if p.X < 0 || p.Y < 0 || p.X >= g.w || p.Y >= g.h {
		return client.Unknown
	}
	return g.terrain[p.Y*g.w+p.X]
}

// take makes g what st knows. It notes the fields whose picture is another one
// now in stale.
func (g *ground) take(st *client.State) {
	w, h := st.Size()
	look := &bricks
	if r := st.Content().Row(protocol.TableLevels, st.Self().LevelKind); r != nil {
		look = themeOf(r.Picture)
	}
	if w != g.w || h != g.h || st.Level() != g.level || st.Content() != g.content || look != g.theme || g.codes == nil {
		g.reset(st.Level(), w, h)
		g.content, g.theme = st.Content(), look
	}
	i := 0
	for y := range h {
		for x := range w {
			p := geom.Pos{X: x, Y: y}
			if t := st.Terrain(p); t != g.codes[i] {
				g.codes[i], g.terrain[i], g.features[i] = t, base(g.content, t), g.feature(t)
				g.stale = append(g.stale, p)
			}
			g.inSight[i] = st.InSight(p)
			i++
		}
	}
	g.lifting = true
	if g.allNew {
		g.stale = g.stale[:0]
		g.lift(fogTime)
	}
	g.hideFronts()
}

func (g *ground) reset(level string, w, h int) {
	n := w * h
	*g = ground{
		eyes: g.eyes, letters: g.letters, level: level, w: w, h: h, allNew: true,
		codes: make([]client.Terrain, n), terrain: make([]client.Terrain, n), features: make([]feature, n), inSight: make([]bool, n),
		known: make([]float32, n), sight: make([]float32, n), stale: g.stale[:0],
	}
}

// feature returns what a field of that terrain shows.
func (g *ground) feature(t client.Terrain) feature {
	f := featureOf(g.content, t, g.eyes)
	if g.letters && f.drawn {
		r := g.content.Terrain(t)
		f.drawn, f.glyph, f.ink = false, firstRune(r.Glyph), g.eyes.ink(g.content, r.Colour)
	}
	return f
}

// hideFronts takes the fronts of walls out of sight that are seen from behind.
func (g *ground) hideFronts() {
	for i := 0; i+g.w < len(g.inSight); i++ {
		south := i + g.w
		if g.terrain[i] == client.Wall && g.terrain[south] == client.Floor && !g.inSight[south] {
			g.inSight[i] = false
		}
	}
}

// lift lets the fog change for dt and reports whether it did.
func (g *ground) lift(dt time.Duration) bool {
	if !g.lifting {
		return false
	}
	step := float32(dt) / float32(fogTime)
	g.lifting = false
	for i, t := range g.terrain {
		var known, sight float32
		if t != client.Unknown {
			known = 1
		}
		if g.inSight[i] {
			sight = 1
		}
		if g.known[i] != known || g.sight[i] != sight {
			g.known[i] = toward(g.known[i], known, step)
			g.sight[i] = toward(g.sight[i], sight, step)
			g.lifting = true
		}
	}
	return true
}

// toward returns v brought nearer to goal by step, never past it.
func toward(v, goal, step float32) float32 {
	if v < goal {
		return min(v+step, goal)
	}
	return max(v-step, goal)
}
