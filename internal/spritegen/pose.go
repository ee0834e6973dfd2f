package spritegen

import (
	"image"
	"image/color"
)

// Poses are the pictures of a figure, in the order in which they lie in the
// table. A figure's source draws the first one; those that it doesn't draw are
// made from it, by its gait.
var Poses = []string{"idle", "breathe", "step", "stride", "attack", "hurt", "death"}

// gait is how a figure moves, and so how its poses are made.
type gait string

const (
	walks  gait = "walk"  // on feet: they are lifted by turns
	hovers gait = "hover" // in the air: it rises and sinks
	crawls gait = "crawl" // on its belly: it is drawn out and together
	stands gait = "stand" // doesn't move from its place
)

func (g gait) known() bool { return g == walks || g == hovers || g == crawls || g == stands }

// pose makes the pose of that name out of the idle picture.
func (g gait) pose(name string, idle *image.NRGBA) *image.NRGBA {
	b := bounds(idle)
	waist := b.Min.Y + b.Dy()*5/8
	switch name {
	case "breathe":
		if g == hovers {
			return shift(idle, func(image.Point) image.Point { return image.Pt(0, -1) })
		}
		return sink(idle, b.Min.Y, waist)
	case "step":
		return g.step(idle, b, 0)
	case "stride":
		return g.step(idle, b, 1)
	case "attack":
		return lean(idle, b, 3)
	case "hurt":
		return sink(lean(idle, b, -2), b.Min.Y, waist)
	case "death":
		if g == walks {
			return topple(idle, b)
		}
		return flatten(idle, b)
	}
	return idle
}

// step lifts one foot or the other, or what the gait has for it.
func (g gait) step(idle *image.NRGBA, b image.Rectangle, foot int) *image.NRGBA {
	switch g {
	case hovers:
		return shift(idle, func(image.Point) image.Point { return image.Pt(0, foot-1) })
	case crawls:
		if foot == 0 {
			return sink(lean(idle, b, 1), b.Min.Y, b.Max.Y-3)
		}
		return lean(idle, b, -1)
	case stands:
		return lean(idle, b, 2*foot-1)
	}
	middle, ankle := (b.Min.X+b.Max.X)/2, b.Max.Y-max(b.Dy()/5, 2)
	return shift(idle, func(p image.Point) image.Point {
		if p.Y >= ankle && (p.X < middle) == (foot == 0) {
			return image.Pt(0, -1)
		}
		return image.Point{}
	})
}

// bounds returns what of img shows.
func bounds(img *image.NRGBA) image.Rectangle {
	var b image.Rectangle
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if img.NRGBAAt(x, y).A > 0 {
				b = b.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return b
}

// shift returns img with each pixel moved by what by says. Of two that come to
// lie on one place, the lower one shows.
func shift(img *image.NRGBA, by func(image.Point) image.Point) *image.NRGBA {
	out := image.NewNRGBA(img.Bounds())
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if c := img.NRGBAAt(x, y); c.A > 0 {
				to := image.Pt(x, y).Add(by(image.Pt(x, y)))
				out.SetNRGBA(to.X, to.Y, c)
			}
		}
	}
	return out
}

// sink lets the rows from top to waist come down by one; that at the waist is
// hidden.
func sink(img *image.NRGBA, top, waist int) *image.NRGBA {
	return shift(img, func(p image.Point) image.Point {
		if p.Y >= top && p.Y < waist {
			return image.Pt(0, 1)
		}
		return image.Point{}
	})
}

// lean moves the top of img by reach pixels to the east, and what is below it by
// less the lower it is.
func lean(img *image.NRGBA, b image.Rectangle, reach int) *image.NRGBA {
	return shift(img, func(p image.Point) image.Point {
		return image.Pt(reach*(b.Max.Y-p.Y)/max(b.Dy(), 1), 0)
	})
}

// topple lays img down on the ground it stood on: what is long on its back, what
// is tall on its side.
func topple(img *image.NRGBA, b image.Rectangle) *image.NRGBA {
	out := image.NewNRGBA(img.Bounds())
	left := (img.Bounds().Dx() - b.Dy()) / 2
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := img.NRGBAAt(x, y)
			switch {
			case c.A == 0:
			case b.Dx() > b.Dy():
				out.SetNRGBA(x, b.Min.Y+b.Max.Y-1-y, c)
			default:
				out.SetNRGBA(left+b.Max.Y-1-y, b.Max.Y-b.Max.X+x, c)
			}
		}
	}
	return out
}

// flatten leaves of img what lies on the ground: a third of its rows, at the
// width of them all.
func flatten(img *image.NRGBA, b image.Rectangle) *image.NRGBA {
	out := image.NewNRGBA(img.Bounds())
	rows := max(b.Dy()/3, 2)
	for i := range rows {
		from := b.Min.Y + (2*i+1)*b.Dy()/(2*rows)
		for x := b.Min.X; x < b.Max.X; x++ {
			if c := img.NRGBAAt(x, from); c.A > 0 {
				out.SetNRGBA(x, b.Max.Y-rows+i, c)
			}
		}
	}
	return out
}

// rim returns img with a line of c around what shows, where there is room.
func rim(img *image.NRGBA, c color.NRGBA) *image.NRGBA {
	out := image.NewNRGBA(img.Bounds())
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if here := img.NRGBAAt(x, y); here.A > 0 {
				out.SetNRGBA(x, y, here)
				continue
			}
			for _, d := range [...]image.Point{{0, -1}, {-1, 0}, {1, 0}, {0, 1}} {
				if at := image.Pt(x, y).Add(d); at.In(img.Bounds()) && img.NRGBAAt(at.X, at.Y).A > 0 {
					out.SetNRGBA(x, y, c)
				}
			}
		}
	}
	return out
}

// shorten returns img without its by diagonals of pixels from the one on which x-y is
// from; what is north-east of them moves up to the rest.
func shorten(img *image.NRGBA, from, by int) *image.NRGBA {
	out := image.NewNRGBA(img.Bounds())
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			switch c, d := img.NRGBAAt(x, y), x-y; {
			case c.A == 0:
			case d < from:
				out.SetNRGBA(x, y, c)
			case d >= from+2*by:
				out.SetNRGBA(x-by, y+by, c)
			}
		}
	}
	return out
}
