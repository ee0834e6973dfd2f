package app

import (
	"image"
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/input"
	"laneya/protocol"
)

// spotOf returns where something was drawn.
func (r *rig) spotOf(p *play, kind spotKind, n int) image.Rectangle {
	r.t.Helper()
	for _, s := range p.spots {
		if s.kind == kind && s.n == n {
			return s.box
		}
	}
	r.t.Fatalf("nothing of the kind %d was drawn", kind)
	return image.Rectangle{}
}

// still points at a box and lets the mouse lie there.
func (r *rig) still(box image.Rectangle) {
	r.X, r.Y = box.Min.X+box.Dx()/2, box.Min.Y+box.Dy()/2
	r.frames(int(hoverTime/frameTime) + 3)
}

// What is drawn around the level explains itself, and each has words of its own.
func TestEverythingAroundTheLevelExplainsItself(t *testing.T) {
	d := details()
	d.Self.Status = []protocol.Condition{{Status: "regenerating", Ticks: 90}}
	d.Self.Sneaking = true
	r := cavesAs(t, d)
	p := r.g.top().(*play)
	r.Click(400, 250) // the mouse is used: its buttons show
	r.frames(3)
	if len(p.spots) < 10 {
		t.Fatalf("only %d things are known", len(p.spots))
	}
	seen := map[string]bool{}
	for _, s := range p.spots {
		r.still(image.Rect(400, 200, 402, 202))
		if p.hover.shown {
			t.Fatal("the level explains itself")
		}
		if r.still(s.box); !p.hover.shown {
			t.Fatalf("%v doesn't explain itself", s)
		}
		d := p.hover.card.Detail
		if seen[d.Title] || d.Title == "" || d.Text == "" && s.kind != onCondition {
			t.Errorf("%v says %q, %q", s, d.Title, d.Text)
		}
		seen[d.Title] = true
		if b := p.hover.card.Bounds(); !b.In(r.g.room()) {
			t.Errorf("the card of %v is cut off: %v", s, b)
		}
	}
	r.press(ebiten.KeyEscape)
	if p.hover.shown {
		t.Error("the card stays")
	}
}

// A look by keys or by gamepad goes over all of it, there and back.
func TestALookGoesOverWhatIsAround(t *testing.T) {
	for name, tap := range map[string]func(r *rig, back bool){
		"keys": func(r *rig, back bool) {
			if back {
				r.Press(ebiten.KeyShiftLeft)
				defer r.Release(ebiten.KeyShiftLeft)
			}
			r.press(ebiten.KeyTab)
		},
		"pad": func(r *rig, back bool) {
			r.pad(map[bool]ebiten.StandardGamepadButton{false: ebiten.StandardGamepadButtonFrontTopRight, true: ebiten.StandardGamepadButtonFrontTopLeft}[back])
			r.frames(2)
		},
	} {
		r := caves(t)
		p := r.g.top().(*play)
		r.g.aimLook(p)
		r.frames(3)
		a := r.g.top().(*aim)
		first := a.at
		kinds := map[spotKind]bool{}
		for range 12 + len(p.spots) {
			tap(r, false)
			if s, ok := a.looksAt(); ok {
				kinds[s.kind] = true
				if a.detail.Title == "" || a.detail.Title != p.explain(r.g, s).Title {
					t.Errorf("%s: of %v it says %q", name, s, a.detail.Title)
				}
			}
		}
		for _, k := range []spotKind{onHealth, onMember, onFoe, onStatus} {
			if !kinds[k] {
				t.Errorf("%s: %d is never looked at", name, k)
			}
		}
		for range 40 {
			if _, ok := a.looksAt(); ok || a.at != first {
				tap(r, true)
			}
		}
		r.frames(3)
		if a.at != first || !strings.HasPrefix(a.detail.Title, "thing") {
			t.Errorf("%s: it comes back to %v, %q", name, a.at, a.detail.Title)
		}
	}
}

// A click on what is around the level asks for nothing on it.
func TestClicksAroundTheLevel(t *testing.T) {
	r := caves(t)
	p := r.g.top().(*play)
	p.status.invite = "laneya -connect 10.0.0.1:5001"
	p.say("Something happened.", 0)
	r.Roll(1)
	r.frames(3)
	for _, c := range []struct {
		kind spotKind
		n    int
		want string // the screen
		did  string // or what is asked for
	}{
		{onHealth, 0, "play", "rest"}, {onJournal, 0, "What happened", ""}, {onStatus, 0, "map", ""}, {onMember, 1, "Your party", ""},
		{onFoe, 0, "Look at what?", ""}, {onInvite, 0, "play", ""}, {onMenu, 0, "Menu", ""}, {onQuick, 0, "play", "explore"}, {onQuick, 7, "What you can do", ""},
	} {
		r.did()
		click(r, r.spotOf(p, c.kind, c.n))
		did := r.did()
		if got := r.screen(); !strings.HasPrefix(got, c.want) || (c.did != "") != (len(did) == 1) || c.did != "" && did[0].Name() != c.did {
			t.Errorf("a click on %d leads to %q and asks for %v, want %q, %q", c.kind, got, did, c.want, c.did)
		}
		if r.g.top() != screen(p) {
			r.g.pop()
			r.frames(2)
		}
	}
	if got := r.g.cfg.Clipboard.Read(); got != p.status.invite {
		t.Errorf("copied is %q", got)
	}
}

// The mouse's buttons lie over nothing, and go when keys are used.
func TestQuickButtonsComeAndGo(t *testing.T) {
	r := caves(t)
	p := r.g.top().(*play)
	d := details()
	for i := range 9 {
		d.Self.Status = append(d.Self.Status, protocol.Condition{Status: "regenerating", Ticks: 90 + i})
	}
	r.tell(client.Change{Update: protocol.View{Seq: 2, Details: d}})
	r.Roll(1)
	r.frames(3)
	for _, scale := range []float64{1, 2, 3} {
		for _, size := range []image.Point{{800, 500}, {1280, 800}} {
			r.g.resize(size, scale)
			r.frames(3)
			box := p.quickBox(r.g)
			if box.Empty() || !box.In(r.g.room()) {
				t.Fatalf("they stand at %v of %v", box, size)
			}
			for _, s := range p.spots {
				if s.kind != onQuick && s.box.Overlaps(box) {
					t.Errorf("at %v in %v, %v lies under them: %v", scale, size, s, box)
				}
			}
		}
	}
	r.press(ebiten.KeyF9)
	if r.g.prompts.device != input.Keyboard || !p.quickBox(r.g).Empty() {
		t.Error("they stay")
	}
}
