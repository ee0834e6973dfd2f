package geom

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestCompassIsTheNearestDirection compares directions with their angles.
func TestCompassIsTheNearestDirection(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Delta{rapid.IntRange(-300, 300).Draw(t, "dx"), rapid.IntRange(-300, 300).Draw(t, "dy")}
		c := d.Compass()
		if (d == Delta{}) != (c == Here) {
			t.Fatalf("%v is %q", d, c)
		}
		if c == Here {
			return
		}
		of := func(d Delta) float64 { return math.Atan2(float64(d.DY), float64(d.DX)) }
		apart := math.Abs(math.Remainder(of(d)-of(c.Delta()), 2*math.Pi))
		if apart > math.Pi/8+0.01 {
			t.Fatalf("%v is %q, which is %.2f off", d, c, apart)
		}
	})
}

func TestCompassWords(t *testing.T) {
	for c := Here; c <= ToNorthWest; c++ {
		if got, ok := ParseCompass(c.String()); !ok || got != c {
			t.Errorf("%q is read as %q, %v", c, got, ok)
		}
	}
	if _, ok := ParseCompass("up"); ok {
		t.Error("up is a direction")
	}
	if bad := Compass(9); bad.String() != "invalid" || bad.Delta() != (Delta{}) {
		t.Errorf("a bad value is %q, %v", bad, bad.Delta())
	}
}
