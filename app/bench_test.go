package app

import (
	"image"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/protocol"
)

// BenchmarkWalkingFrame is a frame of Update and Draw while the hero walks to
// and fro. What Draw hands to the engine is drawn later, and not in the figure.
func BenchmarkWalkingFrame(b *testing.B) {
	r := newRig(b, func(c *Config) { c.Begin, c.Address = Joining, "friend.example:5001" })
	r.dst = ebiten.NewImage(1280, 800)
	r.g.resize(image.Pt(1280, 800), 1)
	r.tell(link(protocol.Online, ""), level(geomPos(4, 3)))
	r.frames(120)
	seq, x := uint64(1), 4
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%6 == 0 {
			seq++
			if x++; seq/3%2 == 0 {
				x -= 2
			}
			b.StopTimer()
			r.tell(stepTo(seq, geomPos(x, 3)))
			b.StartTimer()
		}
		r.frame()
	}
}

// BenchmarkBusiestFrame is a frame in which 200 heroes walk, all of them in the
// window, with their names.
func BenchmarkBusiestFrame(b *testing.B) {
	c := newCrowd(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%framesPerStep == 0 {
			b.StopTimer()
			c.step()
			c.flush()
			b.StartTimer()
		}
		c.frame()
	}
}
