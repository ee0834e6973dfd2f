package mapgen

import (
	"laneya/geom"
	"laneya/rules/dice"
)

// What every level below the camp keeps to, in fields that are not rock, wall
// or prop.
const (
	minOpen = geom.LevelCells * 34 / 100
	maxOpen = geom.LevelCells * 52 / 100
)

// attempts bounds how often a level is begun anew; nearly all first attempts
// are good.
const attempts = 100

// Generate digs the level of that name in the world of that seed, in which the Heart
// lies at depth heart, from 1 to HeartDepth. Any name gives a level.
func Generate(seed uint64, heart int, id geom.LevelID) *Level {
	if id == camp {
		return pitchCamp(seed, heart)
	}
	h := dice.OfPlace(seed, id)
	d := dice.New(h, dice.Mix(h^saltLevel))
	links := LinksOf(seed, heart, id)
	var p plan
	for range attempts {
		p = plan{
			dice:  &d,
			level: &Level{Links: links},
			id:    id,
			heart: id == geom.LevelID{Z: heart},
			depth: max(1, Depth(id)),
		}
		if p.dig() {
			break
		}
	}
	p.populate()
	return p.level
}

// dig makes the ground of a level; ok is false if it came out badly.
func (p *plan) dig() (ok bool) {
	p.level.Kind = p.pickKind()
	p.caves = p.level.Kind.caves(p.dice)
	p.digLinks()
	if !p.placeVaults() {
		return false
	}
	loops := 0
	switch p.level.Kind {
	case Caves:
		p.digCaves(52)
	case Grove, Rift:
		p.digCaves(52)
	case Mine:
		p.digMine()
		loops = 1
	case Crypt:
		p.digCrypt()
		loops = p.dice.Between(1, 3)
	default:
		p.digRooms()
		loops = p.dice.Between(2, 4)
	}
	p.joinRooms(loops)
	p.paint()
	p.stampVaults()
	p.dress()
	p.buildWalls()
	p.hangDoors()
	p.hangTorches()
	p.enter()
	return p.fitLocks() && p.sound()
}

// caves returns how many of a hundred spaces of that kind of level are grown
// rather than built.
func (k Kind) caves(d *dice.Dice) int {
	switch k {
	case Caves, Grove, Rift:
		return 100
	case Mine:
		return 70
	case Furnace:
		return d.Between(40, 80)
	case Crypt:
		return 0
	}
	return d.Below(50)
}

// kindWeights says how often each kind is drawn, and from which depth on.
var kindWeights = [kinds]struct{ first, weight int }{
	Rooms:   {1, 26},
	Caves:   {1, 22},
	Mine:    {1, 16},
	Grove:   {2, 16},
	Flooded: {2, 16},
	Crypt:   {3, 16},
	Rift:    {4, 14},
	Furnace: {6, 18},
}

// pickKind draws what kind of level it becomes.
func (p *plan) pickKind() Kind {
	if p.heart && p.id.Z == HeartDepth {
		return Furnace
	}
	sum := 0
	for _, w := range kindWeights {
		if w.first <= p.depth {
			sum += w.weight
		}
	}
	roll := p.dice.Below(sum)
	for k, w := range kindWeights {
		if w.first > p.depth {
			continue
		}
		if roll -= w.weight; roll < 0 {
			return Kind(k)
		}
	}
	return Rooms
}

// enter finds the field where newcomers stand.
func (p *plan) enter() {
	links := p.level.Links.all()
	from := links[0]
	if len(links) > 1 {
		from = links[1] // the ladder up, or else a passage
	}
	beside := p.floor
	vacate(&beside, links[0])
	vacate(&beside, from)
	p.level.Entrance, _ = nearest(&beside, from)
}
