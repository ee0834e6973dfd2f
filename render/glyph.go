package render

import (
	"image"
	"image/color"
	"image/draw"

	"golang.org/x/image/font"
	"golang.org/x/image/font/basicfont"
	"golang.org/x/image/math/fixed"

	"laneya/sprites"
)

// The characters that stand for what there is no picture of are drawn in cells
// below the atlas, white with a dark rim, so that they take the colour of their
// kind and one draw call serves pictures and characters alike.
const (
	firstGlyph, lastGlyph = '!', '~'
	glyphsInRow           = 16
)

// glyphTop is where the cells begin, in pixels of the sheet.
func glyphTop() int { return sprites.Sheet().Bounds().Dy() }

// glyphRect returns where a character lies in the sheet; that of '?' for one
// that there is none of.
func glyphRect(r rune) image.Rectangle {
	i := int(r - firstGlyph)
	if r < firstGlyph || r > lastGlyph {
		if i = lastGlyph - firstGlyph + 1 + symbolIndex(r); i <= lastGlyph-firstGlyph {
			i = '?' - firstGlyph
		}
	}
	return glyphCell(i)
}

// glyphCell returns where the ith character lies in the sheet.
func glyphCell(i int) image.Rectangle {
	at := image.Pt(i%glyphsInRow*sprites.Size, glyphTop()+i/glyphsInRow*sprites.Size)
	return image.Rectangle{Min: at, Max: at.Add(image.Pt(sprites.Size, sprites.Size))}
}

// sheetWithGlyphs returns the atlas with the characters below it.
func sheetWithGlyphs() *image.NRGBA {
	atlas := sprites.Sheet()
	rows := (lastGlyph - firstGlyph + len(symbols) + glyphsInRow) / glyphsInRow
	w := max(atlas.Bounds().Dx(), glyphsInRow*sprites.Size)
	img := image.NewNRGBA(image.Rect(0, 0, w, atlas.Bounds().Dy()+rows*sprites.Size))
	draw.Draw(img, atlas.Bounds(), atlas, image.Point{}, draw.Src)
	for r := rune(firstGlyph); r <= lastGlyph; r++ {
		// The face's letters are 7 wide and stand 11 below their top.
		rimmed(glyphRect(r).Min.Add(image.Pt(5, 12)), func(dot image.Point, c color.Color) { drawRune(img, dot, r, c) })
	}
	for i := range symbols {
		s := &symbols[i]
		rimmed(glyphRect(s.r).Min.Add(image.Pt(4, 5)), func(at image.Point, c color.Color) { drawSymbol(img, s, at, c) })
	}
	return img
}

// rimmed draws something in white at a point, with a dark rim.
func rimmed(at image.Point, draw func(image.Point, color.Color)) {
	for _, by := range [...]image.Point{{-1, 0}, {1, 0}, {0, -1}, {0, 1}} {
		draw(at.Add(by), color.NRGBA{0x10, 0x0c, 0x14, 0xe0})
	}
	draw(at, color.White)
}

func drawRune(img draw.Image, dot image.Point, r rune, c color.Color) {
	d := font.Drawer{Dst: img, Src: image.NewUniform(c), Face: basicfont.Face7x13, Dot: fixed.P(dot.X, dot.Y)}
	d.DrawString(string(r))
}
