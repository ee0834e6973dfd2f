package bot

import (
	"strconv"

	"laneya/geom"
	"laneya/protocol"
)

// harried reports whether the hero was hit lately, though there is nobody whom it
// could fight: someone shoots out of the dark, or across water.
func (b *Bot) harried() bool {
	const turns = 15
	return b.hurtAt > 0 && b.turn-b.hurtAt < turns
}

// evade returns what takes the hero out of the line of such a one: to the ladder
// up while it is weak, or on.
func (b *Bot) evade() protocol.Action {
	l := b.leader()
	switch {
	case !b.harried() || l == nil:
		return nil
	case b.share() < 60 && b.knows("ladder_up") && b.terrain(b.State.Hero().Pos) != "ladder_up":
		return protocol.Travel{To: "up"}
	case l.User != b.User:
		return b.stayWith(l)
	case b.State.Self().Depth > 0 && !b.explored[b.State.Level()]:
		return protocol.Explore{}
	}
	return b.descend()
}

// recover returns what makes the hero well while nobody is near.
func (b *Bot) recover() protocol.Action {
	if b.in("hungry") {
		if it := b.carried(func(it *protocol.Item) bool { return it.Class == "food" }); it != nil && b.again("eat", it.ID) {
			return protocol.Use{Item: it.ID}
		}
	}
	if b.share() < 30 {
		if it := b.carried(func(it *protocol.Item) bool { return heals(it.Kind) }); it != nil && b.again("heal", it.ID) {
			return protocol.Use{Item: it.ID}
		}
	}
	if b.share() < 90 && b.asked != "rest" {
		return protocol.Rest{}
	}
	return nil
}

// dress returns what puts on better things.
func (b *Bot) dress() protocol.Action {
	worn := map[string]*protocol.Item{}
	for i := range b.State.Items() {
		if it := &b.State.Items()[i]; it.Slot != "" {
			worn[it.Slot] = it
		}
	}
	for i := range b.State.Items() {
		it := &b.State.Items()[i]
		r := b.row(it.Kind)
		if it.Slot != "" || r.Slot == "" || it.Cursed {
			continue
		}
		better := false
		switch slot := r.Slot; slot {
		case "weapon":
			now := worn[slot]
			better = it.Class == "weapon" && (now == nil || now.Class == "weapon" && b.worth(it) > b.worth(now))
			if now != nil && now.Class == "bow" {
				better = false
			}
		case "armour", "off_hand":
			better = it.Class != "bow" && (worn[slot] == nil || b.worth(it) > b.worth(worn[slot]))
		case "ring_left", "ring_right":
			better = worn["ring_left"] == nil || worn["ring_right"] == nil
		case "light":
			better = worn["light"] == nil && (it.Fuel > 0 || r.Fuel == 0) || worn["light"] != nil && r.Light > b.row(worn["light"].Kind).Light
		}
		if better && b.again("wear", it.ID) {
			return protocol.Equip{Item: it.ID}
		}
	}
	return nil
}

// worth compares things that are worn in one place.
func (b *Bot) worth(it *protocol.Item) int {
	r := b.row(it.Kind)
	if it.Class == "weapon" {
		return (r.Damage+it.Bonus)*120/max(r.Ticks, 1) + len(r.Traits)
	}
	return (r.Armour+it.Bonus)*10 + r.Block
}

// study tries out unknown things while it is quiet.
func (b *Bot) study() protocol.Action {
	if b.share() < 75 || b.State.Self().Depth == 0 {
		return nil
	}
	it := b.carried(func(it *protocol.Item) bool {
		return (it.Kind == "unknown_scroll" || it.Kind == "unknown_potion" && it.Count >= 2 || it.Kind == "scroll_tempering" ||
			it.Kind == "scroll_naming" || it.Kind == "scroll_knowing" || it.Kind == "potion_life" || it.Kind == "scroll_maps") && b.tried[try{"study", it.ID}] < 1
	})
	if it == nil {
		return b.etch()
	}
	b.tried[try{"study", it.ID}]++
	return protocol.Use{Item: it.ID}
}

// etch writes a rune onto what it suits.
func (b *Bot) etch() protocol.Action {
	rune := b.carried(func(it *protocol.Item) bool { return it.Class == "rune" && b.tried[try{"etch", it.ID}] < 2 })
	if rune == nil {
		return nil
	}
	class := "weapon"
	if b.tried[try{"etch", rune.ID}] > 0 {
		class = "armour"
	}
	b.tried[try{"etch", rune.ID}]++
	on := b.carried(func(it *protocol.Item) bool { return it.Slot != "" && it.Class == class && it.Rune == "" })
	if on == nil {
		return nil
	}
	return protocol.Use{Item: rune.ID, Target: strconv.FormatUint(on.ID, 10)}
}

// collect takes what lies here and is not picked up by walking.
func (b *Bot) collect() protocol.Action {
	for _, t := range b.State.Self().Near {
		if t.In == "grave" && b.again("take", t.ID) {
			return protocol.Take{Thing: t.ID}
		}
	}
	return nil
}

// revive brings back the dead of the party.
func (b *Bot) revive() protocol.Action {
	var wisp *protocol.Member
	for i := range b.State.Party() {
		if m := &b.State.Party()[i]; m.Wisp && m.Here {
			wisp = m
		}
	}
	if wisp == nil {
		return nil
	}
	for _, e := range b.State.Entities() {
		if e.Wisp && e.Pos.Sub(b.State.Hero().Pos).Taxicab() <= 3 {
			if it := b.carried(of("revival_herb")); it != nil && b.again("revive", it.ID) {
				return protocol.Use{Item: it.ID, Target: e.ID}
			}
		}
	}
	if p, ok := b.beside("shrine"); ok {
		return protocol.Touch{X: p.X, Y: p.Y}
	}
	if l := b.leader(); l != nil && l.User == b.User && b.knows("shrine") && b.asked != "travel" && b.turn >= b.shrineAt {
		const turns = 60 // in which the way may have been explored
		b.shrineAt = b.turn + turns
		return protocol.Travel{To: "shrine"}
	}
	return nil
}

// finish lifts the Heart and shares it.
func (b *Bot) finish() protocol.Action {
	self := b.State.Self()
	if self.CanShare && b.gathered(30) {
		return protocol.Share{}
	}
	hero := b.State.Hero()
	for _, t := range b.State.Things() {
		if t.Kind != "heart" || t.In != "" {
			continue
		}
		p := geom.Pos{X: t.X, Y: t.Y}
		switch d := p.Sub(hero.Pos).Taxicab(); {
		case d == 0:
			return protocol.Take{Thing: t.ID}
		case d == 1 && b.terrain(p) == "heart_plinth":
			return protocol.Touch{X: t.X, Y: t.Y}
		}
		if l := b.leader(); l != nil && l.User == b.User && b.asked != "travel" && b.turn >= b.heartAt {
			const turns = 100 // in which the way may have been explored
			b.heartAt = b.turn + turns
			return protocol.Travel{To: "place", X: t.X, Y: t.Y}
		}
	}
	return nil
}

// seesHeart reports whether the Heart lies on the level, as far as the hero knows.
func (b *Bot) seesHeart() bool {
	for _, t := range b.State.Things() {
		if t.Kind == "heart" {
			return true
		}
	}
	return false
}

// gathered reports whether all who live are on the level and that near.
func (b *Bot) gathered(cells int) bool {
	hero := b.State.Hero()
	for _, m := range b.State.Party() {
		if m.Wisp || m.Asleep || m.User == b.User {
			continue
		}
		if !m.Here || m.At == nil {
			continue
		}
		if (geom.Pos{X: m.At.X, Y: m.At.Y}).Sub(hero.Pos).Taxicab() > cells {
			return false
		}
	}
	return true
}

// goOn explores, goes down, or stays with the leader.
func (b *Bot) goOn() protocol.Action {
	l := b.leader()
	if l == nil {
		return nil
	}
	if l.User != b.User {
		return b.stayWith(l)
	}
	const longest = 400 // turns that it waits for the others to get well
	if b.ready() {
		b.waited = 0
	} else if b.waited++; b.waited < longest {
		if b.asked == "rest" {
			return protocol.Pass{}
		}
		return protocol.Rest{}
	}
	if b.blocked >= 3 {
		b.blocked = 0
		if b.knows("ladder_up") {
			return protocol.Travel{To: "up"} // what is in the way may not get out past the party
		}
	}
	depth := b.State.Self().Depth
	if depth > 0 && !b.explored[b.State.Level()] {
		return protocol.Explore{}
	}
	if a := b.pull(); a != nil {
		return a
	}
	return b.descend()
}

// ready reports whether those who are with the leader are well enough to go
// on.
func (b *Bot) ready() bool {
	for _, m := range b.State.Party() {
		if m.Here && !m.Wisp && !m.Asleep && m.Health*100 < 85*m.MaxHealth {
			return false
		}
	}
	return true
}

// stayWith follows the leader.
func (b *Bot) stayWith(l *protocol.Member) protocol.Action {
	if !l.Here && depthOf(l.Level) > b.State.Self().Depth {
		return b.descend()
	}
	switch {
	case !l.Here || b.turn >= b.lost:
		return protocol.Follow{User: l.User}
	case !b.explored[b.State.Level()]:
		return protocol.Explore{} // the way to her
	case l.At != nil && b.wentFor < b.lost:
		b.wentFor = b.lost // once: it may have to swim
		return protocol.Travel{To: "place", X: l.At.X, Y: l.At.Y}
	}
	return b.seekDoor()
}

// depthOf returns the depth of a level, 0 for what is none.
func depthOf(level string) int {
	id, err := geom.ParseLevelID(level)
	if err != nil {
		return 0
	}
	return id.Z
}

// descend goes to the ladder down and climbs it once all are there.
func (b *Bot) descend() protocol.Action {
	if b.terrain(b.State.Hero().Pos) == "ladder_down" {
		if b.gathered(2) {
			return protocol.Climb{Way: "down"}
		}
		if b.turn >= b.callAt {
			const turns = 30
			b.callAt = b.turn + turns
			p := b.State.Hero().Pos
			return protocol.MarkPlace{X: p.X, Y: p.Y, Kind: "gather"}
		}
		return protocol.Pass{}
	}
	if depthOf(b.State.Level()) > 0 && (!b.knows("ladder_down") || b.turn < b.walledIn || b.seesHeart()) {
		return b.seekDoor()
	}
	return protocol.Travel{To: "down"}
}

// haunt lets a wisp stay with those who live.
func (b *Bot) haunt() protocol.Action {
	if b.State.Self().Intent != "" || b.turn%20 != 0 {
		return nil
	}
	l := b.leader()
	switch {
	case l == nil || l.User == b.User:
		return nil
	case !l.Here && depthOf(l.Level) > b.State.Self().Depth:
		return b.descend()
	}
	return protocol.Follow{User: l.User}
}
