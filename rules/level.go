package rules

import (
	"cmp"
	"slices"

	"laneya/geom"
	"laneya/rules/content"
	"laneya/rules/dice"
	"laneya/rules/mapgen"
)

// level is one map and all that is on it. It is stepped by one goroutine at a
// time and reads nothing outside itself, its heroes, their parties' settings
// and the world's options.
type level struct {
	ID       geom.LevelID
	Serial   uint64 // of the levels of a world, from 1: the upper part of the IDs given here
	Given    uint64 // IDs given so far
	Kind     mapgen.Kind
	Tick     uint64 // ticks that have passed here
	Ground   Ground
	Clouds   []cloudOver `json:",omitzero"` // air, as it is kept
	Links    mapgen.Links
	Entrance geom.Pos
	Dice     dice.Dice
	Foes     []*foe          `json:",omitzero"` // by ID
	Lying    []lying         `json:",omitzero"` // the items on the ground, the oldest first
	Stores   []*store        `json:",omitzero"`
	Locks    []mapgen.Lock   `json:",omitzero"`
	Levers   []mapgen.Lever  `json:",omitzero"`
	Coffins  []mapgen.Coffin `json:",omitzero"` // not opened yet; what is in them comes into being then
	Notes    []Note          `json:",omitzero"` // of the notice board
	Made     int             `json:",omitzero"` // items that came into being here
	Unmade   int             `json:",omitzero"` // items that ended here
	Waited   int             `json:",omitzero"` // Steps that a hold has let pass since time last did

	opts    *Options
	seed    uint64       // of the world, for IDs
	heroes  []*hero      // by ID
	bodies  []*Actor     // of all of them, by ID
	taken   geom.CellSet // fields of solid bodies
	walk    geom.CellSet // fields whose terrain can be walked on
	clear   geom.CellSet // fields that sight passes: terrain and air
	lit     geom.CellSet // fields with light on them
	air     Air
	out     []crossing // what leaves for other levels in this step
	fallen  []*hero    // who died in this step or deed
	lessons []lesson   // what parties learnt in it

	shape       uint64       // changes with clear and the light of the ground
	steady      geom.CellSet // what the ground itself lights
	steadyShape uint64       // the shape that steady was found for
	altered     geom.CellSet // fields whose terrain changed since the last settleLight
	pools       []pool       // scratch of settleSight
	things      []Thing      // scratch of learnThings

	eyes     *eyes
	flows    *flows                  // set up when first needed
	heard    *[geom.LevelCells]uint8 // scratch of noise
	aloud    *[geom.LevelCells]uint8 // scratch of show
	queue    []uint16                // scratch of searches
	ailing   []*Actor                // scratch of ageStatuses
	pack     []*foe                  // scratch of stepFoes
	ways     *ways
	plain    *Ground // what the level looks like, without fog
	movers   []*hero // scratch of moveHeroes
	round    []*hero // likewise
	darkened bool    // light and sight must be settled before anyone looks
	dirty    bool    // changed since the last Changed
}

// newLevel digs a level.
func (w *World) newLevel(id geom.LevelID) *level {
	w.Serials++
	l := &level{ID: id, Serial: w.Serials, Dice: dice.OfLevel(w.seed(), id), dirty: true}
	plan := mapgen.Generate(w.seed(), w.opts.heart(), id)
	l.Kind, l.Ground = plan.Kind, plan.Terrain
	l.Links, l.Entrance = plan.Links, plan.Entrance
	l.Coffins = plan.Coffins
	l.Locks, l.Levers = plan.Locks, plan.Levers
	l.furnish(w)
	for _, c := range plan.Clouds {
		l.air.set(c.Pos, c.Kind, c.Amount)
	}
	l.stockItems(plan)
	l.stockFoes(plan)
	return l
}

// furnish sets up what follows from the rest of a level that is new or was
// just read.
func (l *level) furnish(w *World) {
	l.opts, l.seed = &w.opts, w.opts.Seed
	for i, k := range l.Ground {
		p := geom.CellAt(i)
		if k.Row().Walk {
			l.walk.Add(p)
		}
		if !k.Row().Opaque {
			l.clear.Add(p)
		}
	}
	for _, c := range l.Clouds {
		l.air.set(geom.CellAt(c.Cell), c.Kind, int(c.Amount))
		if c.Kind.Row().Opaque {
			vacate(&l.clear, geom.CellAt(c.Cell))
		}
	}
	l.Clouds = nil
	l.shape, l.darkened = 1, true
}

// newID returns an ID that was never given before in this world. IDs look
// random, so that nothing can be told from one about others.
func (l *level) newID() uint64 {
	l.Given++
	l.dirty = true
	return scramble(l.seed, l.Serial<<20|l.Given&(1<<20-1))
}

// scramble is a Feistel network of four rounds over 52 bits: a permutation, so
// that different numbers stay different, keyed by the seed.
func scramble(seed, n uint64) uint64 {
	const half = 26
	const mask = 1<<half - 1
	a, b := n>>half&mask, n&mask
	for round := range uint64(4) {
		a, b = b, a^dice.Mix(seed^b^round<<56)&mask
	}
	if id := a<<half | b; id != 0 {
		return id
	}
	return 1 << 52 // in the place of 0, which stands for none
}

// open reports whether something that walks can step onto p.
func (l *level) open(p geom.Pos) bool { return l.walk.Has(p) && !l.taken.Has(p) }

// terrain returns the row of what p is made of.
func (l *level) terrain(p geom.Pos) *content.Terrain { return l.Ground.At(p).Row() }

// solid reports whether a takes its field for itself.
func solid(a *Actor, h *hero) bool { return h == nil || !h.Wisp }

// place puts a on the level where a.Pos says.
func (l *level) place(a *Actor, solid bool) {
	i, _ := slices.BinarySearchFunc(l.bodies, a.ID, compareID)
	l.bodies = slices.Insert(l.bodies, i, a)
	a.on = l
	if solid {
		l.taken.Add(a.Pos)
	}
	l.dirty = true
}

// remove takes a off the level.
func (l *level) remove(a *Actor, solid bool) {
	l.bodies = slices.DeleteFunc(l.bodies, func(b *Actor) bool { return b == a })
	a.on = nil
	if solid {
		vacate(&l.taken, a.Pos)
	}
	l.dirty = true
}

// enter puts h on the level where h.Pos says, which must be open unless h is a
// wisp.
func (l *level) enter(h *hero) {
	h.level, h.Level = l, l.ID
	i, _ := slices.BinarySearchFunc(l.heroes, h.ID, func(h *hero, id uint64) int {
		return cmp.Compare(h.ID, id)
	})
	l.heroes = slices.Insert(l.heroes, i, h)
	h.Actor.hero = h
	l.place(&h.Actor, solid(&h.Actor, h))
	l.darkened = true
	h.dirty = true
	h.sight, h.gaze = geom.CellSet{}, gaze{}
	l.look(h)
}

// leave takes h off the level.
func (l *level) leave(h *hero) {
	l.heroes = slices.DeleteFunc(l.heroes, func(o *hero) bool { return o == h })
	l.remove(&h.Actor, solid(&h.Actor, h))
	l.darkened = true
}

// addFoe puts f on the level where f.Pos says, which must be free.
func (l *level) addFoe(f *foe) {
	i, _ := slices.BinarySearchFunc(l.Foes, f.ID, func(f *foe, id uint64) int { return cmp.Compare(f.ID, id) })
	l.Foes = slices.Insert(l.Foes, i, f)
	f.Actor.foe = f
	l.place(&f.Actor, true)
}

// removeFoe takes f off the level.
func (l *level) removeFoe(f *foe) {
	l.Foes = slices.DeleteFunc(l.Foes, func(o *foe) bool { return o == f })
	l.remove(&f.Actor, true)
}

func compareID(a *Actor, id uint64) int { return cmp.Compare(a.ID, id) }

// body returns the actor with that ID, nil if it isn't on the level.
func (l *level) body(id uint64) *Actor {
	if i, ok := slices.BinarySearchFunc(l.bodies, id, compareID); ok {
		return l.bodies[i]
	}
	return nil
}

// bodyAt returns the solid actor on p, nil if there is none.
func (l *level) bodyAt(p geom.Pos) *Actor {
	if !l.taken.Has(p) {
		return nil
	}
	for _, a := range l.bodies {
		if a.Pos == p && (a.Kind != KindHero || !l.heroOf(a).Wisp) {
			return a
		}
	}
	return nil
}

// heroOf returns the hero that a is part of, nil if it is a foe's or not on the
// level.
func (l *level) heroOf(a *Actor) *hero {
	if a == nil || a.on != l {
		return nil
	}
	return a.hero
}

// foeOf returns the foe that a is part of, nil if it is a hero's or not on the
// level.
func (l *level) foeOf(a *Actor) *foe {
	if a == nil || a.on != l {
		return nil
	}
	return a.foe
}

// moveTo takes a to the field to, which must be free if a is solid.
func (l *level) moveTo(a *Actor, to geom.Pos) {
	h := l.heroOf(a)
	if solid(a, h) {
		vacate(&l.taken, a.Pos)
		l.taken.Add(to)
	}
	a.Pos = to
	if h != nil {
		h.dirty = true
	}
	l.darkened = true
}

// freeField returns the open field nearest on foot to from, which need not be
// open itself; ok is false when every field is taken.
func (l *level) freeField(from geom.Pos) (p geom.Pos, ok bool) {
	var (
		queue [geom.LevelCells]uint16
		seen  geom.CellSet
	)
	queue[0] = uint16(geom.CellIndex(from))
	seen.Add(from)
	for head, tail := 0, 1; head < tail; head++ {
		p := geom.CellAt(int(queue[head]))
		if l.open(p) && !l.terrain(p).Avoid {
			return p, true
		}
		for _, d := range geom.Dirs {
			if q := p.Step(d); l.walk.Has(q) && !seen.Has(q) {
				seen.Add(q)
				queue[tail] = uint16(geom.CellIndex(q))
				tail++
			}
		}
	}
	return geom.Pos{}, false
}

// vacate takes p, which must lie on the level, out of s.
func vacate(s *geom.CellSet, p geom.Pos) {
	i := geom.CellIndex(p)
	s[i/64] &^= 1 << (i % 64)
}
