package rules

import (
	"slices"

	"laneya/geom"
	"laneya/lang"
	"laneya/rules/content"
	"laneya/rules/mapgen"
)

// fillSheet tells what a user knows of her own hero.
func (w *World) fillSheet(h *hero, s *Sheet) {
	l := h.level
	path, items, status, recap, near := s.Path[:0], s.Items[:0], s.Status[:0], s.Recap[:0], s.Near[:0]
	*s = Sheet{
		Health: h.Health, MaxHealth: h.MaxHealth, Ready: h.Wait, Kit: h.Kit, Chosen: h.Chosen,
		Wisp: h.Wisp, Sneaking: h.Sneaking,
		Intent: h.Intent.Kind, To: h.Intent.goal(l.ID), Target: h.Intent.Target,
		Status: append(status, h.Status...), Prefs: h.Prefs, Fed: h.Fed,
		LevelName: l.name(h.say), LevelKind: l.Kind.Key(), Depth: mapgen.Depth(l.ID), Heart: w.opts.heart(), Safe: l.safe(),
		CanShare: h.party.Run.State == Going && h.holdsHeart(),
	}
	s.Path = h.Intent.path(h.Pos, path)
	for _, it := range h.Pack {
		items = append(items, w.carried(h, it))
	}
	s.Items = items
	s.Light = h.glow()
	s.Fuel = h.fuel()
	s.Shots = h.shots()
	s.Armour, s.Damage = h.armour(), h.arms().damage
	if h.Fate != nil {
		recap = append(recap, h.Recap...)
	}
	s.Recap = recap
	for _, st := range l.Stores {
		if h.Wisp || st.Pos.Sub(h.Pos).Taxicab() > 1 {
			continue
		}
		for _, it := range st.Items {
			near = append(near, Near{Carried: w.carried(h, it), Pos: st.Pos, In: st.Kind.String()})
		}
	}
	s.Near = near
}

// path appends the fields that an intent leads over from p on, none if p isn't
// on its way.
func (in *Intent) path(p geom.Pos, to []geom.Pos) []geom.Pos {
	at, on := in.From, in.From == p
	for i := range len(in.Way) {
		at = at.Step(geom.Dir(in.Way[i] - '0'))
		if on {
			to = append(to, at)
		}
		on = on || at == p
	}
	return to
}

// storeNames are words on the wire, which clients also show, in their language.
var storeNames = [...]string{lang.Mark("chest"), lang.Mark("grave"), lang.Mark("coffin")}

// String returns the kind's word on the wire.
func (k StoreKind) String() string {
	if int(k) >= len(storeNames) {
		return "invalid"
	}
	return storeNames[k]
}

// fuel returns how many ticks the light that h carries lasts: -1 without end, 0
// if it carries none.
func (h *hero) fuel() int {
	it := h.worn(content.LightSlot)
	switch {
	case it == nil:
		return 0
	case it.row().Fuel == 0:
		return -1
	}
	return it.Fuel
}

// maxShown is how many members a View shows.
const maxShown = 200

// goal returns the field of that level that one travels to, nil for none.
func (in *Intent) goal(id geom.LevelID) *geom.Pos {
	if in.Kind != Travelling || in.To != placeName || in.Level != id {
		return nil
	}
	at := in.At
	return &at
}

// fillParty tells what a user knows of her party and its run.
func (w *World) fillParty(h *hero, v *View) {
	p, l := h.party, h.level
	v.Party, v.Marks = v.Party[:0], v.Marks[:0]
	for _, o := range p.heroes {
		if o.Place != nil && !h.ignores(o.Name) {
			m := *o.Place
			if o.Until > w.Ticks {
				m.Ticks = int(o.Until - w.Ticks)
			}
			v.Marks = append(v.Marks, m)
		}
		if len(v.Party) < maxShown || o == h {
			v.Party = append(v.Party, p.member(h, o))
		}
	}
	waiting, invited, holding, hold := v.Run.Waiting[:0], v.Run.Invited[:0], v.Run.Holding[:0], l.holds()
	v.Run = RunState{
		State: p.Run.State.String(), Number: p.Run.Number, Deepest: p.Run.Deepest, Turns: p.Run.Turns,
		Death: w.opts.Death, Hold: hold, Story: h.tellStory(p.Run.Tale),
		Turned: !l.timePasses(w.opts.Clock) && !h.wishing(),
	}
	for _, o := range p.heroes {
		if o.holdsHeart() {
			v.Run.Heart = o.Name
		}
	}
	waiting = l.awaited(h, hold, waiting)
	for _, o := range l.heroes {
		if o.party == p && o.asksHold() {
			holding = append(holding, o.Name)
		}
	}
	if w.opts.Invite {
		for _, o := range w.parties {
			if len(o.heroes) > 0 && !h.ignores(o.heroes[0].Name) && slices.Contains(o.Invited, h.Name) {
				invited = append(invited, o.heroes[0].Name)
			}
		}
	}
	v.Run.Waiting, v.Run.Invited, v.Run.Holding, v.Run.Ignored = waiting, invited, holding, h.Ignored
}

// member returns what h knows of o, who is of her party.
func (p *party) member(h, o *hero) Member {
	return Member{
		User: o.Name, Colour: o.Colour, Kit: o.Kit, Level: o.Level, Pos: o.Pos,
		Health: o.Health, MaxHealth: o.MaxHealth, Wisp: o.Wisp, Asleep: o.Asleep,
		Here: o.level == h.level, Leader: o == p.heroes[0],
		Gathered: o.level.gathered(o), Acted: o.wishing(),
	}
}

// awaited appends the users whom the level waits for: its hold, if it is in one,
// or, when some of h's party are at the ladder down, the ladder.
func (l *level) awaited(h *hero, hold bool, users []string) []string {
	atLadder := false
	for _, o := range l.heroes {
		switch {
		case o.Asleep || o.Wisp:
		case hold && o.pending(), !hold && o.party == h.party && !l.gathered(o):
			users = append(users, o.Name)
		case o.party == h.party && l.gathered(o):
			atLadder = true
		}
	}
	if !hold && (!atLadder || l.opts.FreeDescent) {
		return users[:0]
	}
	return users
}
