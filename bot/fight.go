package bot

import (
	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
)

// urgent returns what can't wait: a wound, a status.
func (b *Bot) urgent() protocol.Action {
	foe := b.foe()
	near := foe != nil && foe.Pos.Sub(b.State.Hero().Pos).Taxicab() <= 6
	if b.share() < 45 && (near || b.in("poisoned") || b.in("burning")) {
		if it := b.carried(of("potion_healing", "potion_deep_healing", "potion_slow_healing", "bandage")); it != nil {
			return protocol.Use{Item: it.ID}
		}
		if b.share() < 35 && near {
			if it := b.carried(of("potion_shielding")); it != nil {
				return protocol.Use{Item: it.ID}
			}
			if it := b.carried(of("scroll_lullaby", "scroll_dread", "scroll_wardens", "scroll_company", "scroll_away", "scroll_step")); it != nil && b.reads() {
				return protocol.Use{Item: it.ID}
			}
			if it := b.carried(of("unknown_potion")); it != nil && b.share() < 25 {
				return protocol.Use{Item: it.ID}
			}
		}
	}
	return nil
}

// reads reports whether the hero can read a scroll now.
func (b *Bot) reads() bool { return !b.in("blind") && b.State.Hero().Pos != b.dark }

// mostThrows is how often a bot throws or zaps at a foe before it goes up to it:
// something that it doesn't see may be in the way.
const mostThrows = 6

// fight attacks a foe with what suits.
func (b *Bot) fight(foe *client.Entity) protocol.Action {
	hero := b.State.Hero()
	d := foe.Pos.Sub(hero.Pos).Taxicab()
	tough := foe.MaxHealth >= 18 || foe.Health > 0 && b.crowd() >= 3
	if !foe.Asleep && d > 1 && d <= 7 && tough {
		if it := b.carried(func(it *protocol.Item) bool {
			return (it.Class == "wand" || it.Class == "staff") && b.charged(it) && b.row(it.Kind).Range >= d
		}); it != nil {
			return b.zap(it, foe)
		}
		if it := b.carried(of("blast_bomb", "oil_flask", "frost_bomb", "potion_fire", "potion_frost", "potion_venom")); it != nil && d >= 3 && !b.friendBy(foe.Pos, 2) {
			return b.act(protocol.Throw{Item: it.ID, X: foe.Pos.X, Y: foe.Pos.Y})
		}
	}
	if !foe.Asleep && d > 1 && d <= 6 && b.missed[foe.ID] < mostThrows {
		b.missed[foe.ID]++
		if it := b.carried(func(it *protocol.Item) bool { return it.Class == "thrown weapon" && it.Slot == "" }); it != nil {
			return b.act(protocol.Throw{Item: it.ID, X: foe.Pos.X, Y: foe.Pos.Y})
		}
		if it := b.carried(func(it *protocol.Item) bool {
			return it.Class == "staff" && b.charged(it) && b.row(it.Kind).Range >= d
		}); it != nil {
			return b.zap(it, foe)
		}
	}
	if b.State.Self().Intent == "attack" {
		return nil
	}
	if b.State.Self().StopHealth > 0 {
		return b.act(protocol.Prefer{Pickup: true, StopHealth: 0, Confirm: false})
	}
	if b.bold >= b.turn {
		// One of several bars the way: the server knows who can be got at.
		return b.act(protocol.Attack{})
	}
	b.target, b.missed = foe.ID, map[string]int{}
	return b.act(protocol.Attack{Target: foe.ID})
}

// spent is how often something was tried that has nothing left in it.
const spent = 100

// charged reports whether a wand or staff is for use on foes and may have
// something left.
func (b *Bot) charged(it *protocol.Item) bool {
	return it.Charges != 0 && offensive(it.Kind) && b.tried[try{"zap", it.ID}] < spent
}

func (b *Bot) zap(it *protocol.Item, foe *client.Entity) protocol.Action {
	b.zapped = it.ID
	return b.act(protocol.Zap{Item: it.ID, X: foe.Pos.X, Y: foe.Pos.Y})
}

// offensive reports whether a wand or staff is for use on foes.
func offensive(kind string) bool {
	switch kind {
	case "wand_sparks", "wand_lightning", "wand_fire", "wand_frost", "wand_slumber", "wand_lead", "wand_bullseyes",
		"staff_embers", "staff_storms", "wand_friendship", "unknown_wand", "unknown_staff":
		return true
	}
	return false
}

// crowd returns how many foes are close.
func (b *Bot) crowd() int {
	n := 0
	for _, e := range b.State.Entities() {
		if e.Attitude == "foe" && !e.Asleep && e.Pos.Sub(b.State.Hero().Pos).Taxicab() <= 7 {
			n++
		}
	}
	return n
}

// friendBy reports whether somebody of the party stands that near to a field.
func (b *Bot) friendBy(p geom.Pos, cells int) bool {
	for _, e := range b.State.Entities() {
		if e.Kind == protocol.KindHero && !e.Wisp && e.Pos.Sub(p).Taxicab() <= cells {
			return true
		}
	}
	return false
}
