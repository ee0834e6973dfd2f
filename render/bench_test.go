package render

import (
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

// BenchmarkWalking is our own code for one picture of the busiest scene: a
// level of 60x40 all in sight, on which 200 heroes walk.
func BenchmarkWalking(b *testing.B) {
	k := newWalkers(b, 200)
	s := NewScene()
	s.Resize(1280, 800, 1)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%6 == 0 {
			b.StopTimer()
			k.step()
			b.StartTimer()
		}
		s.Update(k.st, frameTime)
		s.build()
		s.figures.order()
	}
}

// BenchmarkFrame is the same with what Ebitengine does when it is told to draw.
func BenchmarkFrame(b *testing.B) {
	k := newWalkers(b, 200)
	s := NewScene()
	s.Resize(1280, 800, 1)
	dst := ebiten.NewImage(1280, 800)
	defer dst.Deallocate()
	pixel := make([]byte, 4*1280*800)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%6 == 0 {
			b.StopTimer()
			k.step()
			dst.ReadPixels(pixel)
			b.StartTimer()
		}
		s.Update(k.st, frameTime)
		s.Draw(dst, k.st)
	}
}

// BenchmarkIdle is a picture in which nothing happens.
func BenchmarkIdle(b *testing.B) {
	k := newWalkers(b, 200)
	s := settled(b, k.st)
	b.ReportAllocs()
	for b.Loop() {
		s.Update(k.st, frameTime)
	}
}
