package geom

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestLine draws lines: each ends where it should, goes on by one field at a time,
// and strays nowhere more than half a field from the straight.
func TestLine(t *testing.T) {
	pos := rapid.Custom(func(t *rapid.T) Pos {
		return Pos{rapid.IntRange(-40, 40).Draw(t, "x"), rapid.IntRange(-40, 40).Draw(t, "y")}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := pos.Draw(t, "a"), pos.Draw(t, "b")
		line := slices.Collect(Line(a, b))
		d := b.Sub(a)
		if len(line) != d.Chebyshev() || len(line) > 0 && line[len(line)-1] != b {
			t.Fatalf("from %v to %v it goes over %v", a, b, line)
		}
		at := a
		for _, p := range line {
			if p.Sub(at).Chebyshev() != 1 {
				t.Fatalf("from %v to %v it jumps to %v", a, b, p)
			}
			at = p
			off := d.DX*(p.Y-a.Y) - d.DY*(p.X-a.X)
			if 2*max(off, -off) > d.Chebyshev() {
				t.Fatalf("from %v to %v it strays to %v", a, b, p)
			}
		}
	})
}
