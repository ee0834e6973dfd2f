package rules

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"

	"laneya/geom"
)

// played returns a world in which something has happened on two levels.
func played(seed uint64, o Options) *World {
	o.Seed = seed
	s := newScript(seed)
	s.users, s.levels = 8, s.levels[:2]
	return s.play(NewWorld(o), 60, nil, nil)
}

func TestRestoreInAnyOrder(t *testing.T) {
	o := Options{Fog: true}
	w := played(3, o)
	recs := w.Records()
	if !slices.IsSortedFunc(recs, func(a, b Record) int { return strings.Compare(a.Key, b.Key) }) {
		t.Error("Records aren't sorted")
	}
	slices.Reverse(recs)
	r, err := Restore(recs, o)
	if err != nil {
		t.Fatal(err)
	}
	if r.Hash() != w.Hash() {
		t.Fatal("the order of the records makes a difference")
	}
	checkBodies(t, r)
	for _, h := range w.heroes {
		before, after := view(t, w, h.Name), view(t, r, h.Name)
		if before.Sight != after.Sight || before.Explored != after.Explored || !slices.Equal(before.Entities, after.Entities) {
			t.Errorf("%s has another view", h.Name)
		}
	}
}

// TestTapOutlivesASave saves between a tap and the tick that carries it out.
func TestTapOutlivesASave(t *testing.T) {
	w := fromPicture(t, lane)
	do(t, w, walk("a", geom.East), walk("a", geom.Stop))
	w = reborn(t, w, Options{})
	w.Step(nil)
	checkLane(t, w, 3)
}

// TestFogComesBack restores a world that was played without fog: heroes know
// what they see from then on, and that is there to be saved.
func TestFogComesBack(t *testing.T) {
	w := played(3, Options{})
	r, err := Restore(w.Records(), Options{Fog: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range r.heroes {
		if v := view(t, r, h.Name); v.Explored != v.Sight || v.Sight.Len() == 0 {
			t.Errorf("%s sees %d fields and knows %d", h.Name, v.Sight.Len(), v.Explored.Len())
		}
	}
	if changed := r.Changed(); len(changed) != len(r.heroes) {
		t.Errorf("%d records changed, want one for each of %d heroes", len(changed), len(r.heroes))
	}
}

// TestContradictionsAreRefused restores worlds that are wrong in one way each.
func TestContradictionsAreRefused(t *testing.T) {
	w := fromPicture(t, `
#######
#<ab.&#
#######`)
	good := w.Records()
	if _, err := Restore(good, Options{}); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*World){
		"two on one field":       func(w *World) { w.heroes[0].Pos = w.heroes[1].Pos },
		"a hero on the ghost":    func(w *World) { w.heroes[0].Pos = w.levels[0].ghosts[0].Pos },
		"a hero in a wall":       func(w *World) { w.heroes[0].Pos = geom.Pos{X: 30, Y: 30} },
		"a ghost in a wall":      func(w *World) { w.levels[0].ghosts[0].Pos = geom.Pos{} },
		"an ID given twice":      func(w *World) { w.heroes[0].ID = w.heroes[1].ID },
		"an ID shared by ghost":  func(w *World) { w.heroes[0].ID = w.levels[0].ghosts[0].ID },
		"an ID before its time":  func(w *World) { w.nextID = 3 },
		"no ID":                  func(w *World) { w.heroes[0].ID = 0 },
		"no next ID":             func(w *World) { w.nextID = 0 },
		"IDs run out":            func(w *World) { w.nextID = 1 << 63 },
		"a hero on no level":     func(w *World) { w.heroes[0].level = &level{id: geom.LevelID{Z: 9}} },
		"floor on the border":    func(w *World) { w.levels[0].floor.Add(geom.Pos{X: 59, Y: 7}) },
		"floor off the level":    func(w *World) { w.levels[0].floor[len(everything)-1] |= 1 << 63 },
		"an entrance in a wall":  func(w *World) { w.levels[0].entrance = geom.Pos{X: 9, Y: 9} },
		"a way there isn't":      func(w *World) { w.heroes[0].intent = 5 },
		"a facing there isn't":   func(w *World) { w.levels[0].ghosts[0].Facing = 7 },
		"a walk asleep":          func(w *World) { w.heroes[0].Asleep, w.heroes[0].intent = true, geom.North },
		"a ghost without a name": func(w *World) { w.levels[0].ghosts[0].Name = "" },
		"a hero without a name":  func(w *World) { w.heroes[0].Name = "" },
		"knowledge out of order": func(w *World) {
			w.heroes[0].known = []knowledge{{level: geom.LevelID{Z: 1}}, {}}
		},
		"knowledge twice": func(w *World) { w.heroes[0].known = make([]knowledge, 2) },
		"too far a level": func(w *World) {
			w.heroes[0].known = []knowledge{{level: geom.LevelID{X: maxCoord + 1}}}
		},
	} {
		w, err := Restore(good, Options{})
		if err != nil {
			t.Fatal(err)
		}
		spoil(w)
		if _, err := Restore(w.Records(), Options{}); err == nil {
			t.Errorf("%s: restored", name)
		}
	}
}

// TestDamageIsRefused spoils the records themselves.
func TestDamageIsRefused(t *testing.T) {
	good := played(5, Options{Fog: true}).Records()
	refuse := func(what string, recs []Record) {
		t.Helper()
		if w, err := Restore(recs, Options{Fog: true}); err == nil || w != nil {
			t.Errorf("%s: restored", what)
		}
	}
	refuse("nothing", nil)
	refuse("no head", good[:len(good)-1])
	refuse("one record twice", append(slices.Clone(good), good[0]))
	for _, key := range []string{"", "worlds", "level/0:0", "level/00:0:0", "level/2147483647:0:0", "heroes/anna"} {
		refuse("a record called "+key, append(slices.Clone(good), Record{key, good[0].Value}))
	}
	for i, rec := range good {
		spoiled := slices.Clone(good)
		for name, value := range map[string][]byte{
			"deleted":  nil,
			"empty":    {},
			"cut":      rec.Value[:len(rec.Value)-1],
			"too long": append(slices.Clone(rec.Value), 0),
			"older":    append([]byte{0}, rec.Value[1:]...),
		} {
			spoiled[i].Value = value
			refuse(name+" "+rec.Key, spoiled)
		}
		spoiled[i].Value = append([]byte{formatVersion + 1}, rec.Value[1:]...)
		if _, err := Restore(spoiled, Options{}); !errors.Is(err, errNewer) {
			t.Errorf("a newer record %s gives %v", rec.Key, err)
		}
	}
}

// pack and unpack turn records into the bytes that the fuzzer turns over.
func pack(recs []Record) []byte {
	var b []byte
	for _, rec := range recs {
		b = appendString(b, rec.Key)
		b = appendString(b, string(rec.Value))
	}
	return b
}

func unpack(b []byte) (recs []Record) {
	next := func() []byte {
		n, size := binary.Uvarint(b)
		if size <= 0 || n > uint64(len(b)-size) {
			b = nil
			return nil
		}
		s := b[size : size+int(n)]
		b = b[size+int(n):]
		return s
	}
	for len(b) > 0 {
		recs = append(recs, Record{string(next()), next()})
	}
	return recs
}

// FuzzRestore restores what it is given: it never panics, and a world that it
// restores can be played, saved and restored again.
func FuzzRestore(f *testing.F) {
	for seed := range uint64(3) {
		f.Add(pack(played(seed, Options{Fog: seed == 1}).Records()))
	}
	f.Add(pack(NewWorld(Options{Seed: 9}).Records()))
	f.Add(pack(fromPicture(f, "####\n#<a#\n#&b#\n####").Records()))
	f.Fuzz(func(t *testing.T, b []byte) {
		o := Options{Clock: RealTime, Fog: true}
		recs := unpack(b)
		w, err := Restore(recs, o)
		if err != nil {
			return
		}
		for _, rec := range recs {
			if rec.Key != worldKey && !strings.HasPrefix(rec.Key, heroKeys) && !holds(w.Records(), rec) {
				t.Fatalf("record %q is written in another way than it was read", rec.Key)
			}
		}
		s := newScript(1)
		s.users = 3
		for _, user := range w.Users() {
			_ = w.Perform(Command{User: user, Verb: Wake})
			_ = w.Perform(walk(user, geom.East))
		}
		s.play(w, 20, nil, func(w *World) *World {
			checkBodies(t, w)
			return w
		})
		reborn(t, w, o)
	})
}

func holds(recs []Record, rec Record) bool {
	return slices.ContainsFunc(recs, func(r Record) bool {
		return r.Key == rec.Key && bytes.Equal(r.Value, rec.Value)
	})
}
