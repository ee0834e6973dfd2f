package rules

import (
	"fmt"
	"slices"

	"laneya/geom"
	"laneya/rules/content"
	"laneya/rules/mapgen"
)

// packSize is how many stacks a hero carries, worn things included.
const packSize = 26

// newItem makes a stack of new things on a level. It is yet to be put
// somewhere.
func (l *level) newItem(k content.ItemKind, count int) *Item {
	l.Made += count
	l.dirty = true
	return fresh(&Item{ID: l.newID(), Kind: k, Count: count})
}

// newItem makes a stack of new things for a hero.
func (w *World) newItem(k content.ItemKind, count int) *Item {
	w.Made += count
	w.dirty = true
	return fresh(&Item{ID: w.newID(), Kind: k, Count: count})
}

func fresh(it *Item) *Item {
	r := it.row()
	it.Charges, it.Fuel = r.Charges, r.Fuel
	return it
}

// pretends returns how many things a mimic passes for: as many as the generator
// lays together of its guise.
func (f *foe) pretends() int {
	r := f.Disguise.Row()
	if r.Class != content.Ammo && r.Class != content.Thrown {
		return 1
	}
	least, most := (r.Stack+3)/4, (r.Stack+1)/2
	return max(least, 1) + int(f.ID%uint64(max(most-least, 0)+1))
}

// unmake ends all of a stack that has been taken from where it was.
func (l *level) unmake(it *Item) {
	l.Unmade += it.Count
	l.dirty = true
}

// use takes n pieces off a stack that h carries, and ends them.
func (l *level) use(h *hero, it *Item, n int) {
	l.Unmade += n
	l.dirty, h.dirty = true, true
	if it.Count -= n; it.Count <= 0 {
		h.lose(it)
	}
}

// split returns a new stack of n pieces of it, which h carries and has more
// of, or the whole stack, taken out of the pack.
func (l *level) split(h *hero, it *Item, n int) *Item {
	h.dirty = true
	if n >= it.Count {
		h.lose(it)
		it.Slot = content.NoSlot
		return it
	}
	part := *it
	part.named = nil
	part.ID, part.Count, part.Slot = l.newID(), n, content.NoSlot
	it.Count -= n
	return &part
}

// lose takes an item out of h's pack.
func (h *hero) lose(it *Item) {
	h.Pack = slices.DeleteFunc(h.Pack, func(o *Item) bool { return o == it })
	it.Slot = content.NoSlot
	h.dirty = true
}

// alike reports whether two stacks can become one.
func alike(a, b *Item) bool {
	return a.Kind == b.Kind && a.Slot == content.NoSlot && a.Bonus == b.Bonus && a.Rune == b.Rune &&
		a.Cursed == b.Cursed && a.Lock == b.Lock && a.Of == b.Of && a.Dug == b.Dug && a.Charges == b.Charges && a.Fuel == b.Fuel &&
		(a.Shown == b.Shown || stackSize(a.Kind) > 1 && a.Bonus == 0 && a.Rune == 0 && !a.Cursed)
}

// stackSize returns how many of a kind make a stack.
func stackSize(k content.ItemKind) int { return max(k.Row().Stack, 1) }

// fits reports whether h has room for all of it.
func (h *hero) fits(it *Item) bool {
	if len(h.Pack) < packSize {
		return true
	}
	left := it.Count
	for _, o := range h.Pack {
		left -= roomOn(o, it)
	}
	return left <= 0
}

// roomOn returns how many pieces of it go onto o, which a hero carries and may
// wear.
func roomOn(o, it *Item) int {
	loose := *o
	if stackSize(o.Kind) > 1 {
		loose.Slot = content.NoSlot
	}
	if !alike(&loose, it) {
		return 0
	}
	return max(stackSize(o.Kind)-o.Count, 0)
}

// gain puts it into h's pack, onto stacks of its like as far as they go. It
// must fit.
func (h *hero) gain(it *Item) {
	h.dirty = true
	for _, o := range h.Pack {
		n := min(it.Count, roomOn(o, it))
		o.Count += n
		if it.Count -= n; it.Count == 0 {
			return
		}
	}
	h.Pack = append(h.Pack, it)
}

// item returns what h carries under that ID, nil if there is no such thing.
func (h *hero) item(id uint64) *Item {
	for _, it := range h.Pack {
		if it.ID == id {
			return it
		}
	}
	return nil
}

// worn returns what h wears there, nil for nothing.
func (h *hero) worn(s content.Slot) *Item {
	for _, it := range h.Pack {
		if it.Slot == s && s != content.NoSlot {
			return it
		}
	}
	return nil
}

// stockItems puts the things of a fresh level there.
func (l *level) stockItems(plan *mapgen.Level) {
	if l.Kind == mapgen.Camp {
		for i, k := range l.Ground {
			if k == content.Chest {
				l.Stores = append(l.Stores, &store{Pos: geom.CellAt(i), Kind: ChestStore})
			}
		}
	}
	if l.opts.Quiet {
		l.Coffins = nil
		return
	}
	for _, p := range plan.Items {
		l.lay(l.dealt(p), p.Pos)
	}
}

// dealt makes what the generator put somewhere.
func (l *level) dealt(p mapgen.Item) *Item {
	it := l.newItem(p.Kind, max(p.Count, 1))
	it.Cursed, it.Rune, it.Lock = p.Cursed, p.Rune, p.Lock
	if it.Lock > 0 {
		it.Of, it.Dug = l.ID, l.Serial
	}
	if r := it.row(); it.Cursed && (r.Class == content.Weapon || r.Class == content.Armour || r.Class == content.Shield) {
		it.Bonus = -1
	}
	return it
}

// lay puts an item onto a field, or as near as there is ground that it doesn't
// fall from or get lost in.
func (l *level) lay(it *Item, p geom.Pos) { l.layDown(it, p, 0) }

// layDown is lay, by the hero of that ID.
func (l *level) layDown(it *Item, p geom.Pos, by uint64) {
	l.dirty, l.darkened = true, true
	if l.Ground.At(p) == content.Chasm {
		below := l.ID
		below.Z++
		l.show(Event{Code: "lost_below", thing: it, Placed: true, At: p})
		l.out = append(l.out, crossing{to: below, at: p, code: "fall", item: it})
		return
	}
	it.Slot = content.NoSlot
	at := l.groundNear(p)
	for i := range l.Lying {
		if g := &l.Lying[i]; g.Pos == at && g.By == by && alike(g.Item, it) && g.Item.Junk == it.Junk && g.Item.Count+it.Count <= stackSize(it.Kind) {
			g.Item.Count += it.Count
			return
		}
	}
	l.Lying = append(l.Lying, lying{Pos: at, Item: it, By: by})
}

// groundNear returns the field on which a thing can lie that is nearest to p, by
// ways that a thing could roll.
func (l *level) groundNear(p geom.Pos) geom.Pos {
	holds := func(q geom.Pos) bool {
		k := l.Ground.At(q)
		return l.walk.Has(q) && k != content.Lava && k != content.Passage
	}
	var seen geom.CellSet
	seen.Add(p)
	for queue := []geom.Pos{p}; len(queue) > 0; queue = queue[1:] {
		if holds(queue[0]) {
			return queue[0]
		}
		for _, d := range geom.Dirs {
			q := queue[0].Step(d)
			if geom.LevelBounds.Contains(q) && !seen.Has(q) && (l.walk.Has(q) || l.terrain(q).Fly) {
				seen.Add(q)
				queue = append(queue, q)
			}
		}
	}
	// It comes from within the rock.
	best, least := l.Entrance, geom.LevelCells
	for i := range geom.LevelCells {
		q := geom.CellAt(i)
		if n := q.Sub(p).Taxicab(); n < least && holds(q) {
			best, least = q, n
		}
	}
	return best
}

// lifted takes the nth of the items on the ground.
func (l *level) lifted(n int) *Item {
	it := l.Lying[n].Item
	l.Lying = slices.Delete(l.Lying, n, n+1)
	l.dirty, l.darkened = true, true
	return it
}

// eachItem calls do for every item of the world.
func (w *World) eachItem(do func(*Item)) {
	for _, h := range slices.Concat(w.heroes, w.away) {
		for _, it := range h.Pack {
			do(it)
		}
	}
	for _, l := range w.levels {
		for _, g := range l.Lying {
			do(g.Item)
		}
		for _, s := range l.Stores {
			for _, it := range s.Items {
				do(it)
			}
		}
		for _, f := range l.Foes {
			for _, it := range f.Carries {
				do(it)
			}
		}
		for _, c := range l.out {
			switch {
			case c.item != nil:
				do(c.item)
			case c.foe != nil:
				for _, it := range c.foe.Carries {
					do(it)
				}
			}
		}
	}
}

// Ledger returns an error if a thing is in two places, or if things have been
// lost or doubled: every piece that came into being is somewhere, or has
// ended.
func (w *World) Ledger() error {
	made, unmade, here := w.Made, w.Unmade, 0
	for _, l := range w.levels {
		made += l.Made
		unmade += l.Unmade
	}
	var ids []uint64
	var bad error
	w.eachItem(func(it *Item) {
		ids = append(ids, it.ID)
		here += it.Count
		if it.Count < 1 {
			bad = fmt.Errorf("there are %d of item %d", it.Count, it.ID)
		}
	})
	slices.Sort(ids)
	for i := 1; i < len(ids); i++ {
		if ids[i] == ids[i-1] {
			return fmt.Errorf("item %d is in two places", ids[i])
		}
	}
	if bad == nil && here+unmade != made {
		bad = fmt.Errorf("%d things came into being, %d ended, and %d are there", made, unmade, here)
	}
	return bad
}
