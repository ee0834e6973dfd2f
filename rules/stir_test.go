package rules

import (
	"slices"

	"laneya/geom"
	"laneya/rules/content"
	"laneya/rules/mapgen"
)

// stir lets something befall one of the heroes of a world that would take her
// long to come upon: a thing, a foe, another ground, bad air, a condition.
func (c *chaos) stir(w *World) {
	if len(w.heroes) == 0 {
		return
	}
	h := w.heroes[c.rng(len(w.heroes))]
	l := h.level
	l.darkened, h.dirty = true, true
	if l.safe() && c.rng(2) == 0 {
		l.depart(h, geom.LevelID{X: c.rng(2), Z: 1 + c.rng(11)}, h.Pos, "fall")
		return
	}
	near := h.Pos.Add(geom.Delta{DX: c.rng(5) - 2, DY: c.rng(5) - 2})
	switch c.rng(8) {
	case 0, 1:
		c.drop(l, h)
	case 2:
		if len(l.Foes) < 30 {
			c.haunt(l, near)
		}
	case 3:
		c.rebuild(l, h.Pos.Step(geom.Dirs[c.rng(4)]))
	case 4:
		l.puff(near, content.CloudKind(c.rng(len(content.Clouds))), 1+c.rng(30))
	case 5:
		l.heal(&h.Actor, h.MaxHealth)
	case 6:
		l.inflict(&h.Actor, content.StatusKind(c.rng(len(content.Statuses))), 1+c.rng(60), c.rng(4), nil)
	case 7:
		if len(l.Foes) > 0 {
			f := l.Foes[c.rng(len(l.Foes))]
			l.inflict(&f.Actor, content.StatusKind(c.rng(len(content.Statuses))), 1+c.rng(60), c.rng(4), &h.Actor)
		}
	}
}

// drop lets h have a thing of any kind, or find it at her feet.
func (c *chaos) drop(l *level, h *hero) {
	k := content.ItemKind(c.rng(len(content.Items)))
	if k.Row().Class == content.HeartClass && c.rng(8) > 0 {
		return // it ends runs
	}
	it := l.newItem(k, 1+c.rng(stackSize(k)))
	it.Cursed = c.rng(6) == 0
	if r := it.row(); r.Class == content.Weapon || r.Class == content.Armour {
		it.Bonus = c.rng(5) - 1
		if rune := content.RuneKind(c.rng(len(content.Runes))); rune.Row().Weapon == (r.Class == content.Weapon) {
			it.Rune = rune
		}
	}
	if it.Fuel > 0 {
		it.Fuel = 1 + c.rng(400)
	}
	if r := it.row(); r.Class == content.Key {
		it.Lock, it.Of = 1+c.rng(2), h.Level
	}
	if h.fits(it) && !h.Wisp && c.rng(4) > 0 {
		h.gain(it)
		if s := it.row().Slot; s != content.NoSlot && h.item(it.ID) == it && it.Count == 1 && h.worn(s) == nil {
			it.Slot = s
		}
	} else {
		l.lay(it, h.Pos)
	}
}

// haunt puts a foe of any kind near p, in hiding if it is one of those.
func (c *chaos) haunt(l *level, p geom.Pos) {
	if !geom.LevelBounds.Contains(p) || l.safe() {
		return
	}
	if f := l.spawn(content.FoeKind(c.rng(len(content.Foes))), p); f != nil {
		f.Asleep = c.rng(5) == 0
		r := f.row()
		f.Hidden = c.rng(2) == 0 && (r.Has(content.Mimic) || r.Has(content.Ambusher))
		f.Disguise = content.ItemKind(c.rng(len(content.Items)))
	}
}

// rebuild makes the fields around p of another terrain, with what belongs to it.
func (c *chaos) rebuild(l *level, p geom.Pos) {
	k := content.TerrainKind(c.rng(len(content.Terrains)))
	switch k {
	case content.Passage, content.LadderDown, content.LadderUp, content.Gravestone, content.Chest, content.SecretDoor:
		return
	}
	spread := 1
	if r := k.Row(); r.Walk || r.Fly {
		spread = 1 + c.rng(6)
	}
	for range spread {
		kept := [...]content.TerrainKind{content.Passage, content.LadderDown, content.LadderUp, content.Gravestone, content.Chest}
		free := interior.Contains(p) && p != l.Entrance && !slices.Contains(kept[:], l.Ground.At(p))
		if free && (!l.taken.Has(p) || k.Row().Walk) && !l.litters(p) && !l.safe() {
			l.set(p, k)
			switch k {
			case content.DoorLocked:
				l.Locks = append(l.Locks, mapgen.Lock{Pos: p, Number: 1 + c.rng(2)})
			case content.Lever:
				l.Levers = append(l.Levers, mapgen.Lever{Pos: p, Targets: []geom.Pos{p.Step(geom.North)}})
			case content.Coffin:
				l.Coffins = append(l.Coffins, mapgen.Coffin{
					Pos:   p,
					Foes:  []mapgen.Foe{{Kind: content.FoeKind(c.rng(len(content.Foes))), Pos: p}},
					Items: []mapgen.Item{{Kind: content.ItemKind(c.rng(len(content.Items))), Pos: p, Count: 1}},
				})
			}
		}
		p = p.Step(geom.Dirs[c.rng(4)])
	}
}
