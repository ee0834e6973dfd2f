package mapgen

import (
	"laneya/geom"
	"laneya/rules/content"
)

// layKeys lays each lock's key where it was decided that it lies.
func (p *plan) layKeys() {
	for i := range content.Items {
		if content.Items[i].Class != content.Key {
			continue
		}
		for j, q := range p.keys {
			p.level.Items = append(p.level.Items, Item{
				Kind: content.ItemKind(i), Pos: q, Count: 1, Lock: p.level.Locks[j].Number,
			})
		}
		return
	}
}

// stockVaults puts into vaults what their drawings ask for, as far as the
// budgets allow.
func (p *plan) stockVaults() {
	for _, v := range p.vaults {
		nest, _ := p.drawFoe(func(f *content.Foe) bool {
			return f.Ways&(content.Swimmer|content.Stationary|content.Mimic) == 0
		})
		v.each(v.box.Min, v.turn, func(q geom.Pos, g glyph) {
			if !p.keyAt(q) {
				p.stockMark(q, g.mark, nest)
			}
			if g.terrain == content.Coffin {
				p.fillCoffin(q)
			}
		})
	}
	for i, k := range p.level.Terrain {
		if q := geom.CellAt(i); k == content.Coffin && !p.fixed.Has(q) {
			p.fillCoffin(q)
		}
	}
}

// stockMark puts onto the field q of a vault what m asks for.
func (p *plan) stockMark(q geom.Pos, m mark, nest content.FoeKind) {
	const gas = 30 // units
	switch m {
	case markThing, markFine, markScroll, markPotion, markFood, markArms:
		p.stockThing(q, m)
	case markKey:
		if p.dice.OneIn(2) {
			p.stockThing(q, markThing)
		}
	case markHeart:
		p.layHeart(q)
	case markMarsh:
		p.level.Clouds = append(p.level.Clouds, Cloud{q, content.MarshGas, gas})
	case markBoss:
		p.stockBoss(q)
	case markNest:
		p.stockFoe(q, nest)
	case markFoe, markGuard, markMimic, markWeb, markSwim, markDead, markShoot:
		if k, ok := p.drawMarked(m); ok {
			p.stockFoe(q, k)
		}
	}
}

// drawMarked draws a foe for a field marked so. One that has left its depths
// behind will do, so that deep levels have them too.
func (p *plan) drawMarked(m mark) (content.FoeKind, bool) {
	var ways content.Ways
	switch m {
	case markGuard:
		ways = content.Guardian
	case markMimic:
		ways = content.Mimic
	case markWeb:
		ways = content.Webber
	case markSwim:
		ways = content.Swimmer
	case markShoot:
		ways = content.Archer
	}
	fits := func(f *content.Foe) bool { return f.Has(ways) && (m != markDead || f.Undead) }
	if ways == 0 && m != markDead {
		fits = func(f *content.Foe) bool { return f.Ways&(content.Swimmer|content.Mimic) == 0 }
	}
	if k, ok := p.drawFoe(fits); ok {
		return k, ok
	}
	return p.drawFoeOf(func(f *content.Foe) bool { return f.Depth <= p.depth && f.Weight > 0 && fits(f) })
}

// stockFoe puts a foe of kind k at q if the budget allows.
func (p *plan) stockFoe(q geom.Pos, k content.FoeKind) {
	if _, hi := FoeBudget(p.depth); p.foeCost+k.Row().Cost <= hi {
		p.addFoe(p.newFoe(k, q))
	}
}

// stockBoss puts the boss of the level's floor at q, or where the Heart lies higher up
// than in a run of full length that of the last floor above that has one.
func (p *plan) stockBoss(q geom.Pos) {
	best := -1
	for i := range content.Foes {
		f := &content.Foes[i]
		if f.Has(content.Boss) && (f.Depth == p.id.Z || p.heart && f.Depth < p.id.Z) && (best < 0 || f.Depth > content.Foes[best].Depth) {
			best = i
		}
	}
	if best >= 0 {
		p.addFoe(p.newFoe(content.FoeKind(best), q))
	}
}

// layHeart lays the Heart at q.
func (p *plan) layHeart(q geom.Pos) {
	for i := range content.Items {
		if content.Items[i].Class == content.HeartClass {
			p.level.Items = append(p.level.Items, Item{Kind: content.ItemKind(i), Pos: q, Count: 1})
			return
		}
	}
}

// stockThing lays a thing at q as the mark asks for, if the budget allows.
func (p *plan) stockThing(q geom.Pos, m mark) {
	_, hi := LootBudget(p.depth)
	var fits func(*content.Item) bool
	switch m {
	case markScroll:
		fits = func(it *content.Item) bool { return it.Class == content.Scroll }
	case markPotion:
		fits = func(it *content.Item) bool { return it.Class == content.Potion }
	case markFood:
		fits = feeds
	case markArms:
		fits = func(it *content.Item) bool {
			return it.Class <= content.Bow || it.Class == content.Shield || it.Class == content.Armour
		}
	default:
		fits = func(*content.Item) bool { return true }
	}
	draws, deeper, most := 1, 0, hi/dear
	if m == markFine {
		draws, deeper, most = 4, 2, hi/3
	}
	within := func(it *content.Item) bool { return fits(it) && it.Value <= most && p.lootValue+it.Value <= hi }
	best, ok := p.drawItemAt(p.depth+deeper, within)
	for range draws - 1 {
		if k, more := p.drawItemAt(p.depth+deeper, within); more && k.Row().Value > best.Row().Value {
			best = k
		}
	}
	if ok {
		p.addItem(best, q, hi)
	}
}

// fillCoffin decides what is in the coffin at q.
func (p *plan) fillCoffin(q geom.Pos) {
	c := Coffin{Pos: q}
	_, most := FoeBudget(p.depth)
	_, hi := LootBudget(p.depth)
	roll := p.dice.Below(100)
	const risen, found = 25, 35 // percent that hold a foe, and a find
	switch {
	case roll < risen:
		if k, ok := p.sleeper(); ok && p.foeCost+k.Row().Cost <= most {
			c.Foes = []Foe{p.newFoe(k, q)}
			c.Foes[0].Asleep = false
		}
	case roll < risen+found:
		k, ok := p.drawItem(func(it *content.Item) bool { return it.Value <= hi/dear && p.lootValue+it.Value <= hi })
		if ok {
			c.Items = []Item{p.newItem(k, q, hi)}
		}
	}
	p.level.Coffins = append(p.level.Coffins, c)
}

// sleeper returns who lies in a coffin at this depth.
func (p *plan) sleeper() (content.FoeKind, bool) {
	if k, ok := content.FoeByKey("coffin_sleeper"); ok && k.Row().Depth <= p.depth {
		return k, true
	}
	return p.drawFoe(func(f *content.Foe) bool { return f.Undead })
}
