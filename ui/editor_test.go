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
