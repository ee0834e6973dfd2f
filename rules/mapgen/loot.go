package mapgen

import (
	"laneya/geom"
	"laneya/rules/content"
)

// dear is the share of a level's loot that one thing is worth at most.
const dear = 6

// stockLevel lays onto the level what chance brings, until the budget is spent.
func (p *plan) stockLevel() {
	lo, hi := LootBudget(p.depth)
	goal := p.dice.Between(lo, hi)
	p.stockSecrets(hi)
	const tries = 200
	for range tries {
		if p.lootValue >= goal {
			return
		}
		k, ok := p.drawItem(func(it *content.Item) bool { return it.Value <= hi/dear && p.lootValue+it.Value <= hi })
		if !ok {
			return
		}
		q, ok := takeSpot(&p.spots, p.plainly)
		if !ok {
			return
		}
		p.addItem(k, q, hi)
	}
}

// stockSecrets lays something better behind secret doors.
func (p *plan) stockSecrets(hi int) {
	const most = 2
	for range most {
		if q, ok := takeSpot(&p.spots, p.secret.Has); ok && p.lootValue < hi {
			p.stockThing(q, markFine)
		}
	}
}

// plainly reports whether q lies where one gets without finding a secret door.
func (p *plan) plainly(q geom.Pos) bool { return !p.secret.Has(q) }

// stockNeeds lays what a party counts on: over each two floors there is
// something that heals, something that gives light and something to eat.
func (p *plan) stockNeeds() {
	needs := []func(*content.Item) bool{heals}
	if p.id.Z&1 == 0 {
		needs = append(needs, lights)
	} else {
		needs = append(needs, feeds)
	}
	for _, need := range needs {
		k, ok := p.drawItem(need)
		if !ok {
			continue
		}
		if q, ok := takeSpot(&p.spots, p.plainly); ok {
			_, hi := LootBudget(p.depth)
			p.addItem(k, q, hi)
		}
	}
}

func heals(it *content.Item) bool {
	if it.Class != content.Potion && it.Class != content.Herb && it.Class != content.Food {
		return false
	}
	for _, e := range it.Effects {
		if e.Kind == content.Heal {
			return true
		}
	}
	return false
}

func lights(it *content.Item) bool { return it.Class == content.Light }

func feeds(it *content.Item) bool { return it.Class == content.Food }

// drawItem draws one of the things of the level's depth that suit; ok is false
// if there is none.
func (p *plan) drawItem(suits func(*content.Item) bool) (k content.ItemKind, ok bool) {
	return p.drawItemAt(p.depth, suits)
}

// drawItemAt is drawItem for another depth than the level's.
func (p *plan) drawItemAt(depth int, suits func(*content.Item) bool) (k content.ItemKind, ok bool) {
	sum := 0
	for i := range content.Items {
		if it := &content.Items[i]; found(it.Depth, it.Last, it.Weight, depth) && suits(it) {
			sum += it.Weight
		}
	}
	if sum == 0 {
		return 0, false
	}
	roll := p.dice.Below(sum)
	for i := range content.Items {
		if it := &content.Items[i]; found(it.Depth, it.Last, it.Weight, depth) && suits(it) {
			if roll -= it.Weight; roll < 0 {
				return content.ItemKind(i), true
			}
		}
	}
	return 0, false
}

// addItem lays a stack of kind k at q that keeps what lies on the level worth
// at most hi, if one thing does.
func (p *plan) addItem(k content.ItemKind, q geom.Pos, hi int) {
	it := p.newItem(k, q, hi)
	p.level.Items = append(p.level.Items, it)
}

// newItem returns such a stack and counts its value.
func (p *plan) newItem(k content.ItemKind, q geom.Pos, hi int) Item {
	row := k.Row()
	it := Item{Kind: k, Pos: q, Count: 1, Cursed: p.dice.Percent(row.Cursed)}
	if row.Stack > 1 && (row.Class == content.Ammo || row.Class == content.Thrown) {
		it.Count = p.dice.Between((row.Stack+3)/4, (row.Stack+1)/2)
	}
	for it.Count > 1 && p.lootValue+it.Count*row.Value > hi {
		it.Count--
	}
	p.lootValue += it.Count * row.Value
	if row.Class == content.Weapon || row.Class == content.Armour {
		it.Rune = p.drawRune(row.Class == content.Weapon, it.Cursed)
	}
	return it
}

// drawRune draws the rune of a weapon or armour, mostly none. What is cursed
// bears a bad one.
func (p *plan) drawRune(weapon, cursed bool) content.RuneKind {
	if !cursed && !p.dice.Percent(min(4+2*p.depth, 25)) {
		return 0
	}
	var fit []content.RuneKind
	for i := 1; i < len(content.Runes); i++ {
		if r := &content.Runes[i]; r.Weapon == weapon && r.Bad == cursed {
			fit = append(fit, content.RuneKind(i))
		}
	}
	if len(fit) == 0 {
		return 0
	}
	return fit[p.dice.Below(len(fit))]
}
