package input

import (
	"image"
	"slices"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/geom"
)

// Poller reads a Source once in each tick.
type Poller struct {
	src     Source
	keys    []bound[ebiten.Key]
	buttons []bound[ebiten.StandardGamepadButton]
	edits   [numEdits]holding
	snap    Snapshot
	pressed []ebiten.Key
	ids     []ebiten.GamepadID
	began   bool
	turned  float64 // of the wheel, less than a notch
	back    bool    // the keyboard came back to the window in this tick
}

// bound is one key or button with what it asks for.
type bound[K any] struct {
	key     K
	action  Action
	shift   Shift
	repeats bool
	raw     bool // it was down in the last tick, whether or not that counted
	hold    holding
}

// NewPoller returns a Poller for the table of bindings.
func NewPoller(src Source, table Bindings) *Poller {
	p := &Poller{src: src}
	for _, b := range table {
		for _, k := range b.Keys {
			p.keys = append(p.keys, bound[ebiten.Key]{key: k, action: b.Action, shift: b.Shift, repeats: b.Repeats})
		}
		for _, k := range b.Buttons {
			p.buttons = append(p.buttons, bound[ebiten.StandardGamepadButton]{key: k, action: b.Action, repeats: b.Repeats})
		}
	}
	return p
}

// Poll reads the tick. While somebody writes into a text field, writing is
// true, and keys with a character on them ask for nothing.
//
// The Snapshot is the Poller's own and is good until the next Poll.
func (p *Poller) Poll(writing bool) *Snapshot {
	s := &p.snap
	p.pressed = p.src.AppendPressed(p.pressed[:0])
	was := s.Focused
	*s = Snapshot{
		Runes: s.Runes[:0], Edits: s.Edits[:0], Walks: s.Walks[:0], Held: s.Held, Device: s.Device,
		Pointer: s.Pointer, Focused: p.src.Focused(), Now: p.src.Now(),
	}
	p.back = p.began && s.Focused && !was
	s.Runes = p.src.AppendRunes(s.Runes)
	if len(p.pressed) > 0 || len(s.Runes) > 0 {
		s.Any, s.Device = true, Keyboard
	}
	p.pollKeys(writing)
	p.pollEdits()
	p.pollButtons()
	p.pollPointer()
	p.began = true
	return s
}

func (p *Poller) pollKeys(writing bool) {
	shift := p.src.Held(ebiten.KeyShiftLeft) || p.src.Held(ebiten.KeyShiftRight)
	for i := range p.keys {
		b := &p.keys[i]
		counts := p.snap.Focused && !(writing && hasCharacter(b.key))
		went := counts && slices.Contains(p.pressed, b.key)
		down := counts && p.src.Held(b.key)
		asked := p.hold(&b.hold, b.action, i, went, down)
		if asked && (went || b.repeats) && b.shift.fits(shift) {
			p.snap.Asked = p.snap.Asked.With(b.action)
		}
	}
}

func (p *Poller) pollButtons() {
	s := &p.snap
	p.ids = p.src.AppendPads(p.ids[:0])
	for i := range p.buttons {
		b := &p.buttons[i]
		was := b.raw
		b.raw = false
		for _, id := range p.ids {
			b.raw = b.raw || p.src.PadHeld(id, b.key)
		}
		went := s.Focused && b.raw && !was
		if went {
			s.Any, s.Device = true, Gamepad
		}
		asked := p.hold(&b.hold, b.action, len(p.keys)+i, went, s.Focused && b.raw)
		if asked && (went || b.repeats) {
			s.Asked = s.Asked.With(b.action)
		}
	}
}

// hold notes what a key or button did in this tick: went says that it went
// down, down that it is down at the end. It returns whether it asks.
func (p *Poller) hold(h *holding, a Action, id int, went, down bool) bool {
	was := h.on
	asked := h.tick(went, down, p.snap.Now)
	if p.back && down && !h.on {
		h.take(p.snap.Now)
		went = true
	}
	d := a.Dir()
	if d == geom.Stop {
		return asked
	}
	if was && (went || !down) {
		p.turn(Turn{ID: id, Dir: d})
	}
	if went {
		p.turn(Turn{ID: id, Dir: d, Down: true})
		if !down {
			p.turn(Turn{ID: id, Dir: d})
		}
	}
	return asked
}

// turn notes a direction key that went down or up.
func (p *Poller) turn(t Turn) {
	s := &p.snap
	t.Since = s.Now
	s.Walks = append(s.Walks, t)
	if t.Down {
		s.Held = append(s.Held, t)
		return
	}
	s.Held = slices.DeleteFunc(s.Held, func(h Turn) bool { return h.ID == t.ID })
}

func (p *Poller) pollEdits() {
	for i := range p.edits {
		k := editKeys[i]
		went := p.snap.Focused && slices.Contains(p.pressed, k)
		if p.edits[i].tick(went, p.snap.Focused && p.src.Held(k), p.snap.Now) {
			p.snap.Edits = append(p.snap.Edits, Edit(i))
		}
	}
}

func (p *Poller) pollPointer() {
	q := &p.snap.Pointer
	x, y := p.src.Cursor()
	at, was := image.Pt(x, y), *q
	held, pressed := p.src.Button()
	*q = Pointer{
		At: at, Held: held, Pressed: pressed,
		// Where the mouse lay when the game began isn't a wish to point there.
		Moved: p.began && at != was.At,
		Let:   (was.Held || pressed) && !held,
	}
	p.turned -= p.src.Wheel()
	q.Wheel = int(p.turned)
	p.turned -= float64(q.Wheel)
	back := p.snap.Focused && p.src.Back()
	if back {
		p.snap.Asked = p.snap.Asked.With(Cancel)
	}
	if q.Moved || pressed || back || q.Wheel != 0 {
		p.snap.Any, p.snap.Device = true, Mouse
	}
}
