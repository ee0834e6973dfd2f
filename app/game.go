package app

import (
	"image"
	"image/color"
	"sync"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/input"
	"laneya/render"
	"laneya/settings"
	"laneya/ui"
	"laneya/ui/paint"
	"laneya/vision"
)

const (
	// restAfter is how long nothing may have happened before the loop turns more
	// slowly, once in restFor. It goes on at once when the server tells
	// something.
	restAfter = time.Second
	restFor   = 33 * time.Millisecond
	// driftFor is the same while only flames and water move: half of their beat. The
	// engine brings each picture to the window again in the turns that follow, up to
	// three times, which is most of the work for a software renderer.
	driftFor = 60 * time.Millisecond
	// longestFrame bounds the time that passes in one Update, so that a window
	// that was stopped for a while doesn't rush on.
	longestFrame = 250 * time.Millisecond
)

// Game is the ebiten.Game. Make one with New, and Close it after the loop.
type Game struct {
	cfg     Config
	poller  *input.Poller
	fonts   *ui.Fonts
	painter painter
	set     settings.Settings
	prompts prompts
	shots   shots
	toast   toast
	voice   narrator
	mood    mood
	stack   []screen // the last is on top
	size    image.Point
	scale   float64
	moved   bool // size or scale are new
	focused bool
	exposure
	pace    pace
	cycle   cycle
	now     time.Duration
	wanted  uint64        // the picture that Update wants drawn
	drawn   uint64        // the one that Draw drew last
	painted time.Duration // when it did
	replay  replay
	vsync   bool          // as the window was told
	lastNew time.Duration // when a new picture was wanted
	busy    time.Duration // the same, but for what moves by itself
	lastAny time.Duration // when the player last did something
	rested  bool          // in this frame
	timer   *time.Timer   // for resting
	quit    bool
	leaving sync.WaitGroup // what is being opened or ended
	slot    chan struct{}  // held by the world of this process
}

// painter draws what lies over the level. paint.Painter is the real one.
type painter interface {
	ui.Canvas
	Begin(dst *ebiten.Image)
	End()
	Fade(r image.Rectangle, top, bottom color.RGBA)
	Outlined(x, y int, s string, f *ui.Face, c color.RGBA, scale float64)
	Draws() int
	See(eyes vision.Kind, contrast bool)
}

// screen is one of the things on the stack.
type screen interface {
	// tick lets time pass, also while another screen lies on top. It reports
	// whether the screen looks different now.
	tick(g *Game, dt time.Duration) bool
	// handle does what the player asks for; only the screen on top is asked.
	// It reports whether it looks different now.
	handle(g *Game, in *input.Snapshot) bool
	// layout places things for the window's size.
	layout(g *Game)
	// draw draws the screen. Nothing that Update looks at may change.
	draw(g *Game, dst *ebiten.Image)
	// covers tells that nothing shows of the screens below.
	covers() bool
	// writing tells that the keyboard writes into a field.
	writing() bool
	// hidden is called when another screen is put on top.
	hidden()
}

// New returns a Game that waits for its first Update.
func New(cfg Config) *Game {
	cfg = cfg.withDefaults()
	g := &Game{
		cfg: cfg, fonts: ui.NewFonts(), painter: paint.New(), wanted: 1,
		vsync: true, poller: input.NewPoller(cfg.Source, input.DefaultBindings()), slot: make(chan struct{}, 1),
		size: image.Pt(1280, 800), scale: 1, moved: true, focused: true, set: *cfg.Settings, shots: shots{done: make(chan string, 1)}, voice: narrator{out: cfg.Narrate, known: map[string]bool{}},
	}
	g.prompts.keyName = cfg.Source.KeyName
	g.fonts.Prompts = g.prompts.text
	g.apply()
	if unknown := g.bind(); len(unknown) > 0 && g.cfg.Told == nil {
		g.cfg.Told = badNames(unknown)
	}
	g.push(newTitle(g))
	switch cfg.Begin {
	case InOwnWorld:
		g.openOwnWorld()
	case Joining:
		g.join(cfg.Address, cfg.Name)
	}
	return g
}

// Layout implements ebiten.Game; LayoutF is what is used.
func (g *Game) Layout(w, h int) (int, int) { return w, h }

// LayoutF implements ebiten.LayoutFer: the game draws the device's own pixels.
func (g *Game) LayoutF(w, h float64) (float64, float64) {
	scale := ebiten.Monitor().DeviceScaleFactor()
	g.resize(image.Pt(int(w*scale+0.5), int(h*scale+0.5)), scale*float64(g.set.Scale)/100)
	return float64(g.size.X), float64(g.size.Y)
}

// leastRoom is the smallest window, at scale 1, that what lies over the level has
// room in; in a smaller one everything is smaller.
var leastRoom = image.Pt(640, 400)

func (g *Game) resize(size image.Point, scale float64) {
	size = image.Pt(max(size.X, 1), max(size.Y, 1))
	scale = min(scale, float64(size.X)/float64(leastRoom.X), float64(size.Y)/float64(leastRoom.Y))
	if size != g.size || scale != g.scale {
		g.size, g.scale, g.moved = size, scale, true
	}
}

// Update implements ebiten.Game.
func (g *Game) Update() error {
	g.rest()
	in := g.poller.Poll(g.top().writing())
	dt := min(in.Now-g.now, longestFrame)
	g.now = in.Now
	g.measure()
	g.notice(in)
	if in.Any || len(in.Walks) > 0 {
		g.lastAny = g.now
	}
	if g.cfg.Window.Closing() || g.stopped() {
		g.quit = true
	}
	if _, captures := g.top().(*capture); captures {
		in.Asked = 0 // a key is to be pressed, whatever it asks for
	}
	if in.Asked.Has(input.Fullscreen) {
		g.set.Fullscreen = !g.cfg.Window.Fullscreen()
		g.apply()
		g.keep()
	}
	if in.Asked.Has(input.Screenshot) {
		g.shoot()
	}
	if in.Asked.Has(input.Replay) {
		g.replay.want(g)
	}
	g.shots.tick(g)
	if g.toast.age(g) {
		g.redraw()
	}
	// A screen may be put on or taken off meanwhile; each that is there at
	// first has its tick.
	for i := 0; i < len(g.stack); i++ {
		if g.stack[i].tick(g, dt) {
			g.redraw()
		}
	}
	if g.top().handle(g, in) {
		g.redraw()
	}
	g.mood.tick(g)
	g.voice.tick(g)
	g.watch(in, g.cfg.Window, g.lastNew)
	if g.quit {
		g.keepPlace()
		return ebiten.Termination
	}
	return nil
}

// stopped reports whether the game is to end for reasons from outside.
func (g *Game) stopped() bool {
	select {
	case <-g.cfg.Stop:
		return true
	default:
		return false
	}
}

// rest waits a little where nothing happens: most of what an idle window costs
// is the engine's loop.
func (g *Game) rest() {
	if g.rested || g.cfg.Restless || g.now-max(g.busy, g.lastAny) < restAfter {
		return
	}
	g.rested = true
	span := restFor
	if g.now-g.lastNew < restAfter {
		span = driftFor
	}
	if g.timer == nil {
		g.timer = time.NewTimer(span)
	} else {
		g.timer.Reset(span)
	}
	for _, s := range g.stack {
		if p, ok := s.(*play); ok {
			p.await(g.timer.C)
			return
		}
	}
	<-g.timer.C
}

// notice looks after the window's own changes.
func (g *Game) notice(in *input.Snapshot) {
	if in.Focused != g.focused {
		g.focused = in.Focused
		g.expose(g.now)
		if !in.Focused {
			g.top().hidden()
		}
	}
	if changed, other := g.prompts.use(in); other {
		g.rename()
	} else if changed {
		g.redraw()
	}
	if g.moved {
		g.moved = false
		clear(g.prompts.shown) // the language may be another, and what is on keys is known
		g.expose(g.now)
		g.redraw()
		for _, s := range g.stack {
			s.layout(g)
		}
	}
}

// redraw wants the next frame drawn.
func (g *Game) redraw() {
	g.wanted++
	g.lastNew, g.busy = g.now, g.now
}

// stirred is told whether a scene looks different now, and returns it. Where only what
// moves by itself does, it wants the frame drawn by itself and returns false, so that
// the loop goes on resting.
func (g *Game) stirred(s *render.Scene, changed bool) bool {
	if !changed || !s.Drifts() {
		return changed
	}
	g.wanted++
	g.lastNew = g.now
	return false
}

// Draw implements ebiten.Game. The screen must not be cleared every frame.
func (g *Game) Draw(dst *ebiten.Image) {
	g.rested, g.cycle = false, sameFrame
	again := g.shown != g.asked
	g.shown = g.asked
	if g.drawn == g.wanted || g.tooSoon() {
		if again {
			g.again(dst)
		}
		return
	}
	g.drawn, g.cycle, g.painted = g.wanted, newFrame, g.now
	bottom := len(g.stack) - 1
	for bottom > 0 && !g.stack[bottom].covers() {
		bottom--
	}
	for _, s := range g.stack[bottom:] {
		s.draw(g, dst)
	}
	g.shots.take(g, dst)
	g.replay.take(g, dst)
	g.toast.draw(g, dst)
}

func (g *Game) top() screen { return g.stack[len(g.stack)-1] }

// push puts a screen on top.
func (g *Game) push(s screen) {
	if len(g.stack) > 0 {
		g.top().hidden()
	}
	g.stack = append(g.stack, s)
	s.layout(g)
	g.redraw()
}

// pop takes the screen on top away; the first one stays.
func (g *Game) pop() {
	if n := len(g.stack); n > 1 {
		if s, ok := g.stack[n-1].(interface{ gone() }); ok {
			s.gone()
		}
		g.stack[n-1] = nil
		g.stack = g.stack[:n-1]
		g.top().layout(g)
		g.redraw()
	}
}

// home takes all screens away but the title.
func (g *Game) home() {
	for len(g.stack) > 1 {
		g.pop()
	}
}

// overTitle reports whether what is on top lies over the title, and over no
// game.
func (g *Game) overTitle() bool {
	for _, s := range g.stack {
		if _, ok := s.(*play); ok {
			return false
		}
	}
	return true
}

// room returns the whole window.
func (g *Game) room() image.Rectangle { return image.Rectangle{Max: g.size} }

// Close ends what still goes on: it leaves the game that is played and saves
// the world that runs. It returns when that is done.
func (g *Game) Close() {
	for _, s := range g.stack {
		if c, ok := s.(interface{ end(g *Game) }); ok {
			c.end(g)
		}
	}
	g.stack = g.stack[:1]
	g.leaving.Wait()
}
