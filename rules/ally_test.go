package rules

import (
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// TestAlliesStayAsLongAsTheTablesSay calls and charms with everything that does.
func TestAlliesStayAsLongAsTheTablesSay(t *testing.T) {
	seen := 0
	for i := range content.Items {
		for j := range content.Items[i].Effects {
			e := &content.Items[i].Effects[j]
			if e.Kind != content.Summon && e.Kind != content.Charm {
				continue
			}
			seen++
			w, l := fight(t, arena)
			h := w.hero("a")
			if e.Kind == content.Summon {
				l.effectAt(w, h, e, geom.Pos{X: 5, Y: 2})
			} else {
				l.charm(h, putFoe(t, l, "hob", 5, 2), e)
			}
			f := l.Foes[0]
			c := f.condition(content.Allied)
			if c == nil || c.Ticks != e.Ticks || f.Master != h.ID {
				t.Errorf("%s: %+v, it should stay %d ticks", content.Items[i].Key, c, e.Ticks)
				continue
			}
			ticks := 0
			for ; l.foeOf(&f.Actor) != nil && f.Master != 0; ticks++ {
				l.step()
			}
			if ticks != e.Ticks {
				t.Errorf("%s: it stays %d ticks, not %d", content.Items[i].Key, ticks, e.Ticks)
			}
		}
	}
	if seen < 4 {
		t.Errorf("only %d things call or charm", seen)
	}
}

// TestTheCharmedStayAwake charms a sleeper, who must not fall asleep again before
// it is free.
func TestTheCharmedStayAwake(t *testing.T) {
	w, l := fight(t, arena)
	h := w.hero("a")
	f := putFoe(t, l, "hob", 5, 2)
	f.Asleep = true
	wand := give(t, w, "a", "wand_friendship", 1)
	w.zap(h, wand, f.Pos, 7)
	for range wand.row().Effects[0].Ticks - 1 {
		if l.step(); f.Asleep || f.Master != h.ID {
			t.Fatalf("asleep: %v, bound to %d", f.Asleep, f.Master)
		}
	}
	h.Wisp = true // nobody to attack
	if !within(l, 600, func() bool { return f.Asleep }) || f.Pos != f.Home {
		t.Errorf("free again, it is in mood %d at %v", f.Mood, f.Pos)
	}
}

// TestServantsFallWithTheirCaller lets callers die, change and turn.
func TestServantsFallWithTheirCaller(t *testing.T) {
	call := func(key string) (*World, *level, *foe) {
		w, l := fight(t, arena)
		f := putFoe(t, l, key, 8, 2)
		f.Target, f.Mood = w.hero("a").ID, Hunting
		if !l.summon(f) {
			t.Fatalf("%s calls nobody", key)
		}
		return w, l, f
	}
	for key, fall := range map[string]bool{"bone_caller": true, "tollmaster": false} {
		_, l, f := call(key)
		other := putFoe(t, l, f.row().Calls, 3, 1)
		l.slay(f, harm{})
		if fallen := len(l.Foes) == 1; fallen != fall {
			t.Errorf("%s: its servants fall: %v", key, fallen)
		}
		if l.foeOf(&other.Actor) == nil {
			t.Errorf("%s takes another's servant along", key)
		}
	}
	t.Run("what the caller was turned into has none", func(t *testing.T) {
		w, l, f := call("bone_caller")
		if !l.polymorph(w.hero("a"), f) || len(l.Foes) != 1 {
			t.Errorf("there are %d", len(l.Foes))
		}
	})
	t.Run("who was called for her turns with the caller", func(t *testing.T) {
		w, l := fight(t, arena)
		h := w.hero("a")
		f := putFoe(t, l, "bone_caller", 4, 2)
		f.Health, f.MaxHealth = 900, 900
		l.charm(h, f, &content.Effect{Kind: content.Charm, Ticks: 50})
		f.Target = putFoe(t, l, "cave_brute", 11, 1).ID
		if !l.summon(f) || l.Foes[len(l.Foes)-1].Master == 0 && l.Foes[0].Master == 0 {
			t.Fatal("it calls nobody for her")
		}
		for range 50 {
			l.step()
		}
		for _, o := range l.Foes {
			if o.Master != 0 {
				t.Errorf("%s still fights for her", o.row().Name)
			}
		}
	})
}

// TestChangesKeepToTheRules makes other foes of foes.
func TestChangesKeepToTheRules(t *testing.T) {
	t.Run("the charmed stays charmed, and no longer", func(t *testing.T) {
		w, l := fight(t, arena)
		f := putFoe(t, l, "cave_brute", 5, 2)
		l.charm(w.hero("a"), f, &content.Effect{Kind: content.Charm, Ticks: 40})
		l.inflict(&f.Actor, content.Slowed, 30, 0, nil)
		if !l.polymorph(w.hero("a"), f) {
			t.Fatal("it stays what it was")
		}
		if !f.has(content.Allied) || f.has(content.Slowed) {
			t.Errorf("it is %+v", f.Status)
		}
		for range 40 {
			l.step()
		}
		if l.foeOf(&f.Actor) == f && f.Master != 0 {
			t.Error("it stays for ever")
		}
	})
	t.Run("who was in rock comes out of it", func(t *testing.T) {
		for n := range 30 {
			w, l := fight(t, arena)
			l.Dice.Below(n + 1)
			for range n {
				l.Dice.Below(100)
			}
			f := putFoe(t, l, "echo", 8, 12)
			if !l.polymorph(w.hero("a"), f) {
				t.Fatal("it stays what it was")
			}
			checkFoes(t, w)
			if at := (geom.Pos{X: 8, Y: 3}); f.gait() != throughWalls && f.gait() != digging && f.Pos != at {
				t.Fatalf("the %s is at %v, not at %v", f.row().Name, f.Pos, at)
			}
		}
	})
	t.Run("who flew over a chasm falls", func(t *testing.T) {
		w, l := fight(t, "#########\n#a..:...#\n#########")
		f := putFoe(t, l, "pale_bat", 4, 1)
		for f.gait() == inAir {
			if !l.polymorph(w.hero("a"), f) {
				t.Fatal("it stays what it was")
			}
		}
		if l.foeOf(&f.Actor) != nil {
			t.Error("it stands on nothing")
		}
	})
}

// TestAlarmsAreAsLoudAsTheTablesSay listens to all that make one.
func TestAlarmsAreAsLoudAsTheTablesSay(t *testing.T) {
	for i := range content.Items {
		for j := range content.Items[i].Effects {
			e := &content.Items[i].Effects[j]
			if e.Kind != content.Alarm {
				continue
			}
			w, l := fight(t, arena)
			putFoe(t, l, "hob", 10, 2)
			p := geom.Pos{X: 4, Y: 2}
			l.effectAt(w, w.hero("a"), e, p)
			if got := int(l.heard[geom.CellIndex(p)]) - 1; got != e.Power {
				t.Errorf("%s is heard over %d cells, not %d", content.Items[i].Key, got, e.Power)
			}
		}
	}
}

// TestWhoIsMovedFeelsTheGround lets foes change places with heroes who stand
// where they can't.
func TestWhoIsMovedFeelsTheGround(t *testing.T) {
	_, l := fight(t, "########\n#..a:..#\n########")
	h := l.heroes[0]
	l.inflict(&h.Actor, content.Levitating, 100, 0, nil)
	l.moveTo(&h.Actor, geom.Pos{X: 4, Y: 1})
	f := putFoe(t, l, "hob", 6, 1)
	l.tradePlaces(h, &f.Actor)
	if l.foeOf(&f.Actor) != nil || h.Pos.X != 6 {
		t.Errorf("she is at %v, it stands at %v", h.Pos, f.Pos)
	}
	t.Run("who is held does not slip past an ally", func(t *testing.T) {
		w, l := fight(t, "########\n#.a....#\n########")
		h := w.hero("a")
		bear := putFoe(t, l, "moss_bear", 3, 1)
		bear.Master = h.ID
		l.inflict(&h.Actor, content.Stuck, 30, 0, nil)
		do(t, w, walk("a", geom.East))
		l.step()
		if h.Pos.X != 2 {
			t.Error("she does")
		}
	})
}

// TestThornsPrickAsTheTablesSay hits who is thorny, with all that makes one so.
func TestThornsPrickAsTheTablesSay(t *testing.T) {
	pricked := func(powers ...int) int {
		w, l := fight(t, arena)
		h := w.hero("a")
		f := putFoe(t, l, "cave_brute", 2, 2)
		for i, n := range powers {
			l.inflict(&h.Actor, content.Thorny, 40+i, n, nil)
		}
		l.prick(&h.Actor, &f.Actor)
		return f.MaxHealth - f.Health
	}
	for _, c := range []struct {
		powers []int
		want   int
	}{{[]int{2}, 2}, {[]int{3}, 3}, {[]int{2, 3}, 3}, {[]int{3, 2}, 3}} {
		if got := pricked(c.powers...); got != c.want {
			t.Errorf("thorns of %v prick for %d, not %d", c.powers, got, c.want)
		}
	}
	_, l := fight(t, arena)
	h := l.heroes[0]
	l.inflict(&h.Actor, content.Thorny, 30, 3, nil)
	l.inflict(&h.Actor, content.Thorny, 300, 2, nil)
	if got := h.condition(content.Thorny).Ticks; got != 30 {
		t.Errorf("lesser thorns let the greater last %d ticks", got)
	}
}
