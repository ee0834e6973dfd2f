package ui_test

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"laneya/sprites"
	"laneya/ui"
)

const (
	idGo = iota + 1
	idOff
	idBack
)

func newForm() *ui.Form {
	return &ui.Form{Default: idGo, Items: []ui.Item{
		{Kind: ui.Title, Text: "Join a friend"},
		{Kind: ui.Text, Text: "Paste the line that your friend sent you.", Tone: ui.Quiet},
		{Kind: ui.Field, Text: "Name", Editor: &ui.Editor{}},
		{Kind: ui.Field, Text: "Address", Editor: &ui.Editor{}},
		{Kind: ui.Button, ID: idGo, Text: "Go"},
		{Kind: ui.Button, ID: idOff, Text: "Not now", Off: true},
		{Kind: ui.Gap},
		{Kind: ui.Button, ID: idBack, Text: "Back"},
	}}
}

var room = image.Rect(0, 0, 800, 500)

// Every form's items stand below each other within the room, whatever its size
// and scale.
func TestLayoutFitsAndDoesNotOverlap(t *testing.T) {
	fonts := ui.NewFonts()
	rapid.Check(t, func(t *rapid.T) {
		room := image.Rect(0, 0, rapid.IntRange(400, 4000).Draw(t, "w"), rapid.IntRange(260, 2200).Draw(t, "h"))
		scale := rapid.SampledFrom([]float64{1, 1.25, 1.5, 2, 3}).Draw(t, "scale")
		f := newForm()
		f.Items[1].Text = strings.Repeat("word ", rapid.IntRange(0, 12).Draw(t, "words")) + strings.Repeat("x", rapid.IntRange(0, 60).Draw(t, "long"))
		f.Layout(fonts, room, scale)
		if !f.Bounds().In(room) {
			t.Fatalf("the form at %v leaves the room %v", f.Bounds(), room)
		}
		var c recorder
		f.Draw(&c)
		y := f.Bounds().Min.Y
		for i := range f.Items {
			b := f.Box(i)
			if b.Min.Y < y || !b.In(f.Bounds()) || b.Dx() <= 0 {
				t.Fatalf("item %d at %v overlaps the one before or leaves %v", i, b, f.Bounds())
			}
			y = b.Max.Y
		}
		for _, r := range c.text {
			if !r.In(f.Bounds()) {
				t.Fatalf("text at %v leaves %v", r, f.Bounds())
			}
		}
	})
}

type recorder struct {
	text  []image.Rectangle
	words []string
	boxes int
}

func (c *recorder) Box(image.Rectangle, ui.Look, float64) { c.boxes++ }
func (c *recorder) Icon(r image.Rectangle, _ sprites.ID)  {}

func (c *recorder) Fill(image.Rectangle, color.RGBA) {}
func (c *recorder) Text(x, y int, s string, f *ui.Face, _ color.RGBA) {
	c.words = append(c.words, s)
	if s != "" {
		c.text = append(c.text, image.Rect(x, y, x+f.Width(s), y+f.Height()))
	}
}

func laidOut() *ui.Form {
	f := newForm()
	f.Layout(ui.NewFonts(), room, 1)
	return f
}

func TestFocusGoesRoundWhatCanHaveIt(t *testing.T) {
	for name, in := range map[string]ui.Input{"down": {Down: true}, "next": {Next: true}} {
		f := laidOut()
		var seen []int
		for range 5 {
			seen = append(seen, f.Focus())
			if r := f.Handle(&in); !r.Changed || !r.Moved {
				t.Errorf("%s: the form says that nothing changed", name)
			}
		}
		if want := [5]int{2, 3, 4, 7, 2}; [5]int(seen) != want {
			t.Errorf("%s: focus on %v, want %v", name, seen, want)
		}
	}
	f := laidOut()
	f.Handle(&ui.Input{Up: true})
	if f.Focus() != 7 {
		t.Errorf("up from the first leads to %d", f.Focus())
	}
}

func TestEnterGoesThroughTheFieldsAndChoosesTheDefault(t *testing.T) {
	f := laidOut()
	if r := f.Handle(&ui.Input{Runes: []rune("anna"), Confirm: true}); r.Chosen || f.Focus() != 3 {
		t.Fatalf("%+v, focus %d", r, f.Focus())
	}
	if r := f.Handle(&ui.Input{Runes: []rune("host"), Confirm: true}); !r.Chosen || r.ID != idGo {
		t.Fatalf("%+v", r)
	}
	if f.Items[2].Editor.String() != "anna" || f.Items[3].Editor.String() != "host" {
		t.Fatal("the text went astray")
	}
}

func TestMouse(t *testing.T) {
	f := laidOut()
	mid := func(i int) image.Point { return f.Box(i).Min.Add(f.Box(i).Size().Div(2)) }
	if r := f.Handle(&ui.Input{Pointer: mid(7), Moved: true}); !r.Moved || f.Focus() != 7 {
		t.Fatalf("pointing at a button: %+v, focus %d", r, f.Focus())
	}
	if r := f.Handle(&ui.Input{Pointer: mid(7), Down: true}); f.Focus() == 7 {
		t.Fatalf("a mouse that lies still keeps the focus: %+v", r)
	}
	if r := f.Handle(&ui.Input{Pointer: mid(7), Pressed: true}); r.Chosen {
		t.Fatal("chosen before the button is let go")
	}
	if r := f.Handle(&ui.Input{Pointer: mid(4), Moved: true, Let: true}); r.Chosen {
		t.Fatal("let go over another button, and chosen")
	}
	if r := f.Handle(&ui.Input{Pointer: mid(4), Pressed: true, Let: true}); !r.Chosen || r.ID != idGo {
		t.Fatalf("a click: %+v", r)
	}
	if r := f.Handle(&ui.Input{Pointer: mid(5), Pressed: true, Let: true}); r.Chosen || f.Focus() == 5 {
		t.Fatal("a button that is off can be chosen")
	}
	f.Items[2].Editor.Set("abcdef")
	at := image.Pt(f.Box(2).Min.X+1, f.Box(2).Max.Y-3)
	f.Handle(&ui.Input{Pointer: at, Pressed: true, Let: true})
	if f.Focus() != 2 || f.Items[2].Editor.Cursor() != 0 {
		t.Errorf("a click into a field: focus %d, cursor %d", f.Focus(), f.Items[2].Editor.Cursor())
	}
}

func TestNothingAskedChangesNothing(t *testing.T) {
	f := laidOut()
	if r := f.Handle(&ui.Input{}); r != (ui.Result{}) {
		t.Errorf("%+v", r)
	}
	if n := testing.AllocsPerRun(100, func() { f.Handle(&ui.Input{}) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestLongTextInAFieldShowsItsEnd(t *testing.T) {
	f := laidOut()
	f.Items[2].Editor.Max = 200
	f.Items[2].Editor.Set(strings.Repeat("wide ", 30) + "end")
	var c recorder
	f.Draw(&c)
	if all := strings.Join(c.words, "|"); !strings.Contains(all, "end|") || strings.Contains(all, strings.Repeat("wide ", 30)) {
		t.Errorf("drawn: %q", all)
	}
}
