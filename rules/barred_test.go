package rules

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// TestBodiesInTheWay has somebody or something stay in a corridor: however often
// a hero wants to explore or to travel past it, each time that ends soon, and with
// a reason.
func TestBodiesInTheWay(t *testing.T) {
	const patience = 60
	explore, travel := Command{User: "a", Verb: Explore}, travelTo("a", geom.Pos{X: 22, Y: 3})
	for name, put := range map[string]func(t *testing.T, w *World, p geom.Pos){
		"mimic": func(t *testing.T, w *World, p geom.Pos) {
			f := foeAt(t, w, "false_find", p)
			f.Hidden, f.Asleep = true, false
			f.Disguise = kindOf(t, "dagger")
		},
		"mimic asleep": func(t *testing.T, w *World, p geom.Pos) {
			f := foeAt(t, w, "false_find", p)
			f.Hidden, f.Asleep = true, true
			f.Disguise = kindOf(t, "dagger")
		},
		"mimic open": func(t *testing.T, w *World, p geom.Pos) {
			f := foeAt(t, w, "false_find", p)
			f.Disguise = kindOf(t, "dagger")
		},
		"mimic ally": func(t *testing.T, w *World, p geom.Pos) {
			f := foeAt(t, w, "false_find", p)
			f.Hidden = true
			f.Disguise = kindOf(t, "dagger")
			w.levels[0].inflict(&f.Actor, content.Allied, 100000, 0, &w.hero("a").Actor)
			f.Master = w.hero("a").ID
		},
		"asleep": func(t *testing.T, w *World, p geom.Pos) { foeAt(t, w, "cave_brute", p).Asleep = true },
		"awake":  func(t *testing.T, w *World, p geom.Pos) { foeAt(t, w, "screech_cap", p) },
		"invisible": func(t *testing.T, w *World, p geom.Pos) {
			f := foeAt(t, w, "screech_cap", p)
			w.levels[0].inflict(&f.Actor, content.Invisible, 100000, 0, nil)
		},
		"invisible asleep": func(t *testing.T, w *World, p geom.Pos) {
			f := foeAt(t, w, "screech_cap", p)
			f.Asleep = true
			w.levels[0].inflict(&f.Actor, content.Invisible, 100000, 0, nil)
		},
		"friend asleep": func(t *testing.T, w *World, p geom.Pos) { stand(w, "b", p); w.hero("b").Asleep = true },
		"friend stuck": func(t *testing.T, w *World, p geom.Pos) {
			stand(w, "b", p)
			w.levels[0].inflict(&w.hero("b").Actor, content.Stuck, 100000, 0, nil)
		},
		"stranger":             func(t *testing.T, w *World, p geom.Pos) { stand(w, "b", p); part(w, "b") },
		"stranger asleep":      func(t *testing.T, w *World, p geom.Pos) { stand(w, "b", p); part(w, "b"); w.hero("b").Asleep = true },
		"stranger in the dark": func(t *testing.T, w *World, p geom.Pos) { stand(w, "b", p); part(w, "b"); unlit(w.hero("b")) },
		"stranger asleep in the dark": func(t *testing.T, w *World, p geom.Pos) {
			stand(w, "b", p)
			part(w, "b")
			w.hero("b").Asleep = true
			unlit(w.hero("b"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			for _, c := range []Command{explore, travel} {
				w := unseen(t, `
########################
#a...................b.#
####################.###
####################...#
########################`)
				a := w.hero("a")
				a.MaxHealth, a.Health = 3000, 3000
				if k := a.knows(a.Level); c.Verb == Travel {
					k.Explored, k.Terrain = everything, w.levels[0].Ground
				}
				put(t, w, geom.Pos{X: 12, Y: 1})
				w.levels[0].settleLight()
				for range 12 {
					w.Forget()
					do(t, w, c)
					if _, why := run(t, w, "a", patience); why == "" {
						t.Fatalf("%v ended without a reason: %v", c.Verb, a.heard)
					}
				}
			}
		})
	}
}

// part takes a user's hero out of her party.
func part(w *World, user string) {
	w.opts.Invite = true
	h := w.hero(user)
	w.quitParty(h)
	w.newParty().add(h)
}

// TestMirroredWays lets two strangers meet, either of whom could step aside.
func TestMirroredWays(t *testing.T) {
	w := fromPicture(t, `
##########
###....###
#a......b#
##########`)
	part(w, "b")
	a, b := w.hero("a").Pos, w.hero("b").Pos
	do(t, w, travelTo("a", b), travelTo("b", a))
	until(t, w, 60, "they have passed each other", func() bool { return w.hero("a").Pos == b && w.hero("b").Pos == a })
}

// TestFollowersMakeWay lets a hero turn back whom a stranger follows in a
// corridor.
func TestFollowersMakeWay(t *testing.T) {
	w := fromPicture(t, "##########\n#..b.a..<#\n##########")
	part(w, "b")
	do(t, w, Command{User: "b", Verb: Follow, Name: "a"}, travelTo("a", geom.Pos{X: 1, Y: 1}))
	until(t, w, 30, "she is past her", func() bool { return w.hero("a").Pos.X == 1 })
}

// TestNobodyMakesWayIntoHarm walks into allies and friends who are where she
// doesn't go unasked, or can't be.
func TestNobodyMakesWayIntoHarm(t *testing.T) {
	for name, place := range map[string]func(w *World, p geom.Pos){
		"an echo in a wall":    func(w *World, p geom.Pos) { w.levels[0].set(p, content.Wall) },
		"an echo over a chasm": func(w *World, p geom.Pos) { w.levels[0].set(p, content.Chasm) },
		"a friend in deep water": func(w *World, p geom.Pos) {
			w.levels[0].removeFoe(w.levels[0].Foes[0])
			w.levels[0].set(p, content.DeepWater)
			stand(w, "b", p)
		},
	} {
		for _, traded := range []bool{false, true} {
			w, l := fight(t, "#######\n#.a...#\n#....b#\n#######")
			h, p := w.hero("a"), geom.Pos{X: 3, Y: 1}
			echo := foeAt(t, w, "echo", p)
			l.inflict(&echo.Actor, content.Allied, 1000, 0, &h.Actor)
			place(w, p)
			from := h.Pos
			if traded {
				if t := l.bodyAt(p); l.Ground.At(p) == content.Wall {
					l.tradePlaces(h, t)
				}
			} else {
				do(t, w, walk("a", geom.East))
				w.Step(nil)
				w.Step(nil)
			}
			if h.Pos != from || h.level != l {
				t.Errorf("%s, traded %v: she is at %v", name, traded, h.Pos)
			}
			checkWorld(t, w)
		}
	}
}

// TestNobodyGoesIntoHarmUnasked lets heroes walk about and go by themselves on
// levels of all kinds: none steps into lava, a chasm or deep water, but for who
// travels and has been told that she will swim.
func TestNobodyGoesIntoHarmUnasked(t *testing.T) {
	swum := 0
	for seed := range uint64(24) {
		w := NewWorld(Options{Seed: seed, Quiet: true, Fog: seed%2 == 0, Clock: RealTime, FreeDescent: true})
		rng := rand.New(rand.NewPCG(seed, 4))
		for _, user := range []string{"a", "b"} {
			do(t, w, Command{User: user, Verb: Join, Level: geom.LevelID{X: int(seed % 3), Z: 1 + int(seed%12)}})
		}
		for range 400 {
			for _, h := range w.heroes {
				if h.Intent.Kind > Walking && rng.IntN(30) > 0 {
					continue
				}
				c := Command{User: h.Name, Verb: []Verb{Walk, Walk, Walk, Explore, Travel, Travel, Follow}[rng.IntN(7)]}
				switch c.Verb {
				case Walk:
					c.Dir = geom.Dir(rng.IntN(5))
				case Travel:
					c.Name, c.At = "place", geom.Pos{X: rng.IntN(geom.LevelWidth), Y: rng.IntN(geom.LevelHeight)}
				case Follow:
					c.Name = []string{"a", "b"}[rng.IntN(2)]
				}
				do(t, w, c)
				if c.Verb == Travel && h.Intent.Kind == Idle && h.Intent.Swims {
					do(t, w, c)
				}
			}
			var dares [2]bool
			for i, h := range w.heroes {
				dares[i] = h.Intent.Swims || h.level.Ground.At(h.Pos) == content.DeepWater
			}
			w.Step(nil)
			w.Forget()
			for i, h := range w.heroes {
				k := h.level.Ground.At(h.Pos)
				if k == content.DeepWater && dares[i] {
					swum++
				} else if k.Row().Avoid {
					t.Fatalf("seed %d: %s is in %s by %v", seed, h.Name, k.Row().Name, h.Intent.Kind)
				}
			}
		}
	}
	if swum == 0 {
		t.Error("nobody has swum")
	}
}

// TestIntentsGetSomewhere lets all sorts of things befall heroes who explore,
// travel, attack and follow: none of that goes on for long in the same place, or
// between the same few.
func TestIntentsGetSomewhere(t *testing.T) {
	const patience = 250 // ticks; a cloud is waited for the longest
	type progress struct {
		kind  IntentKind
		level geom.LevelID
		been  geom.CellSet
		ticks int
	}
	for seed := range uint64(12) {
		w := NewWorld(Options{Seed: seed, Fog: true, Clock: RealTime, FreeDescent: true, Invite: seed%2 == 0})
		rng := rand.New(rand.NewPCG(seed, 8))
		c := &chaos{rng: rng.IntN, users: 3}
		for i := range 3 {
			do(t, w, Command{User: fmt.Sprint("user", i), Verb: Join, Level: geom.LevelID{Z: 1 + int(seed)}})
		}
		since := make([]progress, len(w.heroes))
		for tick := range 3000 {
			if tick%1000 < 40 {
				c.stir(w)
				w.deliver()
				w.reckon()
				w.settle()
			}
			for i, h := range w.heroes {
				h.Fed = 1000
				if !h.Wisp {
					h.Health = h.MaxHealth
				}
				if h.Wisp || h.level.safe() || i == 2 && tick%500 < 300 {
					continue // who stays is in the others' way
				}
				if h.Intent.Kind == Idle {
					cmd := Command{User: h.Name, Verb: []Verb{Explore, Explore, Travel, Attack, Follow}[rng.IntN(5)]}
					switch cmd.Verb {
					case Travel:
						cmd.Name = []string{"down", "up", "altar", "door", "chest"}[rng.IntN(5)]
					case Follow:
						cmd.Name = fmt.Sprint("user", rng.IntN(3))
					}
					_ = w.Perform(cmd) // wisps are refused some
				}
				p := &since[i]
				if p.kind != h.Intent.Kind || p.level != h.Level || !p.been.Has(h.Pos) || p.kind == Following || p.kind == Attacking || p.kind == Idle || h.incapable() {
					if p.kind != h.Intent.Kind || p.level != h.Level {
						p.been = geom.CellSet{}
					}
					p.kind, p.level, p.ticks = h.Intent.Kind, h.Level, 0
					p.been.Add(h.Pos)
				}
				if p.ticks++; p.ticks > patience {
					t.Fatalf("seed %d: %s has been about %v for %d ticks: %+v\n%s", seed, h.Name, h.Pos, p.ticks, h.Intent, draw(h.level))
				}
			}
			w.Step(nil)
			w.Forget()
		}
	}
}

// TestFollowersKeepTheirPlaces has two go after a third: they don't change places
// with each other, tick after tick, which would keep both from making way for her.
func TestFollowersKeepTheirPlaces(t *testing.T) {
	w := fromPicture(t, `
##########
#.....cba#
##########`)
	l := w.levels[0]
	a, b, c := w.hero("a"), w.hero("b"), w.hero("c")
	do(t, w, Command{User: "b", Verb: Follow, Name: "a"}, Command{User: "c", Verb: Follow, Name: "a"})
	if l.yields(c, &b.Actor) {
		t.Error("one follower makes way for the other")
	}
	if !l.yields(a, &b.Actor) {
		t.Error("a follower does not make way for whom she follows")
	}
	do(t, w, Command{User: "b", Verb: Follow, Name: "c"})
	if !l.yields(c, &b.Actor) {
		t.Error("a follower of another does not make way")
	}
}
