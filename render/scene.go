// Package render draws what the player may know: the level, lit by lanterns,
// and who walks on it. It reads a client.State and changes nothing but its own
// caches.
//
// The level's ground is drawn once into a layer, and again only where it
// changed. A picture is that layer as one mesh, with light and fog in the
// colours of its corners, and all figures as one batch. Nothing moves while
// nobody does, so that a picture stays good until Update says otherwise.
package render

import (
	"slices"
	"time"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
	"laneya/render/motion"
	"laneya/sprites"
)

// Scene shows one client.State in a window; another State needs another Scene.
// It belongs to the goroutine that runs the game loop.
type Scene struct {
	view      view
	fits      int // the zoom that fits the window
	nearer    int // what the player has added to it
	ground    ground
	cast      cast
	lights    lights
	tick      time.Duration
	revision  uint64
	mapRev    uint64
	fresh     bool // the next Update is to report a change
	labels    []Label
	things    []thing
	hazes     []haze
	surfaces  []surface
	glows     []lamp   // lights that foes bear
	before    []lamp   // the same, before something changed
	fires     []source // lights that stand still
	burned    []source // the same, before something changed
	kept      bool     // what they throw is in lights.baked
	baking    bool     // that has to be worked out
	tint      rgb      // of the own hero's light
	eyes      eyes
	ambience  ambience
	particles particles
	shake     shake
	effects   effects
	style     Style
	breath    time.Duration
	marks     []thing
	path      []geom.Pos
	wish      []geom.Pos // what the player wants, as long as it isn't told to happen
	details   uint64
	own       int // radius of the own hero's light, 0 where it isn't told
	steps     []Footstep
	shown     geom.Pos // a field that is kept in the window, if showing
	showing   bool

	layer   layer
	mesh    mesh
	figures batch
	draws   int // made by the last Draw
}

// NewScene returns a Scene that shows nothing until its first Update. It may
// be called before the game loop runs.
func NewScene() *Scene {
	s := &Scene{tick: defaultTick, fresh: true}
	s.ground.eyes, s.cast.eyes = &s.eyes, &s.eyes
	s.layer.floors, s.layer.walls = 1, 1
	s.ambience.beat = beats[High]
	s.lights.ownFlame, s.lights.flames = 1, [glowGroups]float32{1, 1, 1}
	s.Resize(1280, 800, 1)
	return s
}

// Resize tells how large the window is, in device pixels, and how many device
// pixels make one of the size that the desktop is set to.
func (s *Scene) Resize(w, h int, scale float64) {
	s.fits = motion.Zoom(w, h, sprites.Size, scale)
	zoom := s.zoomed()
	if s.view.w == w && s.view.h == h && s.view.zoom == zoom {
		return
	}
	s.view.w, s.view.h, s.view.zoom = w, h, zoom
	s.view.cut, s.fresh = true, true
}

// farthest and nearest are how much smaller and larger than what fits the window the
// level may be drawn, in device pixels for a pixel of the atlas.
const farthest, nearest = -3, 4

// Nearer draws the level larger by so many steps, or smaller where they are below 0.
func (s *Scene) Nearer(steps int) {
	s.nearer = min(max(s.nearer+steps, farthest), nearest)
	if zoom := s.zoomed(); zoom != s.view.zoom {
		s.view.zoom = zoom
		s.view.cut, s.fresh = true, true
	}
}

// zoomed returns how many device pixels a pixel of the atlas takes, at least 1.
func (s *Scene) zoomed() int {
	zoom := max(s.fits+s.nearer, 1)
	s.nearer = zoom - s.fits // so that a step back shows
	return zoom
}

// Update lets dt of time pass in the picture and takes over what changed in
// st. It reports whether the picture is now another one, so that it has to be
// drawn.
func (s *Scene) Update(st *client.State, dt time.Duration) (dirty bool) {
	dirty, s.fresh = s.fresh, false
	s.steps = s.steps[:0]
	if st.Revision() != s.revision {
		s.revision = st.Revision()
		dirty = s.take(st) || dirty
	}
	moved, steps := s.cast.advance(dt, s.tick, s.steps)
	s.steps = steps
	moved = s.effects.advance(dt) || moved
	s.tread()
	s.view.shakeX, s.view.shakeY = s.shake.advance(dt, s.view.zoom)
	x, y := s.middle()
	panned := s.view.follow(x, y, s.leash(), &s.ground, dt)
	lifted := s.ground.lift(dt)
	dirty = dirty || moved || panned || lifted
	dirty = s.stirs(dt, dirty) || dirty
	s.breathe(dt, dirty)
	if dirty {
		s.flicker()
		s.light()
		s.label()
	}
	return dirty
}

// take takes over what changed in st and reports whether that shows.
func (s *Scene) take(st *client.State) (changed bool) {
	link := st.Link()
	if s.tick = link.Tick; s.tick <= 0 {
		s.tick = defaultTick
	}
	if grey := link.Phase != protocol.Online; grey != s.lights.grey {
		s.lights.grey = grey
		changed = true
	}
	if st.MapRevision() != s.mapRev {
		s.mapRev = st.MapRevision()
		if s.ground.level != st.Level() {
			s.effects.forget()
			s.particles.forget()
		}
		s.ground.take(st)
		s.view.cut = s.view.cut || s.ground.allNew
		s.baking = true // walls may stand elsewhere
		changed = true
	}
	if st.DetailRevision() != s.details {
		s.details = st.DetailRevision()
		changed = true
	}
	// Lights that are borne come and go without other details.
	s.before = append(s.before[:0], s.glows...)
	s.burned = append(s.burned[:0], s.fires...)
	s.takeThings(st)
	s.takeMarks(st)
	if burns := !slices.Equal(s.burned, s.fires); burns || s.baking {
		s.kept, s.baking = s.lights.baked.bake(&s.ground, s.fires), false
		changed = changed || burns
	}
	changed = changed || !slices.Equal(s.before, s.glows)
	s.own, s.tint = 0, lantern
	if h := st.Hero(); h != nil {
		s.own, s.tint = h.Light, s.lanternOf(st.Content(), h.Tint)
	}
	s.takeEvents(st)
	other, _ := s.cast.take(st, s.wound, s.fell)
	if other {
		s.cast.sort()
	}
	return changed || other
}

// lanternOf returns the light that the own hero bears: that of a lantern, turned
// towards its tint.
func (s *Scene) lanternOf(c *client.Content, tint string) rgb {
	if tint == "" {
		return lantern
	}
	ink := s.eyes.ink(c, tint)
	k := lantern.r / max(ink.r, ink.g, ink.b, 0.1)
	return rgb{(lantern.r + ink.r*k) / 2, (lantern.g + ink.g*k) / 2, (lantern.b + ink.b*k) / 2}
}

// stirs lets dt pass for what moves by itself, and for particles. It reports whether
// the picture is another one because of them; busy is whether it is in any case.
func (s *Scene) stirs(dt time.Duration, busy bool) bool {
	ps := &s.particles
	ps.stains.now += dt
	flying := ps.advance(dt, s.ambience.moves())
	due := s.ambience.advance(dt, busy || flying)
	if s.ambience.moves() {
		s.kindle(dt)
	}
	drifts := due && s.restless()
	s.ambience.alone = drifts && !busy && !flying
	return flying || drifts
}

// tread kicks up dust where heroes step.
func (s *Scene) tread() {
	if s.style.Calm {
		return
	}
	for _, step := range s.steps {
		if s.particles.counts[dustDot] >= mostDust || !s.ambience.looked || !s.view.holds(step.Pos) {
			continue
		}
		if f := s.cast.at(step.Pos); f != nil {
			s.puff(f.x, f.y, f.walk.Heading())
		}
	}
}

// Show keeps a field in the window beside the hero's surroundings, as far as
// both have room, as long as on is set.
func (s *Scene) Show(p geom.Pos, on bool) { s.shown, s.showing = p, on }

// middle returns what the camera follows.
func (s *Scene) middle() (x, y float64) {
	if f := s.cast.own; f != nil {
		if !s.showing {
			return f.x, f.y
		}
		return s.toward(f.x, s.shown.X, s.view.w), s.toward(f.y, s.shown.Y, s.view.h)
	}
	return float64(s.ground.w-1) / 2, float64(s.ground.h-1) / 2
}

// toward returns the coordinate nearest to from at which a window that is so
// many device pixels long shows the field at, and some beyond it.
func (s *Scene) toward(from float64, at, window int) float64 {
	const beyond = 4 // fields, over which texts lie at the edges
	room := max(float64(window)/float64(2*s.view.cell())-beyond, 0)
	return min(max(from, float64(at)-room), float64(at)+room)
}

// light sets up the lamps of all figures.
func (s *Scene) light() {
	s.lights.own = lamp{}
	s.lights.lamps = s.lights.lamps[:0]
	for _, f := range s.cast.figures {
		a := lamp{x: float32(f.x) + 0.5, y: float32(f.y) + 0.5, reach: friendReach, colour: friend}
		if f.own {
			a.colour = s.tint
		}
		switch {
		case f.own:
			a.reach = lanternReach
			if s.own > 0 {
				a.reach = float32(s.own) + 1.5
			}
			s.lights.own = a
			continue
		case f.glyph != 0:
			continue
		case f.ghost:
			a.colour = wisp
		case f.asleep:
			continue
		}
		s.lights.lamps = append(s.lights.lamps, a)
	}
	s.lights.lamps = append(s.lights.lamps, s.glows...)
	if !s.kept {
		for i := range s.fires[:min(len(s.fires), maxGlows)] {
			s.lights.lamps = append(s.lights.lamps, s.fires[i].lamp)
		}
	}
}

// Footstep is a step that a hero began to draw, for sounds.
type Footstep struct {
	Pos geom.Pos // the field it steps onto
	Own bool     // it is the player's own hero
}

// Footsteps returns the steps that began in the last Update. The slice is
// good until the next one.
func (s *Scene) Footsteps() []Footstep { return s.steps }

// Draws returns how many draw calls the last Draw took.
func (s *Scene) Draws() int { return s.draws }

// Zoom returns how many device pixels a pixel of the pictures takes along each
// side; it is at least 1.
func (s *Scene) Zoom() int { return s.view.zoom }

// Particles returns how many particles there are.
func (s *Scene) Particles() int { return s.particles.n }
