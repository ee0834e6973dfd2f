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

// Generate digs the level of that name in the world of that seed. Any name
// gives a level.
func Generate(seed uint64, id geom.LevelID) *Level {
	if id == camp {
		return pitchCamp(seed)
	}
	h := dice.OfPlace(seed, id)
	d := dice.New(h, dice.Mix(h^saltLevel))
	links := LinksOf(seed, id)
	var p plan
	for range attempts {
		p = plan{
			dice:  &d,
			level: &Level{Links: links},
			id:    id,
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
	p.digLinks()
	switch p.level.Kind {
	case Caves:
		p.caves = 100
		p.digCaves(55)
	default:
		p.caves = p.dice.Below(60)
		p.digRooms()
	}
	p.joinRooms()
	p.paint()
	p.enter()
	n := p.floor.Len()
	if n < minOpen || n > maxOpen {
		return false
	}
	reached := reach(&p.floor, p.level.Links.Down)
	return reached == p.floor
}

// pickKind draws what kind of level it becomes.
func (p *plan) pickKind() Kind {
	if p.dice.Percent(50) {
		return Caves
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
