package app

import (
	"image"
	"strconv"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/input"
	"laneya/protocol"
	"laneya/ui"
)

// charts shows the maps of the levels that the player knows, one at a time, with
// a cursor for where to go.
type charts struct {
	play    *play
	at      geom.LevelID
	cursor  geom.Pos
	chart   protocol.ChartResult
	trouble string
	pending *client.Reply
	box     image.Rectangle // of the map
	cell    image.Point     // of one field
}

// openCharts shows the map of the level that the hero is on.
func (g *Game) openCharts(p *play) {
	c := &charts{play: p}
	c.at, _ = geom.ParseLevelID(p.state.Level())
	if hero := p.state.Hero(); hero != nil {
		c.cursor = hero.Pos
	}
	c.ask()
	g.push(c)
}

func (c *charts) ask() {
	c.pending = c.play.session.Do(protocol.Chart{Level: c.at.String()})
}

func (c *charts) tick(g *Game, _ time.Duration) bool {
	if c.pending == nil {
		return false
	}
	resp, err, come := c.pending.Poll()
	if !come {
		return false
	}
	c.chart, c.trouble = protocol.ChartResult{}, ""
	if f, no := c.pending.Refused(); no {
		c.trouble = c.play.state.Content().Refusal(&f)
	} else if err != nil || protocol.DecodeResult(resp.Data, &c.chart) != nil {
		c.trouble = "This map can't be had now."
	}
	c.pending = nil
	c.layout(g)
	return true
}

func (c *charts) handle(g *Game, in *input.Snapshot) bool {
	was := c.cursor
	for action, d := range map[input.Action]geom.Dir{input.Up: geom.North, input.Right: geom.East, input.Down: geom.South, input.Left: geom.West} {
		if in.Asked.Has(action) {
			c.cursor = c.cursor.Step(d)
		}
	}
	if (in.Pointer.Moved || in.Pointer.Pressed) && in.Pointer.At.In(c.box) && c.cell.X > 0 {
		q := in.Pointer.At.Sub(c.box.Min)
		c.cursor = geom.Pos{X: q.X / c.cell.X, Y: q.Y / c.cell.Y}
	}
	if c.chart.Width > 0 {
		c.cursor.X = min(max(c.cursor.X, 0), c.chart.Width-1)
		c.cursor.Y = min(max(c.cursor.Y, 0), c.chart.Height-1)
	}
	switch {
	case in.Asked.Has(input.Cancel):
		g.pop()
		return true
	case in.Asked.Has(input.PageDown), in.Asked.Has(input.Next):
		c.at.Z++
		c.ask()
		return true
	case in.Asked.Has(input.PageUp), in.Asked.Has(input.Previous):
		c.at.Z = max(c.at.Z-1, 0)
		c.ask()
		return true
	case in.Asked.Has(input.Confirm), in.Pointer.Pressed && in.Pointer.At.In(c.box):
		g.pop()
		g.goTo(c.play, c.at.String(), c.cursor.X, c.cursor.Y)
		return true
	}
	for _, r := range in.Runes {
		if d, ok := map[rune]geom.Delta{'4': {DX: -1}, '6': {DX: 1}, '8': {DY: -1}, '2': {DY: 1}}[r]; ok {
			c.at.X, c.at.Y = c.at.X+d.DX, c.at.Y+d.DY
			c.ask()
			return true
		}
	}
	return c.cursor != was
}

func (c *charts) layout(g *Game) {
	room := g.room().Inset(g.px(24))
	room.Min.Y += g.px(40)
	room.Max.Y -= g.px(30)
	w, h := max(c.chart.Width, 1), max(c.chart.Height, 1)
	side := max(min(room.Dx()/w, room.Dy()/h), 1)
	c.cell = image.Pt(side, side)
	size := image.Pt(side*w, side*h)
	c.box = image.Rectangle{Max: size}.Add(room.Min.Add(room.Size().Sub(size).Div(2)))
}

func (c *charts) draw(g *Game, dst *ebiten.Image) {
	g.painter.Begin(dst)
	g.painter.Fill(g.room(), ui.Alpha(ui.Ink, 0.94))
	heading, small := g.fonts.Face(ui.Heading, g.scale), g.fonts.Face(ui.Small, g.scale)
	title := c.title()
	g.painter.Text(g.px(24), g.px(16), ui.Ellipsis(heading, title, g.size.X-g.px(48)), heading, ui.Amber)
	hint := "Enter goes to the cursor   ·   Page up, Page down: other depths   ·   2 4 6 8: levels beside   ·   Esc"
	g.painter.Text(g.px(24), g.size.Y-g.px(12)-small.Height(), ui.Ellipsis(small, hint, g.size.X-g.px(48)), small, ui.Muted)
	if c.trouble != "" {
		body := g.fonts.Face(ui.Body, g.scale)
		g.painter.Text((g.size.X-body.Width(c.trouble))/2, g.size.Y/2, c.trouble, body, ui.Cream)
	}
	c.drawFields(g)
	g.painter.End()
}

// title names the level that is shown.
func (c *charts) title() string {
	name := asTitle(c.chart.Name)
	if name == "" {
		name = "Unknown"
	}
	if c.at.Z > 0 {
		name += ", depth " + strconv.Itoa(c.at.Z)
	}
	if c.at.X != 0 || c.at.Y != 0 {
		name += aside(c.at.X, "west", "east") + aside(c.at.Y, "north", "south")
	}
	return name
}

// aside says how many levels something is off in a direction.
func aside(n int, less, more string) string {
	switch {
	case n < 0:
		return ", " + strconv.Itoa(-n) + " " + less
	case n > 0:
		return ", " + strconv.Itoa(n) + " " + more
	}
	return ""
}

func (c *charts) drawFields(g *Game) {
	content := c.play.state.Content()
	mono := g.fonts.Face(ui.Mono, max(float64(c.cell.Y)/15, 0.4))
	field := func(x, y int) image.Rectangle {
		at := c.box.Min.Add(image.Pt(x*c.cell.X, y*c.cell.Y))
		return image.Rectangle{Min: at, Max: at.Add(c.cell)}
	}
	for _, s := range c.chart.Terrain {
		for i := range len(s.Cells) {
			r := content.Terrain(client.Terrain(s.Cells[i]))
			if r == nil {
				continue
			}
			box := field(s.X+i, s.Y)
			ink := colourOf(content, r.Colour)
			switch {
			case r.Opaque && !r.Open && !r.Touch && r.Light == 0:
				g.painter.Fill(box, ui.Stone3)
			case r.Glyph == ".":
				g.painter.Fill(box, ui.Stone1)
			default:
				g.painter.Fill(box, ui.Stone1)
				g.painter.Text(box.Min.X+(box.Dx()-mono.Width(r.Glyph))/2, box.Min.Y+(box.Dy()-mono.Height())/2, r.Glyph, mono, ink)
			}
		}
	}
	st := c.play.state
	for _, m := range st.Party() {
		if m.Level == c.at.String() && m.At != nil {
			g.painter.Fill(field(m.At.X, m.At.Y).Inset(max(c.cell.X/6, 1)), colourOf(content, m.Colour))
		}
	}
	for _, m := range st.Marks() {
		if m.Level == c.at.String() {
			g.painter.Fill(field(m.X, m.Y).Inset(max(c.cell.X/4, 1)), ui.Flame)
		}
	}
	box, w := field(c.cursor.X, c.cursor.Y), max(g.px(2), 1)
	g.painter.Fill(imageRect(box.Min.X, box.Min.Y, box.Dx(), w), ui.Flame)
	g.painter.Fill(imageRect(box.Min.X, box.Max.Y-w, box.Dx(), w), ui.Flame)
	g.painter.Fill(imageRect(box.Min.X, box.Min.Y, w, box.Dy()), ui.Flame)
	g.painter.Fill(imageRect(box.Max.X-w, box.Min.Y, w, box.Dy()), ui.Flame)
}

func (c *charts) covers() bool  { return false }
func (c *charts) writing() bool { return false }
func (c *charts) hidden()       {}
