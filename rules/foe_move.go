package rules

import (
	"laneya/geom"
	"laneya/rules/content"
)

// gait is how a foe gets about, for the maps of ways.
type gait uint8

const (
	onFoot gait = iota
	inAir
	inWater
	throughWalls
	digging

	withDoors gait = 1 << 7 // may be added to the others
)

func (f *foe) gait() gait {
	r := f.row()
	g := onFoot
	switch {
	case r.Has(content.Ethereal):
		return throughWalls
	case r.Has(content.Burrower):
		g = digging
	case r.Has(content.Flyer) || f.has(content.Levitating):
		g = inAir
	case r.Has(content.Swimmer):
		g = inWater
	}
	if r.Has(content.Opener) || r.Has(content.Boss) {
		g |= withDoors
	}
	return g
}

// crosses reports whether somebody with that gait gets onto p, if nobody is
// there.
func (l *level) crosses(g gait, p geom.Pos) bool {
	if !interior.Contains(p) {
		return false
	}
	k := l.Ground.At(p)
	if k == content.DoorClosed {
		return g == throughWalls || g&withDoors != 0
	}
	t := k.Row()
	switch g &^ withDoors {
	case throughWalls:
		return k != content.Lava
	case digging:
		return t.Walk && !t.Avoid || t.Dig
	case inAir:
		return t.Walk || t.Fly
	case inWater:
		return t.Walk && (!t.Avoid || k == content.DeepWater)
	}
	return t.Walk && !t.Avoid
}

// interior is where those who are no heroes go: the border is solid, but for
// passages.
var interior = geom.LevelBounds.Inset(1)

// mayStep reports whether f would step onto p now.
func (l *level) mayStep(f *foe, p geom.Pos) bool {
	// Who stands in lava wades out of it.
	out := l.terrain(f.Pos).Harm > 0 && l.terrain(p).Harm > 0 && interior.Contains(p)
	return (out || l.crosses(f.gait(), p)) && !l.taken.Has(p) && !l.shuns(f, p)
}

// harmedAt reports whether the air or the ground of p would do f harm that it
// knows of. The mindless know of fire and poison only.
func (l *level) harmedAt(f *foe, p geom.Pos) bool {
	if l.terrain(p).Harm > 0 && !l.airborne(&f.Actor) && !immune(f, content.Burning) {
		return true
	}
	thinks := !f.row().Has(content.Mindless)
	switch k, _ := l.air.at(p); k {
	case content.Fire:
		return !immune(f, content.Burning)
	case content.PoisonGas:
		return !immune(f, content.Poisoned)
	case content.Frost:
		return thinks && !immune(f, content.Frozen)
	case content.Steam:
		return thinks && !immune(f, content.Burning)
	case content.Spores:
		return thinks && !immune(f, content.Confused)
	}
	return false
}

// leavesHarm lets f go to the nearest field where nothing harms it, if it is
// harmed where it is and gets away in a few steps. It reports whether it did.
func (l *level) leavesHarm(f *foe) bool {
	const reach = 6 // steps
	if !l.harmedAt(f, f.Pos) {
		return false
	}
	type lead struct {
		at    geom.Pos
		first geom.Dir
		steps int
	}
	var seen geom.CellSet
	seen.Add(f.Pos)
	queue := []lead{{at: f.Pos}}
	for head := 0; head < len(queue); head++ {
		s := queue[head]
		if s.steps > 0 && !l.harmedAt(f, s.at) {
			return l.foeWalks(f, s.first)
		}
		if s.steps == reach {
			continue
		}
		for _, d := range geom.Dirs {
			p := s.at.Step(d)
			if !interior.Contains(p) || seen.Has(p) || !l.mayStep(f, p) {
				continue
			}
			seen.Add(p)
			first := s.first
			if s.steps == 0 {
				first = d
			}
			queue = append(queue, lead{p, first, s.steps + 1})
		}
	}
	return false
}

// shuns reports whether f stays away from p for what is in the air or the
// light there.
func (l *level) shuns(f *foe, p geom.Pos) bool {
	r := f.row()
	if l.harmedAt(f, p) && !l.harmedAt(f, f.Pos) {
		return true
	}
	if l.Ground.At(p) == content.Web && !r.Has(content.Webber) && !r.Has(content.Ethereal) && !r.Has(content.Mindless) {
		return true
	}
	if r.Has(content.Swimmer) && r.Has(content.Ambusher) && !l.byWater(p) && l.byWater(f.Pos) {
		return true
	}
	return r.Has(content.Nocturnal) && l.lit.Has(p) && !l.lit.Has(f.Pos)
}

// byWater reports whether p is in water or next to it.
func (l *level) byWater(p geom.Pos) bool {
	if l.terrain(p).Liquid {
		return true
	}
	for _, d := range geom.Dirs {
		if l.terrain(p.Step(d)).Liquid {
			return true
		}
	}
	return false
}

// foeWalks lets f go one field that way, digging or opening a door where it
// can, and reports whether it did something.
func (l *level) foeWalks(f *foe, d geom.Dir) bool {
	r := f.row()
	if d == geom.Stop || r.Has(content.Stationary) || f.has(content.Stuck) {
		return false
	}
	to := f.Pos.Step(d)
	if !l.mayStep(f, to) {
		return false
	}
	f.Facing = d
	l.dirty = true
	switch k := l.Ground.At(to); {
	case k == content.DoorClosed && f.gait()&withDoors != 0:
		l.set(to, content.DoorOpen)
		l.noise(to, content.Loudness.Door, &f.Actor)
		e := at("opens_door_foe", &f.Actor)
		e.At = to
		l.show(e)
		f.spend(r.Walk)
		return true
	case f.gait()&^withDoors == digging && !k.Row().Walk:
		l.set(to, content.Rubble)
		l.noise(to, content.Loudness.Break, &f.Actor)
		e := at("burrows", &f.Actor)
		e.At = to
		l.show(e)
		f.spend(2 * r.Walk)
		return true
	}
	l.moveTo(&f.Actor, to)
	slow := 0
	if g := f.gait() &^ withDoors; g != inAir && g != throughWalls {
		slow = l.terrain(to).Slow
	}
	f.spend(r.Walk + slow)
	l.foeStepped(f)
	return true
}

// approach lets f go a step nearer to a goal, and reports whether it did.
func (l *level) approach(f *foe, goal geom.Pos) bool {
	return l.follow(f, l.flowTo(goal, f.gait()))
}

// follow lets f go a step nearer to where a flow leads, and reports whether it
// did.
func (l *level) follow(f *foe, fl *flow) bool {
	here := fl.steps[geom.CellIndex(f.Pos)]
	best, least := geom.Stop, here
	aside := geom.Stop
	first := l.Dice.Below(4)
	for i := range geom.Dirs {
		d := geom.Dirs[(first+i)%4]
		p := f.Pos.Step(d)
		if !geom.LevelBounds.Contains(p) || !l.mayStep(f, p) {
			continue
		}
		n := fl.steps[geom.CellIndex(p)]
		switch {
		case n < least:
			best, least = d, n
		case n == here && n != noFlow || n == here+1 && here < 4 && here > 1:
			aside = d
		}
	}
	if best == geom.Stop {
		// Somebody is in the way: go around.
		best = aside
	}
	return l.foeWalks(f, best)
}

// flee lets f get away from whom it is after or fears; cornered, it fights.
func (l *level) flee(f *foe, t *Actor) {
	f.Patience -= max(f.row().Walk, 1)
	if f.Patience <= 0 && !f.has(content.Feared) {
		if len(f.Carries) == 0 {
			f.Target = 0
		}
		f.giveUp()
		return
	}
	from := f.Goal
	if t != nil {
		from = t.Pos
	}
	fl := l.flowTo(from, f.gait())
	best, most := geom.Stop, fl.steps[geom.CellIndex(f.Pos)]
	for _, d := range geom.Dirs {
		p := f.Pos.Step(d)
		if !geom.LevelBounds.Contains(p) || !l.mayStep(f, p) {
			continue
		}
		if n := fl.steps[geom.CellIndex(p)]; n != noFlow && (n > most || most == noFlow) {
			best, most = d, n
		}
	}
	switch {
	case l.foeWalks(f, best):
	case t != nil && t.Pos.Sub(f.Pos).Taxicab() == 1:
		l.strike(&f.Actor, t)
		f.spend(f.row().Strike)
	default:
		f.Wait = 2
	}
}

// clearLine reports whether nothing blocks sight between two fields.
func (l *level) clearLine(a, b geom.Pos) bool {
	for p := range geom.Line(a, b) {
		if p != b && !l.clear.Has(p) {
			return false
		}
	}
	return true
}

// firstIn returns the first solid actor on the line from a to b, nil for none.
func (l *level) firstIn(a, b geom.Pos) *Actor {
	for p := range geom.Line(a, b) {
		if first := l.bodyAt(p); first != nil {
			return first
		}
	}
	return nil
}
