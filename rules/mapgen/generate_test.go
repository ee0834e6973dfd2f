package mapgen

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"laneya/geom"
	"laneya/rules/content"
)

// deepest is how deep the tests dig.
const deepest = 10

// eachLevel calls f for levels of 500 worlds, at each depth down to deepest and
// off to the sides, and in every fourth with the Heart higher up; under the race detector for as many as take seconds.
func eachLevel(t *testing.T, f func(seed uint64, id geom.LevelID, l *Level)) {
	t.Helper()
	seeds, step := uint64(500), 1
	if slowed {
		seeds, step = 60, deepest/2
	}
	for seed := range seeds {
		for z := 1 + int(seed)%step; z <= deepest; z += step {
			id := geom.LevelID{Z: z}
			if seed%4 == 1 {
				id.X, id.Y = int(seed)%5-2, int(seed/5)%5-2
			}
			heart := HeartDepth
			if seed%4 == 2 {
				heart = 1 + int(seed)%9
			}
			f(seed, id, Generate(seed, heart, id))
			if t.Failed() {
				return
			}
		}
	}
}

func TestLevelsKeepTheirPromises(t *testing.T) {
	eachLevel(t, func(seed uint64, id geom.LevelID, l *Level) {
		checkLevel(t, seed, id, l)
	})
}

// checkLevel holds a level to everything that is promised of each.
func checkLevel(t *testing.T, seed uint64, id geom.LevelID, l *Level) {
	t.Helper()
	checkShape(t, l)
	checkWays(t, l)
	checkQuiet(t, l)
	checkVaults(t, l)
	checkBudget(t, l, Depth(id))
	checkStock(t, l)
	if t.Failed() {
		t.Errorf("level %v of seed %d: %s with %v\n%s", id, seed, l.Kind.Name(), l.Vaults, draw(l))
	}
}

// checkShape fails unless the level is neither too full nor too empty, and
// closed but for its passages.
func checkShape(t *testing.T, l *Level) {
	t.Helper()
	passages := 0
	for _, has := range l.Links.HasSide {
		if has {
			passages++
		}
	}
	walk, border := 0, 0
	for i, k := range l.Terrain {
		q := geom.CellAt(i)
		inside := geom.LevelBounds.Inset(1).Contains(q)
		switch {
		case k == content.Passage:
			border++
			if inside {
				t.Errorf("a passage at %v", q)
			}
		case !inside && k != content.Rock && k != content.Wall:
			t.Errorf("the border is open at %v", q)
		case k.Row().Walk:
			walk++
		}
	}
	if border != passages {
		t.Errorf("%d passages, want %d", border, passages)
	}
	if n := 100 * walk / geom.LevelCells; n < 30 || n > 52 {
		t.Errorf("%d %% of the level can be walked on", n)
	}
}

// checkWays fails unless all ground can be reached, and what matters without
// finding secret doors.
func checkWays(t *testing.T, l *Level) {
	t.Helper()
	plain, all := solve(l, l.Entrance, false), solve(l, l.Entrance, true)
	for _, q := range l.Links.all() {
		if !plain.has(q) {
			t.Errorf("no way to %v", q)
		}
	}
	if len(all.keys) != len(l.Locks) || len(plain.keys) != len(l.Locks) {
		t.Errorf("keys to %d and %d of %d locks were found", len(plain.keys), len(all.keys), len(l.Locks))
	}
	for i, k := range l.Terrain {
		q := geom.CellAt(i)
		switch k {
		case content.DeepWater, content.Lava, content.Chasm:
		case content.Shrine, content.Altar:
			if !plain.beside(q) {
				t.Errorf("no way to the %s at %v", k.Row().Name, q)
			}
		case content.Lever, content.Coffin, content.Fountain, content.HeartPlinth:
			if !all.beside(q) {
				t.Errorf("no way to the %s at %v", k.Row().Name, q)
			}
		default:
			if k.Row().Walk && !all.has(q) {
				t.Errorf("no way to the %s at %v", k.Row().Name, q)
			}
		}
	}
	for _, it := range l.Items {
		if !all.beside(it.Pos) {
			t.Errorf("no way to the %s at %v", it.Kind.Row().Name, it.Pos)
		}
	}
}

// checkQuiet fails unless heroes arrive on free and harmless ground.
func checkQuiet(t *testing.T, l *Level) {
	t.Helper()
	if at := l.At(l.Entrance); at != content.Floor {
		t.Errorf("newcomers stand on %s", at.Row().Name)
	}
	for _, q := range l.Links.all() {
		free := 0
		for i := range 25 {
			at := q.Add(geom.Delta{DX: i%5 - 2, DY: i/5 - 2})
			k := l.At(at)
			row := k.Row()
			if row.Harm > 0 || row.Avoid || k == content.Web {
				t.Errorf("%s near the way at %v", row.Name, q)
			}
			if row.Walk {
				free++
			}
		}
		if free < 9 {
			t.Errorf("%d free fields around %v", free, q)
		}
		for _, f := range l.Foes {
			if f.Pos.Sub(q).Chebyshev() <= 8 {
				t.Errorf("a %s near the way at %v", f.Kind.Row().Name, q)
			}
		}
	}
}

func vaultNamed(name string) *vault {
	for i := range vaults {
		if vaults[i].name == name {
			return &vaults[i]
		}
	}
	return nil
}

// checkVaults fails unless all vaults are whole.
func checkVaults(t *testing.T, l *Level) {
	t.Helper()
	for _, site := range l.Vaults {
		v := vaultNamed(site.Name)
		v.each(site.Min, site.Turn, func(q geom.Pos, g glyph) {
			if l.At(q) != g.terrain {
				t.Errorf("%q has %s for %s at %v", v.name, l.At(q).Row().Name, g.terrain.Row().Name, q)
			}
		})
	}
}

// checkBudget fails unless foes and things are worth what their depth allows.
func checkBudget(t *testing.T, l *Level, depth int) {
	t.Helper()
	cost, value := 0, 0
	items := l.Items
	foes := l.Foes
	for _, c := range l.Coffins {
		items = append(items[:len(items):len(items)], c.Items...)
		foes = append(foes[:len(foes):len(foes)], c.Foes...)
	}
	for _, f := range foes {
		if row := f.Kind.Row(); !row.Has(content.Boss) {
			cost += row.Cost
		}
	}
	for _, it := range items {
		value += it.Count * it.Kind.Row().Value
		if it.Count < 1 || it.Count > max(1, it.Kind.Row().Stack) {
			t.Errorf("a stack of %d %s", it.Count, it.Kind.Row().Name)
		}
	}
	if lo, hi := FoeBudget(depth); cost < lo || cost > hi {
		t.Errorf("foes cost %d, want %d to %d", cost, lo, hi)
	}
	if lo, hi := LootBudget(depth); value < lo || value > hi {
		t.Errorf("things are worth %d, want %d to %d", value, lo, hi)
	}
}

// checkStock fails unless foes and things are where they may be.
func checkStock(t *testing.T, l *Level) {
	t.Helper()
	taken := map[geom.Pos]bool{}
	for _, f := range l.Foes {
		row, k := f.Kind.Row(), l.At(f.Pos)
		if taken[f.Pos] || !k.Row().Walk || k == content.Lava || k == content.DeepWater && row.Ways&(content.Swimmer|content.Ambusher) == 0 {
			t.Errorf("a %s on %s at %v", row.Name, k.Row().Name, f.Pos)
		}
		taken[f.Pos] = true
	}
	coffins := 0
	for _, k := range l.Terrain {
		if k == content.Coffin {
			coffins++
		}
	}
	if coffins != len(l.Coffins) {
		t.Errorf("%d coffins, of which %d are known", coffins, len(l.Coffins))
	}
}

// TestAllKindsAndVaultsOccur draws, with -v, a level of each kind to look at.
func TestAllKindsAndVaultsOccur(t *testing.T) {
	kindsSeen, vaultsSeen := map[Kind]int{}, map[string]int{}
	eachLevel(t, func(seed uint64, id geom.LevelID, l *Level) {
		if kindsSeen[l.Kind]++; kindsSeen[l.Kind] == 1 {
			t.Logf("level %v of seed %d: %s\n%s", id, seed, l.Kind.Name(), draw(l))
		}
		for _, v := range l.Vaults {
			vaultsSeen[v.Name]++
		}
	})
	if n := kinds - Rooms; n < 6 {
		t.Errorf("there are %d kinds of level", n)
	}
	for k := Rooms; k < kinds; k++ {
		if kindsSeen[k] == 0 {
			t.Errorf("no level is %s", k.Name())
		}
	}
	for i := range vaults {
		if vaultsSeen[vaults[i].name] == 0 {
			t.Errorf("no level has %q", vaults[i].name)
		}
	}
	t.Log(kindsSeen, vaultsSeen)
}

func TestLairsAreAlwaysThere(t *testing.T) {
	for seed := range uint64(40) {
		for _, z := range []int{3, 6, 9, 10} {
			l := Generate(seed, HeartDepth, geom.LevelID{Z: z})
			bosses, hearts := 0, 0
			for _, f := range l.Foes {
				if f.Kind.Row().Has(content.Boss) {
					bosses++
				}
			}
			for _, it := range l.Items {
				if it.Kind.Row().Class == content.HeartClass {
					hearts++
				}
			}
			if bosses != 1 || hearts != z/10 {
				t.Errorf("seed %d has %d bosses and %d hearts at depth %d\n%s", seed, bosses, hearts, z, draw(l))
			}
		}
	}
}

// TestShortRunsHaveOneHeart digs all levels below the camp of worlds whose Heart lies
// higher up.
func TestShortRunsHaveOneHeart(t *testing.T) {
	for heart := 1; heart < HeartDepth; heart++ {
		for z := 1; z <= HeartDepth; z++ {
			seed, id := uint64(heart), geom.LevelID{Z: z}
			l := Generate(seed, heart, id)
			checkLevel(t, seed, id, l)
			hearts := 0
			for _, it := range l.Items {
				if it.Kind.Row().Class == content.HeartClass {
					hearts++
				}
			}
			if want := z == heart; want != (hearts == 1) {
				t.Errorf("%d hearts at depth %d where it lies at %d\n%s", hearts, z, heart, draw(l))
			}
			if l.Links != LinksOf(seed, heart, id) {
				t.Errorf("the level at depth %d has other ways than it says", z)
			}
		}
	}
}

func TestEachTwoFloorsHoldWhatOneNeeds(t *testing.T) {
	for seed := range uint64(40) {
		for z := 1; z <= deepest; z++ {
			items := Generate(seed, HeartDepth, geom.LevelID{Z: z}).Items
			items = append(items, Generate(seed, HeartDepth, geom.LevelID{Z: z + 1}).Items...)
			for i, need := range []func(*content.Item) bool{heals, lights, feeds} {
				n := 0
				for _, it := range items {
					if need(it.Kind.Row()) {
						n++
					}
				}
				if n == 0 {
					t.Errorf("seed %d: floors %d and %d lack need %d", seed, z, z+1, i)
				}
			}
		}
	}
}

func TestShrinesAreOnMostLevels(t *testing.T) {
	with, all := 0, 0
	for seed := range uint64(60) {
		for z := 2; z <= deepest; z++ {
			all++
			for _, k := range Generate(seed, HeartDepth, geom.LevelID{Z: z}).Terrain {
				if k == content.Shrine {
					with++
					break
				}
			}
		}
	}
	if with*100 < 70*all {
		t.Errorf("%d of %d levels have a shrine", with, all)
	}
}

func TestGenerateIsAFunction(t *testing.T) {
	for z := range 12 {
		id := geom.LevelID{X: z - 4, Y: 2 - z, Z: z}
		if !reflect.DeepEqual(Generate(7, HeartDepth, id), Generate(7, HeartDepth, id)) {
			t.Errorf("level %v differs from itself", id)
		}
	}
}

func TestAnyNameGivesALevel(t *testing.T) {
	const far = 1 << 30
	for _, id := range []geom.LevelID{{X: 1}, {Z: -1}, {X: -far, Y: far, Z: far}, {Z: far}, {Z: -far}} {
		l := Generate(1, HeartDepth, id)
		if l.At(l.Links.Down) != content.LadderDown || !ground(l.At(l.Entrance)) {
			t.Errorf("level %v has no ladder or entrance", id)
		}
	}
}

func TestTheCampIsSafe(t *testing.T) {
	l := Generate(3, HeartDepth, geom.LevelID{})
	all := solve(l, l.Entrance, false)
	count := map[content.TerrainKind]int{}
	for i, k := range l.Terrain {
		count[k]++
		if q := geom.CellAt(i); k.Row().Walk && k != content.DeepWater && !all.has(q) || k.Row().Acts != "" && !solid(k) && !all.beside(q) {
			t.Errorf("no way to the %s at %v", k.Row().Name, q)
		}
	}
	for _, k := range []content.TerrainKind{content.Chest, content.NoticeBoard, content.Campfire, content.LadderDown, content.Fountain} {
		if count[k] != 1 {
			t.Errorf("%d of %s", count[k], k.Row().Name)
		}
	}
	if len(l.Foes) > 0 || count[content.LadderUp]+count[content.Passage]+count[content.Lava]+count[content.Chasm] > 0 || count[content.Torch] == 0 {
		t.Error("the camp isn't a camp")
	}
	if l.Kind != Camp || l.At(l.Links.Down) != content.LadderDown {
		t.Error("the ladder is elsewhere")
	}
}

// FuzzGenerate holds any level of any world to the promises.
func FuzzGenerate(f *testing.F) {
	f.Add(uint64(1), int8(0), int8(0), uint8(3))
	f.Add(uint64(7), int8(-2), int8(5), uint8(0))
	f.Fuzz(func(t *testing.T, seed uint64, x, y int8, z uint8) {
		id := geom.LevelID{X: int(x), Y: int(y), Z: 1 + int(z)%20}
		checkLevel(t, seed, id, Generate(seed, HeartDepth, id))
	})
}

func BenchmarkGenerate(b *testing.B) {
	seed := uint64(0)
	var took []time.Duration
	for b.Loop() {
		start := time.Now()
		Generate(seed, HeartDepth, geom.LevelID{Z: 1 + int(seed%12)})
		took = append(took, time.Since(start))
		seed++
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Nanoseconds()), "ns/median")
	b.ReportMetric(float64(took[len(took)*99/100].Nanoseconds()), "ns/p99")
}
