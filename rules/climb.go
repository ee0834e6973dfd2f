package rules

import (
	"iter"
	"slices"

	"laneya/geom"
	"laneya/lang"
	"laneya/rules/content"
	"laneya/rules/mapgen"
)

// gathered reports whether h stands near enough to the ladder down to go with
// her party. Many need more room than few.
func (l *level) gathered(h *hero) bool {
	d := l.Links.Down.Sub(h.Pos)
	reach := 2 + len(h.party.heroes)/6
	return max(d.DX, -d.DX, d.DY, -d.DY) <= reach
}

// company returns the living of h's party who are awake on the level: those at
// the ladder down, and those who aren't.
func (l *level) company(h *hero) (here, missing []*hero) {
	for _, o := range l.heroes {
		switch {
		case o.party != h.party || o.Asleep || o.Wisp:
		case o == h || l.gathered(o):
			here = append(here, o)
		default:
			missing = append(missing, o)
		}
	}
	return here, missing
}

// callDown tells h's friends on the level that she waits at the ladder down, and
// for whom; once, until she has gone away from it.
func (l *level) callDown(h *hero) {
	if h.calls || l.opts.FreeDescent || h.party.Run.State == Lost {
		return
	}
	_, missing := l.company(h)
	if len(missing) == 0 {
		return
	}
	h.calls = true
	for _, o := range l.heroes {
		if o.party == h.party && o != h {
			o.tell(Event{
				Code: "wants_down", Actor: h.Name, User: h.Name, Text: content.List(o.say, o.addressedAll(names(missing))), N: len(missing),
				Placed: true, At: h.Pos,
			})
		}
	}
}

// wisps returns the dead of p.
func (p *party) wisps() []*hero {
	var dead []*hero
	for _, h := range p.heroes {
		if h.Wisp {
			dead = append(dead, h)
		}
	}
	return dead
}

func planClimb(w *World, h *hero, c *Command) (func(), error) {
	l := h.level
	ladder, to := content.LadderUp, l.ID
	to.Z--
	if c.On {
		ladder, to = content.LadderDown, l.ID
		to.Z++
	}
	switch {
	case l.Ground.At(h.Pos) != ladder:
		return nil, refuse("no_ladder")
	case h.incapable() || h.has(content.Stuck):
		return nil, refuse("stuck")
	case !validLevel(to):
		return nil, refuse("no_ladder")
	}
	if t := w.level(to); t != nil {
		if _, ok := t.freeField(t.Entrance); !ok {
			return nil, refuse("level_full")
		}
	}
	if !c.On {
		return func() { w.climb(l, to, "climbs_up", h) }, nil
	}
	run := &h.party.Run
	switch {
	case run.State == Lost:
		return nil, refuse("run_over")
	case h.Wisp && to.Z > run.Deepest:
		return nil, refuse("wisp_ahead")
	case h.Wisp:
		return func() { w.climb(l, to, "climbs_down", h) }, nil
	}
	group, missing := l.company(h)
	switch {
	case w.opts.FreeDescent:
		group = []*hero{h}
	case len(missing) > 0:
		r := refuseAt("party_not_gathered", l.Links.Down)
		r.Params = Params{Text: content.List(h.say, names(missing)), N: len(missing)}
		return nil, r
	}
	return func() { w.descend(l, to, group) }, nil
}

// descend takes heroes of one party down a ladder. When nobody of the living
// stays behind on the level, all of the party's wisps come along, wherever they
// are, and live again.
func (w *World) descend(l *level, to geom.LevelID, group []*hero) {
	first := group[0]
	for _, o := range l.heroes {
		if o.party == first.party && !o.Asleep && !o.Wisp && !slices.Contains(group, o) {
			w.climb(l, to, "climbs_down", group...)
			return
		}
	}
	w.climb(l, to, "climbs_down", slices.Concat(group, first.party.wisps())...)
	for _, h := range first.party.wisps() {
		w.reviveBy("revived_by_descent", h, first.level, first.Pos)
	}
}

// climb takes heroes from a level, and the wisps among them from wherever they
// are, to the one above or below.
func (w *World) climb(l *level, to geom.LevelID, code string, group ...*hero) {
	t := w.levelFor(to)
	ladder := t.Links.Up
	if to.Z < l.ID.Z {
		ladder = t.Links.Down
	}
	at := t.atFoot(ladder)
	var chasers []*foe
	for _, h := range group {
		if !h.Wisp {
			chasers = append(chasers, l.followers(h)...)
			h.spend(content.Pace.Climb)
		}
		h.level.depart(h, to, at, code)
	}
	for _, f := range chasers {
		if !t.safe() && l.foeOf(&f.Actor) == f {
			l.departFoe(f, to, at, "follows_foe")
		}
	}
	w.deliver()
}

// atFoot returns an open field next to a ladder, so that who arrives doesn't
// stand in the way; the ladder itself if there is none.
func (l *level) atFoot(ladder geom.Pos) geom.Pos {
	for _, d := range geom.Dirs {
		if p := ladder.Step(d); l.open(p) && !l.terrain(p).Avoid {
			return p
		}
	}
	return ladder
}

// nextTo returns the field of that terrain that h stands on or next to.
func (l *level) nextTo(h *hero, k content.TerrainKind) (geom.Pos, bool) {
	for _, d := range [5]geom.Dir{geom.Stop, geom.North, geom.East, geom.South, geom.West} {
		if p := h.Pos.Step(d); l.Ground.At(p) == k {
			return p, true
		}
	}
	return geom.Pos{}, false
}

// arrived lets happen what comes of h's arrival on another level.
func (w *World) arrived(h *hero, code string) {
	l := h.level
	if l.ID.Z > 0 {
		h.Went = true
		h.dirty = true
		if !h.Wisp {
			h.Fate = nil // of a lenient death
		}
	}
	if p := h.party; l.ID.Z > p.Run.Deepest && !h.Wisp && p.Run.State != Lost {
		p.Run.Deepest = l.ID.Z
		p.dirty = true
		p.announce(Event{Code: "deepest", Actor: h.Name, User: h.Name, N: l.ID.Z})
	}
	for _, f := range l.Foes {
		if f.row().Has(content.Boss) {
			h.tell(Event{Code: "boss_near"})
			break
		}
	}
	if slices.ContainsFunc(l.Lying, func(g lying) bool { return g.Item.row().Class == content.HeartClass }) {
		h.tell(Event{Code: "heart_near"})
	}
	h.tell(Event{Code: "level_enters", Actor: h.Name, Text: l.name(h.say), Kind: l.Kind.Key(), N: mapgen.Depth(l.ID)})
}

// safe reports whether the level is the camp, where nobody can die.
func (l *level) safe() bool { return l.Kind.Safe() }

// name returns what the level is called, with its article.
func (l *level) name(say *lang.Language) string { return say.Text(l.Kind.Name()) }

// LevelKinds goes over the keys and names of all kinds of level.
func LevelKinds() iter.Seq2[string, string] { return mapgen.Kinds() }

func names(heroes []*hero) []string {
	out := make([]string, len(heroes))
	for i, h := range heroes {
		out[i] = h.Name
	}
	return out
}
