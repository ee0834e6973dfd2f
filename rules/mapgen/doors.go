package mapgen

import (
	"slices"

	"laneya/geom"
	"laneya/rules/content"
)

// built reports whether the level's spaces have walls rather than rock.
func (k Kind) built() bool { return k == Rooms || k == Flooded || k == Crypt || k == Furnace }

// buildWalls makes the rock around the open fields of a built level walls.
func (p *plan) buildWalls() {
	if !p.level.Kind.built() {
		return
	}
	for i, k := range p.level.Terrain {
		q := geom.CellAt(i)
		if k == content.Rock && !p.fixed.Has(q) && p.openAround(q) > 0 {
			p.level.Terrain[i] = content.Wall
		}
	}
}

// hangDoors hangs doors in some of the doorways, and hides some of those that
// only a small part of the level lies behind.
func (p *plan) hangDoors() {
	percent, secret := p.level.Kind.doors()
	for i, k := range p.level.Terrain {
		q := geom.CellAt(i)
		if k != content.Floor || !p.free(q) || !p.doorway(q) || !p.threshold(q) || p.nearDoor(q) {
			continue
		}
		switch {
		case p.dice.Percent(secret) && p.hides(q):
			p.set(q, content.SecretDoor)
		case p.dice.Percent(percent):
			p.set(q, content.DoorClosed)
		}
	}
}

// doors returns how many of a hundred doorways have a door on that kind of
// level, and how many of those that may are secret.
func (k Kind) doors() (percent, secret int) {
	switch k {
	case Rooms, Flooded:
		return 45, 30
	case Crypt:
		return 75, 50
	case Furnace:
		return 25, 20
	case Mine:
		return 15, 20
	}
	return 0, 10
}

// threshold reports whether a wider space begins on one side of q.
func (p *plan) threshold(q geom.Pos) bool {
	for _, d := range geom.Dirs {
		if to := q.Step(d); ground(p.at(to)) && p.openAround(to) >= 5 {
			return true
		}
	}
	return false
}

func (p *plan) nearDoor(q geom.Pos) bool {
	return p.near(q, content.DoorClosed) || p.near(q, content.SecretDoor) || p.near(q, content.DoorLocked)
}

// hides reports whether a wall at q would part a small piece that no ladder,
// passage or vault depends on from the rest of the level, and if so notes it.
func (p *plan) hides(q geom.Pos) bool {
	const least, most = 6, 70 // fields
	all := p.walkable()
	vacate(&all, q)
	main := reach(&all, p.level.Links.Down)
	rest := all.Minus(&main)
	n := rest.Len()
	if n < least || n > most || p.matters(&rest) {
		return false
	}
	p.secret.Union(&rest)
	return true
}

// hangTorches hangs torches on walls: many on the first levels, fewer below.
func (p *plan) hangTorches() {
	n := max(0, 14-2*p.depth)
	if p.level.Kind.built() {
		n += 2
	}
	const apart = 6 // cells between torches
	const tries = 200
	for range tries {
		if n == 0 {
			return
		}
		q := geom.CellAt(p.dice.Below(geom.LevelCells))
		k := p.at(q)
		if k != content.Wall && k != content.Rock || p.fixed.Has(q) || !interior.Contains(q) {
			continue
		}
		if p.openAround(q) < 3 || p.nearAny(q, content.Torch, apart) || p.nearGas(q) {
			continue
		}
		for _, d := range geom.Dirs {
			if ground(p.at(q.Step(d))) {
				p.set(q, content.Torch)
				n--
				break
			}
		}
	}
}

// nearGas reports whether a flame at q might set off gas.
func (p *plan) nearGas(q geom.Pos) bool {
	const near = 5 // cells
	return slices.ContainsFunc(p.level.Clouds, func(c Cloud) bool { return c.Pos.Sub(q).Chebyshev() <= near })
}
