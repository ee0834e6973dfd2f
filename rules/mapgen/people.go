package mapgen

import (
	"laneya/geom"
	"laneya/rules/content"
)

// populate puts foes and things onto a level whose ground is done.
func (p *plan) populate() {
	p.listSpots()
	p.layKeys()
	p.stockNeeds()
	p.stockVaults()
	p.peopleLevel()
	p.stockLevel()
}

// listSpots lists the fields outside of vaults where foes and things may be
// put, in an order drawn by chance.
func (p *plan) listSpots() {
	p.spots, p.waters = nil, nil
	for i, k := range p.level.Terrain {
		q := geom.CellAt(i)
		if !p.free(q) || p.keyAt(q) {
			continue
		}
		if plainGround(k) {
			p.spots = append(p.spots, q)
		}
		if k == content.DeepWater {
			p.waters = append(p.waters, q)
		}
	}
	p.shuffle(p.spots)
	p.shuffle(p.waters)
}

func (p *plan) shuffle(s []geom.Pos) {
	for i := len(s) - 1; i > 0; i-- {
		j := p.dice.Below(i + 1)
		s[i], s[j] = s[j], s[i]
	}
}

// takeSpot returns the next of the spots that suits, and takes it from them.
func takeSpot(spots *[]geom.Pos, suits func(geom.Pos) bool) (geom.Pos, bool) {
	s := *spots
	for i, q := range s {
		if suits(q) {
			s[i] = s[len(s)-1]
			*spots = s[:len(s)-1]
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

// What keeps arrivals quiet, in cells: no wild foe starts within quiet of a
// ladder or passage, nor in sight of one within watch.
const (
	quiet = 8
	watch = 14
)

// lurks reports whether a wild foe may start at q.
func (p *plan) lurks(q geom.Pos) bool {
	for _, l := range p.level.Links.all() {
		far := q.Sub(l).Chebyshev()
		if far <= quiet || far <= watch && p.inSight(l, q) {
			return false
		}
	}
	return true
}

// inSight reports whether nothing opaque lies on a straight line from a to b.
func (p *plan) inSight(a, b geom.Pos) bool {
	d := b.Sub(a)
	n := d.Chebyshev()
	for i := 1; i < n; i++ {
		// The nearest cell to i parts in n of the way, of two the one towards b.
		q := a.Add(geom.Delta{DX: rounded(d.DX*i, n), DY: rounded(d.DY*i, n)})
		if p.at(q).Row().Opaque {
			return false
		}
	}
	return true
}

// rounded returns a/b for a positive b, to the nearest whole number.
func rounded(a, b int) int {
	if a < 0 {
		return -((-2*a + b) / (2 * b))
	}
	return (2*a + b) / (2 * b)
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
		k, ok := p.drawFoe(p.livesHere)
		if !ok {
			return
		}
		p.placeGroup(k, hi)
	}
}

// livesHere reports whether the wild foe f finds what it lives in.
func (p *plan) livesHere(f *content.Foe) bool {
	const least = 6 // fields of deep water
	return !f.Has(content.Swimmer) || len(p.waters) >= least
}

// drawFoe draws one of the wild foes of the level's depth that suit; ok is
// false if there is none.
func (p *plan) drawFoe(suits func(*content.Foe) bool) (k content.FoeKind, ok bool) {
	return p.drawFoeOf(func(f *content.Foe) bool { return found(f.Depth, f.Last, f.Weight, p.depth) && suits(f) })
}

// drawFoeOf draws one of the foes that suit, by their weights.
func (p *plan) drawFoeOf(suits func(*content.Foe) bool) (k content.FoeKind, ok bool) {
	sum := 0
	for i := range content.Foes {
		if f := &content.Foes[i]; suits(f) {
			sum += f.Weight
		}
	}
	if sum == 0 {
		return 0, false
	}
	roll := p.dice.Below(sum)
	for i := range content.Foes {
		if f := &content.Foes[i]; suits(f) {
			if roll -= f.Weight; roll < 0 {
				return content.FoeKind(i), true
			}
		}
	}
	return 0, false
}

// placeGroup puts a foe of kind k, and its like near it, while their costs
// stay below hi.
func (p *plan) placeGroup(k content.FoeKind, hi int) {
	row := k.Row()
	spots := &p.spots
	if row.Has(content.Swimmer) {
		spots = &p.waters
	}
	n := 1
	if row.Group > 1 {
		n = p.dice.Between(2, row.Group)
	}
	var first geom.Pos
	for i := range n {
		if p.foeCost+row.Cost > hi {
			return
		}
		q, ok := takeSpot(spots, func(q geom.Pos) bool {
			return p.lurks(q) && (i == 0 || q.Sub(first).Chebyshev() <= 3)
		})
		if !ok {
			return
		}
		if i == 0 {
			first = q
		}
		p.addFoe(p.newFoe(k, q))
	}
}

// addFoe puts f onto the level.
func (p *plan) addFoe(f Foe) { p.level.Foes = append(p.level.Foes, f) }

// newFoe returns a foe of kind k at q and counts its cost.
func (p *plan) newFoe(k content.FoeKind, q geom.Pos) Foe {
	row := k.Row()
	f := Foe{Kind: k, Pos: q, Hidden: row.Ways&(content.Ambusher|content.Mimic) != 0}
	f.Asleep = !f.Hidden && p.dice.Percent(row.Sleeps)
	if row.Has(content.Mimic) {
		f.Disguise, _ = p.drawItem(func(*content.Item) bool { return true })
	}
	if !row.Has(content.Boss) {
		p.foeCost += row.Cost
	}
	return f
}
