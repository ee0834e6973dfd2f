package rules

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// view returns what the user may know.
func view(t testing.TB, w *World, user string) *View {
	t.Helper()
	v := &View{}
	if !w.View(user, v) {
		t.Fatalf("%s has no view", user)
	}
	if v.Entities[v.Hero].Name != user {
		t.Fatalf("%s is taken for %s", user, v.Entities[v.Hero].Name)
	}
	return v
}

func TestViewIsWhatIsInSight(t *testing.T) {
	for seed := range uint64(4) {
		w := NewWorld(Options{Seed: seed, Clock: RealTime, Fog: true, OwnSight: seed%2 == 0, Quiet: true})
		for i := range 6 {
			do(t, w, Command{User: fmt.Sprint(i), Verb: Join, Level: geom.LevelID{Z: int(seed % 3)}})
		}
		s := newScript(seed)
		explored := map[string]geom.CellSet{}
		for _, h := range w.heroes {
			explored[h.Name] = view(t, w, h.Name).Explored
		}
		for range 40 {
			for _, h := range w.heroes {
				do(t, w, walk(h.Name, geom.Dir(s.rng.IntN(5))))
			}
			w.Step(nil)
			for _, h := range w.heroes {
				v := view(t, w, h.Name)
				checkView(t, w, h, v)
				before := explored[h.Name]
				if before.Minus(&v.Explored) != (geom.CellSet{}) {
					t.Fatal("a hero forgets")
				}
				before.Union(&v.Sight)
				if before != v.Explored {
					t.Fatal("a hero knows more than it has seen")
				}
				explored[h.Name] = before
			}
		}
	}
}

// checkView compares v with what h should know, computed the plain way.
func checkView(t *testing.T, w *World, h *hero, v *View) {
	t.Helper()
	l := h.level
	if v.Level != l.ID {
		t.Fatal("the view is from somewhere else")
	}
	var sight geom.CellSet
	for _, o := range l.heroes {
		if o == h || !w.opts.OwnSight && o.Party == h.Party {
			mine := beheld(l, o)
			sight.Union(&mine)
		}
	}
	if v.Sight != sight {
		t.Fatalf("%s sees other fields than it should", h.Name)
	}
	var want []uint64
	for _, a := range l.bodies {
		if a == &h.Actor || v.Sight.Has(a.Pos) && l.sees(h, a) {
			want = append(want, a.ID)
		}
	}
	if !slices.EqualFunc(v.Entities, want, func(e Entity, id uint64) bool { return e.ID == id }) {
		t.Fatalf("%s sees %v, want %v", h.Name, v.Entities, want)
	}
	for i := range geom.LevelCells {
		p := geom.CellAt(i)
		k, known := v.Terrain(p)
		if known != v.Explored.Has(p) || !known && (k != content.Rock || v.ground[i] != content.Rock) {
			t.Fatalf("%v is known without having been seen", p)
		}
		if v.Sight.Has(p) && k != seenAs(l.Ground[i]) {
			t.Fatalf("%v is terrain %v, want %v", p, k, l.Ground[i])
		}
	}
}

// beheld returns what h sees with its own eyes, computed field by field.
func beheld(l *level, h *hero) geom.CellSet {
	line := see(l, h.Pos)
	var open, seen geom.CellSet
	for i := range geom.LevelCells {
		if p := geom.CellAt(i); line.Has(p) && l.clear.Has(p) && l.lit.Has(p) {
			open.Add(p)
		}
	}
	for i := range geom.LevelCells {
		p := geom.CellAt(i)
		beside := false
		for j := range 9 {
			beside = beside || open.Has(p.Add(geom.Delta{DX: j%3 - 1, DY: j/3 - 1}))
		}
		near := p.Sub(h.Pos).Chebyshev() <= 1
		if open.Has(p) || line.Has(p) && (near || !l.clear.Has(p) && beside) {
			seen.Add(p)
		}
	}
	return seen
}

// TestUnseenChangesNothing compares the views of worlds that differ only where
// the viewer can't see.
func TestUnseenChangesNothing(t *testing.T) {
	const here = `
##########
#<a..#####
#....##c.#
##########`
	const there = `
##########
#<a..#####
#....##.c#
##########`
	one, other := fromPicture(t, here), fromPicture(t, there)
	for _, w := range []*World{one, other} {
		w.opts.OwnSight = true
		w.move(w.hero("c"), w.newParty()) // a party tells its members where they are
		fog(w)
	}
	if !reflect.DeepEqual(view(t, one, "a"), view(t, other, "a")) {
		t.Error("the view tells of what is out of sight")
	}
	one.opts.Fog = false
	if v := view(t, one, "a"); len(v.Entities) != 2 || v.Explored != everything || v.Sight != everything {
		t.Error("without fog something is hidden")
	}
}

func TestViewOfNobody(t *testing.T) {
	v := View{Hero: 7}
	if NewWorld(Options{}).View("anna", &v) || v.Hero != 7 {
		t.Error("there is a view without a hero")
	}
}

// crowd returns a world in which so many heroes walk on one level, already
// spread out.
func crowd(t testing.TB, heroes int, fog bool) (*World, func()) {
	w := NewWorld(Options{Seed: 11, Clock: RealTime, Fog: fog, Quiet: true})
	s := newScript(1)
	names := make([]string, heroes)
	for i := range names {
		names[i] = fmt.Sprint("user", i)
		do(t, w, join(names[i]))
	}
	tick := func() {
		for _, name := range names {
			if s.rng.IntN(8) == 0 {
				do(t, w, walk(name, geom.Dirs[s.rng.IntN(4)]))
			}
		}
		w.Step(nil)
	}
	for range 300 {
		tick()
	}
	return w, tick
}

func TestSteadyStateAllocatesNothing(t *testing.T) {
	for _, fog := range []bool{true, false} {
		w, _ := crowd(t, 50, fog)
		var v View
		views := func() {
			for i := range w.heroes {
				w.View(w.heroes[i].Name, &v)
			}
		}
		views()
		if n := testing.AllocsPerRun(50, views); n != 0 {
			t.Errorf("fog %v: views make %v allocations", fog, n)
		}
		// Sight allocates a little inside gruid.
		if n := testing.AllocsPerRun(50, func() { w.Step(nil) }); n != 0 && !fog {
			t.Errorf("a tick makes %v allocations", n)
		}
	}
}

func BenchmarkViews200(b *testing.B) {
	for _, fog := range []bool{true, false} {
		b.Run(fmt.Sprint("fog=", fog), func(b *testing.B) {
			w, _ := crowd(b, 200, fog)
			views := make([]View, 200)
			b.ReportAllocs()
			for b.Loop() {
				for i, h := range w.heroes {
					w.View(h.Name, &views[i])
				}
			}
		})
	}
}

func BenchmarkStep200(b *testing.B) {
	for _, fog := range []bool{true, false} {
		b.Run(fmt.Sprint("fog=", fog), func(b *testing.B) {
			_, tick := crowd(b, 200, fog)
			b.ReportAllocs()
			for b.Loop() {
				tick()
			}
		})
	}
}

// BenchmarkChanged200 is what saving after every tick costs before the disk.
func BenchmarkChanged200(b *testing.B) {
	w, tick := crowd(b, 200, true)
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		tick()
		b.StartTimer()
		w.Changed()
	}
}
