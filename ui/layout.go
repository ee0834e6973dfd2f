package ui

import (
	"image"

	"laneya/sprites"
)

// metrics are the sizes of a Form's parts in device pixels.
type metrics struct {
	pad, gap, button, field, side int
}

func newMetrics(scale float64) metrics {
	px := func(v float64) int { return int(v*scale + 0.5) }
	return metrics{pad: px(26), gap: px(10), button: px(42), field: px(38), side: px(12)}
}

const (
	defaultWidth = 380
	smallest     = 0.4 // the least scale, for a window too small for the form
)

// Layout places the form within the room, all in device pixels. Where the form
// is too large at the scale, it is made smaller, text and all.
func (f *Form) Layout(fonts *Fonts, room image.Rectangle, scale float64) {
	f.settle()
	f.fonts = fonts
	for s := scale; ; s *= 0.94 {
		size := f.measure(s, room.Dx())
		fits := size.X <= room.Dx() && size.Y <= room.Dy()
		if fits || s < smallest {
			f.place(room, size)
			return
		}
	}
}

// measure sets the scale and wraps the text, and returns the form's size.
func (f *Form) measure(scale float64, room int) image.Point {
	f.scale, f.metrics = scale, newMetrics(scale)
	width := f.Width
	if width == 0 {
		width = defaultWidth
	}
	size := image.Pt(min(int(float64(width)*scale), room), 0)
	text := size.X - 2*f.inset()
	for i := range f.Items {
		it := &f.Items[i]
		if it.Kind == Text || it.Kind == Title {
			words := it.Text
			if it.Keys {
				words = f.fonts.prompt(words)
			}
			it.lines = Wrap(f.face(it), words, text)
		}
		size.Y += f.height(it)
		if i > 0 {
			size.Y += f.metrics.gap
		}
	}
	if f.Bare {
		text = room * 3 / 4 // one line, which no slab narrows: below there is room for no more
	}
	size.Y += f.measureHelp(text) + 2*f.inset()
	return size
}

// measureHelp wraps what items say of themselves, and returns the room that it takes.
func (f *Form) measureHelp(width int) int {
	f.helps = f.helps[:0]
	lines, face := 0, f.fonts.Face(Small, f.scale)
	for i := range f.Items {
		var wrapped []string
		if help := f.Items[i].Help; help != "" {
			wrapped = Wrap(face, f.fonts.prompt(help), width)
		}
		f.helps = append(f.helps, wrapped)
		lines = max(lines, len(wrapped))
	}
	if lines == 0 || f.Bare {
		return 0 // without a slab there is room below
	}
	return f.metrics.gap + lines*face.Height()
}

// inset returns how far the items stand from the form's edge.
func (f *Form) inset() int {
	if f.Bare {
		return 0
	}
	return f.metrics.pad
}

// face returns the face of a Title or Text.
func (f *Form) face(it *Item) *Face {
	if it.Kind == Title {
		return f.fonts.Face(Heading, f.scale)
	}
	return f.fonts.Face(it.Style, f.scale)
}

// height returns the height of an item.
func (f *Form) height(it *Item) int {
	switch it.Kind {
	case Title, Text:
		return len(it.lines) * f.face(it).Height()
	case Button:
		return f.metrics.button
	case Field:
		return f.fonts.Face(Small, f.scale).Height() + f.metrics.field
	case Picture:
		return f.pictureSide()
	}
	return f.metrics.gap
}

// pictureSide returns the side of a Picture, a multiple of that of the atlas.
func (f *Form) pictureSide() int { return sprites.Size * max(int(4*f.scale+0.5), 1) }

// place gives every item its box.
func (f *Form) place(room image.Rectangle, size image.Point) {
	align := f.VAlign
	if align == 0 {
		align = 0.5
	}
	x := room.Min.X + (room.Dx()-size.X)/2
	y := room.Min.Y + int(float64(room.Dy()-size.Y)*align)
	f.panel = image.Rectangle{Max: size}.Add(image.Pt(x, y))
	left, right := x+f.inset(), x+size.X-f.inset()
	y += f.inset()
	for i := range f.Items {
		it := &f.Items[i]
		h := f.height(it)
		it.box = image.Rect(left, y, right, y+h)
		it.inner = it.box
		if it.Kind == Field {
			it.inner.Min.Y = it.box.Max.Y - f.metrics.field
		}
		y += h + f.metrics.gap
	}
	f.help = image.Rect(left, y-f.metrics.gap/2, right, f.panel.Max.Y)
}
