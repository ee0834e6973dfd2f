package ui

import "image"

// Input is what a Form is asked in one tick.
type Input struct {
	Up, Down, Next, Previous bool
	Left, Right              bool // of a List with rows that step
	PageUp, PageDown         bool // of a List
	Confirm, Cancel          bool
	Runes                    []rune // typed characters
	Edits                    []Edit // editing keys
	Clip                     Clipboard
	Pointer                  image.Point
	Moved                    bool // the mouse, in this tick
	Pressed, Let             bool // its button went down, or up
	Wheel                    int  // notches that it was turned towards the player, of a List
}

// Result is what came of an Input.
type Result struct {
	Chosen    bool // the button with this ID was chosen
	ID        int
	Cancelled bool // the player wants to go back
	Changed   bool // the form looks different now
	Moved     bool // the focus went to another item
	Letters   bool // letters are to be shown on the screen, for the line that has the focus
	Step      int  // the row with this ID is to be set to what comes next, 1, or before, -1
}

// Handle does what in asks for. Call it after Layout.
func (f *Form) Handle(in *Input) Result {
	before := f.Focus()
	var r Result
	if in.Up || in.Previous {
		f.move(-1)
	}
	if in.Down || in.Next {
		f.move(1)
	}
	f.write(in, &r)
	f.point(in, &r)
	if in.Confirm && !r.Chosen {
		f.confirm(&r)
	}
	r.Cancelled = in.Cancel
	r.Moved = f.focus != before
	r.Changed = r.Changed || r.Moved
	return r
}

// write edits the field that has the focus.
func (f *Form) write(in *Input, r *Result) {
	if !f.Writing() {
		return
	}
	e := f.Items[f.focus].Editor
	r.Changed = e.Edit(in.Runes, in.Edits, in.Clip) || r.Changed
}

// point follows the mouse. A mouse that lies still takes the focus from nobody.
func (f *Form) point(in *Input, r *Result) {
	over := f.at(in.Pointer)
	if over >= 0 && (in.Pressed || in.Moved && f.Items[over].Kind == Button) {
		f.focus = over
	}
	if in.Pressed {
		r.Letters = over >= 0 && in.Pointer.In(f.LettersBox(over))
		f.armed = over
		r.Changed = over >= 0
		f.placeCursor(over, in.Pointer)
	}
	if !in.Let {
		return
	}
	if over >= 0 && over == f.armed && f.Items[over].Kind == Button {
		r.Chosen, r.ID = true, f.Items[over].ID
	}
	r.Changed = r.Changed || f.armed >= 0
	f.armed = -1
}

// placeCursor puts a field's cursor where the mouse points.
func (f *Form) placeCursor(i int, at image.Point) {
	if i < 0 || f.Items[i].Kind != Field {
		return
	}
	it := &f.Items[i]
	face := f.fonts.Face(Body, f.scale)
	box := f.lineBox(it)
	x := at.X - box.Min.X + it.Editor.scrolled(face, box.Dx())
	it.Editor.Place(face.Index(it.Editor.String(), x))
}

// at returns the item that can have the focus at a place; -1 for none.
func (f *Form) at(p image.Point) int {
	for i := range f.Items {
		if it := &f.Items[i]; it.focusable() && p.In(it.box) {
			return i
		}
	}
	return -1
}

// confirm chooses the button that has the focus. In a field it goes on to the
// next one, and after the last chooses the default.
func (f *Form) confirm(r *Result) {
	if f.focus < 0 {
		return
	}
	if it := &f.Items[f.focus]; it.Kind == Button {
		r.Chosen, r.ID = true, it.ID
		return
	}
	for i := f.focus + 1; i < len(f.Items); i++ {
		if f.Items[i].Kind == Field {
			f.focus = i
			return
		}
	}
	for i := range f.Items {
		if it := &f.Items[i]; it.Kind == Button && it.ID == f.Default && !it.Off {
			r.Chosen, r.ID = true, it.ID
		}
	}
}
