package rules

import (
	"cmp"
	"math/bits"
	"slices"

	"laneya/geom"
)

// learn notes in h's memory what she sees. It costs next to nothing while
// nothing changes.
func (l *level) learn(h *hero) {
	k := h.knows(l.ID)
	g := &h.gaze
	for i, seen := range h.sight {
		fresh := seen&^g.noted[i] | seen&l.altered[i]
		if fresh == 0 {
			continue
		}
		if seen&^k.Explored[i] != 0 {
			k.Explored[i] |= seen
			h.dirty = true
		}
		for ; fresh != 0; fresh &= fresh - 1 {
			cell := i*64 + bits.TrailingZeros64(fresh)
			if looks := seenAs(l.Ground[cell]); k.Terrain[cell] != looks {
				k.Terrain[cell] = looks
				h.dirty = true
			}
		}
	}
	g.noted = h.sight
	l.learnThings(h, k)
}

// learnThings notes what lies where h sees, lets her forget what is gone from
// there, and keeps the rest as it was when she last saw it.
func (l *level) learnThings(h *hero, k *knowledge) {
	if len(k.Things) == 0 && len(l.Lying) == 0 && len(l.Stores) == 0 && len(l.Foes) == 0 {
		return
	}
	things := l.appendThings(l.things[:0], h, &h.sight)
	seen := len(things)
	for _, t := range k.Things {
		if l.beholds(h, &h.sight, t.Pos, t.In) ||
			slices.ContainsFunc(things[:seen], func(s Thing) bool { return s.ID == t.ID }) {
			continue
		}
		t.Seen = false
		things = append(things, t)
	}
	slices.SortFunc(things, func(a, b Thing) int { return cmp.Compare(a.ID, b.ID) })
	if !slices.Equal(things, k.Things) {
		k.Things = append(k.Things[:0], things...)
		h.dirty = true
	}
	l.things = things
}

// beholds reports whether h, who sees those fields, sees what is on or, with in
// set, inside of p. To look into something she must be next to it.
func (l *level) beholds(h *hero, seen *geom.CellSet, p geom.Pos, in string) bool {
	return seen.Has(p) && (in == "" || !l.opts.Fog || h.Pos.Sub(p).Taxicab() <= 1)
}

// appendThings appends the items that h sees while she sees those fields, and
// what she takes for such.
func (l *level) appendThings(dst []Thing, h *hero, seen *geom.CellSet) []Thing {
	for _, g := range l.Lying {
		if l.beholds(h, seen, g.Pos, "") {
			dst = append(dst, l.thing(h, g.Item, g.Pos, ""))
		}
	}
	for _, s := range l.Stores {
		if in := s.Kind.word(); in != "" && l.beholds(h, seen, s.Pos, in) {
			for _, it := range s.Items {
				dst = append(dst, l.thing(h, it, s.Pos, in))
			}
		}
	}
	for _, f := range l.Foes {
		if f.Hidden && l.beholds(h, seen, f.Pos, "") {
			if it := f.seems(); it != nil {
				dst = append(dst, l.thing(h, it, f.Pos, ""))
			}
		}
	}
	return dst
}

// word returns what Thing.In says of things in such a store; "" if nobody can
// look into it.
func (k StoreKind) word() string {
	switch k {
	case ChestStore:
		return "chest"
	case GraveStore:
		return "grave"
	}
	return ""
}
