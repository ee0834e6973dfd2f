package app

import "testing"

// High contrast leaves colours between 64 and 110 as they are, and makes lighter ones
// lighter: the bar that words stand on has to be one of the former.
func TestWordsOnTheBarOfHealthStandOut(t *testing.T) {
	for _, share := range []float64{1, 0.5, 0.1} {
		c := (&hud{share: share}).barInk(true)
		if most := max(c.R, c.G, c.B); most < 64 || most > 110 {
			t.Errorf("with %v of her health the bar is %v", share, c)
		}
	}
}
