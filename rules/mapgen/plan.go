package mapgen

import (
	"laneya/geom"
	"laneya/rules/content"
	"laneya/rules/dice"
)

// interior is what may be dug: the border stays rock, but for passages.
var interior = geom.LevelBounds.Inset(1)

// plan is a level in the making.
type plan struct {
	dice  *dice.Dice
	level *Level
	id    geom.LevelID
	depth int
	heart bool // the Heart lies there

	floor geom.CellSet // what is dug so far, before it is painted
	fixed geom.CellSet // what digging and dressing leave alone: vaults
	calm  geom.CellSet // around ladders and passages: nothing stands or lies here
	rooms []room
	rails geom.CellSet // where a mine's rails run
	caves int          // percent: some levels are built, some are grown

	vaults []vaultAt
	gates  []geom.Pos // fields before entrances of vaults

	locks    []geom.Pos   // locked doors
	keys     []geom.Pos   // of the level's Locks, in their order
	keySpots []geom.Pos   // places for keys in vaults that no key lies in
	secret   geom.CellSet // what lies behind secret doors outside of vaults

	waters    []geom.Pos // deep water, in the order in which it is filled
	spots     []geom.Pos // free fields, in the order in which they are filled
	foeCost   int        // of all foes so far
	lootValue int        // of all things so far
}

// room is one dug space, or the place before a vault's entrance.
type room struct {
	box  geom.Rect
	seat geom.Pos // floor; corridors lead here
}

// at returns the terrain at q.
func (p *plan) at(q geom.Pos) content.TerrainKind { return p.level.At(q) }

// set makes the field at q, which is on the level, of kind k.
func (p *plan) set(q geom.Pos, k content.TerrainKind) { p.level.Terrain[geom.CellIndex(q)] = k }

// all returns the places of all ladders and passages.
func (l *Links) all() []geom.Pos {
	out := []geom.Pos{l.Down}
	if l.HasUp {
		out = append(out, l.Up)
	}
	for _, d := range geom.Dirs {
		if l.HasSide[d] {
			out = append(out, l.Sides[d])
		}
	}
	return out
}

// digLinks digs a room around each ladder and a porch before each passage.
func (p *plan) digLinks() {
	links := &p.level.Links
	p.digStair(links.Down)
	if links.HasUp {
		p.digStair(links.Up)
	}
	for _, d := range geom.Dirs {
		if links.HasSide[d] {
			p.digPorch(links.Sides[d])
		}
	}
}

// digStair digs a room around the ladder at q.
func (p *plan) digStair(q geom.Pos) {
	const free = 2 // cells on all sides
	addRect(&p.calm, around(q, free))
	box := geom.Rect{
		Min: q.Add(geom.Delta{DX: -p.dice.Between(free, 5), DY: -p.dice.Between(free, 3)}),
		Max: q.Add(geom.Delta{DX: p.dice.Between(free, 5) + 1, DY: p.dice.Between(free, 3) + 1}),
	}
	box = within(box, interior)
	if p.dice.Percent(p.caves) {
		roundShape(p.dice, box, &p.floor)
	} else {
		plainShape(p.dice, box, &p.floor)
	}
	addRect(&p.floor, around(q, free))
	p.rooms = append(p.rooms, room{box, q})
}

// digPorch digs the fields before the passage at q, which is on the border.
func (p *plan) digPorch(q geom.Pos) {
	box := within(around(q, 3), interior)
	addRect(&p.calm, box)
	addRect(&p.floor, within(around(q, 2), interior))
	seat, _ := nearest(&p.calm, q)
	addRect(&p.floor, within(around(seat, 1), interior))
	p.rooms = append(p.rooms, room{box, seat})
}

// paint lays floor where it was dug and puts in ladders and passages.
func (p *plan) paint() {
	for i := range geom.LevelCells {
		q := geom.CellAt(i)
		switch {
		case p.fixed.Has(q):
		case p.floor.Has(q):
			p.level.Terrain[i] = content.Floor
		}
	}
	links := &p.level.Links
	p.set(links.Down, content.LadderDown)
	if links.HasUp {
		p.set(links.Up, content.LadderUp)
	}
	for _, d := range geom.Dirs {
		if links.HasSide[d] {
			p.set(links.Sides[d], content.Passage)
		}
	}
}
