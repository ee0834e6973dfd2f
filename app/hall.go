package app

import (
	"fmt"
	"image"
	"strings"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/input"
	"laneya/lang"
	"laneya/protocol"
	"laneya/ui"
)

// openHall shows the runs that have ended.
func (g *Game) openHall(p *play) {
	l := &listScreen{list: ui.List{Title: lang.Text("The hall of fame"), Wide: 40, Empty: lang.Text("No run has ended yet."), Hint: lang.Text("{confirm} shows the map   ·   {pages} reads on   ·   {cancel} goes back")}}
	var runs []protocol.HallRun
	l.fill = func() {
		for i := range runs {
			r := &runs[i]
			row := ui.Row{ID: i, Text: lang.Format("Lost at depth %d", r.Depth), Note: lang.Format("run %d", r.Number)}
			if r.Won {
				row.Text, row.Tone = lang.Text("Won"), ui.Warm
			}
			l.list.Rows = append(l.list.Rows, row)
		}
	}
	l.focus = func(row *ui.Row) { l.list.Detail = runDetail(p.state.Content(), &runs[row.ID]) }
	l.choose = func(id int) { g.push(newRunMap(p, &runs[id])) }
	l.await(p.session.Do(protocol.Hall{}), true, func(r *client.Reply) {
		resp, err, _ := r.Poll()
		var res protocol.HallResult
		if err == nil && resp.Status == protocol.Success && protocol.DecodeResult(resp.Data, &res) == nil {
			runs = res.Runs
		}
		l.renew()
	})
	g.push(l)
}

func runDetail(c *client.Content, r *protocol.HallRun) ui.Detail {
	d := ui.Detail{Title: r.Cause, Facts: [][2]string{
		{lang.Text("deepest"), fmt.Sprint(r.Depth)}, {lang.Text("time in the caves"), lang.Count(int(r.Turns), "%s, %d turn", "%s, %d turns", span(int(min(r.Turns, 1<<30))), r.Turns)},
	}}
	for _, h := range r.Heroes {
		fate := lang.Text("lived")
		if h.Cause != "" {
			fate = h.Cause
		}
		d.Facts = append(d.Facts, [2]string{h.User + ", " + c.Name(protocol.TableKits, h.Kit), fate})
		if len(h.Items) > 0 {
			d.Facts = append(d.Facts, [2]string{"   " + lang.Text("carried"), strings.Join(h.Items, ", ")})
		}
	}
	return d
}

// runMap shows where a run ended: what its party knew of the level.
type runMap struct {
	play   *play
	title  string
	level  string // what it is called, and how deep it is
	strips []protocol.Strip
	fallen []protocol.HallHero // who were on it last
	fields image.Rectangle     // that are known, in fields
	corner corner
	box    image.Rectangle // of the map
	side   int             // of a field, in device pixels
}

func newRunMap(p *play, r *protocol.HallRun) *runMap {
	m := &runMap{play: p, title: lang.Format("Where run %d ended", r.Number), level: asTitle(r.Place), strips: r.Map, corner: corner{text: lang.Mark("Back")}}
	if id, err := geom.ParseLevelID(r.Level); err == nil && id.Z > 0 {
		m.level = lang.Format("%s, depth %d", m.level, id.Z)
	}
	for _, h := range r.Heroes {
		if h.Level == r.Level {
			m.fallen = append(m.fallen, h)
		}
	}
	for _, s := range r.Map {
		m.fields = m.fields.Union(image.Rect(s.X, s.Y, s.X+len(s.Cells), s.Y+1))
	}
	return m
}

func (m *runMap) tick(*Game, time.Duration) bool { return false }

func (m *runMap) handle(g *Game, in *input.Snapshot) bool {
	closes, changed := m.corner.handle(&in.Pointer)
	if closes || in.Asked.Has(input.Cancel) || in.Asked.Has(input.Confirm) {
		g.pop()
		return true
	}
	return changed
}

func (m *runMap) layout(g *Game) {
	m.corner.layout(g)
	room := g.room().Inset(g.px(24))
	room.Min.Y += g.px(52)
	room.Max.Y -= g.px(16)
	m.side = max(min(room.Dx()/max(m.fields.Dx(), 1), room.Dy()/max(m.fields.Dy(), 1), g.px(28)), 1)
	size := m.fields.Size().Mul(m.side)
	m.box = image.Rectangle{Max: size}.Add(room.Min.Add(room.Size().Sub(size).Div(2)))
}

func (m *runMap) draw(g *Game, dst *ebiten.Image) {
	g.painter.Begin(dst)
	g.painter.Fill(g.room(), ui.Ink)
	m.corner.draw(g)
	heading := g.fonts.Face(ui.Heading, g.scale)
	g.painter.Text(g.px(24), g.px(16), ui.Ellipsis(heading, m.title, m.corner.box.Min.X-g.px(32)), heading, ui.Amber)
	if len(m.strips) == 0 {
		body := g.fonts.Face(ui.Body, g.scale)
		g.painter.Text(g.px(24), g.px(64), ui.Ellipsis(body, lang.Text("Nothing is known of where it ended."), g.size.X-g.px(48)), body, ui.Muted)
	}
	field := func(x, y int) image.Rectangle {
		at := m.box.Min.Add(image.Pt(x, y).Sub(m.fields.Min).Mul(m.side))
		return image.Rectangle{Min: at, Max: at.Add(image.Pt(m.side, m.side))}
	}
	drawTerrain(g, m.play.state.Content(), m.strips, field)
	small := g.fonts.Face(ui.Small, g.scale)
	for _, h := range m.fallen {
		box := field(h.X, h.Y)
		g.painter.Fill(box.Inset(max(m.side/6, 1)), ui.Rust)
		x := min(max((box.Min.X+box.Max.X-small.Width(h.User))/2, g.px(4)), max(g.size.X-small.Width(h.User)-g.px(4), 0))
		g.painter.Outlined(x, box.Min.Y-small.Height(), h.User, small, ui.Cream, g.scale)
	}
	g.painter.Text(g.px(24), g.px(16)+heading.Height(), m.level, small, ui.Muted)
	hint := g.prompts.text(lang.Text("Who took part is marked where she was last   ·   {cancel} goes back"))
	small = g.fonts.Fitting(ui.Small, g.scale, hint, g.size.X-g.px(48))
	g.painter.Text(g.px(24), g.size.Y-g.px(12)-small.Height(), ui.Ellipsis(small, hint, g.size.X-g.px(48)), small, ui.Muted)
	g.painter.End()
}

func (m *runMap) covers() bool  { return false }
func (m *runMap) writing() bool { return false }
func (m *runMap) hidden()       {}
