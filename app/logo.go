package app

import (
	"image"
	"image/color"

	"laneya/ui"
)

// logo is the game's name, a character for each pixel.
var logo = [...]string{
	"##........###....##....##.########.##....##....###...",
	"##.......##.##...###...##.##.......##....##...##.##..",
	"##......##...##..####..##.##........##..##...##...##.",
	"##.....##.....##.##.##.##.######.....####...##.....##",
	"##.....#########.##..####.##..........##....#########",
	"##.....##.....##.##...###.##..........##....##.....##",
	"######.##.....##.##....##.########....##....##.....##",
}

// logoInk are the colours of the logo's rows.
var logoInk = [...]color.RGBA{
	{0xff, 0xf0, 0xc4, 0xff}, {0xff, 0xe2, 0x9e, 0xff}, {0xff, 0xcf, 0x74, 0xff}, {0xf7, 0xb3, 0x50, 0xff},
	{0xe3, 0x93, 0x36, 0xff}, {0xc4, 0x73, 0x26, 0xff}, {0x9b, 0x54, 0x1d, 0xff},
}

// drawLogo draws the logo and returns where it ends.
func (t *title) drawLogo(g *Game) (bottom int) {
	pixel := max(min(g.size.X*62/100/len(logo[0]), g.size.Y/4/len(logo)), 1)
	at := image.Pt((g.size.X-pixel*len(logo[0]))/2, g.size.Y*13/100)
	shade := max(pixel/2, 1)
	runs(at.Add(image.Pt(0, shade*2)), pixel, func(r image.Rectangle, _ int) {
		g.painter.Fill(r.Inset(-shade), ui.Alpha(ui.Ink, 0.9))
	})
	runs(at, pixel, func(r image.Rectangle, _ int) { g.painter.Fill(r.Inset(-shade), ui.Ink) })
	runs(at.Add(image.Pt(0, shade)), pixel, func(r image.Rectangle, _ int) { g.painter.Fill(r, ui.Ember) })
	runs(at, pixel, func(r image.Rectangle, row int) {
		g.painter.Fade(r, logoInk[row], logoInk[min(row+1, len(logoInk)-1)])
	})
	return at.Y + pixel*len(logo)
}

// runs calls draw for each row of pixels next to each other.
func runs(at image.Point, pixel int, draw func(r image.Rectangle, row int)) {
	for y, row := range logo {
		for x := 0; x < len(row); x++ {
			from := x
			for x < len(row) && row[x] == '#' {
				x++
			}
			if x > from {
				draw(image.Rect(from*pixel, y*pixel, x*pixel, (y+1)*pixel).Add(at), y)
			}
		}
	}
}

// rows returns the part of the window from one line of pixels to another.
func rows(from, to, width int) image.Rectangle { return image.Rect(0, from, width, to) }
