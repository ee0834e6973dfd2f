package render

import (
	"fmt"
	"math"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/geom"
	"laneya/protocol"
)

// What counts as a flash is WCAG 2.2's general flash: a pair of opposing changes of
// relative luminance by a tenth of the most that there is, where the darker one is
// below 0.8, at once over a quarter of the picture. (WCAG asks for a quarter of ten
// degrees of sight anywhere; scenes here are small enough to be just about that.) No
// more than three are allowed in any second.
const (
	flashChange = 0.1
	flashDark   = 0.8
	flashArea   = 0.25
	mostFlashes = 3
	// sampleStep is the distance of the pixels that are looked at.
	sampleStep = 5
)

var luminance = func() (t [256]float64) {
	for i := range t {
		if c := float64(i) / 255; c <= 0.04045 {
			t[i] = c / 12.92
		} else {
			t[i] = math.Pow((c+0.055)/1.055, 2.4)
		}
	}
	return t
}()

// flashes counts flashes over the frames that it is shown.
type flashes struct {
	low, high []float64 // of each pixel, since it last changed its direction
	up        []int8    // 1 where it last rose, -1 where it fell
	last      int8      // how the picture last changed
	turns     []int     // frames at which it changed the other way
}

// look takes the next frame of w by h pixels.
func (f *flashes) look(frame int, pix []byte, w, h int) {
	n := 0
	rose, fell := 0, 0
	for y := 0; y < h; y += sampleStep {
		for x := 0; x < w; x += sampleStep {
			p := pix[4*(y*w+x):]
			l := 0.2126*luminance[p[0]] + 0.7152*luminance[p[1]] + 0.0722*luminance[p[2]]
			if n == len(f.low) {
				f.low, f.high, f.up = append(f.low, l), append(f.high, l), append(f.up, 0)
			}
			f.low[n], f.high[n] = min(f.low[n], l), max(f.high[n], l)
			switch {
			case f.up[n] != 1 && l-f.low[n] >= flashChange && f.low[n] < flashDark:
				f.up[n], f.high[n] = 1, l
			case f.up[n] != -1 && f.high[n]-l >= flashChange && l < flashDark:
				f.up[n], f.low[n] = -1, l
			}
			switch f.up[n] {
			case 1:
				rose++
			case -1:
				fell++
			}
			n++
		}
	}
	area := int(flashArea * float64(n))
	switch {
	case f.last != 1 && rose > area && rose > fell:
		f.last, f.turns = 1, append(f.turns, frame)
	case f.last != -1 && fell > area && fell > rose:
		f.last, f.turns = -1, append(f.turns, frame)
	}
}

// most returns how many flashes there are at most in a second of so many frames.
func (f *flashes) most(perSecond int) int {
	most := 0
	for i := range f.turns {
		j := i
		for j < len(f.turns) && f.turns[j] < f.turns[i]+perSecond {
			j++
		}
		most = max(most, (j-i)/2)
	}
	return most
}

// scenes are what flashes most: each does at a frame what happens at it.
var flashScenes = map[string]func(g *grotto, frame int){
	"a fight": func(g *grotto, frame int) {
		if frame%12 == 0 {
			g.blow(frame / 12)
		}
	},
	"blasts": func(g *grotto, frame int) {
		if frame%10 == 0 {
			g.tell("blast", geom.Pos{X: 7 + frame/10%8, Y: 8}, "", "User:anna", 3)
		}
	},
	"fire that comes and goes": func(g *grotto, frame int) {
		if frame%6 == 0 {
			g.seq++
			v := protocol.View{}
			v.Details.Clouds = []protocol.Strip{}
			for y := 5; y < 11; y++ {
				v.Details.Clouds = append(v.Details.Clouds, protocol.Strip{X: 1 + (frame/6+y)%4, Y: y, Cells: "fffff fff ffffff"})
			}
			told(g.st, g.seq, v)
		}
	},
	"lightning": func(g *grotto, frame int) {
		if frame%8 == 0 {
			for x := range 6 {
				g.tell("flash", geom.Pos{X: 5 + 2*x, Y: 8}, "", "", 0)
			}
		}
	},
}

// Nothing that happens flashes more often than is safe, nor does it when all is calm.
func TestFlashes(t *testing.T) {
	const perSecond, seconds, w, h = 60, 2, 768, 384
	dst := ebiten.NewImage(w, h)
	defer dst.Deallocate()
	pix := make([]byte, 4*w*h)
	for name, happen := range flashScenes {
		for _, style := range []Style{{Shake: true}, {Calm: true}} {
			t.Run(fmt.Sprintf("%s, calm %v", name, style.Calm), func(t *testing.T) {
				g := newGrotto(t, style)
				g.frames(30)
				var f flashes
				for frame := range perSecond * seconds {
					happen(g, frame)
					g.frames(1)
					g.s.Draw(dst, g.st)
					dst.ReadPixels(pix)
					f.look(frame, pix, w, h)
				}
				most := f.most(perSecond)
				if t.Logf("%d flashes in a second at most", most); most > mostFlashes {
					t.Errorf("%d flashes in a second", most)
				}
			})
		}
	}
}

// The test would see flashes: a picture that is dark and not by turns.
func TestFlashesAreSeen(t *testing.T) {
	var f flashes
	pix := make([]byte, 4*768*384)
	for frame := range 60 {
		if frame/6%2 == 0 {
			clear(pix)
		} else {
			for i := range pix {
				pix[i] = 128
			}
		}
		f.look(frame, pix, 768, 384)
	}
	if n := f.most(60); n < 4 || n > 5 {
		t.Errorf("it counts %d flashes of five", n)
	}
}
