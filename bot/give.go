package bot

import (
	"laneya/client"
	"laneya/protocol"
)

// giveAway hands what others of the party have more use for to who stands next
// to the hero.
func (b *Bot) giveAway() protocol.Action {
	for _, e := range b.State.Entities() {
		if e.Kind != protocol.KindHero || e.Wisp || e.Asleep || e.Name == b.User || e.Pos.Sub(b.State.Hero().Pos).Taxicab() != 1 {
			continue
		}
		for i := range b.State.Items() {
			it := &b.State.Items()[i]
			if n := b.spare(it, e); n > 0 && b.again("give", it.ID) {
				return protocol.Give{Item: it.ID, Count: n, To: e.Name}
			}
		}
	}
	return nil
}

// lighten returns what makes room in a full pack: of what is not worn it drops
// what is of the least use.
func (b *Bot) lighten() protocol.Action {
	if !b.full {
		return nil
	}
	b.full = false
	for _, class := range [...]string{"corpse", "weapon", "armour", "shield", "bow", "ammunition", "thrown weapon", "ring", "treasure", "light", "rope", "food", "rune", "wand", "scroll", "potion", "herb"} {
		for i := range b.State.Items() {
			if it := &b.State.Items()[i]; it.Class == class && it.Slot == "" {
				return protocol.Drop{Item: it.ID, Count: it.Count}
			}
		}
	}
	return nil
}

// spare returns how many of an item the hero gives to a friend.
func (b *Bot) spare(it *protocol.Item, to *client.Entity) int {
	if it.Slot != "" || it.Cursed {
		return 0
	}
	mine := b.State.Self().Kit
	switch it.Class {
	case "bow", "ammunition":
		if mine != "ranger" && to.Kit == "ranger" {
			return it.Count
		}
	case "wand", "staff":
		if mine != "arcanist" && to.Kit == "arcanist" {
			return it.Count
		}
	case "thrown weapon", "ring":
		if mine != "rogue" && to.Kit == "rogue" {
			return it.Count
		}
	case "armour", "shield":
		if mine != "warden" && to.Kit == "warden" {
			return it.Count
		}
	case "potion", "herb", "food":
		if it.Count >= 3 {
			return it.Count / 2
		}
	case "weapon":
		if b.worth(it) > 0 && to.Kit != mine {
			return it.Count
		}
	}
	return 0
}
