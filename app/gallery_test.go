package app

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// TestPicturesOfEveryScreen compares each screen of the caves with how it looked when
// somebody last judged it.
func TestPicturesOfEveryScreen(t *testing.T) {
	first := caves(t)
	for _, name := range slices.Sorted(maps.Keys(everyScreen(first, first.g.top().(*play)))) {
		t.Run(name, func(t *testing.T) {
			r := caves(t)
			r.frames(60) // the light has settled
			if open := everyScreen(r, r.g.top().(*play))[name]; open != nil {
				open()
			}
			r.frames(5)
			compare(t, "screen-"+strings.ReplaceAll(name, " ", "-"), r)
		})
	}
}
