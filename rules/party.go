package rules

import (
	"cmp"
	"slices"
	"strconv"

	"laneya/rules/content"
)

// party are heroes who go together. Without Options.Invite all heroes are of
// one.
type party struct {
	ID      uint64
	Members []string           // users, in the order they joined; the first leads
	Invited []string           `json:",omitzero"` // users, sorted
	Known   []content.ItemKind `json:",omitzero"` // found out, in that order
	Met     []content.FoeKind  `json:",omitzero"` // seen so far, in that order
	Seen    []content.ItemKind `json:",omitzero"` // likewise, whether known for what they are or not
	Run     Run

	heroes  []*hero // of Members, in the same order
	deal    *deal   // what unknown things look like in this run
	sighted []bool  // by kind of thing; follows from Seen
	counted uint64  // the world's tick that was counted last as a turn of the run
	dirty   bool
}

func (p *party) key() string { return partyKeys + strconv.FormatUint(p.ID, 10) }

func compareParty(p *party, id uint64) int { return cmp.Compare(p.ID, id) }

// party returns the party with that ID, nil if there is none.
func (w *World) party(id uint64) *party {
	if i, ok := slices.BinarySearchFunc(w.parties, id, compareParty); ok {
		return w.parties[i]
	}
	return nil
}

// Note is a message on a notice board.
type Note struct {
	User string
	Text string
	Tick uint64 // the world's
}

// newParty returns a party without members whose first run begins.
func (w *World) newParty() *party {
	p := &party{ID: w.newID(), Run: Run{Number: 1, Epoch: w.Epoch}, deal: w.dealt(w.Epoch), sighted: make([]bool, len(content.Items)), dirty: true}
	i, _ := slices.BinarySearchFunc(w.parties, p.ID, compareParty)
	w.parties = slices.Insert(w.parties, i, p)
	return p
}

// partyFor returns the party that h, who comes into the world, is to be of: the
// one she left, if it is still there. Nobody has to wait for a run that nobody
// plays.
func (w *World) partyFor(h *hero) *party {
	p := w.party(h.Party)
	switch {
	case p != nil:
	case len(w.parties) == 0 || w.opts.Invite:
		p = w.newParty()
	default:
		p = w.parties[0]
	}
	if p.Run.State != Going && !slices.ContainsFunc(p.heroes, func(h *hero) bool { return !h.Asleep }) {
		w.renew(p)
	}
	return p
}

// add makes h the last member of p.
func (p *party) add(h *hero) {
	p.Members = append(p.Members, h.Name)
	p.heroes = append(p.heroes, h)
	p.dirty = true
	h.Party, h.party = p.ID, p
	if h.Colour == "" || p.wearer(h.Colour, h) != "" {
		h.Colour = p.freeColour(h)
	}
	h.dirty = true
}

// remove takes h out of p.
func (p *party) remove(h *hero) {
	p.Members = slices.DeleteFunc(p.Members, func(user string) bool { return user == h.Name })
	p.heroes = slices.DeleteFunc(p.heroes, func(o *hero) bool { return o == h })
	p.dirty = true
}

// wearer returns the member other than h who has that colour, "" for none.
func (p *party) wearer(colour string, h *hero) string {
	for _, o := range p.heroes {
		if o != h && o.Colour == colour {
			return o.Name
		}
	}
	return ""
}

// freeColour returns the first colour that no other member has, or one of
// those that many have.
func (p *party) freeColour(h *hero) string {
	colours := partyColours()
	for _, c := range colours {
		if p.wearer(c, h) == "" {
			return c
		}
	}
	return colours[len(p.heroes)%len(colours)]
}

// quitParty takes a hero that leaves the world out of its party.
func (w *World) quitParty(h *hero) {
	p := h.party
	if i, ok := slices.BinarySearch(p.Run.Dead, h.Name); h.Wisp && !ok && len(p.Run.Dead) < maxInvited {
		p.Run.Dead = slices.Insert(p.Run.Dead, i, h.Name)
	}
	p.remove(h)
	w.disband(p)
	if len(p.heroes) > 0 {
		w.judge(p, nil)
	}
}

// disband ends a party that nobody is in or may come back to, if there are others.
func (w *World) disband(p *party) {
	if len(p.heroes) > 0 || !w.opts.Invite || slices.ContainsFunc(w.away, func(h *hero) bool { return h.Party == p.ID }) {
		return
	}
	w.parties = slices.DeleteFunc(w.parties, func(o *party) bool { return o == p })
	w.drop(p.key())
}

// maxInvited bounds the lists of users that a party keeps.
const maxInvited = 200

func planInvite(w *World, h *hero, c *Command) (func(), error) {
	p, guest := h.party, w.hero(c.Name)
	switch {
	case !w.opts.Invite:
		return nil, refuse("host_parties")
	case guest == nil:
		return nil, &Refusal{Code: "no_friend", Params: Params{User: c.Name}}
	case guest.party == p:
		return nil, &Refusal{Code: "already_party", Params: Params{User: c.Name}}
	}
	i, asked := slices.BinarySearch(p.Invited, c.Name)
	if !asked && len(p.Invited) == maxInvited {
		return nil, refuse("party_full")
	}
	return func() {
		if asked {
			return
		}
		p.Invited = slices.Insert(p.Invited, i, c.Name)
		p.dirty = true
		if !guest.ignores(h.Name) {
			guest.tell(Event{Code: "invited", Actor: h.Name, User: h.Name})
		}
		p.announce(Event{Code: "invites", Actor: h.Name, User: h.Name, Target: c.Name})
	}, nil
}

func planJoinParty(w *World, h *hero, c *Command) (func(), error) {
	host := w.hero(c.Name)
	switch {
	case !w.opts.Invite:
		return nil, refuse("host_parties")
	case host == nil:
		return nil, &Refusal{Code: "no_friend", Params: Params{User: c.Name}}
	case host.party == h.party:
		return nil, &Refusal{Code: "already_party", Params: Params{User: c.Name}}
	case !slices.Contains(host.party.Invited, h.Name):
		return nil, &Refusal{Code: "not_invited", Params: Params{User: c.Name}}
	case slices.Contains(host.party.Run.Dead, h.Name):
		return nil, &Refusal{Code: "died_there", Params: Params{User: c.Name}}
	case h.Wisp && h.party.Run.State == Going && host.party.Run.State != Going:
		return nil, refuse("run_over")
	}
	return func() { w.move(h, host.party) }, nil
}

func planLeaveParty(w *World, h *hero, _ *Command) (func(), error) {
	switch {
	case !w.opts.Invite:
		return nil, refuse("host_parties")
	case len(h.party.heroes) == 1:
		return nil, refuse("no_party")
	case h.Wisp:
		return nil, refuse("wisp_cannot")
	}
	return func() { w.move(h, w.newParty()) }, nil
}

// move takes h from its party to another, with what the old one knew.
func (w *World) move(h *hero, to *party) {
	h.level.darkened = true // parties share what they see
	from := h.party
	from.announce(Event{Code: "left_party", Actor: h.Name, User: h.Name})
	from.remove(h)
	for _, k := range from.Known {
		to.learn(k)
	}
	for _, k := range from.Met {
		to.meet(k)
	}
	to.Invited = slices.DeleteFunc(to.Invited, func(user string) bool { return user == h.Name })
	to.add(h)
	to.announce(Event{Code: "joined_party", Actor: h.Name, User: h.Name})
	w.disband(from)
	if len(from.heroes) > 0 {
		w.judge(from, nil)
	}
}

// announce tells all members, wherever they are.
func (p *party) announce(e Event) {
	for _, h := range p.heroes {
		h.tell(e)
	}
}

// learn notes that the party knows what things of that kind are.
func (p *party) learn(k content.ItemKind) {
	if !slices.Contains(p.Known, k) {
		p.Known = append(p.Known, k)
		p.dirty = true
		for _, h := range p.heroes {
			if h.level != nil {
				h.level.darkened = true // they see such things as what they are now
			}
		}
	}
}

// meet notes that the party has seen a foe of that kind.
func (p *party) meet(k content.FoeKind) {
	if !slices.Contains(p.Met, k) {
		p.Met = append(p.Met, k)
		p.dirty = true
	}
}

// sight notes that the party has seen a thing of that kind.
func (p *party) sight(k content.ItemKind) {
	if p.sighted[k] {
		return
	}
	p.sighted[k] = true
	p.Seen = append(p.Seen, k)
	p.dirty = true
}

// meetKinds lets parties remember the foes and things that their heroes see for
// the first time. It is for when no level is being stepped.
func (l *level) meetKinds() {
	for _, h := range l.heroes {
		if h.Asleep {
			continue
		}
		for _, it := range h.Pack {
			h.party.sight(it.Kind)
		}
		for i := range l.Lying {
			if g := &l.Lying[i]; !h.party.sighted[g.Item.Kind] && h.sight.Has(g.Pos) {
				h.party.sight(g.Item.Kind)
			}
		}
		for _, f := range l.Foes {
			if f.Hidden || slices.Contains(h.party.Met, f.Actor.Foe) || !l.sees(h, &f.Actor) {
				continue
			}
			h.party.meet(f.Actor.Foe)
			code := "new_foe_seen"
			if l.attitude(h, &f.Actor) != Enemy {
				code = "new_creature_seen"
			}
			h.tell(Event{Code: code, Target: l.nameFor(h, &f.Actor, h.caseOf(code, "target")), Kind: f.row().Key, Placed: true, At: f.Pos})
		}
	}
}

// lesson is what a party learns in a step. Several levels may be stepped at
// once, so it waits with the level until all have been.
type lesson struct {
	party uint64
	item  content.ItemKind
}

// teach lets h's party know that kind of item once the step or the deed is
// done.
func (l *level) teach(h *hero, k content.ItemKind) {
	if !slices.Contains(h.party.Known, k) {
		l.lessons = append(l.lessons, lesson{party: h.Party, item: k})
	}
}

// study applies the lessons of a level.
func (w *World) study(l *level) {
	for _, s := range l.lessons {
		if p := w.party(s.party); p != nil {
			p.learn(s.item)
		}
	}
	l.lessons = l.lessons[:0]
}
