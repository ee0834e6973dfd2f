package input

import (
	"math"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

// However the stick is tilted, it asks for one direction at most, and for one where it
// is tilted far.
func TestTheStickAsksForOneDirection(t *testing.T) {
	cross := []Button{ebiten.StandardGamepadButtonLeftTop, ebiten.StandardGamepadButtonLeftRight, ebiten.StandardGamepadButtonLeftBottom, ebiten.StandardGamepadButtonLeftLeft}
	for i := range 720 {
		sin, cos := math.Sincos(float64(i) * math.Pi / 360)
		for _, far := range []float64{0.3, 1} {
			var asked []Button
			for b := range Button(ebiten.StandardGamepadButtonMax) {
				if tilted(far*sin, -far*cos, b) {
					asked = append(asked, b)
				}
			}
			if want := map[float64]int{0.3: 0, 1: 1}[far]; len(asked) != want {
				t.Fatalf("tilted by %d half degrees, %v far, it asks for %v", i, far, asked)
			}
			if far == 1 && i%180 == 0 && asked[0] != cross[i/180] {
				t.Errorf("tilted by %d half degrees it asks for %v", i, asked)
			}
		}
	}
}
