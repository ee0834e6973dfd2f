package app

import (
	"context"
	"image"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/input/inputtest"
	"laneya/protocol"
	"laneya/settings"
	"laneya/sounds"
	"laneya/ui"
)

const frameTime = time.Second / 60

// rig is a Game with nothing real around it.
type rig struct {
	*inputtest.Fake
	t       testing.TB
	g       *Game
	window  *fakeWindow
	session *fakeSession // the one connected last
	world   *fakeWorld
	heard   []sounds.Effect
	dull    []sounds.Effect // of them
	moods   []sounds.Mood
	volumes sounds.Volumes
	dst     *ebiten.Image
	draws   int           // frames with a new picture
	shows   int           // frames in which the picture was brought to the window
	over    bool          // Update has ended the game
	hosted  settings.Host // as the world was opened to friends last
	called  string        // and what it was called
	method  fakeMethod
}

type fakeWindow struct{ full, closing, minimised, free bool }

func (w *fakeWindow) Fullscreen() bool      { return w.full }
func (w *fakeWindow) SetFullscreen(on bool) { w.full = on }
func (w *fakeWindow) Minimised() bool       { return w.minimised }
func (w *fakeWindow) SetVSync(on bool)      { w.free = !on }
func (w *fakeWindow) Place() (settings.Place, bool) {
	return settings.Place{Monitor: "one", X: 7, Y: 8, Width: 800, Height: 500}, !w.full
}
func (w *fakeWindow) Closing() bool { return w.closing }

// fakeWorld counts how often it was opened and closed; err is what opening
// ends with.
type fakeWorld struct {
	mu             sync.Mutex
	opened, closed int
	err            error
	invite         string
	wait           chan struct{} // opening waits for it, if there is one
	entered        chan struct{} // and says here first that it waits
}

func (w *fakeWorld) open(context.Context) (*World, error) {
	if w.wait != nil {
		w.entered <- struct{}{}
		<-w.wait
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.opened++
	return &World{Invite: w.invite, Close: func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.closed++
	}}, w.err
}

// count returns how often the world was opened and closed.
func (w *fakeWorld) count() [2]int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return [2]int{w.opened, w.closed}
}

type fakeSession struct {
	retried int
	name    string
	changes chan client.Change
	refused chan *client.Reply
	walks   []geom.Dir
	wants   []protocol.Action
	done    []protocol.Action
	answer  func(protocol.Action) protocol.Response
	mu      sync.Mutex
	left    bool
	closed  bool

	language string
}

func (s *fakeSession) Changes() <-chan client.Change  { return s.changes }
func (s *fakeSession) Walk(d geom.Dir)                { s.walks = append(s.walks, d) }
func (s *fakeSession) Want(a protocol.Action)         { s.wants = append(s.wants, a) }
func (s *fakeSession) Refusals() <-chan *client.Reply { return s.refused }
func (s *fakeSession) Speak(language string)          { s.language = language }

// Do answers with what answer makes of the action, {} if there is none.
func (s *fakeSession) Do(a protocol.Action) *client.Reply {
	s.done = append(s.done, a)
	r := protocol.Response{Status: protocol.Success, Data: []byte("{}")}
	if s.answer != nil {
		r = s.answer(a)
	}
	return client.Answered(a, r, nil)
}

func (s *fakeSession) Retry() { s.retried++ }

func (s *fakeSession) Leave(context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.left = true
	return nil
}

func (s *fakeSession) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
}

func (r *rig) Play(e sounds.Effect, _, _ float64) { r.heard = append(r.heard, e) }

func (r *rig) PlayDull(e sounds.Effect, _, _ float64) {
	r.heard, r.dull = append(r.heard, e), append(r.dull, e)
}

func (r *rig) SetMood(m sounds.Mood)       { r.moods = append(r.moods, m) }
func (r *rig) SetVolumes(v sounds.Volumes) { r.volumes = v }

func newRig(t testing.TB, change func(*Config)) *rig {
	r := &rig{Fake: inputtest.New(), t: t, window: &fakeWindow{}, world: &fakeWorld{}, dst: ebiten.NewImage(800, 500)}
	cfg := Config{
		Composer: &r.method, Version: "v0.0.0", Name: "anna", Own: r.world.open, Sounds: r, Source: r.Fake, Window: r.window, Restless: true,
		Host: func(ctx context.Context, how settings.Host, title string) (*World, error) {
			r.hosted, r.called = how, title
			return r.world.open(ctx)
		},
		Connect: func(_ Dialer, name string) Session {
			r.session = &fakeSession{name: name, changes: make(chan client.Change, 4096), refused: make(chan *client.Reply, 4)}
			return r.session
		},
	}
	if change != nil {
		change(&cfg)
	}
	r.g = New(cfg)
	r.g.resize(image.Pt(800, 500), 1)
	t.Cleanup(func() {
		r.g.Close()
		// All tests run within one frame, at whose end the engine draws. What each
		// has drawn would pile up until then; looking at a pixel draws it now.
		r.dst.At(0, 0)
		r.dst.Deallocate()
	})
	r.frames(5)
	return r
}

// frame is one turn of the loop.
func (r *rig) frame() {
	r.Step(frameTime)
	if err := r.g.Update(); err != nil {
		r.over = true
	}
	drawn, shown := r.g.drawn, r.g.shown
	r.g.Draw(r.dst)
	if r.g.drawn != drawn {
		r.draws++
	}
	if r.g.drawn != drawn || r.g.shown != shown {
		r.shows++
	}
}

func (r *rig) frames(n int) {
	for range n {
		r.frame()
	}
}

// until turns the loop until something is so; other goroutines have to do with
// it.
func (r *rig) until(what string, so func() bool) {
	r.t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !so(); r.frame() {
		if time.Now().After(deadline) {
			r.t.Fatalf("it never came to this: %s; the screen is %q", what, r.screen())
		}
		runtime.Gosched()
	}
}

func (r *rig) tell(changes ...client.Change) {
	for _, c := range changes {
		r.session.changes <- c
	}
}

// screen names what is on top.
func (r *rig) screen() string {
	switch s := r.g.top().(type) {
	case *title:
		return "title"
	case *play:
		return "play"
	case *opening:
		return "opening"
	case *menu:
		return s.form.Items[0].Text
	case *away:
		return s.form.Items[0].Text
	case *listScreen:
		return s.list.Title
	case *aim:
		return s.title
	case *charts:
		return "map"
	case *runMap:
		return s.title
	case *letters:
		return "letters"
	case *capture:
		return s.form.Items[0].Text
	case *chat:
		return "chat"
	}
	return "?"
}

// form returns the form on top; nil where there is none.
func (r *rig) form() *ui.Form {
	switch s := r.g.top().(type) {
	case *title:
		return &s.form
	case *menu:
		return &s.form
	case *away:
		return &s.form
	case *opening:
		return &s.form
	}
	return nil
}

func (r *rig) wants(screen string) {
	r.t.Helper()
	if got := r.screen(); got != screen {
		r.t.Fatalf("the screen is %q, want %q", got, screen)
	}
}

// room is a level of 9 by 7 fields with a hero in the middle of it.
func level(hero geom.Pos) client.Change {
	s := protocol.Snapshot{Seq: 1, Level: "0:0:0", Width: 9, Height: 7, Hero: "User:anna"}
	for y := range 7 {
		cells := "#.......#"
		if y == 0 || y == 6 {
			cells = "#########"
		}
		s.Terrain = append(s.Terrain, protocol.Strip{Y: y, Cells: cells})
		s.Sight = append(s.Sight, protocol.Run{Y: y, N: 9})
	}
	s.Entities = []protocol.Entity{anna(hero)}
	return client.Change{Update: s}
}

func anna(at geom.Pos) protocol.Entity {
	return protocol.Entity{Entity: "User:anna", Kind: protocol.KindHero, Name: "anna", X: at.X, Y: at.Y, Facing: geom.South}
}

func stepTo(seq uint64, at geom.Pos) client.Change {
	return client.Change{Update: protocol.View{Seq: seq, Entities: []protocol.Entity{anna(at)}}}
}

func link(phase protocol.Phase, message string) client.Change {
	return client.Change{Link: &protocol.Link{Phase: phase, Message: message, RTT: 12 * time.Millisecond, Tick: 100 * time.Millisecond}}
}

// playing returns a rig in a friend's world, with the hero at 4, 3.
func playing(t testing.TB) *rig {
	r := newRig(t, func(c *Config) { c.Begin, c.Address = Joining, "friend.example:5001" })
	r.tell(link(protocol.Online, ""), level(geom.Pos{X: 4, Y: 3}))
	r.frames(90) // the light has settled
	r.wants("play")
	return r
}

func (r *rig) walked(want ...geom.Dir) {
	r.t.Helper()
	if !slices.Equal(r.session.walks, want) {
		r.t.Fatalf("the session was told %v, want %v", r.session.walks, want)
	}
}
