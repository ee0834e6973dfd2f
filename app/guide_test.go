package app

import (
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

// TestTheGuideHasEveryKey finds the page of keys in the guide, also by searching.
func TestTheGuideHasEveryKey(t *testing.T) {
	r := caves(t)
	r.writes("?")
	r.listen()
	l := &r.g.top().(*listScreen).list
	if len(l.Rows) != 3 || l.Rows[0].Text != "First steps" {
		t.Fatalf("the pages are %v", l.Rows)
	}
	r.press(ebiten.KeyArrowDown)
	if d := &l.Detail; d.Title != "Every key" || len(d.Facts) < len(commands) || !about(d, "shift+e wield") {
		t.Errorf("the page of keys is %+v", d)
	}
	r.press(ebiten.KeyArrowDown)
	r.writes("e")
	r.listen()
	if l.Index() != 0 {
		t.Errorf("what was searched for is found, and row %d has the focus", l.Index())
	}
	for typed, want := range map[string]bool{"wield": true, "dragons": false} {
		r.press(ebiten.KeyEscape)
		r.writes("?")
		r.writes(typed)
		r.listen()
		found := false
		for _, row := range r.g.top().(*listScreen).list.Rows {
			found = found || row.Text == "Every key"
		}
		if found != want {
			t.Errorf("searching for %q finds it: %v", typed, found)
		}
	}
}
