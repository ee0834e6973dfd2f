package app

import (
	"image"
	"image/color"
	"time"

	"laneya/geom"
	"laneya/lang"
	"laneya/sounds"
	"laneya/ui"
)

const (
	subtitleLines = 4
	subtitleTime  = 2 * time.Second
	subtitleFade  = 600 * time.Millisecond // of that, its end
	fadeSteps     = 4                      // in which it pales
)

// subtitles are sounds in words, with where they come from, for who doesn't hear them.
type subtitles struct {
	lines [subtitleLines]subtitle
	n     int  // in use, the first of them, the oldest first
	fresh bool // they look different since the last update
}

// subtitle is one sound.
type subtitle struct {
	words string // what sounded
	from  geom.Compass
	far   bool
	text  string
	until time.Duration
	pale  int // steps of its fading that have passed
}

// tell says that something sounded. What sounds again stays in its line.
func (s *subtitles) tell(g *Game, key sounds.Effect, from geom.Compass, far bool) {
	if !g.set.Subtitles {
		return
	}
	words, until := sounds.Words(key), g.now+subtitleTime
	if words == "" {
		return
	}
	for i := range s.lines[:s.n] {
		if l := &s.lines[i]; l.words == words && l.far == far {
			s.fresh = s.fresh || l.from != from || l.pale > 0
			l.from, l.until, l.pale = from, until, 0
			return
		}
	}
	text := words
	if far {
		text = lang.Format("%s, far", words)
	}
	if s.n == subtitleLines {
		copy(s.lines[:], s.lines[1:])
		s.n--
	}
	s.lines[s.n] = subtitle{words: words, from: from, far: far, text: text, until: until}
	s.n++
	s.fresh = true
	g.voice.sound(text, from)
}

// update lets what is over go, and reports whether the lines look different now.
func (s *subtitles) update(g *Game) bool {
	changed := s.fresh
	s.fresh = false
	kept := 0
	for i := range s.lines[:s.n] {
		l := &s.lines[i]
		left := l.until - g.now
		if left <= 0 || !g.set.Subtitles {
			changed = true
			continue
		}
		if pale := max(0, fadeSteps-int(left*fadeSteps/subtitleFade)-1); pale != l.pale {
			l.pale, changed = pale, true
		}
		s.lines[kept] = *l
		kept++
	}
	clear(s.lines[kept:s.n])
	s.n = kept
	return changed
}

// draw draws the lines at the right edge, so that they end above bottom, and returns
// above what they begin.
func (s *subtitles) draw(g *Game, bottom int) (top int) {
	if s.n == 0 {
		return bottom
	}
	face := g.fonts.Face(ui.Small, g.scale)
	room, height := g.size.X*2/5, face.Height()+g.px(4)
	y := bottom - s.n*height
	for i := range s.lines[:s.n] {
		l := &s.lines[i]
		indent := height + g.px(2)
		if l.from == geom.Here {
			indent = 0
		}
		text := ui.Ellipsis(face, l.text, room-indent-g.px(20))
		left := g.size.X - g.px(8) - face.Width(text) - indent - g.px(12)
		bright := 1 - float64(l.pale)/(fadeSteps+1)
		g.painter.Fill(image.Rect(left, y, g.size.X-g.px(8), y+height-g.px(1)), ui.Alpha(ui.Ink, 0.75*bright))
		arrow(g, imageRect(left+g.px(4), y, height, height), l.from, ui.Alpha(ui.Flame, bright))
		g.painter.Text(left+g.px(6)+indent, y+g.px(1), text, face, ui.Alpha(ui.Cream, bright))
		y += height
	}
	return bottom - s.n*height - g.px(8)
}

// arrows point to the north and to the north-east; turned by quarters, to anywhere.
var arrows = [2][7]string{{
	"...#...",
	"..###..",
	".#.#.#.",
	"...#...",
	"...#...",
	"...#...",
	"...#...",
}, {
	"..#####",
	".....##",
	"....#.#",
	"...#..#",
	"..#...#",
	".#.....",
	"#......",
}}

// arrow draws an arrow in the middle of a box, none for Here.
func arrow(g *Game, box image.Rectangle, to geom.Compass, ink color.RGBA) {
	if to == geom.Here {
		return
	}
	dot := max(box.Dy()/10, 1)
	x0, y0 := box.Min.X+(box.Dx()-7*dot)/2, box.Min.Y+(box.Dy()-7*dot)/2
	for y, row := range arrows[(to-1)%2] {
		for x := range row {
			if row[x] != '#' {
				continue
			}
			at := image.Pt(x, y)
			for range (to - 1) / 2 {
				at = image.Pt(6-at.Y, at.X)
			}
			g.painter.Fill(imageRect(x0+at.X*dot, y0+at.Y*dot, dot, dot), ink)
		}
	}
}

// fromWords say where a sound comes from.
var fromWords = [...]string{
	geom.ToNorth: lang.Mark("%s to the north"), geom.ToNorthEast: lang.Mark("%s to the north-east"),
	geom.ToEast: lang.Mark("%s to the east"), geom.ToSouthEast: lang.Mark("%s to the south-east"),
	geom.ToSouth: lang.Mark("%s to the south"), geom.ToSouthWest: lang.Mark("%s to the south-west"),
	geom.ToWest: lang.Mark("%s to the west"), geom.ToNorthWest: lang.Mark("%s to the north-west"),
}

// sound tells of a sound in words.
func (n *narrator) sound(text string, from geom.Compass) {
	if n.out == nil {
		return
	}
	if format := fromWords[from]; format != "" {
		text = lang.Format(format, text)
	}
	n.say(asSentence(text))
}
