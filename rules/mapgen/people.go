package mapgen

import (
	"laneya/geom"
	"laneya/rules/content"
)

// populate puts foes and things onto a level whose ground is done.
func (p *plan) populate() {
	p.spots = p.freeSpots()
	p.peopleLevel()
	p.stockLevel()
	for _, r := range p.rooms {
		p.level.Rooms = append(p.level.Rooms, r.box)
	}
}

// freeSpots returns the fields where a foe or thing may be put, in an order
// drawn by chance.
func (p *plan) freeSpots() []geom.Pos {
	var out []geom.Pos
	for i := range geom.LevelCells {
		q := geom.CellAt(i)
		if p.level.Terrain[i] == content.Floor && !p.calm.Has(q) && !p.fixed.Has(q) {
			out = append(out, q)
		}
	}
	for i := len(out) - 1; i > 0; i-- {
		j := p.dice.Below(i + 1)
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// takeSpot returns the next free spot that suits, and takes it from the list.
func (p *plan) takeSpot(suits func(geom.Pos) bool) (geom.Pos, bool) {
	for i, q := range p.spots {
		if suits(q) {
			p.spots[i] = p.spots[len(p.spots)-1]
			p.spots = p.spots[:len(p.spots)-1]
			return q, true
		}
	}
	return geom.Pos{}, false
}

// farFromLinks reports whether q is more than n cells from every ladder and
// passage.
func (p *plan) farFromLinks(q geom.Pos, n int) bool {
	for _, l := range p.level.Links.all() {
		if q.Sub(l).Chebyshev() <= n {
			return false
		}
	}
	return true
}

// peopleLevel puts wild foes onto the level until its budget is spent.
func (p *plan) peopleLevel() {
	lo, hi := FoeBudget(p.depth)
	goal := p.dice.Between(lo, hi)
	const tries = 200
	for range tries {
		if p.foeCost >= goal {
			return
		}
		k, ok := p.drawFoe()
		if !ok {
			return
		}
		if p.foeCost+k.Row().Cost > hi {
			continue
		}
		p.placeGroup(k, hi)
	}
}

// drawFoe draws a wild foe of the level's depth; ok is false if there is none.
func (p *plan) drawFoe() (k content.FoeKind, ok bool) {
	return p.drawFoeOf(func(f *content.Foe) bool { return !f.Has(content.Swimmer) })
}

// drawFoeOf draws one of the wild foes of the level's depth that suit.
func (p *plan) drawFoeOf(suits func(*content.Foe) bool) (k content.FoeKind, ok bool) {
	sum := 0
	for pass := range 2 {
		roll := 0
		if pass == 1 {
			if sum == 0 {
				return 0, false
			}
			roll = p.dice.Below(sum)
		}
		for i := range content.Foes {
			f := &content.Foes[i]
			if !found(f.Depth, f.Last, f.Weight, p.depth) || !suits(f) {
				continue
			}
			if pass == 0 {
				sum += f.Weight
				continue
			}
			if roll -= f.Weight; roll < 0 {
				return content.FoeKind(i), true
			}
		}
	}
	return 0, false
}

// placeGroup puts a foe of kind k, and its like next to it, while the costs
// stay below hi.
func (p *plan) placeGroup(k content.FoeKind, hi int) {
	const away = 8 // cells from ladders and passages
	row := k.Row()
	first, ok := p.takeSpot(func(q geom.Pos) bool { return p.farFromLinks(q, away) })
	if !ok {
		return
	}
	p.addFoe(k, first)
	if row.Group < 2 {
		return
	}
	for range p.dice.Between(1, row.Group-1) {
		if p.foeCost+row.Cost > hi {
			return
		}
		q, ok := p.takeSpot(func(q geom.Pos) bool {
			return q.Sub(first).Chebyshev() <= 3 && p.farFromLinks(q, away)
		})
		if !ok {
			return
		}
		p.addFoe(k, q)
	}
}

// addFoe puts a foe of kind k at q.
func (p *plan) addFoe(k content.FoeKind, q geom.Pos) {
	row := k.Row()
	f := Foe{Kind: k, Pos: q, Hidden: row.Ways&(content.Ambusher|content.Mimic) != 0}
	f.Asleep = !f.Hidden && p.dice.Percent(row.Sleeps)
	if row.Has(content.Mimic) {
		f.Disguise, _ = p.drawItem(func(*content.Item) bool { return true })
	}
	if !row.Has(content.Boss) {
		p.foeCost += row.Cost
	}
	p.level.Foes = append(p.level.Foes, f)
}
