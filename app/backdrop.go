package app

import (
	"strings"
	"time"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
	"laneya/render"
)

// backdrop is the cave behind the title: a view like any other, with nobody at
// the other end.
type backdrop struct {
	state *client.State
	scene *render.Scene
}

// cavern is the cave; 1 to 3 are heroes, G is the ghost.
const cavern = `
##################################################################
#############.....#################################....###########
##########...........##############....###########.......#########
########................#######...........######...........#######
#######.......###.........###..............###.......##.....######
######.......######.........................................######
######......#######.........................................######
#######......####......................................##..#######
########...............................................###########
###########................................##........#############
#########............##...................####..........##########
#######.............####...................##............#########
######..............####.......................G..........########
######...............##....................................#######
#######.................................................##########
#########.....................1..2........................########
########.............................3....................########
######......##............................................########
#####......####..............................##............#######
#####.......##..............................####............######
######......................................####...........#######
########.....................##..............##..........#########
###########.................####.......................###########
##########.................######....................#############
#########.......###.........####........................##########
########.......#####.........##..........##..............#########
#########.......###.....................####............##########
###########..............................##...........############
##############.......................##............###############
##################################################################`

var campers = map[byte]protocol.Entity{
	'1': {Kind: protocol.KindHero, Name: "anna", Facing: geom.East},
	'2': {Kind: protocol.KindHero, Name: "ben", Facing: geom.West},
	'3': {Kind: protocol.KindHero, Name: "cleo", Facing: geom.North},
	'G': {Kind: protocol.KindGhost, Name: "wisp", Facing: geom.West},
}

func newBackdrop() *backdrop {
	b := &backdrop{state: client.NewState(), scene: render.NewScene()}
	b.state.Apply(client.Change{Update: cavernSnapshot()})
	return b
}

func cavernSnapshot() protocol.Snapshot {
	lines := strings.Split(strings.TrimSpace(cavern), "\n")
	s := protocol.Snapshot{Seq: 1, Level: "0:0:0", Width: len(lines[0]), Height: len(lines), Hero: "1"}
	for y, line := range lines {
		cells := []byte(line)
		for x, c := range cells {
			if e, ok := campers[c]; ok {
				e.Entity, e.X, e.Y = string(c), x, y
				s.Entities = append(s.Entities, e)
				cells[x] = protocol.CellFloor
			}
		}
		s.Terrain = append(s.Terrain, protocol.Strip{Y: y, Cells: string(cells)})
		s.Sight = append(s.Sight, protocol.Run{Y: y, N: len(cells)})
	}
	return s
}

// update lets the picture settle. Time stands still in it, so that the title
// is drawn once.
func (b *backdrop) update(time.Duration) bool { return b.scene.Update(b.state, 0) }
