package rules

import (
	"slices"

	"laneya/geom"
	"laneya/rules/content"
)

// Fate is how a hero died.
type Fate struct {
	Level geom.LevelID
	Pos   geom.Pos // where she fell
	Cause string   // see blamed
	Items []Stack  // what she carried
	Tick  uint64   // of that level
}

const (
	// recapTicks is how far back a recap goes.
	recapTicks = 150
	// maxRecap is how many causes a recap holds.
	maxRecap = 40
	// shieldTicks and shieldPower are what protects a hero who was revived.
	shieldTicks, shieldPower = 100, 10
)

// recall notes what hurt h, for the recap of her death.
func (h *hero) recall(cause string, damage int) {
	for len(h.Recap) >= maxRecap {
		h.Recap = slices.Delete(h.Recap, 0, 1)
	}
	h.Recap = append(h.Recap, Cause{Tick: h.Lived, By: cause, Text: blamed(h.say, cause), Damage: damage})
	h.dirty = true
}

// forget lets a tick pass for what h recalls. The recap of a death stays until
// she is back.
func (h *hero) forget() {
	if len(h.Recap) == 0 || h.Fate != nil {
		return
	}
	h.Lived++
	for len(h.Recap) > 0 && h.Recap[0].Tick+recapTicks < h.Lived {
		h.Recap = slices.Delete(h.Recap, 0, 1)
	}
	h.dirty = true
}

// stasisTicks is how long after the last blow a fight goes on for a hero whose
// player is away.
const stasisTicks = 50

// inStasis reports whether h's player is away and no fight goes on with her:
// foes leave her alone then.
func (h *hero) inStasis() bool {
	if !h.Asleep || h.level == nil {
		return false
	}
	n := len(h.Recap)
	return n == 0 || h.Recap[n-1].Tick+stasisTicks < h.Lived
}

// fell lets h die: what she carries lies in a grave, and she is a wisp. What
// that means for her party shows when the step or the deed is done. In the camp
// nobody dies.
func (l *level) fell(h *hero, w harm) {
	if h.Wisp {
		return
	}
	h.dirty, l.dirty = true, true
	if l.safe() {
		h.Health = 1
		return
	}
	l.show(Event{Code: "dies_hero", by: &h.Actor, Placed: true, At: h.Pos, word: killedBy(w.cause)})
	l.bury(h)
	vacate(&l.taken, h.Pos)
	h.Wisp, h.Health, h.Wait = true, 0, 0
	h.Status, h.Sneaking = nil, false
	h.Intent, h.Owed = Intent{}, [maxOwed]geom.Dir{}
	h.Fate = &Fate{Level: l.ID, Pos: h.Pos, Cause: w.cause, Tick: l.Tick}
	l.fallen = append(l.fallen, h)
	l.darkened = true
}

// killedBy puts the cause of a death into an Event's Text.
func killedBy(cause string) func(*hero, *Event) {
	return func(o *hero, e *Event) {
		if cause != "" {
			e.Text = o.say.Format("Killed by %s.", blamed(o.say, cause))
		}
	}
}

// bury lays what h carries into a grave near her field. Where no run can be
// lost she keeps what she wears.
func (l *level) bury(h *hero) {
	var kept, buried []*Item
	for _, it := range h.Pack {
		if l.opts.Death == Lenient && it.Slot != content.NoSlot {
			kept = append(kept, it)
			continue
		}
		it.Slot = content.NoSlot
		buried = append(buried, it)
	}
	h.Pack = kept
	if len(buried) == 0 {
		return
	}
	g := &store{Kind: GraveStore, Owner: h.Name, Items: buried}
	var marked bool
	if g.Pos, marked = l.graveSite(h.Pos); marked {
		g.Under = l.Ground.At(g.Pos)
		l.set(g.Pos, content.Gravestone)
	}
	l.Stores = append(l.Stores, g)
	l.show(Event{Code: "gravestone", by: &h.Actor, Placed: true, At: g.Pos})
}

// graveSite returns the field nearest to p where a gravestone can stand; ok is
// false if there is none.
func (l *level) graveSite(p geom.Pos) (at geom.Pos, ok bool) {
	var seen geom.CellSet
	seen.Add(p)
	for queue := []geom.Pos{p}; len(queue) > 0; queue = queue[1:] {
		if l.allowsGrave(queue[0]) {
			return queue[0], true
		}
		for _, d := range geom.Dirs {
			q := queue[0].Step(d)
			if geom.LevelBounds.Contains(q) && !seen.Has(q) && (l.walk.Has(q) || l.terrain(q).Fly) {
				seen.Add(q)
				queue = append(queue, q)
			}
		}
	}
	return p, false
}

// allowsGrave reports whether a gravestone may take the place of what p is.
func (l *level) allowsGrave(p geom.Pos) bool {
	switch l.Ground.At(p) {
	case content.Floor, content.Planks, content.Rail, content.Grass, content.TallGrass, content.Moss,
		content.Bones, content.Mud, content.Ash, content.Rubble, content.ShallowWater:
		return !slices.ContainsFunc(l.Stores, func(s *store) bool { return s.Pos == p })
	}
	return false
}

// tidyGraves takes gravestones away under which nothing lies any more.
func (l *level) tidyGraves() {
	l.Stores = slices.DeleteFunc(l.Stores, func(s *store) bool {
		if s.Kind != GraveStore || len(s.Items) > 0 {
			return false
		}
		if l.Ground.At(s.Pos) == content.Gravestone {
			l.set(s.Pos, s.Under)
		}
		l.dirty = true
		l.show(Event{Code: "grave_empty", User: s.Owner, Placed: true, At: s.Pos})
		return true
	})
}

// revive lets a wisp live again, on the open field of its level that is nearest
// to p. It reports false if h is alive, or nothing brings the dead back.
func (w *World) revive(h *hero, p geom.Pos) bool { return w.reviveBy("revives", h, h.level, p) }

// reviveBy is revive on a level that the wisp need not be on, told with that
// code of an Event.
func (w *World) reviveBy(code string, h *hero, l *level, p geom.Pos) bool {
	if !h.Wisp || w.opts.Death == Hardcore || h.party.Run.State == Lost {
		return false
	}
	at, ok := l.freeField(p)
	if !ok {
		return false
	}
	w.embody(h, l, at)
	h.Health = (h.MaxHealth + 1) / 2
	l.inflict(&h.Actor, content.Shielded, shieldTicks, shieldPower, nil)
	l.show(Event{Code: code, by: &h.Actor, Placed: true, At: at})
	for _, o := range h.party.heroes {
		if o.level != l {
			o.tell(Event{Code: code, Actor: h.Name, User: h.Name})
		}
	}
	return true
}

// embody makes h, who may be a wisp, stand alive on the open field at of l.
func (w *World) embody(h *hero, l *level, at geom.Pos) {
	h.level.leave(h)
	h.Pos, h.Wisp = at, false
	h.reset()
	l.enter(h)
}

// reset takes from h what her life before left.
func (h *hero) reset() {
	h.Wait, h.Status, h.Recap, h.Fate = 0, nil, nil, nil
	h.Intent, h.Owed = Intent{}, [maxOwed]geom.Dir{}
	h.dirty = true
}

// reckon looks after a step or a deed: what a party learnt, who died, and how
// the runs go.
func (w *World) reckon() {
	var fallen []*hero
	for _, l := range w.levels {
		if len(l.lessons) > 0 {
			w.study(l)
		}
		if len(l.Stores) > 0 {
			l.tidyGraves()
		}
		fallen = append(fallen, l.fallen...)
		l.fallen = nil
	}
	for _, h := range fallen {
		w.mourn(h)
	}
	for _, h := range fallen {
		if h.Wisp {
			w.judge(h.party, h)
		}
	}
	for _, h := range fallen {
		w.tellWisp(h)
	}
}

// tellWisp tells h, if she goes on as a wisp in a run that goes on, what that
// is.
func (w *World) tellWisp(h *hero) {
	if !h.Wisp || h.party.Run.State == Lost {
		return
	}
	code := "becomes_wisp"
	if w.opts.Death == Hardcore {
		code = "becomes_wisp_for_good"
	}
	h.tell(Event{Code: code, Actor: h.Name})
}

// mourn tells the party of h's death, and brings her back to the camp where
// death is lenient.
func (w *World) mourn(h *hero) {
	l := h.level
	for _, s := range l.Stores {
		if s.Kind == GraveStore && s.Owner == h.Name {
			h.Fate.Items = stacks(h, s.Items)
		}
	}
	for _, o := range h.party.heroes {
		if o.level != l {
			o.tell(Event{Code: "dies_hero", Actor: h.Name, User: h.Name, word: killedBy(h.Fate.Cause)})
		}
	}
	if w.opts.Death != Lenient {
		return
	}
	camp := w.levelFor(geom.LevelID{})
	at, ok := camp.freeField(camp.Entrance)
	if !ok {
		return // she waits as a wisp until her party descends
	}
	recap, fate := h.Recap, h.Fate
	w.embody(h, camp, at)
	h.Recap, h.Fate = recap, fate
	h.Health = h.MaxHealth
	h.tell(Event{Code: "revived_in_camp", Actor: h.Name})
	camp.show(Event{Code: "arrives", by: &h.Actor, Placed: true, At: at, Kind: "revived_in_camp"})
}
