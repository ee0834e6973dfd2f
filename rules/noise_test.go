package rules

import (
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// TestSneakingIsQuieter walks and sneaks past sleepers and wanderers many times:
// who sneaks is slower, wakes fewer and is noticed by fewer, and so is who is
// silenced; in the dark she is noticed later than in the light.
func TestSneakingIsQuieter(t *testing.T) {
	const (
		cave  = "##################\n#a...............#\n#................#\n##################"
		times = 120
	)
	type manner struct{ sneaks, silent, dark bool }
	past := func(m manner, asleep bool) (found, ticks int) {
		for n := range times {
			w, l := fight(t, cave)
			h := w.hero("a")
			w.opts.Fog = m.dark
			l.settleLight()
			for range n {
				l.Dice.Below(100)
			}
			h.Sneaking = m.sneaks
			f := putFoe(t, l, "cave_brute", 8, 2)
			f.Asleep = asleep
			if m.silent {
				l.inflict(&h.Actor, content.Silenced, 500, 0, nil)
			}
			for h.Pos.X < 7 && f.Target == 0 && f.Asleep == asleep {
				if h.Wait == 0 {
					l.walkTo(h, h.Pos.Step(geom.East))
				}
				if !asleep {
					if f.Wait == 0 {
						l.notice(f)
						f.Wait = f.row().Walk
					}
				} else if f.Wait == 0 {
					l.stir(f)
				}
				f.Wait, h.Wait = max(f.Wait-1, 0), max(h.Wait-1, 0)
				ticks++
			}
			if f.Target != 0 || f.Asleep != asleep {
				found++
			}
		}
		return found, ticks
	}
	for _, asleep := range []bool{true, false} {
		loud, _ := past(manner{}, asleep)
		sneaking, _ := past(manner{sneaks: true}, asleep)
		silent, _ := past(manner{silent: true}, asleep)
		if loud == 0 || sneaking >= loud || asleep && silent >= loud {
			t.Errorf("asleep: %v; of %d, %d notice who walks, %d who sneaks, %d who is silent", asleep, times, loud, sneaking, silent)
		}
	}
	_, lit := past(manner{}, false)
	if _, dark := past(manner{dark: true}, false); dark <= lit {
		t.Errorf("in the dark she goes %d ticks unnoticed, in the light %d", dark, lit)
	}
	w, l := fight(t, cave)
	h := w.hero("a")
	slow := func(sneaks bool) int { h.Sneaking = sneaks; return l.stepTicks(h, h.Pos) }
	if slow(true) <= slow(false) {
		t.Errorf("a step takes her %d ticks when she sneaks, %d when not", slow(true), slow(false))
	}
}

// TestNoisesCarryAsTheTablesSay sets foes of every kind to hear, at the edge of
// what they hear and beyond it.
func TestNoisesCarryAsTheTablesSay(t *testing.T) {
	const loud = 20
	for i := range content.Foes {
		r := &content.Foes[i]
		if r.Has(content.Harmless) {
			continue
		}
		_, l := fight(t, "########################################\n#a.....................................#\n########################################")
		from := geom.Pos{X: 1, Y: 1}
		f := putFoe(t, l, r.Key, 30, 1)
		reach := 0
		for x := 2; x < 39; x++ {
			l.moveTo(&f.Actor, geom.Pos{X: x, Y: 1})
			f.Mood = Wandering
			if l.noise(from, loud, nil); f.Mood == Seeking && f.Goal == from {
				reach = x - from.X
			}
		}
		// Of what is left of it at a field, a foe hears its share.
		least := (100 + r.Hearing - 1) / r.Hearing
		if want := loud + 1 - least; reach != want {
			t.Errorf("%s hears a noise of %d cells %d cells away, not %d", r.Name, loud, reach, want)
		}
	}
}
