package input_test

import (
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/geom"
	"laneya/input"
	"laneya/input/inputtest"
	_ "laneya/internal/display"
)

const frame = time.Second / 60

type desk struct {
	*inputtest.Fake
	p *input.Poller
}

func newDesk() desk {
	f := inputtest.New()
	return desk{f, input.NewPoller(f, input.DefaultBindings())}
}

func (d desk) poll() *input.Snapshot { d.Step(frame); return d.p.Poll(false) }

func TestEveryActionHasAKeyOrButton(t *testing.T) {
	bound := input.Actions(0)
	for _, b := range input.DefaultBindings() {
		if len(b.Keys)+len(b.Fixed)+len(b.Buttons) > 0 {
			bound = bound.With(b.Action)
		}
	}
	for a := input.WalkNorth; a.String() != "unknown"; a++ {
		if !bound.Has(a) {
			t.Errorf("no key for %q", a)
		}
	}
}

func TestKeysAskOnceAndArrowsRepeat(t *testing.T) {
	d := newDesk()
	d.Press(ebiten.KeyEnter, ebiten.KeyArrowDown)
	var confirms, downs int
	for range 60 {
		s := d.poll()
		if s.Asked.Has(input.Confirm) {
			confirms++
		}
		if s.Asked.Has(input.Down) {
			downs++
		}
	}
	if confirms != 1 {
		t.Errorf("a held Enter asked %d times", confirms)
	}
	if downs < 8 || downs > 14 {
		t.Errorf("a held arrow asked %d times in a second", downs)
	}
}

func TestTabWithShiftGoesBack(t *testing.T) {
	d := newDesk()
	d.Tap(ebiten.KeyTab)
	if s := d.poll(); !s.Asked.Has(input.Next) || s.Asked.Has(input.Previous) {
		t.Errorf("Tab asked for %b", s.Asked)
	}
	d.Press(ebiten.KeyShiftLeft)
	d.Tap(ebiten.KeyTab)
	if s := d.poll(); s.Asked.Has(input.Next) || !s.Asked.Has(input.Previous) {
		t.Errorf("Shift+Tab asked for %b", s.Asked)
	}
}

func TestLettersAskForNothingWhileWriting(t *testing.T) {
	d := newDesk()
	d.Tap(ebiten.KeyQ, ebiten.KeyW, ebiten.KeySpace, ebiten.KeyEscape)
	d.Type("qw ")
	d.Step(frame)
	s := d.p.Poll(true)
	if s.Asked.Has(input.Quit) || s.Asked.Has(input.Up) || s.Asked.Has(input.Confirm) || len(s.Walks) > 0 {
		t.Errorf("letters asked for %b, walks %v", s.Asked, s.Walks)
	}
	if !s.Asked.Has(input.Cancel) || string(s.Runes) != "qw " {
		t.Errorf("asked %b, runes %q", s.Asked, string(s.Runes))
	}
}

func TestTapWithinATickGoesDownAndUp(t *testing.T) {
	d := newDesk()
	d.Tap(ebiten.KeyD)
	s := d.poll()
	if len(s.Walks) != 2 || !s.Walks[0].Down || s.Walks[1].Down || s.Walks[0].Dir != geom.East {
		t.Errorf("walks %+v", s.Walks)
	}
}

func TestLosingFocusLetsGoAndTakesUpAgainWhatIsHeld(t *testing.T) {
	d := newDesk()
	d.Press(ebiten.KeyD)
	d.Pad(ebiten.StandardGamepadButtonLeftTop, true)
	if s := d.poll(); len(s.Walks) != 2 || len(s.Held) != 2 {
		t.Fatalf("walks %+v, held %+v", s.Walks, s.Held)
	}
	d.Blurred = true
	if s := d.poll(); len(s.Walks) != 2 || s.Walks[0].Down || s.Walks[1].Down || len(s.Held) != 0 {
		t.Errorf("on losing the focus: %+v, held %+v", s.Walks, s.Held)
	}
	d.Release(ebiten.KeyD)
	d.poll()
	d.Blurred = false
	if s := d.poll(); len(s.Walks) != 1 || !s.Walks[0].Down || s.Walks[0].Dir != geom.North || len(s.Held) != 1 || s.Asked != 0 {
		t.Fatalf("after getting it back: %+v, held %+v, asked %b", s.Walks, s.Held, s.Asked)
	}
	d.Pad(ebiten.StandardGamepadButtonLeftTop, false)
	if s := d.poll(); len(s.Walks) != 1 || s.Walks[0].Down || len(s.Held) != 0 {
		t.Errorf("let go: %+v, held %+v", s.Walks, s.Held)
	}
}

func TestHeldAreInTheOrderInWhichTheyWentDown(t *testing.T) {
	d := newDesk()
	d.Press(ebiten.KeyD)
	d.poll()
	d.Press(ebiten.KeyW)
	d.poll()
	d.Tap(ebiten.KeyS)
	s := d.poll()
	if len(s.Held) != 2 || s.Held[0].Dir != geom.East || s.Held[1].Dir != geom.North {
		t.Errorf("held %+v", s.Held)
	}
}

func TestPadWalksAndWorksMenus(t *testing.T) {
	d := newDesk()
	d.Pad(ebiten.StandardGamepadButtonLeftBottom, true)
	d.Pad(ebiten.StandardGamepadButtonRightBottom, true)
	s := d.poll()
	if !s.Asked.Has(input.Down) || !s.Asked.Has(input.Confirm) || s.Device != input.Gamepad {
		t.Errorf("asked %b from device %d", s.Asked, s.Device)
	}
	if len(s.Walks) != 1 || s.Walks[0].Dir != geom.South {
		t.Errorf("walks %+v", s.Walks)
	}
	d.Pads = nil // pulled out
	if s := d.poll(); len(s.Walks) != 1 || s.Walks[0].Down {
		t.Errorf("a pad that was pulled out: %+v", s.Walks)
	}
}

func TestPointer(t *testing.T) {
	d := newDesk()
	d.X = 7
	if s := d.poll(); s.Pointer.Moved {
		t.Error("where the mouse lay at first counts as a move")
	}
	d.Click(8, 9)
	s := d.poll()
	if p := s.Pointer; !p.Moved || !p.Pressed || !p.Let || p.Held || p.At.X != 8 || s.Device != input.Mouse {
		t.Errorf("a click within a tick: %+v", p)
	}
	if p := d.poll().Pointer; p.Moved || p.Pressed || p.Let {
		t.Errorf("the tick after: %+v", p)
	}
}

func TestRightButtonGoesBack(t *testing.T) {
	d := newDesk()
	d.RightClick()
	if s := d.poll(); !s.Asked.Has(input.Cancel) || s.Asked.Has(input.Menu) || s.Device != input.Mouse {
		t.Errorf("it asks for %b", s.Asked)
	}
	if s := d.poll(); s.Asked != 0 {
		t.Errorf("the tick after it asks for %b", s.Asked)
	}
}

// A touch pad turns the wheel by parts of a notch.
func TestPartsOfANotchAddUp(t *testing.T) {
	d := newDesk()
	got := 0
	for range 10 {
		d.Roll(-0.4)
		got += d.poll().Pointer.Wheel
	}
	if got < 3 || got > 4 {
		t.Errorf("4 notches in parts turn by %d", got)
	}
}

func TestIdlePollAllocatesNothing(t *testing.T) {
	d := newDesk()
	d.Press(ebiten.KeyD)
	d.poll()
	if n := testing.AllocsPerRun(100, func() { d.poll() }); n != 0 {
		t.Errorf("%v allocations a poll", n)
	}
}

// lazyFocus looks for the focus again only when keys went down, as the real
// devices may.
type lazyFocus struct {
	*inputtest.Fake
	focused bool
}

func (l *lazyFocus) AppendPressed(k []ebiten.Key) []ebiten.Key {
	n := len(k)
	k = l.Fake.AppendPressed(k)
	l.focused = l.focused || len(k) > n
	return k
}

func (l *lazyFocus) Focused() bool { return l.focused }

func TestKeyRightAfterTheFocusCounts(t *testing.T) {
	src := &lazyFocus{Fake: inputtest.New()}
	p := input.NewPoller(src, input.DefaultBindings())
	src.Step(frame)
	p.Poll(false)
	src.Press(ebiten.KeyD)
	src.Step(frame)
	if s := p.Poll(false); len(s.Walks) != 1 || s.Walks[0].Dir != geom.East {
		t.Errorf("the key asked for the walks %v", s.Walks)
	}
}

// A character asks by whichever key it was written, unless that key asks itself.
func TestCharactersAsk(t *testing.T) {
	d := newDesk()
	d.Tap(ebiten.KeyIntlBackslash)
	d.Type("<")
	if s := d.poll(); !s.Asked.Has(input.ClimbUp) {
		t.Errorf("< asked for %b", s.Asked)
	}
	d.Tap(ebiten.KeyG)
	d.Type(",")
	if s := d.poll(); s.Asked.Has(input.ClimbUp) || !s.Asked.Has(input.Take) {
		t.Errorf("G with a comma asked for %b", s.Asked)
	}
	d.Step(frame)
	d.Type("<")
	d.Step(frame)
	if s := d.p.Poll(true); s.Asked != 0 {
		t.Errorf("< asked for %b in a text", s.Asked)
	}
}

// A key that was bound asks, the old one doesn't; and one with shift takes that from the
// one without.
func TestBoundKeysAsk(t *testing.T) {
	d := newDesk()
	table, _ := input.Rebound(map[string][]string{"explore": {"M"}, "map": {"Shift+M"}, "walk-north": {"O"}}, nil)
	d.p.Bind(table)
	d.Tap(ebiten.KeyM)
	if s := d.poll(); !s.Asked.Has(input.Explore) || s.Asked.Has(input.Map) {
		t.Errorf("M asked for %b", s.Asked)
	}
	d.Press(ebiten.KeyShiftRight)
	d.Tap(ebiten.KeyM)
	if s := d.poll(); s.Asked.Has(input.Explore) || !s.Asked.Has(input.Map) {
		t.Errorf("Shift+M asked for %b", s.Asked)
	}
	d.Release(ebiten.KeyShiftRight)
	d.Press(ebiten.KeyO, ebiten.KeyK)
	if s := d.poll(); len(s.Held) != 1 || s.Held[0].Dir != geom.North || s.Asked.Has(input.Explore) {
		t.Errorf("O turns %v and asks for %b", s.Held, s.Asked)
	}
}

// While a control key is held, letters edit and ask for nothing; with alt it is AltGr.
func TestControlKeysEdit(t *testing.T) {
	d := newDesk()
	d.Press(ebiten.KeyControlLeft)
	for k, want := range map[ebiten.Key]input.Edit{
		ebiten.KeyC: input.Copy, ebiten.KeyX: input.Cut, ebiten.KeyV: input.Paste, ebiten.KeyA: input.SelectAll,
		ebiten.KeyArrowLeft: input.WordLeft, ebiten.KeyArrowRight: input.WordRight, ebiten.KeyBackspace: input.DeleteWord,
	} {
		d.Tap(k)
		if s := d.poll(); len(s.Edits) != 1 || s.Edits[0] != want {
			t.Errorf("Control and %v edit %v, want %v", k, s.Edits, want)
		}
	}
	d.Press(ebiten.KeyAltRight)
	d.Tap(ebiten.KeyV)
	if s := d.poll(); len(s.Edits) > 0 || s.Control {
		t.Errorf("AltGr and V edit %v", s.Edits)
	}
	d.Release(ebiten.KeyAltRight)
	d.Tap(ebiten.KeyQ)
	if s := d.poll(); s.Asked.Has(input.Quit) || !s.Control {
		t.Errorf("it asks for %b", s.Asked)
	}
}

func TestWhatIsPressedIsTold(t *testing.T) {
	d := newDesk()
	d.Name = "DualSense"
	d.Tap(ebiten.KeyF7)
	d.Pad(ebiten.StandardGamepadButtonCenterCenter, true)
	s := d.poll()
	if len(s.Pressed) != 1 || s.Pressed[0] != ebiten.KeyF7 || len(s.Buttons) != 1 || s.Maker != input.PlayStation || s.Device != input.Gamepad {
		t.Errorf("%+v", s)
	}
	if s := d.poll(); len(s.Pressed)+len(s.Buttons) > 0 {
		t.Errorf("still %v, %v", s.Pressed, s.Buttons)
	}
}
