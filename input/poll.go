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
	keys    []bound[Chord]
	chars   []bound[Chord]
	buttons []bound[Button]
	down    [ebiten.StandardGamepadButtonMax + 1]bool // buttons, in the last tick
	edits   []editKey
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
	plain   bool // it doesn't count with shift
	repeats bool
	hold    holding
}

// NewPoller returns a Poller for the table of bindings.
func NewPoller(src Source, table Bindings) *Poller {
	p := &Poller{src: src, edits: editKeys()}
	p.Bind(table)
	return p
}

// Bind makes another table hold. What is down then counts once it was let go.
func (p *Poller) Bind(table Bindings) {
	p.keys, p.chars, p.buttons, p.snap.Held = p.keys[:0], p.chars[:0], p.buttons[:0], nil
	for _, b := range table {
		for _, k := range table.Chords(b.Action) {
			bound := bound[Chord]{key: k, action: b.Action, repeats: b.Repeats}
			if k.Char != 0 {
				p.chars = append(p.chars, bound)
				continue
			}
			_, _, bound.plain = table.Taken(b.Action, Chord{Key: k.Key, Shift: true})
			p.keys = append(p.keys, bound)
		}
		for _, k := range table.Pad(b.Action) {
			p.buttons = append(p.buttons, bound[Button]{key: k, action: b.Action, repeats: b.Repeats})
		}
	}
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
		Runes: s.Runes[:0], Edits: s.Edits[:0], Walks: s.Walks[:0], Held: s.Held, Device: s.Device, Maker: s.Maker, Buttons: s.Buttons[:0],
		Pointer: s.Pointer, Focused: p.src.Focused(), Now: p.src.Now(),
	}
	p.back = p.began && s.Focused && !was
	s.Runes = p.src.AppendRunes(s.Runes)
	if len(p.pressed) > 0 || len(s.Runes) > 0 {
		s.Any, s.Device = true, Keyboard
	}
	s.Pressed = p.pressed
	s.Shift = p.src.Held(ebiten.KeyShiftLeft) || p.src.Held(ebiten.KeyShiftRight)
	s.Control = p.control()
	p.pollKeys(writing || s.Control)
	if !writing && !s.Control {
		p.pollChars()
	}
	p.pollEdits()
	p.pollButtons()
	p.pollPointer()
	p.began = true
	return s
}

// control reports whether a key is held with which letters edit. With alt it is another
// way to say AltGr, which writes characters.
func (p *Poller) control() bool {
	if p.src.Held(ebiten.KeyAltLeft) || p.src.Held(ebiten.KeyAltRight) {
		return false
	}
	for _, k := range [4]ebiten.Key{ebiten.KeyControlLeft, ebiten.KeyControlRight, ebiten.KeyMetaLeft, ebiten.KeyMetaRight} {
		if p.src.Held(k) {
			return true
		}
	}
	return false
}

func (p *Poller) pollKeys(writing bool) {
	shift := p.snap.Shift
	for i := range p.keys {
		b := &p.keys[i]
		counts := p.snap.Focused && !(writing && hasCharacter(b.key.Key))
		went := counts && slices.Contains(p.pressed, b.key.Key)
		down := counts && p.src.Held(b.key.Key)
		asked := p.hold(&b.hold, b.action, i, went, down)
		if !fits(b, shift) {
			continue
		}
		if b.hold.on {
			p.snap.Down = p.snap.Down.With(b.action)
		}
		if asked && (went || b.repeats) {
			p.snap.Asked = p.snap.Asked.With(b.action)
		}
	}
}

// fits reports whether a key counts while shift is held, or is not.
func fits(b *bound[Chord], shift bool) bool {
	if b.key.Shift {
		return shift
	}
	return !(b.plain && shift)
}

// pollChars looks at characters, unless the key that wrote them asks for something
// itself.
func (p *Poller) pollChars() {
	if p.snap.Asked != 0 || len(p.snap.Walks) > 0 {
		return
	}
	for _, r := range p.snap.Runes {
		for i := range p.chars {
			if p.chars[i].key.Char == r {
				p.snap.Asked = p.snap.Asked.With(p.chars[i].action)
			}
		}
	}
}

// pollButtons looks at all buttons of all gamepads.
func (p *Poller) pollButtons() {
	s := &p.snap
	p.ids = p.src.AppendPads(p.ids[:0])
	was := p.down
	for b := range p.down {
		p.down[b] = false
		for _, id := range p.ids {
			if !p.src.PadHeld(id, Button(b)) {
				continue
			}
			p.down[b] = true
			if !was[b] && s.Focused {
				s.Buttons = append(s.Buttons, Button(b))
				s.Any, s.Device, s.Maker = true, Gamepad, MakerOf(p.src.PadName(id))
			}
		}
	}
	for i := range p.buttons {
		b := &p.buttons[i]
		went := s.Focused && p.down[b.key] && !was[b.key]
		asked := p.hold(&b.hold, b.action, len(p.keys)+i, went, s.Focused && p.down[b.key])
		if b.hold.on {
			s.Down = s.Down.With(b.action)
		}
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
	p.snap.Any = p.snap.Any || q.Moved
	if pressed || back || q.Wheel != 0 { // to brush against it isn't to use it
		p.snap.Any, p.snap.Device = true, Mouse
	}
}
