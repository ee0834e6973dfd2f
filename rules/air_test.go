package rules

import (
	"testing"

	"pgregory.net/rapid"

	"laneya/geom"
	"laneya/rules/content"
	"laneya/rules/dice"
	"laneya/rules/mapgen"
)

// TestBridgesBurn burns a bridge over each thing that bridges lead over, with
// things and heroes on it.
func TestBridgesBurn(t *testing.T) {
	for below, want := range map[string]content.TerrainKind{"~": content.DeepWater, ":": content.Chasm, "^": content.Lava, ".": content.DeepWater} {
		t.Run(want.Row().Name+" below "+below, func(t *testing.T) {
			w, l := fight(t, "#######\n#.."+below+".."+"#\n#..=..#\n#.."+below+".a#\n#######")
			p := geom.Pos{X: 3, Y: 2}
			for _, key := range []string{"rope", "club", "dagger"} {
				l.lay(l.newItem(kindOf(t, key), 1), p)
			}
			h := w.hero("a")
			l.moveTo(&h.Actor, p)
			l.air.set(p, content.Fire, 1)
			until(t, w, 5, "it has burnt down", func() bool { return l.Ground.At(p) != content.Bridge })
			if got := l.Ground.At(p); got != want {
				t.Errorf("it falls into %s", got.Row().Name)
			}
			if fell := h.level != l; fell != (want == content.Chasm) {
				t.Errorf("she fell: %v", fell)
			}
			for _, g := range l.Lying {
				if g.Pos == p && want != content.DeepWater {
					t.Errorf("%s lies in %s", g.Item.row().Name, want.Row().Name)
				}
			}
			checkLedger(t, w)
		})
	}
}

// gasOf returns how much of a cloud there is on a level.
func gasOf(l *level, k content.CloudKind) int {
	n := 0
	for i, of := range l.air.Kind {
		if of == k && l.air.Over.Has(geom.CellAt(i)) {
			n += int(l.air.Amount[i])
		}
	}
	return n
}

// TestGasOnlyThins lets every gas spread in random caves: there is never more of
// it than before, it keeps out of rock, and in the end it is gone.
func TestGasOnlyThins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := newTestLevel(t)
		gases := []content.CloudKind{
			content.PoisonGas, content.MarshGas, content.Smoke, content.Frost, content.Steam, content.Spores, content.HealingMist,
		}
		for range rapid.IntRange(1, 4).Draw(t, "puffs") {
			p := geom.Pos{X: rapid.IntRange(1, 14).Draw(t, "x"), Y: rapid.IntRange(1, 8).Draw(t, "y")}
			l.puff(p, rapid.SampledFrom(gases).Draw(t, "gas"), rapid.IntRange(1, 80).Draw(t, "amount"))
		}
		before := map[content.CloudKind]int{}
		for _, k := range gases {
			before[k] = gasOf(l, k)
		}
		const long = 4000
		for tick := range long {
			l.Tick++
			l.stepAir()
			for _, k := range gases {
				now := gasOf(l, k)
				if now > before[k] {
					t.Fatalf("tick %d: from %d, %s grew to %d", tick, before[k], k.Row().Name, now)
				}
				before[k] = now
			}
			for _, c := range l.air.in(&everything) {
				if l.bars(c.Pos) || c.Amount > thickest {
					t.Fatalf("there is %d of %s in %s", c.Amount, c.Kind.Row().Name, l.terrain(c.Pos).Name)
				}
			}
			if l.air.Over == (geom.CellSet{}) {
				return
			}
		}
		t.Fatalf("after %d ticks there is still %v", long, l.air.in(&everything))
	})
}

// newTestLevel returns a level of 16 by 10 fields with random walls.
func newTestLevel(t *rapid.T) *level {
	w := NewWorld(Options{Quiet: true})
	l := &level{ID: geom.LevelID{Z: 1}, Serial: 1, Kind: mapgen.Rooms, Dice: dice.New(rapid.Uint64().Draw(t, "dice"), 2)}
	w.levels = []*level{l}
	grounds := []content.TerrainKind{content.Floor, content.Floor, content.Floor, content.Wall, content.Grass, content.TallGrass, content.ShallowWater}
	for y := 1; y < 9; y++ {
		for x := 1; x < 15; x++ {
			l.Ground[geom.CellIndex(geom.Pos{X: x, Y: y})] = rapid.SampledFrom(grounds).Draw(t, "ground")
		}
	}
	l.furnish(w)
	return l
}

// TestFireEnds sets random caves alight: the fire goes out, water never burns,
// and what has burnt is ash.
func TestFireEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := newTestLevel(t)
		for range 6 {
			l.ignite(geom.Pos{X: rapid.IntRange(1, 14).Draw(t, "x"), Y: rapid.IntRange(1, 8).Draw(t, "y")})
		}
		burning := gasOf(l, content.Fire) > 0
		for range 1000 {
			l.Tick++
			l.stepAir()
			for _, c := range l.air.in(&everything) {
				if c.Kind == content.Fire && l.terrain(c.Pos).Liquid {
					t.Fatal("water burns")
				}
			}
		}
		if l.air.Over != (geom.CellSet{}) {
			t.Fatalf("there is still %v", l.air.in(&everything))
		}
		ash := false
		for _, k := range l.Ground {
			ash = ash || k == content.Ash
		}
		if ash != burning {
			t.Fatalf("it burnt: %v, there is ash: %v", burning, ash)
		}
	})
}

// TestMarshGasGoesOffInAChain lights one end of a corridor full of it.
func TestMarshGasGoesOffInAChain(t *testing.T) {
	w, l := fight(t, "################\n#..............#\n#######.########\n#a.............#\n################")
	for x := 1; x < 15; x++ {
		l.puff(geom.Pos{X: x, Y: 1}, content.MarshGas, 12)
	}
	l.puff(geom.Pos{X: 1, Y: 1}, content.Fire, 3)
	for range 40 {
		w.Step(nil)
	}
	if n := gasOf(l, content.MarshGas); n > 0 {
		t.Errorf("%d of it is left", n)
	}
	if w.hero("a").Health != w.hero("a").MaxHealth {
		t.Error("the wall did not shield her")
	}
	bangs := 0
	for _, e := range w.hero("a").heard {
		if e.Kind == "gas_explodes" || e.Code == "gas_explodes" {
			bangs++
		}
	}
	if bangs < 2 {
		t.Errorf("she heard %d explosions", bangs)
	}
}

// TestExplosionsSpareFriends lets a bomb go off between a foe and a friend.
func TestExplosionsSpareFriends(t *testing.T) {
	for _, fire := range []bool{false, true} {
		w, l := fight(t, "#########\n#a..b...#\n#########")
		w.opts.FriendlyFire = fire
		f := putFoe(t, l, "cave_brute", 6, 1)
		l.explode(geom.Pos{X: 5, Y: 1}, 2, 12, &w.hero("a").Actor)
		if f.Health == f.MaxHealth {
			t.Error("the foe is unhurt")
		}
		if hurt := w.hero("b").Health < 500; hurt != fire {
			t.Errorf("with friendly fire %v the friend is hurt: %v", fire, hurt)
		}
	}
}

// BenchmarkAir is a tick of gas that fills a level, and of grass on fire.
func BenchmarkAir(b *testing.B) {
	for _, k := range []content.CloudKind{content.PoisonGas, content.Smoke, content.Fire} {
		b.Run(k.Row().Key, func(b *testing.B) {
			w := NewWorld(Options{Seed: 3, Quiet: true, Fog: true})
			l := w.levelFor(geom.LevelID{Z: 3})
			fill := func() {
				for i := range geom.LevelCells {
					if p := geom.CellAt(i); l.walk.Has(p) {
						l.set(p, content.Grass)
						l.air.set(p, k, 10)
						l.unveil(p)
					}
				}
			}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if i%8 == 0 {
					fill()
				}
				l.stepAir()
				l.settleLight()
			}
		})
	}
}
