package app

import (
	"image"
	"slices"
	"testing"
	"time"

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
// window, with their names. The engine draws after each, which isn't in the
// figure.
func BenchmarkBusiestFrame(b *testing.B) {
	c := newCrowd(b)
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		if i%framesPerStep == 0 {
			c.step()
		}
		begin := time.Now()
		c.frame()
		took = append(took, time.Since(begin))
		c.flush()
	}
	var sum time.Duration
	for _, d := range took {
		sum += d
	}
	slices.Sort(took)
	b.ReportMetric(float64(sum)/float64(len(took)), "ns/op")
	b.ReportMetric(float64(took[len(took)*99/100]), "p99-ns")
	c.reportAllocations(b)
}

// reportAllocations reports how often a frame allocates, our own code and all
// of it.
func (c *crowd) reportAllocations(b *testing.B) {
	c.step()
	b.ReportMetric(testing.AllocsPerRun(framesPerStep-1, c.frame), "allocs/frame")
	own := int64(0)
	for _, n := range ownAllocations(func() {
		c.step()
		c.frames(framesPerStep)
	}) {
		own += n
	}
	b.ReportMetric(float64(own)/framesPerStep, "own-allocs/frame")
}
