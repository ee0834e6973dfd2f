package rules

import (
	"codeberg.org/anaseto/gruid"
	"codeberg.org/anaseto/gruid/paths"

	"laneya/geom"
)

// flow is how many steps each field is from a goal, for a gait, on ways that
// don't lead over the field shut; noFlow where it isn't known.
type flow struct {
	goal, shut geom.Pos
	gait       gait
	steps      [geom.LevelCells]uint16
}

// at returns how many steps p is from the goal.
func (fl *flow) at(p geom.Pos) int { return int(fl.steps[geom.CellIndex(p)]) }

const (
	noFlow    = 1<<16 - 1
	flowReach = 50 // steps
)

// nowhere is a field that no way leads over.
var nowhere = geom.Pos{}

// flows are the maps of steps that the foes of a level go by in a tick. All who
// are after the same goal, with the same gait, share one. They keep their memory
// from one tick to the next.
type flows struct {
	made []flow
	pr   *paths.PathRange
	near paths.Neighbors
	keep func(gruid.Point) bool
	now  *flow // that is being made
}

func newFlows(l *level) *flows {
	fs := &flows{pr: paths.NewPathRange(gruid.NewRange(0, 0, geom.LevelWidth, geom.LevelHeight))}
	fs.keep = func(q gruid.Point) bool {
		p := geom.Pos{X: q.X, Y: q.Y}
		return p != fs.now.shut && l.crosses(fs.now.gait, p)
	}
	return fs
}

// Neighbors implements paths.Pather.
func (fs *flows) Neighbors(p gruid.Point) []gruid.Point { return fs.near.Cardinal(p, fs.keep) }

// flowTo returns the map of steps to a goal. It is made once a tick.
func (l *level) flowTo(goal geom.Pos, g gait) *flow { return l.flowAround(goal, nowhere, g) }

// flowAround is flowTo for ways that don't lead over the field shut.
func (l *level) flowAround(goal, shut geom.Pos, g gait) *flow {
	if l.flows == nil {
		l.flows = newFlows(l)
	}
	fs := l.flows
	for i := range fs.made {
		if fl := &fs.made[i]; fl.goal == goal && fl.shut == shut && fl.gait == g {
			return fl
		}
	}
	if len(fs.made) < cap(fs.made) {
		fs.made = fs.made[:len(fs.made)+1]
	} else {
		fs.made = append(fs.made, flow{})
	}
	fs.now = &fs.made[len(fs.made)-1]
	fs.now.goal, fs.now.shut, fs.now.gait = goal, shut, g
	for i := range fs.now.steps {
		fs.now.steps[i] = noFlow
	}
	for _, n := range fs.pr.BreadthFirstMap(fs, []gruid.Point{{X: goal.X, Y: goal.Y}}, flowReach) {
		fs.now.steps[geom.CellIndex(geom.Pos{X: n.P.X, Y: n.P.Y})] = uint16(n.Cost)
	}
	return fs.now
}

// forgetFlows lets the maps be made anew: the ground is another, or the tick.
func (l *level) forgetFlows() {
	if l.flows != nil {
		l.flows.made = l.flows.made[:0]
	}
}
