package rules

import (
	"slices"

	"laneya/geom"
	"laneya/lang"
	"laneya/rules/content"
)

// sought is what one can travel to by its name: the terrains that count as it.
type sought struct {
	name  string // as on the wire
	words string // for a person
	kinds []content.TerrainKind
}

var soughts = []sought{
	{"down", lang.Mark("ladder down"), []content.TerrainKind{content.LadderDown}},
	{"up", lang.Mark("ladder up"), []content.TerrainKind{content.LadderUp}},
	{"passage", lang.Mark("passage"), []content.TerrainKind{content.Passage}},
	{"altar", lang.Mark("altar"), []content.TerrainKind{content.Altar}},
	{"shrine", lang.Mark("shrine"), []content.TerrainKind{content.Shrine}},
	{"door", lang.Mark("door"), []content.TerrainKind{content.DoorClosed, content.DoorOpen, content.DoorLocked}},
	{"chest", lang.Mark("chest"), []content.TerrainKind{content.Chest}},
	{"board", lang.Mark("notice board"), []content.TerrainKind{content.NoticeBoard}},
	{"fountain", lang.Mark("fountain"), []content.TerrainKind{content.Fountain}},
	{"grave", lang.Mark("grave"), []content.TerrainKind{content.Gravestone}},
}

// soughtBy returns the row of soughts with that name, nil if there is none.
func soughtBy(name string) *sought {
	for i := range soughts {
		if soughts[i].name == name {
			return &soughts[i]
		}
	}
	return nil
}

// placeName is what Intent.To says of a place.
const placeName = "place"

// aim keeps h on its way to what it travels to, or ends its intent.
func (l *level) aim(h *hero) {
	in := &h.Intent
	if in.To != placeName {
		if !l.choosePlace(h) {
			return
		}
	}
	if in.Level != l.ID {
		l.aimBeyond(h)
		return
	}
	if in.Found && in.Way == "" && h.Pos == in.Goal {
		h.halt(Event{Code: "arrived", Placed: true, At: in.At})
		return
	}
	if l.stuck(h) || l.good(h) {
		return
	}
	fits := l.beside(h, in.At)
	if !l.lead(h, fits) {
		l.refuseWay(h, fits, in.At)
		return
	}
	if in.Way == "" {
		h.halt(Event{Code: "arrived", Placed: true, At: in.At})
	}
}

// choosePlace turns what h seeks into the nearest place of that kind that it
// knows on the level.
func (l *level) choosePlace(h *hero) bool {
	in := &h.Intent
	s := soughtBy(in.To)
	if s == nil {
		h.halt(Event{Code: "stop_unknown", Kind: in.To})
		return false
	}
	known, ground := l.mapOf(h)
	sought := func(p geom.Pos) bool { return known.Has(p) && slices.Contains(s.kinds, ground.At(p)) }
	w := l.waysOf(h)
	fits := func(p geom.Pos) bool {
		if p == h.Pos && in.To == "door" {
			return false
		}
		return l.adjoining(w, p, sought)
	}
	goal, _, ok := w.nearest(fits)
	if !ok {
		for i := range geom.LevelCells {
			if p := geom.CellAt(i); sought(p) {
				l.refuseWay(h, fits, p)
				return false
			}
		}
		if h.chooseBeyond(s) {
			return true
		}
		h.halt(Event{Code: "stop_unknown", Kind: h.say.Text(s.words)})
		return false
	}
	in.At, in.Level, in.To = goal, l.ID, placeName
	if !sought(goal) {
		for _, d := range geom.Dirs {
			if p := goal.Step(d); sought(p) && touchOnly(w.ground.At(p)) {
				in.At = p
				break
			}
		}
	}
	return true
}

// chooseBeyond turns what h seeks into a place of that kind on the nearest other
// level where it knows one and that it knows a way to. What every level has is
// not sought elsewhere.
func (h *hero) chooseBeyond(s *sought) bool {
	switch s.name {
	case "down", "up", "passage", "door":
		return false
	}
	best := 0
	for _, k := range h.Known {
		d := k.Level
		d.X, d.Y, d.Z = max(d.X-h.Level.X, h.Level.X-d.X), max(d.Y-h.Level.Y, h.Level.Y-d.Y), max(d.Z-h.Level.Z, h.Level.Z-d.Z)
		away := d.X + d.Y + d.Z
		if away == 0 || best > 0 && away >= best {
			continue
		}
		i := slices.IndexFunc(k.Terrain[:], func(t content.TerrainKind) bool { return slices.Contains(s.kinds, t) })
		if i < 0 || !k.Explored.Has(geom.CellAt(i)) {
			continue
		}
		if _, ok := h.towards(k.Level); ok {
			best = away
			h.Intent.To, h.Intent.Level, h.Intent.At = placeName, k.Level, geom.CellAt(i)
		}
	}
	return best > 0
}

// adjoining reports whether on p one has reached a place that fits: p itself,
// or one next to it that can't be stood on.
func (l *level) adjoining(w *ways, p geom.Pos, fits func(geom.Pos) bool) bool {
	if fits(p) && !touchOnly(w.ground.At(p)) {
		return true
	}
	for _, d := range geom.Dirs {
		if q := p.Step(d); fits(q) && touchOnly(w.ground.At(q)) {
			return true
		}
	}
	return false
}

// touchOnly reports whether one has got to such a field by standing next to
// it: nobody can stand there, or whoever does is on the next level.
func touchOnly(k content.TerrainKind) bool { return k == content.Passage || !k.Row().Walk }

// beside returns what fits as the end of a way to p: p itself, or a field next
// to it if p can't be stood on or somebody stands there for good.
func (l *level) beside(h *hero, p geom.Pos) func(geom.Pos) bool {
	w := l.waysOf(h)
	known, terrain := w.known.Has(p), w.ground.At(p)
	touch := known && touchOnly(terrain) && !solidRock(terrain)
	never := known && terrain == content.Passage
	if a := l.bodyAt(p); a != nil && a != &h.Actor && l.sees(h, a) && l.foeOf(a).seems() == nil && (a.Asleep || a.Kind == KindFoe) {
		touch = true
	}
	return func(q geom.Pos) bool { return q == p && !never || touch && q.Sub(p).Taxicab() == 1 }
}

// solidRock reports whether nothing can be wanted of such a field.
func solidRock(k content.TerrainKind) bool {
	return k == content.Rock || k == content.Wall || k == content.SecretDoor
}

// goOn takes h a step on its way, or over to another level at its end.
func (l *level) goOn(h *hero) geom.Dir {
	if h.Intent.Found && h.Intent.Way == "" {
		l.crossOver(h)
		return geom.Stop
	}
	return l.stride(h)
}

// aimBeyond keeps h on its way to another level that it knows.
func (l *level) aimBeyond(h *hero) {
	in := &h.Intent
	if l.stuck(h) || l.good(h) {
		return
	}
	next, ok := h.towards(in.Level)
	if !ok {
		h.halt(Event{Code: "stop_level", Text: in.Level.String()})
		return
	}
	w := l.waysOf(h)
	leads := func(p geom.Pos) bool {
		to, ok := leadsTo(l.ID, w.ground.At(p), p)
		return ok && to == next && w.known.Has(p)
	}
	if !l.lead(h, leads) {
		l.refuseWay(h, leads, h.Pos)
	}
}

// leadsTo returns the level that one gets to from a field p of that terrain.
func leadsTo(id geom.LevelID, k content.TerrainKind, p geom.Pos) (to geom.LevelID, ok bool) {
	to = id
	switch k {
	case content.LadderDown:
		to.Z++
	case content.LadderUp:
		to.Z--
	case content.Passage:
		switch {
		case p.X == 0:
			to.X--
		case p.X == geom.LevelWidth-1:
			to.X++
		case p.Y == 0:
			to.Y--
		default:
			to.Y++
		}
	default:
		return id, false
	}
	return to, true
}

// towards returns the level to go to next on the way to another one, over
// ladders and passages that h knows: the fewest.
func (h *hero) towards(to geom.LevelID) (next geom.LevelID, ok bool) {
	// Breadth first from the end, so that the first level that leads on is the
	// one to go to.
	reached := make([]bool, len(h.Known))
	queue := make([]geom.LevelID, 0, len(h.Known))
	for i, k := range h.Known {
		if k.Level == to {
			reached[i] = true
			queue = append(queue, to)
		}
	}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		for i, k := range h.Known {
			if reached[i] && k.Level != h.Level || k.Level == at || !k.leads(at) {
				continue
			}
			if k.Level == h.Level {
				return at, true
			}
			reached[i] = true
			queue = append(queue, k.Level)
		}
	}
	return to, false
}

// leads reports whether a ladder or passage is known there that leads to
// another level.
func (k *knowledge) leads(to geom.LevelID) bool {
	if d := max(to.X-k.Level.X, k.Level.X-to.X) + max(to.Y-k.Level.Y, k.Level.Y-to.Y) + max(to.Z-k.Level.Z, k.Level.Z-to.Z); d != 1 {
		return false
	}
	for i, t := range k.Terrain {
		if t != content.LadderDown && t != content.LadderUp && t != content.Passage {
			continue
		}
		p := geom.CellAt(i)
		if at, ok := leadsTo(k.Level, t, p); ok && at == to && k.Explored.Has(p) {
			return true
		}
	}
	return false
}

// crossOver lets h take the ladder that it stands on, once the level has been
// stepped; a passage takes whoever steps into it.
func (l *level) crossOver(h *hero) {
	h.Intent.Found = false
	h.climbs = true
}

// climbOn lets those climb who came to a ladder on their way to another level.
// Levels don't see each other while they are stepped, so it comes after that.
func (w *World) climbOn() {
	for _, h := range w.heroes {
		if !h.climbs {
			continue
		}
		h.climbs = false
		down := h.level.Ground.At(h.Pos) == content.LadderDown
		act, err := planClimb(w, h, &Command{User: h.Name, Verb: Climb, On: down})
		if err != nil {
			h.halt(told(err, h.Pos))
			continue
		}
		act()
	}
}

// told returns what a refusal tells as an Event.
func told(err error, at geom.Pos) Event {
	r, ok := err.(*Refusal)
	if !ok {
		return Event{Code: "stop_no_way", Placed: true, At: at}
	}
	if r.Placed {
		at = r.At
	}
	return Event{
		Code: r.Code, Actor: r.Params.Actor, Target: r.Params.Target, Item: r.Params.Item, Status: r.Params.Status,
		User: r.Params.User, Text: r.Params.Text, Kind: r.Params.Kind, N: r.Params.N, Placed: true, At: at,
	}
}
