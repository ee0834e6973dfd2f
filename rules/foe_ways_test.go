package rules

import (
	"math/bits"
	"slices"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// meets is fight with a foe of that kind that is after hero a.
func meets(t testing.TB, picture, key string, x, y int) (*World, *level, *hero, *foe) {
	t.Helper()
	w, l := fight(t, picture)
	h := w.hero("a")
	f := putFoe(t, l, key, x, y)
	f.Mood, f.Target, f.Goal, f.Patience = Hunting, h.ID, h.Pos, 500
	return w, l, h, f
}

// within steps the level until ok and reports whether it came to that in so
// many ticks.
func within(l *level, ticks int, ok func() bool) bool {
	for range ticks {
		if ok() {
			return true
		}
		l.step()
	}
	return ok()
}

// strikes returns a scene in which a foe of that kind stands beside a hero until
// its blows have put her into a status.
func strikes(key string, k content.StatusKind) func(testing.TB) bool {
	return func(t testing.TB) bool {
		_, l, h, _ := meets(t, arena, key, 2, 2)
		return within(l, 150, func() bool { return h.has(k) })
	}
}

// wayScenes show each way of behaving: they come true with the way and do not
// for the same foe without it.
var wayScenes = []struct {
	way   content.Ways
	what  string
	shows func(testing.TB) bool
}{
	{content.Pack, "it comes from both ends of a corridor", func(t testing.TB) bool {
		const ring = "########\n#..a...#\n#.####.#\n#......#\n########"
		_, l, h, _ := meets(t, ring, "cave_rat", 5, 1)
		f := putFoe(t, l, "cave_rat", 6, 1)
		f.Mood, f.Target, f.Goal, f.Patience = Hunting, h.ID, h.Pos, 500
		return within(l, 100, func() bool {
			return l.bodyAt(geom.Pos{X: 2, Y: 1}) != nil && l.bodyAt(geom.Pos{X: 4, Y: 1}) != nil
		})
	}},
	{content.Pack, "alone and hurt, it runs", func(t testing.TB) bool {
		_, l, _, f := meets(t, arena, "hob_veteran", 3, 2)
		f.Health = f.MaxHealth/2 - 1
		return within(l, 100, func() bool { return f.Mood == Fleeing && f.Pos.X > 8 })
	}},
	{content.Archer, "it hurts from afar", func(t testing.TB) bool {
		_, l, h, f := meets(t, arena, "hob_slinger", 7, 2)
		came := false
		hurt := within(l, 200, func() bool {
			came = came || f.Pos.Sub(h.Pos).Taxicab() == 1
			return h.Health < h.MaxHealth
		})
		return hurt && !came
	}},
	{content.Archer, "it goes back from who comes close", func(t testing.TB) bool {
		_, l, h, f := meets(t, arena, "husk_archer", 3, 2)
		return within(l, 10, func() bool { return f.Pos.Sub(h.Pos).Taxicab() > 2 })
	}},
	{content.Thief, "it takes a thing and runs", func(t testing.TB) bool {
		w, l, h, f := meets(t, arena, "gleaner", 3, 2)
		give(t, w, "a", "rope", 1)
		return within(l, 100, func() bool { return len(h.Pack) == 0 && f.Pos.Sub(h.Pos).Taxicab() > 6 })
	}},
	{content.Summoner, "others come", func(t testing.TB) bool {
		_, l, _, _ := meets(t, arena, "bone_caller", 8, 2)
		return within(l, 100, func() bool { return len(l.Foes) > 1 })
	}},
	{content.Burrower, "it comes through rock", func(t testing.TB) bool {
		_, l, h, f := meets(t, "############\n#a...####..#\n############", "rock_gnawer", 9, 1)
		f.Mood = Seeking
		return within(l, 300, func() bool {
			return f.Pos.Sub(h.Pos).Taxicab() == 1 && l.Ground.At(geom.Pos{X: 6, Y: 1}) == content.Rubble
		})
	}},
	{content.Ambusher, "it goes unseen until somebody is beside it", func(t testing.TB) bool {
		w, l, h, f := meets(t, "##########\n#a......~#\n##########", "deep_eel", 8, 1)
		w.opts.Fog = true
		f.Mood, f.Target = Wandering, 0
		h.Wisp = true // while it hides
		if !within(l, 20, func() bool { return f.Hidden }) || l.sees(h, &f.Actor) {
			return false
		}
		h.Wisp = false
		l.moveTo(&h.Actor, geom.Pos{X: 7, Y: 1})
		return within(l, 10, func() bool { return !f.Hidden && h.Health < h.MaxHealth })
	}},
	{content.Shaman, "it heals another", func(t testing.TB) bool {
		_, l, _, _ := meets(t, arena, "hob_mender", 9, 2)
		hurt := putFoe(t, l, "cave_brute", 10, 1)
		hurt.Health = 5
		return within(l, 100, func() bool { return hurt.Health > 5 })
	}},
	{content.Shaman, "it stays behind the others", func(t testing.TB) bool {
		_, l, h, _ := meets(t, arena, "cave_brute", 4, 2)
		f := putFoe(t, l, "hob_mender", 6, 2)
		f.Mood, f.Target, f.Goal, f.Patience = Hunting, h.ID, h.Pos, 500
		f.Health, f.MaxHealth = 90, 90
		return !within(l, 150, func() bool { return f.Pos.Sub(h.Pos).Taxicab() == 1 }) && h.Health < h.MaxHealth
	}},
	{content.Exploder, "it bursts when it arrives", func(t testing.TB) bool {
		_, l, h, f := meets(t, arena, "puffling", 4, 2)
		return within(l, 100, func() bool { return l.foeOf(&f.Actor) == nil && h.has(content.Confused) })
	}},
	{content.Webber, "it holds her from afar", func(t testing.TB) bool {
		_, l, h, f := meets(t, arena, "web_spinner", 6, 2)
		return within(l, 60, func() bool { return h.has(content.Stuck) && f.Pos.Sub(h.Pos).Taxicab() > 1 })
	}},
	{content.Webber, "it walks over webs", func(t testing.TB) bool {
		_, l, h, f := meets(t, "##########\n#a..%%%..#\n##########", "web_spinner", 8, 1)
		h.Status = nil
		return within(l, 100, func() bool {
			return f.Pos.Sub(h.Pos).Taxicab() == 1 && l.Ground.At(geom.Pos{X: 5, Y: 1}) == content.Web
		})
	}},
	{content.Mimic, "it waits to be touched, whoever is beside it", func(t testing.TB) bool {
		w, l, h, f := meets(t, "#####\n#a..#\n#####", "false_find", 2, 1)
		f.Hidden, f.Disguise = true, kindOf(t, "rope")
		if within(l, 60, func() bool { return !f.Hidden }) || f.seems() == nil {
			return false
		}
		do(t, w, walk("a", geom.East))
		return within(l, 2, func() bool { return !f.Hidden && h.Health < h.MaxHealth && f.Health == f.MaxHealth })
	}},
	{content.Ethereal, "it comes through walls and leaves them whole", func(t testing.TB) bool {
		_, l, h, f := meets(t, "############\n#a..####...#\n############", "echo", 9, 1)
		f.Mood = Seeking
		return within(l, 300, func() bool {
			return f.Pos.Sub(h.Pos).Taxicab() == 1 && l.Ground.At(geom.Pos{X: 6, Y: 1}) == content.Wall
		})
	}},
	{content.Splitter, "a blow makes two of it", func(t testing.TB) bool {
		_, l, h, f := meets(t, arena, "grey_slime", 6, 2)
		l.hurt(&f.Actor, harm{amount: 2, by: &h.Actor})
		return len(l.Foes) == 2
	}},
	{content.Eater, "what lies there is gone, and it the stronger", func(t testing.TB) bool {
		_, l := fight(t, "##############\n#............#\n##############\n#a...........#\n##############")
		f := putFoe(t, l, "amber_jelly", 5, 1)
		l.lay(l.newItem(kindOf(t, "rope"), 1), geom.Pos{X: 8, Y: 1})
		return within(l, 200, func() bool { return len(l.Lying) == 0 && f.MaxHealth > f.row().Health })
	}},
	{content.Eater, "it stops in a fight for what lies there", func(t testing.TB) bool {
		_, l, h, _ := meets(t, arena, "amber_jelly", 4, 2)
		l.lay(l.newItem(kindOf(t, "rope"), 1), geom.Pos{X: 6, Y: 2})
		return within(l, 60, func() bool { return len(l.Lying) == 0 || h.Health < h.MaxHealth }) && h.Health == h.MaxHealth
	}},
	{content.Guardian, "it stands while she stands, and comes while she walks", func(t testing.TB) bool {
		w, l, _, f := meets(t, arena, "worn_sentinel", 8, 2)
		if within(l, 60, func() bool { return f.Pos.X != 8 }) {
			return false
		}
		do(t, w, walk("a", geom.North), walk("a", geom.Stop))
		return within(l, 10, func() bool { return f.Pos.X != 8 || f.Pos.Y != 2 })
	}},
	{content.Flyer, "it crosses a chasm", func(t testing.TB) bool {
		_, l, h, f := meets(t, "##########\n#a..::...#\n##########", "night_wing", 8, 1)
		return within(l, 60, func() bool { return f.Pos.Sub(h.Pos).Taxicab() == 1 })
	}},
	{content.Swimmer, "it crosses deep water", func(t testing.TB) bool {
		_, l, h, f := meets(t, "##########\n#a..~~...#\n##########", "drowned_giant", 8, 1)
		return within(l, 100, func() bool { return f.Pos.Sub(h.Pos).Taxicab() == 1 })
	}},
	{content.Boss, "it is stronger for four, and does not sleep", func(t testing.TB) bool {
		_, l, h, f := meets(t, "########\n#abcd..#\n########", "tollmaster", 6, 1)
		for range 5 {
			l.step()
		}
		l.inflict(&f.Actor, content.Asleep, 50, 0, &h.Actor)
		return f.MaxHealth > f.row().Health && !f.has(content.Asleep)
	}},
	{content.Erratic, "it strays on its way", func(t testing.TB) bool {
		_, l, h, f := meets(t, arena, "pale_bat", 11, 2)
		far, strays := f.Pos.Sub(h.Pos).Taxicab(), 0
		within(l, 60, func() bool {
			now := f.Pos.Sub(h.Pos).Taxicab()
			if now > far {
				strays++
			}
			far = now
			return false
		})
		return strays > 2
	}},
	{content.Firebrand, "what it hits burns", strikes("ember_sprite", content.Burning)},
	{content.Firebrand, "it walks through fire", func(t testing.TB) bool {
		i := slices.IndexFunc(content.Foes, func(f content.Foe) bool { return f.Key == "ember_hound" })
		immune := content.Foes[i].Immune
		content.Foes[i].Immune = nil // which says the same
		defer func() { content.Foes[i].Immune = immune }()
		_, l, h, f := meets(t, "##########\n#a.......#\n##########", "ember_hound", 8, 1)
		return within(l, 40, func() bool {
			l.air.set(geom.Pos{X: 5, Y: 1}, content.Fire, 20)
			return f.Pos.Sub(h.Pos).Taxicab() == 1
		}) && f.Health == f.MaxHealth
	}},
	{content.Firebrand, "what it walks through burns", func(t testing.TB) bool {
		_, l, _, _ := meets(t, "##################\n#a...\"\"\"\"\"\"\"\"\"\"\"#\n##################", "ember_hound", 16, 1)
		return within(l, 40, func() bool { return l.air.Over.Len() > 0 })
	}},
	{content.Chiller, "what it hits is slow", strikes("drowned_abbot", content.Slowed)},
	{content.Venomous, "what it hits is poisoned", strikes("blind_adder", content.Poisoned)},
	{content.Leech, "its blows heal it", func(t testing.TB) bool {
		_, l, _, f := meets(t, arena, "coffin_sleeper", 2, 2)
		f.Health = 3
		return within(l, 100, func() bool { return f.Health > 3 })
	}},
	{content.Grabber, "what it hits does not get away", func(t testing.TB) bool {
		w, l, h, _ := meets(t, arena, "grasping_root", 2, 2)
		if !within(l, 40, func() bool { return h.Health < h.MaxHealth }) {
			return false
		}
		do(t, w, walk("a", geom.North), walk("a", geom.Stop))
		for range 4 {
			l.step()
		}
		return h.Pos == geom.Pos{X: 1, Y: 2}
	}},
	{content.Blinker, "it is suddenly beside her", func(t testing.TB) bool {
		_, l, _, f := meets(t, arena, "flicker_cat", 11, 2)
		last := f.Pos
		return within(l, 60, func() bool {
			far := f.Pos.Sub(last).Taxicab()
			last = f.Pos
			return far > 1
		})
	}},
	{content.Mindless, "nothing frightens or confuses it", func(t testing.TB) bool {
		_, l, h, f := meets(t, arena, "magma_worm", 4, 2)
		l.inflict(&f.Actor, content.Feared, 50, 0, &h.Actor)
		l.inflict(&f.Actor, content.Confused, 50, 0, &h.Actor)
		return within(l, 30, func() bool { return h.Health < h.MaxHealth }) && len(f.Status) == 0
	}},
	{content.Nocturnal, "it does not come into the light", func(t testing.TB) bool {
		w, l, h, f := meets(t, "################\n#a.............#\n################", "gloom_stalker", 12, 1)
		w.opts.Fog = true
		give(t, w, "a", "torch", 1).Slot = content.LightSlot
		l.settleLight()
		close := within(l, 200, func() bool { return l.lit.Has(f.Pos) || h.Health < h.MaxHealth })
		return !close && l.lit.Has(h.Pos)
	}},
	{content.Opener, "it comes through a door", func(t testing.TB) bool {
		_, l, h, f := meets(t, "########\n#a.+...#\n########", "cave_brute", 6, 1)
		f.Mood = Seeking
		return within(l, 100, func() bool { return f.Pos.Sub(h.Pos).Taxicab() == 1 })
	}},
	{content.Harmless, "it is after nobody, and nobody need fight it", func(t testing.TB) bool {
		_, l := fight(t, "####\n#a.#\n####")
		f := putFoe(t, l, "ghost", 2, 1)
		after := within(l, 100, func() bool { return f.Target != 0 })
		return !after && l.attitude(l.heroes[0], &f.Actor) == Neutral
	}},
	{content.Stationary, "it stays where it is", func(t testing.TB) bool {
		_, l, _, f := meets(t, arena, "grasping_root", 4, 2)
		return !within(l, 100, func() bool { return f.Pos.X != 4 || f.Pos.Y != 2 })
	}},
	{content.Screamer, "who sleeps near by wakes", func(t testing.TB) bool {
		_, l, _, _ := meets(t, arena, "screech_cap", 4, 2)
		f := putFoe(t, l, "tunnel_hound", 12, 1)
		f.Asleep = true
		return within(l, 200, func() bool { return !f.Asleep && f.Goal.X <= 4 })
	}},
	{content.Feeder, "it goes for what died before it goes for her", func(t testing.TB) bool {
		_, l, h, _ := meets(t, arena, "carrion_beetle", 5, 2)
		l.slay(putFoe(t, l, "hob", 10, 2), harm{})
		found := slices.ContainsFunc(l.Lying, func(g lying) bool { return g.Item.row().Class == content.Corpse })
		return found && within(l, 100, func() bool { return len(l.Lying) == 0 || h.Health < h.MaxHealth }) && h.Health == h.MaxHealth
	}},
	{content.Feeder, "it goes for its prey before it goes for her", func(t testing.TB) bool {
		_, l, _, f := meets(t, arena, "carrion_beetle", 4, 2)
		f.Target, f.Mood = 0, Wandering
		rat := putFoe(t, l, "cave_rat", 8, 2)
		return within(l, 10, func() bool { return f.Target != 0 }) && f.Target == rat.ID
	}},
	{content.Feeder, "it lets go of her for a bait", func(t testing.TB) bool {
		w, l, h, f := meets(t, arena, "carrion_beetle", 4, 2)
		w.throw(h, give(t, w, "a", "bread", 1), f.Pos, 7)
		return within(l, 20, func() bool { return len(l.Lying) == 0 }) && h.Health == h.MaxHealth
	}},
	{content.Reviver, "it has to be killed twice, or burnt", func(t testing.TB) bool {
		_, l, _, f := meets(t, arena, "risen_digger", 7, 2)
		o := putFoe(t, l, "risen_digger", 9, 2)
		l.hurt(&o.Actor, harm{amount: 500, status: content.Burning, typed: true})
		l.hurt(&f.Actor, harm{amount: 500, pierces: true})
		once := l.foeOf(&f.Actor) == f && l.foeOf(&o.Actor) == nil
		l.hurt(&f.Actor, harm{amount: 500, pierces: true})
		return once && l.foeOf(&f.Actor) == nil
	}},
}

// TestEachWayChangesHowOnePlays holds all ways of behaving to a scene each that
// shows what it does, and that nothing of it is to be seen without the way.
func TestEachWayChangesHowOnePlays(t *testing.T) {
	const all = content.Reviver | (content.Reviver - 1)
	var shown content.Ways
	was := slices.Clone(content.Foes)
	t.Cleanup(func() { copy(content.Foes, was) })
	for _, s := range wayScenes {
		shown |= s.way
		way := s.way.Traits(nil)[0]
		if !s.shows(t) {
			t.Errorf("it %s: %s, does not come true", way, s.what)
		}
		for i := range content.Foes {
			content.Foes[i].Ways &^= s.way
		}
		if s.shows(t) {
			t.Errorf("it %s: %s, comes true without the way as well", way, s.what)
		}
		copy(content.Foes, was)
	}
	for n := range bits.Len32(uint32(all)) {
		if way := content.Ways(1) << n; shown&way == 0 {
			t.Errorf("it %s: no scene shows that", way.Traits(nil)[0])
		}
	}
	if len(all.Traits(nil)) != bits.Len32(uint32(all)) {
		t.Error("there are ways beyond the last")
	}
}
