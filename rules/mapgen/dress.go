package mapgen

import (
	"laneya/geom"
	"laneya/rules/content"
)

// dress gives the level the looks of its kind.
func (p *plan) dress() {
	switch p.level.Kind {
	case Rooms:
		p.dressRooms()
	case Caves:
		p.dressCaves()
	case Mine:
		p.dressMine()
	case Flooded:
		p.dressFlooded()
	case Crypt:
		p.dressCrypt()
	case Grove:
		p.dressGrove()
	case Rift:
		p.cleave()
		p.dressRift()
	case Furnace:
		p.dressFurnace()
	}
	p.dressAny()
}

// dressAny puts onto a level what is found on all kinds.
func (p *plan) dressAny() {
	p.scatter(content.Bones, 1)
	p.scatter(content.Rubble, 1)
	p.hangWebs(p.dice.Between(0, 3))
	if p.dice.OneIn(3) {
		p.strew(content.Fountain, 1, p.atWall)
	}
}

func (p *plan) dressRooms() {
	p.strew(content.Statue, p.dice.Between(2, 6), p.atWall)
	n := p.newNoise(8)
	p.paintWhere(content.Grass, func(q geom.Pos) bool { return n.at(q) > 190 })
	p.paintWhere(content.TallGrass, func(q geom.Pos) bool { return n.at(q) > 210 })
	p.paintWhere(content.Planks, func(q geom.Pos) bool { return n.at(q) < 50 })
	p.pool(p.dice.Between(0, 2))
	if p.dice.OneIn(4) {
		p.digShaft()
	}
}

func (p *plan) dressCaves() {
	n := p.newNoise(7)
	p.paintWhere(content.Grass, func(q geom.Pos) bool { return n.at(q) > 175 })
	p.paintWhere(content.TallGrass, func(q geom.Pos) bool { return n.at(q) > 195 })
	p.pool(p.dice.Between(2, 4))
	wet := p.newNoise(5)
	p.paintWhere(content.Mud, func(q geom.Pos) bool { return wet.at(q) < 50 })
	p.paintWhere(content.Rubble, func(q geom.Pos) bool { return wet.at(q) > 200 && p.dice.Percent(50) })
	p.strew(content.Crystal, p.dice.Between(0, 4), p.atWall)
	p.cluster(content.Mushrooms, p.dice.Between(1, 3), 2)
	p.puff(p.dice.Between(0, 1))
}

func (p *plan) dressFlooded() {
	const deep, wet = 105, 150 // heights up to which there is deep and shallow water
	n := p.newNoise(9)
	var cells geom.CellSet
	for i := range geom.LevelCells {
		q := geom.CellAt(i)
		if p.at(q) == content.Floor && n.at(q) < deep && p.openAround(q) >= 6 {
			cells.Add(q)
		}
	}
	p.sink(&cells, content.DeepWater, content.Bridge)
	for range p.dice.Between(1, 3) {
		p.extraBridge(content.DeepWater, content.Bridge)
	}
	p.paintWhere(content.ShallowWater, func(q geom.Pos) bool { return n.at(q) < wet })
	p.paintWhere(content.Mud, func(q geom.Pos) bool { return n.at(q) < wet+12 })
	p.paintWhere(content.TallGrass, func(q geom.Pos) bool { return n.at(q) > 215 })
	p.strew(content.Statue, p.dice.Between(2, 5), p.atWall)
	p.puff(p.dice.Between(0, 2))
}

func (p *plan) dressGrove() {
	n := p.newNoise(6)
	p.paintWhere(content.Moss, func(q geom.Pos) bool { h := n.at(q); return h > 118 && h < 132 })
	p.paintWhere(content.TallGrass, func(q geom.Pos) bool { return n.at(q) > 170 })
	p.paintWhere(content.Grass, func(q geom.Pos) bool { return n.at(q) > 145 })
	p.paintWhere(content.Mud, func(q geom.Pos) bool { return n.at(q) < 70 })
	p.pool(p.dice.Between(1, 2))
	p.cluster(content.Mushrooms, p.dice.Between(9, 13), 3)
}

func (p *plan) dressRift() {
	n := p.newNoise(6)
	p.paintWhere(content.Rubble, func(q geom.Pos) bool { return n.at(q) > 190 && p.dice.Percent(60) })
	p.strew(content.Crystal, p.dice.Between(3, 7), p.atWall)
	p.cluster(content.Mushrooms, p.dice.Between(0, 2), 2)
}

func (p *plan) dressFurnace() {
	const molten, burnt = 88, 112 // heights up to which there is lava and ash
	n := p.newNoise(8)
	var cells geom.CellSet
	for i := range geom.LevelCells {
		q := geom.CellAt(i)
		if p.at(q) == content.Floor && n.at(q) < molten && p.openAround(q) >= 5 {
			cells.Add(q)
		}
	}
	p.sink(&cells, content.Lava, content.Floor)
	for range p.dice.Between(1, 2) {
		p.extraBridge(content.Lava, content.Floor)
	}
	p.paintWhere(content.Ash, func(q geom.Pos) bool { return n.at(q) < burnt })
	p.strew(content.Crystal, p.dice.Between(2, 6), p.atWall)
	p.strew(content.Pillar, p.dice.Between(2, 6), func(q geom.Pos) bool { return p.openAround(q) == 8 })
}
