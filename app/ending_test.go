package app

import (
	"slices"
	"testing"

	"laneya/protocol"
)

// TestBlame sums what took health by what it was.
func TestBlame(t *testing.T) {
	got := blame([]protocol.Cause{{Text: "The rat bites.", Damage: 2}, {Text: "You burn.", Damage: 3}, {Text: "You stumble."}, {Text: "The rat bites.", Damage: 4}})
	want := [][2]string{{"The rat bites.", "−6 in all"}, {"You burn.", "−3 in all"}}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
