package rules

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"laneya/geom"
)

// Restore returns the world that Records described; they may come in any
// order. The seed comes from the records, the clock and the fog from o. It
// fails if a record is damaged, missing, contradicts another or was written by
// a newer version.
func Restore(recs []Record, o Options) (*World, error) {
	w := NewWorld(o)
	sorted := slices.Clone(recs)
	sortRecords(sorted)
	for i, rec := range sorted {
		err := errDamaged
		if i == 0 || sorted[i-1].Key != rec.Key {
			err = w.readRecord(rec)
		}
		if err != nil {
			return nil, fmt.Errorf("record %q of the world: %w", rec.Key, err)
		}
	}
	if w.dirty {
		return nil, errors.New("the world has no head record")
	}
	if err := w.settle(); err != nil {
		return nil, err
	}
	return w, nil
}

// readRecord reads one record. A hero's level is a stand-in with the right ID
// until settle.
func (w *World) readRecord(rec Record) error {
	if rec.Key == worldKey {
		return w.readHead(rec.Value)
	}
	if name, ok := strings.CutPrefix(rec.Key, heroKeys); ok {
		h, err := readHero(name, rec.Value)
		w.heroes = append(w.heroes, h)
		return err
	}
	if name, ok := strings.CutPrefix(rec.Key, levelKeys); ok {
		id, err := geom.ParseLevelID(name)
		if err != nil || !validLevel(id) {
			return errDamaged
		}
		l, err := readLevel(id, rec.Value)
		w.levels = append(w.levels, l)
		return err
	}
	return errors.New("unknown")
}

func (w *World) readHead(b []byte) error {
	r := newReader(b)
	w.opts.Seed = r.uint64()
	w.tick = r.uvarint()
	w.nextID = r.uvarint()
	if w.nextID == 0 || w.nextID > math.MaxInt64 || w.tick > math.MaxInt64 {
		r.fail()
	}
	w.dirty = false
	return r.end()
}

func readLevel(id geom.LevelID, b []byte) (*level, error) {
	const mostGhosts = 1000
	r := newReader(b)
	l := &level{id: id}
	l.floor = r.cells()
	l.entrance = r.pos()
	l.tick = r.uvarint()
	l.dice.read(r)
	for range r.below(mostGhosts) {
		g := &ghost{readEntity(r, KindGhost)}
		g.Name = r.string(MaxName)
		if r.err != nil || !validName(g.Name) {
			r.fail()
			break
		}
		l.ghosts = append(l.ghosts, g)
	}
	if !l.floor.Has(l.entrance) || l.tick > math.MaxInt64 || hasBorderFloor(&l.floor) {
		r.fail()
	}
	return l, r.end()
}

func hasBorderFloor(floor *geom.CellSet) bool {
	for i := range geom.LevelCells {
		if p := geom.CellAt(i); !interior.Contains(p) && floor.Has(p) {
			return true
		}
	}
	return false
}

func readHero(name string, b []byte) (*hero, error) {
	r := newReader(b)
	h := &hero{Entity: readEntity(r, KindHero), level: &level{}}
	h.Name = name
	h.level.id = r.levelID()
	h.intent = r.dir()
	for i := range h.owed {
		h.owed[i] = r.dir()
	}
	h.Asleep = r.bool()
	for range r.uvarint() {
		k := knowledge{level: r.levelID(), explored: r.cells()}
		if n := len(h.known); r.err != nil || n > 0 && h.known[n-1].level.Compare(k.level) >= 0 {
			r.fail()
			break
		}
		h.known = append(h.known, k)
	}
	if !validName(name) || h.Asleep && h.wish() != geom.Stop || h.owed[0] == geom.Stop && h.owed != [maxOwed]geom.Dir{} {
		r.fail()
	}
	return h, r.end()
}

func readEntity(r *reader, k Kind) Entity {
	return Entity{Kind: k, ID: r.uvarint(), Pos: r.pos(), Facing: r.dir()}
}

func (d *dice) read(r *reader) {
	if b := r.take(diceLen); b != nil && d.pcg.UnmarshalBinary(b) != nil {
		r.fail()
	}
}

// settle puts the heroes and ghosts that were read onto their levels, and
// reports what doesn't fit together.
func (w *World) settle() error {
	slices.SortFunc(w.levels, func(a, b *level) int { return a.id.Compare(b.id) })
	ids := make([]uint64, 0, len(w.heroes)+len(w.levels))
	for _, l := range w.levels {
		l.fog = w.opts.Fog
		slices.SortFunc(l.ghosts, func(a, b *ghost) int { return cmp.Compare(a.ID, b.ID) })
		for _, g := range l.ghosts {
			if !l.free(g.Pos) {
				return fmt.Errorf("ghost %d of level %v stands where it can't", g.ID, l.id)
			}
			l.place(&g.Entity)
			ids = append(ids, g.ID)
		}
		l.dirty = false
	}
	for _, h := range w.heroes {
		l := w.level(h.level.id)
		if l == nil || !l.free(h.Pos) {
			return fmt.Errorf("hero %q stands where it can't", h.Name)
		}
		l.enter(h)
		l.dirty = false
		ids = append(ids, h.ID)
	}
	slices.Sort(ids)
	for i, id := range ids {
		if id == 0 || id >= w.nextID || i > 0 && ids[i-1] == id {
			return fmt.Errorf("entity %d is there twice, or before its time", id)
		}
	}
	return nil
}
