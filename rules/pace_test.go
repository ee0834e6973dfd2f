package rules

import (
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// TestDeedsTakeWhatTheTableSays does each deed of the table and counts the ticks.
func TestDeedsTakeWhatTheTableSays(t *testing.T) {
	const place = `
############
#a.......|.#
#b....+...V#
############`
	atOnce := func(w *World, h *hero, c Command) int {
		c.User = "a"
		do(t, w, c)
		return h.Wait
	}
	own := func(key string, c Command) func(w *World, h *hero) int {
		return func(w *World, h *hero) int {
			c.Item = give(t, w, "a", key, 1).ID
			return atOnce(w, h, c)
		}
	}
	steps := func(w *World, h *hero) int {
		do(t, w, walk("a", geom.East))
		until(t, w, 10, "a step", func() bool { return h.Pos.X == 2 })
		n := 0
		until(t, w, 10, "another step", func() bool { n++; return h.Pos.X == 3 })
		return n - 1
	}
	deeds := map[string]func(w *World, h *hero) int{
		"walk": steps,
		"wary": func(w *World, h *hero) int {
			putFoe(t, h.level, "grasping_root", 9, 2)
			return steps(w, h)
		},
		"sneak": func(w *World, h *hero) int {
			do(t, w, Command{User: "a", Verb: Sneak, On: true})
			return steps(w, h)
		},
		"door": func(w *World, h *hero) int {
			stand(w, "a", geom.Pos{X: 6, Y: 1})
			return atOnce(w, h, Command{Verb: Door, At: geom.Pos{X: 6, Y: 2}, On: true})
		},
		"take":   own("dagger", Command{Verb: Drop}),
		"wear":   own("dagger", Command{Verb: Equip}),
		"armour": own("leather_coat", Command{Verb: Equip}),
		"give":   own("dagger", Command{Verb: Give, Name: "b"}),
		"throw":  own("torch", Command{Verb: Throw, At: geom.Pos{X: 4, Y: 1}}),
		"touch": func(w *World, h *hero) int {
			stand(w, "a", geom.Pos{X: 10, Y: 1})
			return atOnce(w, h, Command{Verb: Touch, At: geom.Pos{X: 10, Y: 2}})
		},
		"climb": func(w *World, h *hero) int {
			stand(w, "a", geom.Pos{X: 9, Y: 1})
			return atOnce(w, h, Command{Verb: Climb})
		},
		"search": func(w *World, h *hero) int {
			do(t, w, Command{User: "a", Verb: Search})
			until(t, w, 10, "a search", func() bool { return h.Intent.Count == 1 })
			n := 0
			until(t, w, 10, "another search", func() bool { n++; return h.Intent.Count == 2 })
			return n - 1
		},
		"fist": func(w *World, h *hero) int {
			putFoe(t, h.level, "grasping_root", 2, 1)
			do(t, w, walk("a", geom.East))
			until(t, w, 10, "a blow", func() bool { return h.Wait > 0 })
			return h.Wait + 1 // with the tick that has passed
		},
	}
	if len(deeds) != len(content.Deeds) {
		t.Errorf("of %d deeds, %d are tried", len(content.Deeds), len(deeds))
	}
	for _, d := range content.Deeds {
		t.Run(d.Key, func(t *testing.T) {
			w, _ := fight(t, place)
			if got := deeds[d.Key](w, w.hero("a")); got != d.Ticks {
				t.Errorf("%s takes %d ticks, and %d by the table", d.Name, got, d.Ticks)
			}
		})
	}
}
