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

// cavern is the cave; 1 to 3 are heroes, the first of them in the middle of the
// picture, and G is the ghost.
const cavern = `
#############################################################
##########.....######################.....###################
#########.......####################.......##################
#########........##################.........#####....########
##########.......#################..........####......#######
###########.....####....###########........####........######
############...####......##########.......#####.........#####
############..####........########.......######.........#####
###########...###..........######.......#######........######
##########...####...........####........########......#######
#########....#####..........####.......##########....########
########.....######.....#########.....###########...#########
#######.....################################........#########
#######....####......#########.....########...........#######
#######....###...........................G.............######
########...##....................2.....................######
#########.....................1........................######
########...##..............3...........................######
#######....###.........................#####..........#######
######.....####....##............##...########......#########
######....#####...####..........####.##########....##########
#######...######..#####........#####.###########..###########
#######....############.......######..##########..###########
########....##########........#######..########...###########
########.....########..........######...######....###########
#########.....######...........#####.....####....############
##########.....####............#####..............###########
###########.....##............#######.............###########
############..............##..########...........############
#############............####..########.........#############
##############..........######..########.......##############
#############################################################`

var campers = map[byte]protocol.Entity{
	'1': {Kind: protocol.KindHero, Name: "lea", Facing: geom.East},
	'2': {Kind: protocol.KindHero, Name: "anna", Facing: geom.West},
	'3': {Kind: protocol.KindHero, Name: "finn", Facing: geom.South},
	'G': {Kind: protocol.KindGhost, Name: "wisp", Facing: geom.West},
}

func newBackdrop() *backdrop {
	b := &backdrop{state: client.NewState(), scene: render.NewScene()}
	b.state.Apply(client.Change{Update: cavernSnapshot()})
	// Else the view would be drawn as one that is no longer true.
	b.state.Apply(client.Change{Link: &protocol.Link{Phase: protocol.Online}})
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

// update lets the light settle. Nobody moves in the cave, so that its picture
// comes to rest.
func (b *backdrop) update(dt time.Duration) bool { return b.scene.Update(b.state, dt) }
