package ui

import "image"

// Kind is a kind of Item.
type Kind uint8

// The kinds.
const (
	Title   Kind = iota // large letters
	Text                // a paragraph
	Button              // something to do
	Field               // a line to write into
	Gap                 // some room
	Picture             // an icon, four times its size and more
)

// Item is one row of a Form.
type Item struct {
	Kind   Kind
	ID     int     // of a Button: what Result tells when it is chosen
	Text   string  // of a Field: what to write there
	Tone   Tone    // of a Text
	Style  Style   // of a Text
	Editor *Editor // of a Field
	Icon   Icon    // of a Picture
	Off    bool    // a Button that can't be chosen now
	Keys   bool    // a Text that names what asks for something
	Help   string  // what it is, said below all items while it has the focus

	box   image.Rectangle // the whole row
	inner image.Rectangle // of a Field: where the text stands
	lines []string        // of a Title or Text, as wrapped
}

// focusable reports whether the focus can be on the item.
func (it *Item) focusable() bool {
	return it.Kind == Field || it.Kind == Button && !it.Off
}

// Form is a column of items on a slab of stone. Exactly one of those that can
// be chosen or written into has the focus.
type Form struct {
	Items   []Item
	Bare    bool    // without the slab
	Width   int     // in pixels at scale 1; 0 for 380
	Default int     // the ID of the button that Enter in the last field chooses
	VAlign  float64 // where in the room it stands: 0 top, 1 bottom; centered is 0.5

	focus   int
	armed   int // the item the mouse button went down on; -1 for none
	panel   image.Rectangle
	scale   float64
	metrics metrics
	fonts   *Fonts
	ready   bool
	help    image.Rectangle // where Help stands, empty where no item has any
	helps   [][]string      // by items, wrapped
}

// Focus returns the index of the item that has the focus; -1 where there is
// none to have it.
func (f *Form) Focus() int {
	f.settle()
	return f.focus
}

// SetFocus gives the focus to the first item that has the ID.
func (f *Form) SetFocus(id int) {
	for i := range f.Items {
		if it := &f.Items[i]; it.focusable() && it.ID == id {
			f.focus = i
		}
	}
}

// FocusOn gives the focus to item i, if that can have it.
func (f *Form) FocusOn(i int) {
	if i >= 0 && i < len(f.Items) && f.Items[i].focusable() {
		f.focus = i
	}
}

// Writing reports whether the focus is in a text field.
func (f *Form) Writing() bool {
	i := f.Focus()
	return i >= 0 && f.Items[i].Kind == Field
}

// Box returns where item i stands, in device pixels, after Layout.
func (f *Form) Box(i int) image.Rectangle { return f.Items[i].box }

// Bounds returns where the whole form stands, in device pixels, after Layout.
func (f *Form) Bounds() image.Rectangle { return f.panel }

// settle puts the focus onto something that can have it.
func (f *Form) settle() {
	if !f.ready {
		f.ready, f.armed = true, -1
	}
	if f.focus >= 0 && f.focus < len(f.Items) && f.Items[f.focus].focusable() {
		return
	}
	f.focus = -1
	f.move(1)
}

// move hands the focus on to the next item that can have it, by steps of d.
func (f *Form) move(d int) {
	n := len(f.Items)
	at := f.focus
	if at < 0 && d < 0 {
		at = 0
	}
	for range n {
		at = (at + d + n) % n
		if f.Items[at].focusable() {
			f.focus = at
			return
		}
	}
}
