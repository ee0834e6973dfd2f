package client

import (
	"slices"

	"laneya/geom"
	"laneya/protocol"
)

// details are what a State knows besides the ground and who stands on it. Lists
// are replaced, never changed, so that what a State returned stays as it was.
type details struct {
	clouds []byte // a character for each field, 0 for none; empty for none at all
	things []protocol.Pile
	self   protocol.Self
	items  []protocol.Item
	party  []protocol.Member
	marks  []protocol.Mark
	run    protocol.RunState
	events []protocol.Event // the last ones, oldest first
	count  uint64           // events so far
}

// Things returns the items that are known to lie on the level. The slice is
// good until the next Apply.
func (s *State) Things() []protocol.Pile { return s.details.things }

// Self returns how the player's own hero is. It is good until the next Apply.
func (s *State) Self() *protocol.Self { return &s.details.self }

// Items returns what the hero carries. The slice is good until the next Apply.
func (s *State) Items() []protocol.Item { return s.details.items }

// Item returns the carried item with that ID, nil if there is none.
func (s *State) Item(id uint64) *protocol.Item {
	for i := range s.details.items {
		if s.details.items[i].ID == id {
			return &s.details.items[i]
		}
	}
	return nil
}

// Party returns the player's party, herself included. The slice is good until
// the next Apply.
func (s *State) Party() []protocol.Member { return s.details.party }

// Marks returns what the party has marked. The slice is good until the next
// Apply.
func (s *State) Marks() []protocol.Mark { return s.details.marks }

// Run returns how the party's run goes.
func (s *State) Run() *protocol.RunState { return &s.details.run }

// Cloud returns the code of the cloud over p, 0 for none.
func (s *State) Cloud(p geom.Pos) byte {
	if i, ok := s.ground.index(p); ok && i < len(s.details.clouds) {
		return s.details.clouds[i]
	}
	return 0
}

// Content returns the server's tables, nil before they are known.
func (s *State) Content() *Content { return s.content }

// Entity returns what is in sight under that ID, nil if nothing is. See Entity
// for how long it may be kept.
func (s *State) Entity(id string) *Entity { return s.byID[id] }

// EventsSince returns the events that came after the first n, oldest first, as
// far as they are kept, and how many there have been. The slice is good until
// the next Apply.
func (s *State) EventsSince(n uint64) (events []protocol.Event, count uint64) {
	d := &s.details
	missed := min(d.count-min(n, d.count), uint64(len(d.events)))
	return d.events[uint64(len(d.events))-missed:], d.count
}

// applyDetails takes over what u tells; whole says that what it leaves out is
// empty instead of unchanged.
func (s *State) applyDetails(u *protocol.Details, whole bool) {
	d := &s.details
	if whole || u.Clouds != nil {
		s.applyClouds(u.Clouds)
	}
	if whole || u.Things != nil {
		d.things = slices.Clone(u.Things[:min(len(u.Things), maxThings)])
		s.placed(d.things)
	}
	if whole || u.Self != nil {
		s.applySelf(u.Self)
	}
	if whole || u.Items != nil {
		d.items = slices.Clone(u.Items[:min(len(u.Items), maxCarried)])
		for i := range d.items {
			plainItem(&d.items[i])
		}
	}
	if whole || u.Party != nil {
		d.party = slices.Clone(u.Party[:min(len(u.Party), maxMembers)])
		for i := range d.party {
			plainMember(&d.party[i])
		}
	}
	if whole || u.Marks != nil {
		d.marks = slices.Clone(u.Marks[:min(len(u.Marks), maxMembers)])
		for i := range d.marks {
			m := &d.marks[i]
			plain(maxName, &m.User, &m.Kind, &m.Level)
		}
	}
	if whole || u.Run != nil {
		s.applyRun(u.Run)
	}
	s.applyEvents(u.Events)
	if whole || u.Clouds != nil || u.Things != nil || u.Self != nil || u.Items != nil || u.Party != nil ||
		u.Marks != nil || u.Run != nil || len(u.Events) > 0 {
		s.revision++
		s.detailRevision++
	}
}

func (s *State) applyClouds(strips []protocol.Strip) {
	d := &s.details
	n := s.ground.size.DX * s.ground.size.DY
	d.clouds = slices.Grow(d.clouds[:0], n)[:n]
	clear(d.clouds)
	for _, strip := range strips {
		from, to, skip := s.ground.clip(protocol.Run{X: strip.X, Y: strip.Y, N: len(strip.Cells)})
		for i := from; i < to; i++ {
			d.clouds[i] = byte(terrainOf(strip.Cells[skip+i-from]))
		}
	}
}

func (s *State) applySelf(u *protocol.Self) {
	d := &s.details
	d.self = protocol.Self{}
	if u == nil {
		return
	}
	d.self = *u
	p := &d.self
	p.Health, p.MaxHealth, p.Ready = points(p.Health), points(p.MaxHealth), points(p.Ready)
	plain(maxName, &p.Kit, &p.Intent, &p.LevelName, &p.LevelKind)
	p.Target = plainText(p.Target, maxID)
	p.Path = slices.Clone(p.Path[:min(len(p.Path), maxSide)])
	p.Status = slices.Clone(p.Status[:min(len(p.Status), maxStatuses)])
	for i := range p.Status {
		plain(maxName, &p.Status[i].Status)
	}
	p.Near = slices.Clone(p.Near[:min(len(p.Near), maxCarried)])
	s.placed(p.Near)
	p.Recap = slices.Clone(p.Recap[:min(len(p.Recap), maxCarried)])
	for i := range p.Recap {
		plain(maxMessage, &p.Recap[i].Text)
	}
}

func (s *State) applyRun(u *protocol.RunState) {
	d := &s.details
	d.run = protocol.RunState{}
	if u == nil {
		return
	}
	d.run = *u
	plain(maxName, &d.run.State, &d.run.Death, &d.run.Clock, &d.run.Heart)
	d.run.Story = plainText(d.run.Story, maxStory)
	for _, list := range []*[]string{&d.run.Waiting, &d.run.Invited, &d.run.Holding, &d.run.Ignored} {
		*list = slices.Clone((*list)[:min(len(*list), maxMembers)])
		for i := range *list {
			plain(maxName, &(*list)[i])
		}
	}
}

func (s *State) applyEvents(events []protocol.Event) {
	if len(events) == 0 {
		return
	}
	d := &s.details
	d.count += uint64(len(events))
	events = events[max(0, len(events)-maxEvents):]
	kept := d.events[max(0, len(d.events)+len(events)-maxEvents):]
	next := make([]protocol.Event, 0, len(kept)+len(events))
	d.events = append(append(next, kept...), events...)
	for i := len(kept); i < len(d.events); i++ {
		e := &d.events[i]
		plain(maxName, &e.Code, &e.User, &e.Kind, &e.Status, &e.Sound, &e.From)
		plain(maxMessage, &e.Actor, &e.Target, &e.Item, &e.Text)
	}
}

// placed makes what was told of items fit to be shown.
func (s *State) placed(piles []protocol.Pile) {
	for i := range piles {
		p := &piles[i]
		plain(maxName, &p.Kind, &p.In)
		plain(maxMessage, &p.Name)
		p.Count = points(p.Count)
	}
}

func plainItem(it *protocol.Item) {
	plain(maxName, &it.Kind, &it.Class, &it.Slot, &it.Rune)
	plain(maxMessage, &it.Name)
	it.Count = points(it.Count)
}

func plainMember(m *protocol.Member) {
	plain(maxName, &m.User, &m.Colour, &m.Kit, &m.Level)
	m.Health, m.MaxHealth = points(m.Health), points(m.MaxHealth)
}

// plain makes each text fit to be shown in so many bytes.
func plain(limit int, texts ...*string) {
	for _, t := range texts {
		*t = plainText(*t, limit)
	}
}

// whole returns what makes any State know the same, but for events, which are
// told once.
func (d *details) whole(width int) protocol.Details {
	u := protocol.Details{
		Things: d.things, Items: d.items, Party: d.party, Marks: d.marks,
	}
	self, run := d.self, d.run
	u.Self, u.Run = &self, &run
	for y := 0; width > 0 && (y+1)*width <= len(d.clouds); y++ {
		row := slices.Clone(d.clouds[y*width : (y+1)*width])
		any := false
		for i, c := range row {
			any = any || c != 0
			if c == 0 {
				row[i] = protocol.CellUnknown
			}
		}
		if any {
			u.Clouds = append(u.Clouds, protocol.Strip{Y: y, Cells: string(row)})
		}
	}
	return u
}
