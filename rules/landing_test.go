package rules

import (
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// cellar is a hall and a room behind a locked door and a portcullis.
const cellar = `
############
#<a.....L..#
#.......P..#
#..S....#..#
############`

// TestNobodyLandsBehindALock falls onto, and is sent to, all fields of a level
// with a room that takes a key, and of dug levels.
func TestNobodyLandsBehindALock(t *testing.T) {
	w := inCaves(t, Options{}, cellar)
	h, l := w.hero("a"), w.levels[0]
	for range 300 {
		for _, inSight := range []bool{false, true} {
			if p, ok := l.landing(h, inSight); ok && p.X > 7 {
				t.Fatalf("in sight %v, she lands at %v", inSight, p)
			}
		}
	}
	shut := 0
	for seed := range uint64(4) {
		w := NewWorld(Options{Seed: seed, Quiet: true})
		for z := 1; z <= 10; z++ {
			l := w.levelFor(geom.LevelID{Z: z})
			free := l.freeFrom(l.Entrance)
			for i := z; i < geom.LevelCells; i += 5 {
				p := geom.CellAt(i)
				if at, ok := l.ashore(p); !ok || !free.Has(at) {
					t.Fatalf("seed %d, %v: who falls at %v is shut in at %v", seed, l.ID, p, at)
				}
				if l.open(p) && !free.Has(p) {
					shut++
				}
			}
		}
	}
	if shut == 0 {
		t.Error("no level has a room that is shut")
	}
}

// TestThingsFallWhereTheyCanBeFetched lets things fall onto all fields of a level
// with a room that takes a key.
func TestThingsFallWhereTheyCanBeFetched(t *testing.T) {
	w := inCaves(t, Options{}, cellar)
	l := w.levels[0]
	free := l.freeFrom(l.Entrance)
	for i := range geom.LevelCells {
		w.arrive(crossing{to: l.ID, at: geom.CellAt(i), code: "fall", item: l.newItem(kindOf(t, "rope"), 1)})
		if g := l.Lying[len(l.Lying)-1]; !free.Has(g.Pos) {
			t.Fatalf("what falls at %v lies at %v", geom.CellAt(i), g.Pos)
		}
	}
}

// TestOneShootsPastWhatOneSeesPast shoots at who stands behind what blocks the
// way and not the view, and at who stands behind what blocks both.
func TestOneShootsPastWhatOneSeesPast(t *testing.T) {
	for k := range content.Terrains {
		kind := content.TerrainKind(k)
		if kind == content.Rock || kind == content.Wall {
			continue
		}
		w := inCaves(t, Options{}, "#######\n#a....#\n#######")
		h, l := w.hero("a"), w.levels[0]
		l.set(geom.Pos{X: 3, Y: 1}, kind)
		f := putFoe(t, l, "cave_brute", 5, 1)
		give(t, w, "a", "short_bow", 1).Slot = content.OffHand
		give(t, w, "a", "arrow", 1)
		if got := l.canShoot(h, &f.Actor); got == kind.Row().Opaque {
			t.Errorf("past a %s one can shoot: %v", kind.Row().Name, got)
		}
	}
}

// TestStridesStopAtWhatIsInTheWay zaps the staff at fields behind things.
func TestStridesStopAtWhatIsInTheWay(t *testing.T) {
	for picture, want := range map[string]int{
		"##########\n#a.......#\n##########": 7, "##########\n#a..P....#\n##########": 3,
		"##########\n#a.:.....#\n##########": 7, "##########\n#a..b....#\n##########": 3,
	} {
		w := inCaves(t, Options{}, picture)
		it := give(t, w, "a", "staff_strides", 1)
		do(t, w, Command{User: "a", Verb: Zap, Item: it.ID, At: geom.Pos{X: 7, Y: 1}})
		if got := w.hero("a").Pos.X; got != want {
			t.Errorf("%s\nshe gets to %d and not %d", picture, got, want)
		}
	}
}

// TestBottlesDontSplashThroughWalls breaks one at the corner of a room.
func TestBottlesDontSplashThroughWalls(t *testing.T) {
	w := inCaves(t, Options{}, "######\n#a..##\n####.#\n#....#\n######")
	l := w.levels[0]
	near, behind := putFoe(t, l, "cave_brute", 3, 1), putFoe(t, l, "cave_brute", 2, 3)
	l.splash(w.hero("a"), &content.Effect{Kind: content.Inflict, Status: content.Slowed, Ticks: 50}, geom.Pos{X: 2, Y: 1})
	l.splash(w.hero("a"), &content.Effect{Kind: content.Inflict, Status: content.Weakened, Ticks: 50}, geom.Pos{X: 3, Y: 3})
	if !near.has(content.Slowed) || near.has(content.Weakened) {
		t.Errorf("near is %v", near.Status)
	}
	if behind.has(content.Slowed) || !behind.has(content.Weakened) {
		t.Errorf("behind is %v", behind.Status)
	}
}
