package mapgen

import (
	"slices"

	"laneya/geom"
)

// The toil of a burrow's step onto a field.
const (
	toilFloor = 3
	toilRock  = 4
	toilNoise = 8 // at most, by the field's own hardness
	toilHug   = 6 // more for rock next to floor, so that walls stay whole
	toilMost  = toilRock + toilNoise + toilHug
)

// burrow returns the fields of a winding way from a to b: the least toilsome
// one through rock of random hardness.
func (p *plan) burrow(a, b geom.Pos) []geom.Pos {
	var (
		toil [geom.LevelCells]uint8
		from [geom.LevelCells]geom.Dir // the way back
		done geom.CellSet
		// ring[t%len] holds the fields reached with a toil of t.
		ring [toilMost + 1][]geom.Pos
	)
	p.harden(&toil)
	cost := [geom.LevelCells]int{}
	cost[geom.CellIndex(a)] = 1
	ring[1] = append(ring[1], a)
	for t, idle := 1, 0; !done.Has(b); t, idle = t+1, idle+1 {
		if idle > len(ring) {
			return nil
		}
		slot := &ring[t%len(ring)]
		for _, at := range *slot {
			if done.Has(at) {
				continue
			}
			done.Add(at)
			idle = 0
			for _, d := range geom.Dirs {
				to := at.Step(d)
				if !interior.Contains(to) || done.Has(to) || p.fixed.Has(to) {
					continue
				}
				i := geom.CellIndex(to)
				c := t + int(toil[i])
				if cost[i] == 0 || c < cost[i] {
					cost[i], from[i] = c, opposite(d)
					ring[c%len(ring)] = append(ring[c%len(ring)], to)
				}
			}
		}
		*slot = (*slot)[:0]
	}
	way := []geom.Pos{b}
	for at := b; at != a; {
		at = at.Step(from[geom.CellIndex(at)])
		way = append(way, at)
	}
	slices.Reverse(way)
	return way
}

// harden sets the toil of every field.
func (p *plan) harden(toil *[geom.LevelCells]uint8) {
	near := spread(&p.floor)
	for i := range toil {
		at := geom.CellAt(i)
		switch {
		case p.floor.Has(at):
			toil[i] = toilFloor
		case near.Has(at):
			toil[i] = uint8(toilRock + toilHug + p.dice.Below(toilNoise+1))
		default:
			toil[i] = uint8(toilRock + p.dice.Below(toilNoise+1))
		}
	}
}

// opposite returns the way back, Stop for Stop.
func opposite(d geom.Dir) geom.Dir {
	if d == geom.Stop {
		return d
	}
	return (d+1)%4 + 1
}
