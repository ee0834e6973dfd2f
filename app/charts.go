package app

import (
	"image"
	"slices"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/input"
	"laneya/lang"
	"laneya/protocol"
	"laneya/ui"
)

// charts shows the maps of the levels that the player knows, one at a time, with
// a cursor for where to go.
type charts struct {
	play    *play
	at      geom.LevelID // the level that shows
	wanted  geom.LevelID // the level whose map was asked for last
	cursor  geom.Pos
	chart   protocol.ChartResult
	trouble string // why the wanted level doesn't show
	corner  corner
	pending *client.Reply
	box     image.Rectangle // of the map
	cell    image.Point     // of one field
}

// openCharts shows the map of the level that the hero is on.
func (g *Game) openCharts(p *play) {
	c := &charts{play: p, corner: corner{text: lang.Mark("Back")}}
	c.at, _ = geom.ParseLevelID(p.state.Level())
	if hero := p.state.Hero(); hero != nil {
		c.cursor = hero.Pos
	}
	c.ask(c.at)
	g.push(c)
}

func (c *charts) ask(level geom.LevelID) {
	c.wanted = level
	c.pending = c.play.session.Do(protocol.Chart{Level: level.String()})
}

// aside asks for the level beside that is dx, dy off.
func (c *charts) aside(dx, dy int) {
	c.ask(geom.LevelID{X: c.at.X + dx, Y: c.at.Y + dy, Z: c.at.Z})
}

// deeper asks for the level so much deeper.
func (c *charts) deeper(n int) {
	if z := c.at.Z + n; z >= 0 {
		c.ask(geom.LevelID{X: c.at.X, Y: c.at.Y, Z: z})
	}
}

func (c *charts) tick(g *Game, _ time.Duration) bool {
	if c.pending == nil {
		return false
	}
	resp, err, come := c.pending.Poll()
	if !come {
		return false
	}
	var chart protocol.ChartResult
	if f, no := c.pending.Refused(); no {
		c.trouble = c.play.state.Content().Refusal(&f)
	} else if err != nil || protocol.DecodeResult(resp.Data, &chart) != nil {
		c.trouble = lang.Text("This map can't be had now.")
	} else {
		c.chart, c.at, c.trouble = chart, c.wanted, ""
		c.cursor = geom.Pos{X: min(c.cursor.X, chart.Width-1), Y: min(c.cursor.Y, chart.Height-1)}
	}
	c.pending = nil
	c.layout(g)
	return true
}

func (c *charts) handle(g *Game, in *input.Snapshot) bool {
	was := c.cursor
	closes, changed := c.corner.handle(&in.Pointer)
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
		if off := c.beyond(c.cursor); off != (geom.Delta{}) {
			c.aside(off.DX, off.DY)
		}
		c.cursor.X = min(max(c.cursor.X, 0), c.chart.Width-1)
		c.cursor.Y = min(max(c.cursor.Y, 0), c.chart.Height-1)
	}
	switch {
	case in.Asked.Has(input.Cancel), closes:
		g.pop()
		return true
	case in.Asked.Has(input.PageDown), in.Asked.Has(input.Next), in.Pointer.Wheel > 0:
		c.deeper(1)
		return true
	case in.Asked.Has(input.PageUp), in.Asked.Has(input.Previous), in.Pointer.Wheel < 0:
		c.deeper(-1)
		return true
	case in.Asked.Has(input.Find), in.Asked.Has(input.Commands), in.Pointer.Pressed && in.Pointer.At.In(c.headed(g)):
		g.openAtlas(c)
		return true
	case in.Pointer.Pressed && c.cell.X > 0 && !c.corner.over && !in.Pointer.At.In(c.box):
		q := in.Pointer.At.Sub(c.box.Min)
		off := c.beyond(geom.Pos{X: (q.X+c.cell.X)/c.cell.X - 1, Y: (q.Y+c.cell.Y)/c.cell.Y - 1})
		c.aside(off.DX, off.DY)
		return true
	case in.Asked.Has(input.Confirm), in.Pointer.Pressed && in.Pointer.At.In(c.box):
		g.pop()
		g.goTo(c.play, c.at.String(), c.cursor.X, c.cursor.Y)
		return true
	}
	for _, r := range in.Runes {
		if d, ok := map[rune]geom.Delta{'4': {DX: -1}, '6': {DX: 1}, '8': {DY: -1}, '2': {DY: 1}}[r]; ok {
			c.aside(d.DX, d.DY)
			return true
		}
	}
	return c.cursor != was || changed
}

// beyond returns over which edge of the map a field lies; of two edges it is
// that in the west or east.
func (c *charts) beyond(p geom.Pos) geom.Delta {
	switch {
	case p.X < 0:
		return geom.Delta{DX: -1}
	case p.X >= c.chart.Width:
		return geom.Delta{DX: 1}
	case p.Y < 0:
		return geom.Delta{DY: -1}
	case p.Y >= c.chart.Height:
		return geom.Delta{DY: 1}
	}
	return geom.Delta{}
}

func (c *charts) layout(g *Game) {
	c.corner.layout(g)
	room := g.room().Inset(g.px(24))
	room.Min.Y += g.px(40)
	room.Max.Y -= g.px(72) // for trouble, the legend and the hint
	w, h := max(c.chart.Width, 1), max(c.chart.Height, 1)
	side := max(min(room.Dx()/w, room.Dy()/h), 1)
	c.cell = image.Pt(side, side)
	size := image.Pt(side*w, side*h)
	c.box = image.Rectangle{Max: size}.Add(room.Min.Add(room.Size().Sub(size).Div(2)))
}

func (c *charts) draw(g *Game, dst *ebiten.Image) {
	g.painter.Begin(dst)
	g.painter.Fill(g.room(), ui.Alpha(ui.Ink, 0.94))
	heading := g.fonts.Face(ui.Heading, g.scale)
	title := c.title()
	c.corner.draw(g)
	g.painter.Text(g.px(24), g.px(16), ui.Ellipsis(heading, title, c.corner.box.Min.X-g.px(32)), heading, ui.Amber)
	hint := g.prompts.text(lang.Text("{confirm} goes there   ·   {pages} depths   ·   {find} finds   ·   Over an edge: beside   ·   {cancel} goes back"))
	small := g.fonts.Fitting(ui.Small, g.scale, hint, g.size.X-g.px(48))
	g.painter.Text(g.px(24), g.size.Y-g.px(12)-small.Height(), ui.Ellipsis(small, hint, g.size.X-g.px(48)), small, ui.Muted)
	c.drawFields(g)
	drawLegend(g, c.play.state.Content(), c.chart.Terrain, g.size.Y-g.px(16)-2*small.Height()-g.px(6))
	if c.trouble != "" {
		body := g.fonts.Face(ui.Body, g.scale)
		text := ui.Ellipsis(body, c.trouble, g.size.X-g.px(48))
		g.painter.Outlined((g.size.X-body.Width(text))/2, g.size.Y-g.px(32)-2*small.Height()-body.Height(), text, body, ui.Rust, g.scale)
	}
	g.painter.End()
}

// headed returns where the title stands: a click there finds, as a key does.
func (c *charts) headed(g *Game) image.Rectangle {
	wide := g.fonts.Face(ui.Heading, g.scale).Width(c.title())
	return image.Rect(0, 0, min(g.px(24)+wide, c.corner.box.Min.X), g.px(52))
}

// title names the level that is shown.
func (c *charts) title() string {
	name := asTitle(c.chart.Name)
	if name == "" {
		name = lang.Text("Unknown")
	}
	if c.at.Z > 0 {
		name = lang.Format("%s, depth %d", name, c.at.Z)
	}
	if c.at.X != 0 || c.at.Y != 0 {
		name += aside(c.at.X, lang.Mark("%d west"), lang.Mark("%d east")) + aside(c.at.Y, lang.Mark("%d north"), lang.Mark("%d south"))
	}
	return name
}

// aside says by one of the formats how many levels something is off.
func aside(n int, less, more string) string {
	switch {
	case n < 0:
		return ", " + lang.Format(less, -n)
	case n > 0:
		return ", " + lang.Format(more, n)
	}
	return ""
}

func (c *charts) drawFields(g *Game) {
	content := c.play.state.Content()
	field := func(x, y int) image.Rectangle {
		at := c.box.Min.Add(image.Pt(x*c.cell.X, y*c.cell.Y))
		return image.Rectangle{Min: at, Max: at.Add(c.cell)}
	}
	drawTerrain(g, content, c.chart.Terrain, field)
	st := c.play.state
	for _, m := range st.Party() {
		if m.Level == c.at.String() && m.At != nil {
			g.painter.Fill(field(m.At.X, m.At.Y).Inset(max(c.cell.X/6, 1)), colourOf(content, m.Colour))
		}
	}
	small := g.fonts.Face(ui.Small, g.scale)
	for _, m := range st.Marks() {
		if m.Level == c.at.String() {
			box := field(m.X, m.Y)
			i := max(slices.IndexFunc(marks, func(k markKind) bool { return k.kind == m.Kind }), 0)
			g.painter.Fill(box.Inset(max(c.cell.X/4, 1)), ui.Flame)
			text := lang.Text(marks[i].short) + ", " + m.User
			g.painter.Outlined((box.Min.X+box.Max.X-small.Width(text))/2, box.Max.Y, text, small, ui.Flame, g.scale)
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
