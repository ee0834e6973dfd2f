package app

import (
	"image"
	"image/color"
	"image/gif"
	"slices"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/lang"
	"laneya/settings"
)

const (
	replaySpan   = 10 * time.Second
	replayEvery  = 100 * time.Millisecond
	replayFrames = int(replaySpan / replayEvery)
	replayWide   = 480 // pixels at most
)

var replaySetting = onOff(lang.Mark("Keep the last ten seconds"), lang.Mark("{replay} then puts them into your pictures, moving. It costs some speed and memory all the time."),
	func(s *settings.Settings) *bool { return &s.Replay })

// replay holds small pictures of the last seconds, while that is set.
type replay struct {
	ring  []moment
	next  int // of the ring, to be written
	small *ebiten.Image
	busy  chan struct{} // held while a moving picture is made
}

// moment is a picture and when it was drawn.
type moment struct {
	at  time.Duration
	img *image.RGBA
}

// take keeps the picture that was drawn, if it is time for one.
func (r *replay) take(g *Game, dst *ebiten.Image) {
	if !g.set.Replay || g.cfg.KeepReplay == nil {
		*r = replay{busy: r.busy} // memory is given back
		return
	}
	n := len(r.ring)
	if n > 0 && g.now-r.ring[(r.next+n-1)%n].at < replayEvery {
		return
	}
	size := dst.Bounds().Size()
	w := min(size.X, replayWide)
	h := max(size.Y*w/size.X, 1)
	if r.small == nil || r.small.Bounds().Size() != image.Pt(w, h) {
		*r = replay{small: ebiten.NewImage(w, h), busy: r.busy}
	}
	op := ebiten.DrawImageOptions{Filter: ebiten.FilterLinear}
	op.GeoM.Scale(float64(w)/float64(size.X), float64(h)/float64(size.Y))
	r.small.DrawImage(dst, &op)
	if len(r.ring) < replayFrames {
		r.ring = append(r.ring, moment{img: image.NewRGBA(image.Rect(0, 0, w, h))})
		r.next = len(r.ring) - 1
	}
	m := &r.ring[r.next]
	m.at = g.now
	r.small.ReadPixels(m.img.Pix)
	r.next = (r.next + 1) % replayFrames
}

// want makes a moving picture of what is kept, beside the loop.
func (r *replay) want(g *Game) {
	if g.cfg.KeepReplay == nil {
		return
	}
	if !g.set.Replay || len(r.ring) == 0 {
		g.tell(lang.Text("Set that the last ten seconds are kept, under Play, before they happen."))
		return
	}
	if r.busy == nil {
		r.busy = make(chan struct{}, 1)
	}
	select {
	case r.busy <- struct{}{}:
	default:
		return // one is being made
	}
	// The ring goes on meanwhile: its pictures are copied.
	var moments []moment
	for i := range r.ring {
		m := r.ring[(r.next+i)%len(r.ring)]
		if g.now-m.at <= replaySpan {
			moments = append(moments, moment{m.at, &image.RGBA{Pix: slices.Clone(m.img.Pix), Stride: m.img.Stride, Rect: m.img.Rect}})
		}
	}
	now, busy := g.now, r.busy
	g.tell(lang.Text("The last seconds are being kept…"))
	g.leaving.Go(func() {
		defer func() { <-busy }()
		g.shots.tellOf(g.cfg.KeepReplay(animate(moments, now)))
	})
}

// animate makes a moving picture that ends at that time.
func animate(moments []moment, end time.Duration) *gif.GIF {
	palette, index := paletteOf(moments)
	out := &gif.GIF{}
	for i, m := range moments {
		until := end
		if i+1 < len(moments) {
			until = moments[i+1].at
		}
		p := image.NewPaletted(m.img.Rect, palette)
		for j := range p.Pix {
			p.Pix[j] = index[bin(m.img.Pix[4*j:])]
		}
		const hundredth = 10 * time.Millisecond
		out.Image, out.Delay = append(out.Image, p), append(out.Delay, max(int((until-m.at)/hundredth), 2))
	}
	return out
}

const binBits = 5 // of each channel, by which colours are told apart

// bin returns the number of a pixel's colour.
func bin(p []byte) int {
	const drop = 8 - binBits
	return int(p[0]>>drop)<<(2*binBits) | int(p[1]>>drop)<<binBits | int(p[2]>>drop)
}

// paletteOf returns the 256 colours that are the most frequent, and which of them is
// nearest to each colour.
func paletteOf(moments []moment) (color.Palette, []uint8) {
	const bins = 1 << (3 * binBits)
	var count [bins]int
	for _, m := range moments {
		for j := 0; j < len(m.img.Pix); j += 4 {
			count[bin(m.img.Pix[j:])]++
		}
	}
	var order []int
	for b, n := range count {
		if n > 0 {
			order = append(order, b)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return count[b] - count[a] })
	var palette color.Palette
	for _, b := range order[:min(len(order), 256)] {
		palette = append(palette, binColour(b))
	}
	index := make([]uint8, bins)
	for i, b := range order {
		if i < len(palette) {
			index[b] = uint8(i)
		} else {
			index[b] = uint8(palette.Index(binColour(b)))
		}
	}
	return palette, index
}

// binColour returns the colour in the middle of a bin.
func binColour(b int) color.RGBA {
	channel := func(shift int) uint8 {
		v := b >> shift & (1<<binBits - 1)
		return uint8(v<<(8-binBits) | v>>(2*binBits-8))
	}
	return color.RGBA{channel(2 * binBits), channel(binBits), channel(0), 255}
}
