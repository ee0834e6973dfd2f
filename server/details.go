package server

import (
	"reflect"
	"slices"
	"strings"

	"laneya/geom"
	"laneya/protocol"
	"laneya/rules"
	"laneya/rules/content"
)

// told is what a connection was last told besides the ground and who stands on
// it. Of what it was told piece by piece the pieces are kept, so that finding out
// that nothing changed takes no memory.
type told struct {
	clouds []rules.CloudOver
	things []rules.Thing
	items  []rules.Carried
	party  []rules.Member
	marks  []rules.Mark
	self   [2]protocol.Self // the last one and room for the next
	run    [2]protocol.RunState
	gather uint64 // the tick when the party was last told
}

// addDetails puts into d what the connection must be told to be up to date, all
// that isn't empty if whole, and reports whether that is anything.
func (sp *speaker) addDetails(d *protocol.Details, last *told, v *rules.View, whole bool) bool {
	if changed(&last.clouds, v.Clouds, whole, sameCloud) {
		d.Clouds = wireClouds(v.Clouds)
	}
	if changed(&last.things, v.Things, whole, same) {
		d.Things = each(v.Things, wirePile)
	}
	if changed(&last.items, v.Self.Items, whole, same) {
		d.Items = each(v.Self.Items, wireItem)
	}
	if party := sp.partyOf(v); sp.partyIsDue(last, party, whole) && changed(&last.party, party, whole, same) {
		d.Party = each(party, wireMember)
		last.gather = sp.tick
	}
	if changed(&last.marks, v.Marks, whole, sameMark) {
		d.Marks = each(v.Marks, wireMark)
	}
	fillSelf(&last.self[1], v)
	if whole || !reflect.DeepEqual(&last.self[0], &last.self[1]) {
		last.self[0], last.self[1] = last.self[1], last.self[0]
		d.Self = &last.self[0]
	}
	fillRun(&last.run[1], v)
	if last.run[1].Turns = last.run[0].Turns; whole || !reflect.DeepEqual(&last.run[0], &last.run[1]) {
		last.run[0], last.run[1] = last.run[1], last.run[0]
		last.run[0].Turns = v.Run.Turns
		d.Run = &last.run[0]
	}
	if len(v.Events) > 0 {
		d.Events = each(v.Events, wireEvent)
	}
	return d.Clouds != nil || d.Things != nil || d.Items != nil || d.Party != nil || d.Marks != nil ||
		d.Self != nil || d.Run != nil || d.Events != nil
}

// changed reports whether now is not as the last one was, or is to be told all the
// same, and keeps it as the last one then. What is to be told as a part of
// everything need not be told if it is empty.
func changed[T any](last *[]T, now []T, whole bool, same func(a, b T) bool) bool {
	if !whole && slices.EqualFunc(*last, now, same) {
		return false
	}
	*last = append((*last)[:0], now...)
	return !whole || len(now) > 0
}

func same[T comparable](a, b T) bool { return a == b }

// sameCloud leaves out how thick a cloud is, which isn't told.
func sameCloud(a, b rules.CloudOver) bool { return a.Pos == b.Pos && a.Kind == b.Kind }

// sameMark leaves out how long a mark still shows, which isn't told.
func sameMark(a, b rules.Mark) bool {
	a.Ticks = b.Ticks
	return a == b
}

// each returns the items in the form that is told. It is never nil, so that none
// is told as none.
func each[T, W any](items []T, form func(*T) W) []W {
	out := make([]W, len(items))
	for i := range items {
		out[i] = form(&items[i])
	}
	return out
}

// maxParty is how many of a party each of it is told of: in a crowd, the list of all
// told to all would be most of what is told.
const maxParty = 40

// partyOf returns those of the user's party whom she is told of, herself always.
// The list is good until the next call.
func (sp *speaker) partyOf(v *rules.View) []rules.Member {
	if len(v.Party) <= maxParty {
		return v.Party
	}
	sp.party = append(sp.party[:0], v.Party[:maxParty]...)
	own := func(m rules.Member) bool { return m.User == v.Entities[v.Hero].Name }
	if i := slices.IndexFunc(v.Party, own); i >= maxParty {
		sp.party[maxParty-1] = v.Party[i]
	}
	return sp.party
}

// partyIsDue reports whether the party may be told now. Where friends stand and
// how they are changes all the time, and each is told to each; so the more there
// are, the less often that is told. What else changes is told at once.
func (sp *speaker) partyIsDue(last *told, now []rules.Member, whole bool) bool {
	if whole || !sp.late || sp.tick >= last.gather+uint64(len(now)) {
		return true
	}
	if !slices.EqualFunc(last.party, now, sameStanding) {
		return true
	}
	sp.held = sp.held || !slices.Equal(last.party, now)
	return false
}

func sameStanding(a, b rules.Member) bool {
	a.Pos, a.Health = b.Pos, b.Health
	return a == b
}

func wireClouds(clouds []rules.CloudOver) []protocol.Strip {
	strips := []protocol.Strip{}
	var cells []byte
	for i := 0; i < len(clouds); {
		at := clouds[i].Pos
		cells = cells[:0]
		for ; i < len(clouds) && clouds[i].Pos == (geom.Pos{X: at.X + len(cells), Y: at.Y}); i++ {
			cells = append(cells, clouds[i].Kind.Row().Code)
		}
		strips = append(strips, protocol.Strip{X: at.X, Y: at.Y, Cells: string(cells)})
	}
	return strips
}

func wirePile(t *rules.Thing) protocol.Pile {
	return protocol.Pile{ID: t.ID, Kind: t.Kind, Name: t.Name, Count: t.Count, X: t.Pos.X, Y: t.Pos.Y, Seen: t.Seen, In: t.In}
}

func wireItem(c *rules.Carried) protocol.Item {
	w := protocol.Item{
		ID: c.ID, Kind: c.Kind, Name: c.Name, Class: c.Class.String(), Count: c.Count, Slot: content.SlotNames[c.Slot],
		Fuel: c.Fuel, Known: c.Known, Cursed: c.Cursed, Junk: c.Junk, Rune: c.Rune,
		Bonus: c.Bonus,
	}
	if c.Class == content.Wand || c.Class == content.Staff {
		w.Charges, w.MaxCharges = c.Charges, c.MaxCharges
	}
	return w
}

func wireMember(m *rules.Member) protocol.Member {
	return protocol.Member{
		User: m.User, Colour: m.Colour, Kit: m.Kit.Row().Key, Level: m.Level.String(), At: wirePlace(m.Pos),
		Health: m.Health, MaxHealth: m.MaxHealth, Wisp: m.Wisp, Asleep: m.Asleep, Here: m.Here,
		Leader: m.Leader, Ready: m.Gathered, Acted: m.Acted,
	}
}

func wireMark(m *rules.Mark) protocol.Mark {
	return protocol.Mark{User: m.User, Kind: m.Kind, Level: m.Level.String(), X: m.Pos.X, Y: m.Pos.Y}
}

func wirePlace(p geom.Pos) *protocol.Place { return &protocol.Place{X: p.X, Y: p.Y} }

func wireEvent(e *rules.Event) protocol.Event {
	w := protocol.Event{
		Code: e.Code, Actor: e.Actor, Target: e.Target, User: e.User, Item: e.Item, Kind: e.Kind, Status: e.Status,
		N: e.N, Text: e.Text, Sound: e.Sound, Loud: e.Loud, Ends: e.Ends,
		From: e.From.String(), Far: e.Far,
	}
	if e.Placed {
		w.At = wirePlace(e.At)
	}
	if e.Flies {
		w.To, w.Picture = wirePlace(e.To), flyingPicture(e.Kind)
	}
	w.By, w.On = wireWho(e.By), wireWho(e.On)
	if e.Code == heardCode {
		// What was heard and not seen sounds like what it was.
		w.Sound = soundOf(e.Kind)
	}
	return w
}

// wireWho names an actor, "" for nobody.
func wireWho(w rules.Who) string {
	switch {
	case w.ID == 0:
		return ""
	case w.User != "":
		return wireName(&rules.Entity{Kind: rules.KindHero, Name: w.User})
	}
	return wireName(&rules.Entity{Kind: rules.KindFoe, ID: w.ID})
}

// flyingPicture returns the key of the picture of a kind of shot or thing that
// flies; what is zapped is a spark.
func flyingPicture(kind string) string {
	if s, ok := content.ShotByKey(kind); ok {
		return s.Picture
	}
	if class, unknown := strings.CutPrefix(kind, "unknown_"); unknown {
		return "item_" + class
	}
	k, ok := content.ItemByKey(kind)
	if !ok || k.Row().Class == content.Wand || k.Row().Class == content.Staff {
		return "shot_spark"
	}
	return k.Row().Picture
}

// heardCode is the code of an event that was only heard; its kind is the code of
// what happened.
const heardCode = "noise_heard"

// soundOf returns the sound of the message with that code, "" if it has none.
func soundOf(code string) string {
	for i := range content.Messages {
		if content.Messages[i].Code == code {
			return content.Messages[i].Sound
		}
	}
	return ""
}
