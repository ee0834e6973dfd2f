package app

import (
	"errors"
	"image"
	"slices"
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/lang"
	"laneya/protocol"
	"laneya/ui"
)

// hand is one device, used alone.
type hand interface {
	// reach brings the focus to item i of the form on top.
	reach(r *rig, i int)
	// confirm chooses what has the focus.
	confirm(r *rig)
	// menu opens the menu over the game.
	menu(r *rig)
}

type keyboard struct{}

func (keyboard) tap(r *rig, k ebiten.Key) { r.Tap(k); r.frame(); r.frame() }

func (k keyboard) reach(r *rig, i int) {
	for range len(r.form().Items) + 1 {
		if r.form().Focus() == i {
			return
		}
		k.tap(r, ebiten.KeyArrowDown)
	}
	r.t.Fatalf("the keyboard doesn't reach item %d of %q", i, r.screen())
}
func (k keyboard) confirm(r *rig) { k.tap(r, ebiten.KeyEnter) }
func (k keyboard) menu(r *rig)    { k.tap(r, ebiten.KeyEscape) }

type gamepad struct{}

func (gamepad) tap(r *rig, b ebiten.StandardGamepadButton) {
	r.Pad(b, true)
	r.frame()
	r.Pad(b, false)
	r.frame()
}

func (p gamepad) reach(r *rig, i int) {
	for range len(r.form().Items) + 1 {
		if r.form().Focus() == i {
			return
		}
		p.tap(r, ebiten.StandardGamepadButtonLeftBottom)
	}
	r.t.Fatalf("the gamepad doesn't reach item %d of %q", i, r.screen())
}
func (p gamepad) confirm(r *rig) { p.tap(r, ebiten.StandardGamepadButtonRightBottom) }
func (p gamepad) menu(r *rig)    { p.tap(r, ebiten.StandardGamepadButtonCenterRight) }

type mouse struct{}

func (mouse) reach(r *rig, i int) {
	b := r.form().Box(i)
	at := b.Min.Add(b.Size().Div(2))
	if r.form().Items[i].Kind == ui.Field {
		r.Click(at.X, at.Y)
	}
	r.X, r.Y = at.X, at.Y
	r.frame()
	if r.form().Focus() != i {
		r.t.Fatalf("the mouse doesn't reach item %d of %q", i, r.screen())
	}
}
func (mouse) confirm(r *rig) { r.Click(r.X, r.Y); r.frame(); r.frame() }

func (mouse) menu(r *rig) {
	b := r.g.top().(*play).corner.box
	r.Click(b.Min.X+3, b.Min.Y+3)
	r.frame()
	r.frame()
}

// choose reaches everything on the screen, then chooses the button.
func choose(r *rig, h hand, id int) {
	r.t.Helper()
	chosen := -1
	for i, it := range r.form().Items {
		if it.Kind != ui.Button && it.Kind != ui.Field {
			continue
		}
		h.reach(r, i)
		if it.Kind == ui.Button && it.ID == id {
			chosen = i
		}
	}
	if chosen < 0 {
		r.t.Fatalf("%q has no button %d", r.screen(), id)
	}
	h.reach(r, chosen)
	h.confirm(r)
}

func TestEveryScreenByEachDeviceAlone(t *testing.T) {
	for name, h := range map[string]hand{"keyboard": keyboard{}, "gamepad": gamepad{}, "mouse": mouse{}} {
		t.Run(name, func(t *testing.T) { tour(newRig(t, nil), h) })
	}
}

// tour goes through every screen.
func tour(r *rig, h hand) {
	r.wants("title")
	for id, screen := range map[int]string{idJoin: "Join a friend", idHost: "Host for friends"} {
		choose(r, h, id)
		r.wants(screen)
		reachRows(r, h.(player), &r.g.top().(*listScreen).list)
		h.(player).back(r)
		r.wants("title")
	}
	choose(r, h, idPlay)
	r.until("the own world is open", func() bool { return r.screen() == "play" })
	r.tell(link(protocol.Online, ""), level(geom.Pos{X: 4, Y: 3}))
	r.frame()
	h.menu(r)
	r.wants("Paused")
	choose(r, h, idSettings)
	r.wants("Settings")
	r.press(ebiten.KeyEscape)
	r.wants("Paused")
	choose(r, h, idQuit)
	r.wants("Quit laneya?")
	choose(r, h, idStay)
	r.wants("Paused")
	choose(r, h, idBack)
	r.wants("play")
	r.tell(link(protocol.Refused, "too new"))
	r.frame()
	r.wants("This world can not be joined")
	choose(r, h, idBack)
	r.wants("title")
	choose(r, h, idPlay)
	r.until("the own world is open again", func() bool { return r.screen() == "play" })
	h.menu(r)
	choose(r, h, idLeave)
	r.wants("title")
	choose(r, h, idQuit)
	if !r.over {
		r.t.Error("Quit doesn't")
	}
}

// Nothing is cut off or overlaps, at any scale and in the smallest window.
func TestEveryScreenFitsAtEveryScale(t *testing.T) {
	for _, l := range lang.All() {
		t.Run(l.Tag(), func(t *testing.T) { screensFit(t, l) })
	}
}

func screensFit(t *testing.T, l *lang.Language) {
	r := newRig(t, func(c *Config) { c.Locales = []string{l.Tag()} })
	t.Cleanup(func() { lang.Use(nil) })
	notes := &sheet{painter: r.g.painter}
	r.g.painter = notes
	screens := map[string]func(){
		"title": func() {},
		"name":  func() { r.g.askMyName(func(string) {}) },
		"port":  r.g.askPort,
		"plate": func() {
			w := &World{Port: 5001, Invite: "laneya -connect 192.168.178.123:50001", Others: []string{"10.123.123.123:50001", "[fd00:1234:5678:9abc:def0:1234:5678:9abc]:50001"}}
			r.g.openInvitation(&play{world: w})
		},
		"quit":  func() { r.g.join("friend.example:5001", "anna"); r.g.askToQuit() },
		"pause": func() { r.g.openPause(&play{}) },
		"trouble": func() {
			r.g.showTrouble("This world can not be joined", "It speaks a language that is newer than what this game knows, which a newer version of the game will cure.")
		},
	}
	for name, open := range screens {
		r.g.home()
		open()
		for _, scale := range []float64{1, 1.5, 2, 3} {
			for _, size := range []image.Point{{800, 500}, {1280, 800}, {3840, 2160}} {
				r.g.resize(size, scale)
				notes.page = page{}
				r.g.redraw()
				r.frame()
				f := r.form()
				for _, text := range notes.words {
					if short := strings.TrimSuffix(text, "…"); short != text && text != lang.Text("Connecting…") {
						t.Errorf("%s at %v, %v: %q is shortened", name, size, scale, text)
					}
				}
				if !f.Bounds().In(image.Rectangle{Max: size}) {
					t.Errorf("%s at %v, %v: the form at %v is cut off", name, size, scale, f.Bounds())
				}
				bottom := 0
				for i := range f.Items {
					if b := f.Box(i); b.Min.Y < bottom || b.Empty() {
						t.Errorf("%s at %v, %v: item %d overlaps", name, size, scale, i)
					} else {
						bottom = b.Max.Y
					}
				}
			}
		}
	}
}

func TestAWorldThatDoesNotOpenIsTrouble(t *testing.T) {
	r := newRig(t, nil)
	r.world.err = errors.New("the disk is full")
	choose(r, keyboard{}, idPlay)
	r.until("trouble is shown", func() bool { return r.screen() == "Your world does not open" })
	if got := r.form().Items[2].Text; got != "The disk is full." {
		t.Errorf("it says %q", got)
	}
	r.world.err = nil
	choose(r, keyboard{}, idBack)
	choose(r, keyboard{}, idPlay)
	r.until("it opens after all", func() bool { return r.screen() == "play" })
}

// A world that opens after the player went back is closed, and can be opened
// again.
func TestGoingBackWhileTheWorldOpens(t *testing.T) {
	r := newRig(t, nil)
	r.world.wait, r.world.entered = make(chan struct{}), make(chan struct{}, 2)
	choose(r, keyboard{}, idPlay)
	r.wants("opening")
	<-r.world.entered
	keyboard{}.tap(r, ebiten.KeyEscape)
	r.wants("title")
	close(r.world.wait)
	choose(r, keyboard{}, idPlay)
	r.until("the world is open", func() bool { return r.screen() == "play" })
	if n := r.world.count(); n != [2]int{2, 1} {
		t.Errorf("opened and closed %v times", n)
	}
}

func TestLeaving(t *testing.T) {
	r := playing(t)
	keyboard{}.menu(r)
	choose(r, keyboard{}, idLeave)
	r.g.Close()
	if !r.session.left || !r.session.closed {
		t.Errorf("a friend's world: left %v, closed %v", r.session.left, r.session.closed)
	}
	r = newRig(t, func(c *Config) { c.Begin = InOwnWorld })
	r.until("the own world is open", func() bool { return r.screen() == "play" })
	r.window.closing = true
	r.frame()
	r.g.Close()
	if !r.over || r.session.left || !r.session.closed || r.world.count() != [2]int{1, 1} {
		t.Errorf("one's own world: over %v, left %v, closed %v, world %v", r.over, r.session.left, r.session.closed, r.world.count())
	}
}

func TestStopEndsTheGame(t *testing.T) {
	stop := make(chan struct{})
	r := newRig(t, func(c *Config) { c.Begin, c.Stop = InOwnWorld, stop })
	r.until("the own world is open", func() bool { return r.screen() == "play" })
	if r.over {
		t.Fatal("over already")
	}
	close(stop)
	r.frame()
	r.g.Close()
	if !r.over || r.world.count() != [2]int{1, 1} {
		t.Errorf("over %v, world %v", r.over, r.world.count())
	}
}

func TestQuitIsAskedFor(t *testing.T) {
	r := playing(t)
	keyboard{}.tap(r, ebiten.KeyQ)
	r.wants("Quit laneya?")
	keyboard{}.tap(r, ebiten.KeyQ)
	r.wants("Quit laneya?")
	keyboard{}.tap(r, ebiten.KeyEscape)
	r.wants("play")
	keyboard{}.tap(r, ebiten.KeyQ)
	keyboard{}.tap(r, ebiten.KeyArrowDown)
	keyboard{}.tap(r, ebiten.KeyEnter)
	if !r.over {
		t.Error("the game goes on")
	}
	if len(r.session.walks) != 0 {
		t.Errorf("walked %v", r.session.walks)
	}
}

// A key may be hit by mistake, so it asks; who chooses the title's Quit means it.
func TestTheTitleAsksForKeysOnly(t *testing.T) {
	for _, k := range []ebiten.Key{ebiten.KeyQ, ebiten.KeyEscape} {
		r := newRig(t, nil)
		keyboard{}.tap(r, k)
		r.wants("Quit laneya?")
		keyboard{}.tap(r, ebiten.KeyEscape)
		if r.over {
			t.Errorf("%v: over", k)
		}
	}
}

func TestQIsALetterWhileWriting(t *testing.T) {
	r := newRig(t, nil)
	r.g.openJoin()
	r.Tap(ebiten.KeyQ)
	r.Type("q")
	r.frame()
	r.wants("Join a friend")
	if got := r.g.top().(*listScreen).list.Filter.String(); got != "q" {
		t.Errorf("the field holds %q", got)
	}
}

func TestHostShowsTheLineForFriends(t *testing.T) {
	r := newRig(t, nil)
	r.world.invite = "laneya -connect 192.168.1.7:5001"
	choose(r, keyboard{}, idPlay)
	r.until("the own world is open", func() bool { return r.screen() == "Your world is open" })
	if got := r.form().Items[2].Text; got != "laneya -connect 192.168.1.7:5001" {
		t.Errorf("the plate says %q", got)
	}
	choose(r, keyboard{}, idBack)
	p := r.g.top().(*play)
	if p.status.invite != "laneya -connect 192.168.1.7:5001" {
		t.Errorf("it says %q", p.status.invite)
	}
	keyboard{}.menu(r)
	r.wants("Menu") // a shared world isn't paused
}

func TestSessionsChannelThatEndsIsNoTrouble(t *testing.T) {
	r := playing(t)
	r.tell(client.Change{Link: &protocol.Link{Phase: protocol.Closed}})
	close(r.session.changes)
	r.frames(3)
	if p := r.g.top().(*play); !p.status.away || !slices.Contains([]string{"The game has ended"}, p.status.message.Items[0].Text) {
		t.Errorf("away %v, %q", p.status.away, p.status.message.Items[0].Text)
	}
}
