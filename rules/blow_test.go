package rules

import (
	"slices"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// TestLungesComeOfSteps walks at foes with a point in hand and listens which
// blows are lunges: the first after a step straight at whom it hits.
func TestLungesComeOfSteps(t *testing.T) {
	const hall = "##########\n#........#\n#.a......#\n#........#\n##########"
	for _, c := range []struct {
		name   string
		foes   []geom.Pos // of which the last is struck until three blows hit
		ways   []geom.Dir
		rune   string
		lunges int
	}{
		{"a step straight at it", []geom.Pos{{X: 4, Y: 2}}, []geom.Dir{geom.East, geom.East}, "", 1},
		{"no step", []geom.Pos{{X: 3, Y: 2}}, []geom.Dir{geom.East}, "", 0},
		{"a step past it", []geom.Pos{{X: 3, Y: 1}}, []geom.Dir{geom.East, geom.North}, "", 0},
		{"a step at another", []geom.Pos{{X: 4, Y: 2}, {X: 3, Y: 1}}, []geom.Dir{geom.East, geom.North}, "", 0},
		{"one that goes round", []geom.Pos{{X: 3, Y: 1}, {X: 3, Y: 3}, {X: 4, Y: 2}}, []geom.Dir{geom.East, geom.East}, "the_wheel", 1},
	} {
		w, l := fight(t, hall)
		sword := give(t, w, "a", "short_sword", 1)
		sword.Slot = content.MainHand
		if k, ok := content.RuneByKey(c.rune); ok {
			sword.Rune = k
		}
		for _, p := range c.foes {
			f := putFoe(t, l, "cave_brute", p.X, p.Y)
			f.MaxHealth, f.Health, f.Wait = 5000, 5000, 1000
			f.Target, f.Mood = w.hero("a").ID, Hunting
		}
		last := l.bodyAt(c.foes[len(c.foes)-1])
		for _, d := range c.ways {
			do(t, w, walk("a", d), walk("a", geom.Stop))
			for range 8 {
				w.Step(nil)
			}
		}
		until(t, w, 200, "it is hurt", func() bool {
			_ = w.Perform(walk("a", c.ways[len(c.ways)-1]))
			return last.Health < 4990
		})
		n := 0
		for _, code := range heard(t, w, "a") {
			if code == "lunge" {
				n++
			}
		}
		if n != c.lunges {
			t.Errorf("%s: %d lunges, not %d: %v", c.name, n, c.lunges, heard(t, w, "a"))
		}
	}
}

// TestWalkingReachesPastFriends walks into a friend with a long weapon: she hits
// the foe behind who is awake, and changes places where there is none.
func TestWalkingReachesPastFriends(t *testing.T) {
	for _, c := range []struct {
		weapon, friend string
		foe, asleep    bool
		hits           bool
	}{
		{"spear", "hero", true, false, true},
		{"spear", "ally", true, false, true},
		{"club", "ally", true, false, false},
		{"spear", "ally", true, true, false},
		{"spear", "ally", false, false, false},
		{"spear", "hero", false, false, false},
	} {
		picture := "########\n#a.....#\n########"
		if c.friend == "hero" {
			picture = "########\n#ab....#\n########"
		}
		w, l := fight(t, picture)
		give(t, w, "a", c.weapon, 1).Slot = content.MainHand
		if c.friend == "ally" {
			f := putFoe(t, l, "moss_bear", 2, 1)
			f.Master, f.Wait = w.hero("a").ID, 1000
		}
		f := putFoe(t, l, "cave_brute", 6, 1)
		f.Wait = 1000
		if c.foe {
			l.moveTo(&f.Actor, geom.Pos{X: 3, Y: 1})
		}
		f.Asleep = c.asleep
		do(t, w, walk("a", geom.East), walk("a", geom.Stop))
		for range 8 {
			w.Step(nil)
		}
		got := heard(t, w, "a")
		if hits := slices.Contains(got, "hit") || slices.Contains(got, "crit") || slices.Contains(got, "miss"); hits != c.hits || hits == (w.hero("a").Pos.X != 1) {
			t.Errorf("%+v: she strikes: %v, and is at %v", c, hits, w.hero("a").Pos)
		}
	}
}

// TestWhatIsToldIsWhatIsTaken lets every kind of foe hit and shoot at a hero in
// armour, marked and in a shell, and adds up what is told of it.
func TestWhatIsToldIsWhatIsTaken(t *testing.T) {
	for i := range content.Foes {
		r := &content.Foes[i]
		if r.Damage == 0 {
			continue
		}
		for _, state := range []content.StatusKind{content.Lit, content.Marked, content.Shielded} {
			w, l := fight(t, arena)
			h := w.hero("a")
			h.MaxHealth, h.Health = 9000, 9000
			give(t, w, "a", "mail_shirt", 1).Slot = content.Body
			f := putFoe(t, l, r.Key, 2, 2)
			for range 12 {
				l.inflict(&h.Actor, state, 40, 3, nil)
				l.strike(&f.Actor, &h.Actor)
				if r.Has(content.Archer) {
					l.shootAt(f, &h.Actor, r.Shot)
				}
			}
			told := 0
			for _, e := range h.heard {
				if e.Code == "hit_hero" {
					told += e.N
				}
			}
			if lost := h.MaxHealth - h.Health; told != lost || lost == 0 && state != content.Shielded {
				t.Errorf("of a %s she is told %d and loses %d, %s", r.Name, told, lost, state.Row().Name)
			}
		}
	}
}

// TestHitsToKillAreAsStated kills every kind of foe with some weapons, and compares
// the hits that it takes with what is stated beforehand.
func TestHitsToKillAreAsStated(t *testing.T) {
	const times = 40
	for _, weapon := range []string{"club", "silver_mace", "greatsword"} {
		for i := range content.Foes {
			r := &content.Foes[i]
			if r.Has(content.Reviver) || r.Has(content.Splitter) {
				continue // it is not dead when it is down
			}
			w, l := fight(t, arena)
			h := w.hero("a")
			give(t, w, "a", weapon, 1).Slot = content.MainHand
			stated, hits := 0, 0
			for range times {
				h.MaxHealth, h.Health = 9000, 9000
				l.air = Air{}
				f := putFoe(t, l, r.Key, 2, 2)
				f.Target, f.Mood = h.ID, Hunting
				stated = l.hitsToKill(&h.Actor, &f.Actor)
				for f.Health > 0 {
					before := f.Health
					if l.strike(&h.Actor, &f.Actor); f.Health < before {
						hits++
					}
				}
			}
			if far := stated*times - hits; far > times+hits/5 || far < -times-hits/5 {
				t.Errorf("%s with a %s takes %d hits in %d fights, %d in each are stated", r.Name, weapon, hits, times, stated)
			}
		}
	}
}
