package ui_test

import (
	"slices"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"laneya/ui"
)

// The model of an Editor is two pieces of text, before and behind the cursor.
func TestEditorFollowsTheModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := ui.Editor{Max: rapid.IntRange(1, 12).Draw(t, "max")}
		var before, behind []rune
		for range rapid.IntRange(0, 60).Draw(t, "edits") {
			old := e.String()
			oldCursor := e.Cursor()
			var changed bool
			switch k := rapid.IntRange(-1, 5).Draw(t, "edit"); {
			case k < 0:
				typed := rapid.SliceOfN(rapid.SampledFrom([]rune("aé漢 \n\x00\u202e")), 0, 4).Draw(t, "typed")
				changed = e.Insert(typed)
				for _, r := range typed {
					if unicode.IsPrint(r) && len(before)+len(behind) < e.Max {
						before = append(before, r)
					}
				}
			default:
				changed = e.Do(ui.Edit(k))
				before, behind = edit(before, behind, ui.Edit(k))
			}
			if got := e.String(); got != string(before)+string(behind) || e.Cursor() != len(before) {
				t.Fatalf("%q with the cursor at %d, want %q|%q", got, e.Cursor(), string(before), string(behind))
			}
			if changed != (e.String() != old || e.Cursor() != oldCursor) {
				t.Fatalf("changed is %v", changed)
			}
		}
	})
}

func edit(before, behind []rune, k ui.Edit) (b, a []rune) {
	all := append(slices.Clone(before), behind...)
	n := len(before)
	switch k {
	case ui.Backspace:
		if n > 0 {
			return before[:n-1], behind
		}
	case ui.Delete:
		if len(behind) > 0 {
			return before, behind[1:]
		}
	case ui.CursorLeft:
		n = max(n-1, 0)
	case ui.CursorRight:
		n = min(n+1, len(all))
	case ui.Home:
		n = 0
	case ui.End:
		n = len(all)
	}
	return slices.Clone(all[:n]), slices.Clone(all[n:])
}

func TestEditorTakesOnlyWhatItMay(t *testing.T) {
	e := ui.Editor{Max: 3, Takes: func(r rune) bool { return r != '/' }}
	e.Set("a/b/c/d")
	if e.String() != "abc" {
		t.Errorf("%q", e.String())
	}
	e.Place(-4)
	e.Do(ui.Delete)
	if e.String() != "bc" {
		t.Errorf("%q", e.String())
	}
}

// memory is a clipboard.
type memory string

func (m *memory) Read() string   { return string(*m) }
func (m *memory) Write(s string) { *m = memory(s) }

func TestEditorSelectsAndCopies(t *testing.T) {
	const shift = ui.Extend
	for _, c := range []struct {
		typed string
		keys  []ui.Edit
		want  string // with | at the cursor
		clip  string
	}{
		{"one two", []ui.Edit{ui.SelectAll, ui.Copy}, "one two|", "one two"},
		{"one two", []ui.Edit{ui.SelectAll, ui.Cut, ui.Paste, ui.Paste}, "one twoone two|", "one two"},
		{"one two", []ui.Edit{ui.WordLeft | shift, ui.Cut}, "one |", "two"},
		{"one two", []ui.Edit{ui.WordLeft, ui.WordLeft, ui.WordRight | shift, ui.Cut, ui.End, ui.Paste}, "twoone |", "one "},
		{"one, two", []ui.Edit{ui.DeleteWord, ui.DeleteWord}, "|", ""},
		{"one two", []ui.Edit{ui.Home, ui.CursorRight | shift, ui.CursorRight | shift, ui.Backspace}, "|e two", ""},
		{"one two", []ui.Edit{ui.Home, ui.End | shift, ui.CursorLeft}, "|one two", ""},
		{"one two", []ui.Edit{ui.SelectAll, ui.CursorRight, ui.Copy}, "one two|", ""},
		{"one two", []ui.Edit{ui.SelectAll | shift, ui.Delete | shift}, "|", ""},
	} {
		var e ui.Editor
		m := new(memory)
		e.Edit([]rune(c.typed), c.keys, m)
		got := e.String()[:e.Cursor()] + "|" + e.String()[e.Cursor():]
		if got != c.want || m.Read() != c.clip {
			t.Errorf("%q, %v: %q and %q, want %q and %q", c.typed, c.keys, got, m.Read(), c.want, c.clip)
		}
	}
}

// What is typed takes the place of what is selected; what can't be written leaves it.
func TestTypingReplacesTheSelection(t *testing.T) {
	e := ui.Editor{Max: 3}
	e.Set("abc")
	e.Do(ui.SelectAll)
	if e.Edit([]rune("\n"), nil, nil); e.String() != "abc" {
		t.Errorf("a line's end leaves %q", e.String())
	}
	if e.Edit([]rune("xy"), nil, nil); e.String() != "xy" {
		t.Errorf("it is %q", e.String())
	}
}

// No keys in any order lose the cursor.
func TestAnyKeysKeepTheCursorInTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, m := ui.Editor{Max: 9}, new(memory)
		for range rapid.IntRange(0, 40).Draw(t, "keys") {
			k := ui.Edit(rapid.IntRange(0, int(ui.Paste)).Draw(t, "key"))
			if rapid.Bool().Draw(t, "shift") {
				k |= ui.Extend
			}
			was, cursor := e.String(), e.Cursor()
			from, to := e.Selection()
			changed := e.Edit([]rune(rapid.SampledFrom([]string{"", "a", "é ", "x-y"}).Draw(t, "typed")), []ui.Edit{k}, m)
			n := len([]rune(e.String()))
			if a, b := e.Selection(); a < 0 || b > n || e.Cursor() < 0 || e.Cursor() > n || n > 9 || !changed && (e.String() != was || e.Cursor() != cursor || a != from || b != to) {
				t.Fatalf("%q, the cursor at %d, selected %d to %d; changed is %v", e.String(), e.Cursor(), a, b, changed)
			}
		}
	})
}
