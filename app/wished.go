package app

import (
	"time"

	"laneya/geom"
	"laneya/protocol"
)

// wishTime is how long a wish shows that nothing comes of.
const wishTime = 3 * time.Second

// wished is what the player wants and the server has yet to tell of. It is drawn as a
// wish; what she is told takes its place.
type wished struct {
	at     geom.Pos // where it leads
	level  string   // of that place; "" for no wish that has one
	entity string   // that it follows, "" for none
	until  time.Duration
	way    []geom.Pos // as it was drawn last
}

// want sets what the hero is to do, and shows at once where that leads.
func (p *play) want(g *Game, a protocol.Action) {
	p.wished.level = ""
	switch a := a.(type) {
	case protocol.Travel:
		if a.To == "place" && (a.Level == "" || a.Level == p.state.Level()) {
			p.wished.set(g, p, geom.Pos{X: a.X, Y: a.Y}, "")
		}
	case protocol.Attack:
		if e := p.state.Entity(a.Target); e != nil {
			p.wished.set(g, p, e.Pos, e.ID)
		}
	}
	p.session.Want(a)
}

func (w *wished) set(g *Game, p *play, at geom.Pos, entity string) {
	w.at, w.level, w.entity, w.until = at, p.state.Level(), entity, g.now+wishTime
}

// leave takes the wish away: it was refused, or is over.
func (w *wished) leave() { w.level = "" }

// show gives the scene the way that is wished for: the next step, or a line to where a
// wish leads.
func (w *wished) show(g *Game, p *play) {
	w.way = w.way[:0]
	hero := p.state.Hero()
	if hero == nil || p.state.Link().Phase != protocol.Online {
		p.scene.Wish(nil)
		return
	}
	if e := p.state.Entity(w.entity); e != nil {
		w.at = e.Pos
	}
	if w.level != p.state.Level() || g.now >= w.until || hero.Pos == w.at || w.told(p.state.Self()) {
		w.leave()
	}
	switch {
	case w.level != "":
		for at := range geom.Line(hero.Pos, w.at) {
			w.way = append(w.way, at)
		}
	case p.wish != geom.Stop && p.free(hero.Pos.Step(p.wish)):
		w.way = append(w.way, hero.Pos.Step(p.wish))
	}
	p.scene.Wish(w.way)
}

// free reports whether a step onto a field may come to something, as far as is known.
func (p *play) free(at geom.Pos) bool {
	r := p.ground(at)
	return !blocks(p.state, at) && (r == nil || r.Open)
}

// told reports whether the server says that the hero is set to do it.
func (w *wished) told(self *protocol.Self) bool {
	if w.entity != "" {
		return self.Target == w.entity
	}
	return self.Goal != nil && *self.Goal == protocol.Place{X: w.at.X, Y: w.at.Y}
}
