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

// cavern is the cave; 1 to 4 are heroes, the first of them in the middle of the
// picture, r and s are foes, and G is the ghost.
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
#######.....######T#########################........#########
#######....####......#########.....###T####...........#######
#######....###........""...............................######
########...##......m.."""...2..*..4.........G..........######
#########.........m.......C...1..3......~~~............######
########...##.......m...""..........""".~~~~...........######
#######....###.....................".".##~~~...r......#######
######.....####....##............##...########......#########
######....##s##...####..........####.##########....##########
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
	'1': {Kind: protocol.KindHero, Name: "lea", Facing: geom.North, Kit: "k1", Colour: "party_vermilion", Weapon: "i1", Light: 5},
	'2': {Kind: protocol.KindHero, Name: "anna", Facing: geom.East, Kit: "k2", Colour: "party_green"},
	'3': {Kind: protocol.KindHero, Name: "finn", Facing: geom.North, Kit: "k3", Colour: "party_blue", Weapon: "i2"},
	'4': {Kind: protocol.KindHero, Name: "mara", Facing: geom.West, Kit: "k4", Colour: "party_violet", Weapon: "i3"},
	'r': {Kind: "f1", Name: "rat", Facing: geom.West, Attitude: "foe"},
	's': {Kind: "f2", Name: "spider", Facing: geom.East, Attitude: "foe"},
	'G': {Kind: protocol.KindGhost, Name: "wisp", Facing: geom.West},
}

// cavernTables are what the cave is made of.
func cavernTables() *client.Content {
	ground := func(code, picture, colour string, light int, tint string) protocol.Row {
		return protocol.Row{Key: "t" + code, Name: code, Code: code, Glyph: code, Colour: colour, Picture: picture, Light: light, Tint: tint, Open: true}
	}
	look := func(key, picture string) protocol.Row {
		return protocol.Row{Key: key, Name: key, Glyph: "?", Colour: "c1", Picture: picture}
	}
	return client.NewContent("cavern", []client.Part{
		{Name: protocol.TableTerrain, Rows: []protocol.Row{
			{Key: "t#", Code: "#"}, {Key: "t.", Code: ".", Open: true},
			ground("*", "terrain_campfire", "c1", 7, "c1"), ground("T", "terrain_torch", "c1", 5, "c1"), ground("C", "terrain_chest", "c1", 0, ""),
			ground("m", "terrain_mushrooms", "c2", 3, "c2"), ground("~", "terrain_shallow_water", "c3", 0, ""), ground("\"", "terrain_grass", "c4", 0, ""),
		}},
		{Name: protocol.TableKits, Rows: []protocol.Row{look("k1", "hero_warden"), look("k2", "hero_ranger"), look("k3", "hero_arcanist"), look("k4", "hero_rogue")}},
		{Name: protocol.TableItems, Rows: []protocol.Row{look("i1", "item_long_sword"), look("i2", "item_quarterstaff"), look("i3", "item_dagger")}},
		{Name: protocol.TableFoes, Rows: []protocol.Row{look("f1", "foe_cave_rat"), look("f2", "foe_pale_widow")}},
		{Name: protocol.TableLevels, Rows: []protocol.Row{look("l1", "theme_caves")}},
		{Name: protocol.TableColours, Rows: []protocol.Row{
			{Key: "c1", RGB: []int{255, 178, 84}}, {Key: "c2", RGB: []int{116, 216, 196}}, {Key: "c3", RGB: []int{92, 152, 216}}, {Key: "c4", RGB: []int{108, 152, 76}},
		}},
	})
}

func newBackdrop() *backdrop {
	b := &backdrop{state: client.NewState(), scene: render.NewScene()}
	b.state.Apply(client.Change{Content: cavernTables()})
	b.state.Apply(client.Change{Update: cavernSnapshot()})
	// Else the view would be drawn as one that is no longer true.
	b.state.Apply(client.Change{Link: &protocol.Link{Phase: protocol.Online}})
	return b
}

func cavernSnapshot() protocol.Snapshot {
	lines := strings.Split(strings.TrimSpace(cavern), "\n")
	s := protocol.Snapshot{Seq: 1, Level: "0:0:0", Width: len(lines[0]), Height: len(lines), Hero: "1", Details: protocol.Details{Self: &protocol.Self{LevelKind: "l1", Light: 5}}}
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
