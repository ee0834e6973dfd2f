package mapgen

import (
	"laneya/geom"
	"laneya/rules/dice"
)

// shape digs a room into box, adding its floor to out.
type shape func(d *dice.Dice, box geom.Rect, out *geom.CellSet)

// pickShape draws a shape that suits a room of that size.
func (p *plan) pickShape(size geom.Delta) shape {
	short, long := min(size.DX, size.DY), max(size.DX, size.DY)
	roll := p.dice.Below(100)
	switch {
	case short >= 7 && roll < 22:
		return roundShape
	case short >= 6 && long >= 8 && roll < 48:
		return pillarShape
	case short >= 5 && long >= 7 && roll < 70:
		return crossShape
	case short >= 5 && roll < 85:
		return cutShape
	}
	return plainShape
}

func plainShape(_ *dice.Dice, box geom.Rect, out *geom.CellSet) { addRect(out, box) }

// cutShape is a rectangle without its corners.
func cutShape(d *dice.Dice, box geom.Rect, out *geom.CellSet) {
	cut := d.Between(1, max(1, min(box.Size().DX, box.Size().DY)/3))
	for y := box.Min.Y; y < box.Max.Y; y++ {
		in := max(0, cut-(y-box.Min.Y), cut-(box.Max.Y-1-y))
		out.AddRun(geom.Run{X: box.Min.X + in, Y: y, N: box.Size().DX - 2*in})
	}
}

// roundShape is an ellipse that fills the box.
func roundShape(_ *dice.Dice, box geom.Rect, out *geom.CellSet) {
	w, h := box.Size().DX, box.Size().DY
	for y := range h {
		for x := range w {
			// Offsets from the middle, in half cells.
			dx, dy := 2*x-(w-1), 2*y-(h-1)
			if dx*dx*h*h+dy*dy*w*w <= w*w*h*h {
				out.Add(box.Min.Add(geom.Delta{DX: x, DY: y}))
			}
		}
	}
}

// pillarShape is a rectangle with rows of pillars.
func pillarShape(d *dice.Dice, box geom.Rect, out *geom.CellSet) {
	plainShape(d, box, out)
	gap := d.Between(3, 4) // from one pillar to the next
	w, h := box.Size().DX, box.Size().DY
	for y := firstPillar(h, gap); y < h-1; y += gap {
		for x := firstPillar(w, gap); x < w-1; x += gap {
			vacate(out, box.Min.Add(geom.Delta{DX: x, DY: y}))
		}
	}
}

// firstPillar returns where a row of pillars begins that stands in the middle
// of a room of that length and leaves a way along both walls.
func firstPillar(length, gap int) int { return 1 + (length-3)%gap/2 }

// crossShape is two rectangles across each other: an L, a T or a cross.
func crossShape(d *dice.Dice, box geom.Rect, out *geom.CellSet) {
	w, h := box.Size().DX, box.Size().DY
	wide, tall := box, box
	wide.Min.Y += d.Between(0, h/2)
	wide.Max.Y = min(box.Max.Y, wide.Min.Y+max(3, h/2))
	tall.Min.X += d.Between(0, w/2)
	tall.Max.X = min(box.Max.X, tall.Min.X+max(3, w/2))
	plainShape(d, wide, out)
	plainShape(d, tall, out)
}

// caveShape is grown: chance strews rock, then rock and ground each draw
// their like.
func caveShape(d *dice.Dice, box geom.Rect, out *geom.CellSet) {
	const ground, rounds = 58, 4 // percent of the first strewing
	var cells geom.CellSet
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if d.Percent(ground) {
				cells.Add(geom.Pos{X: x, Y: y})
			}
		}
	}
	for range rounds {
		cells = settle(&cells, box)
	}
	out.Union(&cells)
}

// settle returns the cells of box that have at least five ground cells among
// themselves and their eight neighbours.
func settle(cells *geom.CellSet, box geom.Rect) geom.CellSet {
	var next geom.CellSet
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			n := 0
			for i := range 9 {
				if cells.Has(geom.Pos{X: x + i%3 - 1, Y: y + i/3 - 1}) {
					n++
				}
			}
			if n >= 5 {
				next.Add(geom.Pos{X: x, Y: y})
			}
		}
	}
	return next
}
