package mapgen

import (
	"laneya/geom"
	"laneya/rules/content"
)

// vaultAt is a vault that has its place.
type vaultAt struct {
	*vault
	box  geom.Rect
	turn int
}

// placeVaults chooses vaults for the level and a place for each that has room,
// and fixes their cells. Their entrances become rooms, so that corridors lead
// to them; ok is false if there is no room for a boss's lair.
func (p *plan) placeVaults() (ok bool) {
	if p.heart || hasLair(0, p.id) {
		t := lair
		if p.heart {
			t = heart
		}
		if !p.placeOne(t) {
			return false
		}
	}
	const shrines = 85 // percent of levels that have one
	if p.depth >= 2 && p.dice.Percent(shrines) {
		p.placeShrine()
	}
	for _, t := range [...]struct {
		theme  theme
		chance int // percent
	}{{treasure, 85}, {nest, 60}, {hall, 65}, {shrine, 35}, {treasure, 35}, {hall, 30}} {
		if p.dice.Percent(t.chance) {
			p.placeOne(t.theme)
		}
	}
	return true
}

// placeOne puts one vault of that theme, if there is one that suits and a
// place for it.
func (p *plan) placeOne(t theme) (ok bool) {
	return p.placeAny(func(v *vault) bool { return v.theme == t })
}

// placeShrine puts a vault with a shrine that revives.
func (p *plan) placeShrine() {
	p.placeAny(func(v *vault) bool { return v.theme == shrine && v.holds('&') })
}

// placeAny puts one of the vaults that are wanted and suit the level; ok is
// false if there is none, or no place for it.
func (p *plan) placeAny(want func(*vault) bool) (ok bool) {
	var fit []*vault
	for i := range vaults {
		if v := &vaults[i]; v.suits(p.level.Kind, p.depth) && want(v) && !p.hasVault(v) {
			fit = append(fit, v)
		}
	}
	for len(fit) > 0 {
		i := p.dice.Below(len(fit))
		if p.placeVault(fit[i]) {
			return true
		}
		fit[i] = fit[len(fit)-1]
		fit = fit[:len(fit)-1]
	}
	return false
}

func (p *plan) hasVault(v *vault) bool {
	for _, other := range p.vaults {
		if other.vault == v {
			return true
		}
	}
	return false
}

// placeVault looks for a place for v; ok is false if it found none.
func (p *plan) placeVault(v *vault) (ok bool) {
	const tries, edge = 80, 2
	for range tries {
		turn := p.dice.Below(8)
		size := turned(v.extent, turn)
		var box geom.Rect
		box.Min.X = p.dice.Between(edge, geom.LevelWidth-edge-size.DX)
		box.Min.Y = p.dice.Between(edge, geom.LevelHeight-edge-size.DY)
		box.Max = box.Min.Add(size)
		if p.taken(box) || v.foes() && p.greets(box) {
			continue
		}
		p.fix(vaultAt{v, box, turn})
		return true
	}
	return false
}

// taken reports whether a vault in box would touch another, or be in the way
// of a ladder or passage.
func (p *plan) taken(box geom.Rect) bool {
	for _, r := range p.rooms {
		if box.Inset(-1).Overlaps(r.box) {
			return true
		}
	}
	for _, v := range p.vaults {
		if box.Inset(-2).Overlaps(v.box) {
			return true
		}
	}
	return false
}

// greets reports whether who lives in box would be too near to a ladder or
// passage.
func (p *plan) greets(box geom.Rect) bool {
	box = box.Inset(-quiet)
	for _, q := range p.level.Links.all() {
		if box.Contains(q) {
			return true
		}
	}
	return false
}

// fix gives v its place and digs the field before each of its entrances.
func (p *plan) fix(v vaultAt) {
	p.vaults = append(p.vaults, v)
	p.level.Vaults = append(p.level.Vaults, VaultSite{v.name, v.box.Min, v.turn})
	var cells geom.CellSet
	v.each(v.box.Min, v.turn, func(q geom.Pos, _ glyph) { cells.Add(q) })
	p.fixed.Union(&cells)
	v.each(v.box.Min, v.turn, func(q geom.Pos, g glyph) {
		if !entrance(g.terrain) {
			return
		}
		for _, d := range geom.Dirs {
			if before := q.Step(d); !cells.Has(before) {
				p.floor.Add(before)
				p.gates = append(p.gates, before)
			}
		}
	})
}

// entrance reports whether that kind of terrain at the edge of a vault is a
// way into it.
func entrance(k content.TerrainKind) bool {
	return ground(k) || k == content.DoorLocked || k == content.SecretDoor || k == content.Portcullis
}

// stampVaults paints the vaults.
func (p *plan) stampVaults() {
	for _, v := range p.vaults {
		v.each(v.box.Min, v.turn, func(q geom.Pos, g glyph) { p.set(q, g.terrain) })
	}
}
