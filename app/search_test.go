package app

import (
	"slices"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

// texts returns what the rows of the list on top say.
func (r *rig) rows() (texts []string) {
	r.t.Helper()
	l, ok := r.g.top().(*listScreen)
	if !ok {
		r.t.Fatalf("%s is no list", r.screen())
	}
	for i := range l.list.Rows {
		texts = append(texts, l.list.Rows[i].Text)
	}
	return texts
}

// TestEveryListSearches looks for something in a list whose letters choose.
func TestEveryListSearches(t *testing.T) {
	r := caves(t)
	r.press(ebiten.KeyI)
	all := r.rows()
	r.writes("/")
	r.writes("axe")
	if got := r.rows(); len(got) != 2 || got[0] != "In the pack" || got[1] != "axe" {
		t.Fatalf("of %q a search for an axe leaves %q", all, got)
	}
	r.press(ebiten.KeyEscape)
	if got := r.rows(); !slices.Equal(got, all) {
		t.Fatalf("after the search there are %q, not %q", got, all)
	}
	r.wants("What you carry")
	r.writes("/nothing of the kind")
	if got := r.rows(); len(got) != 0 {
		t.Errorf("a search for nothing leaves %q", got)
	}
	r.press(ebiten.KeyEscape)
	r.press(ebiten.KeyEscape)
	r.wants("play")
}
