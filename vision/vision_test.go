package vision

import (
	"image/color"
	"math"
	"testing"
)

func apart(a, b color.NRGBA) float64 {
	dr, dg, db := float64(a.R)-float64(b.R), float64(a.G)-float64(b.G), float64(a.B)-float64(b.B)
	return math.Sqrt((dr*dr+dg*dg+db*db)/3) / 255
}

// Pairs of the game's colours that eyes of a kind confuse are further apart for them
// once they are adjusted.
func TestConfusedColoursComeApart(t *testing.T) {
	rust, leaf := color.NRGBA{176, 102, 62, 255}, color.NRGBA{108, 152, 76, 255}
	blood, moss := color.NRGBA{200, 48, 56, 255}, color.NRGBA{96, 112, 40, 255}
	sky, glow := color.NRGBA{140, 190, 236, 255}, color.NRGBA{116, 216, 196, 255}
	for _, c := range []struct {
		kind Kind
		a, b color.NRGBA
	}{
		{Protan, rust, leaf}, {Protan, blood, moss}, {Deutan, rust, leaf}, {Deutan, blood, moss}, {Tritan, sky, glow},
	} {
		before, after := apart(c.kind.See(c.a), c.kind.See(c.b)), apart(c.kind.See(c.kind.Adjust(c.a)), c.kind.See(c.kind.Adjust(c.b)))
		if after <= before*1.1 {
			t.Errorf("for kind %d, %v and %v are %.3f apart as they are and %.3f adjusted", c.kind, c.a, c.b, before, after)
		}
	}
}

func TestGoodAndBadAreFarApart(t *testing.T) {
	for k := Usual; k < Kinds; k++ {
		if d := apart(k.See(k.Good()), k.See(k.Bad())); d < 0.25 {
			t.Errorf("for kind %d they are %.3f apart", k, d)
		}
	}
}

// Who sees every hue sees the pictures as they were made, and greys stay grey for all.
func TestWhatStaysAsItIs(t *testing.T) {
	c := color.NRGBA{12, 200, 99, 130}
	if got := Usual.Adjust(c); got != c {
		t.Errorf("%v became %v", c, got)
	}
	grey := color.NRGBA{90, 90, 90, 255}
	for k := Usual; k < Kinds; k++ {
		if got := k.Adjust(grey); got != grey {
			t.Errorf("for kind %d, grey became %v", k, got)
		}
	}
}
