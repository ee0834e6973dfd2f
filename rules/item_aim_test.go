package rules

import (
	"slices"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// TestWhatIsToldOfAHitIsWhatItTakes shoots, throws, zaps and rays at a foe in
// the statuses that change what a hit takes, and asks before what it will take.
func TestWhatIsToldOfAHitIsWhatItTakes(t *testing.T) {
	acts := map[string]struct {
		item, code string
		verb       Verb
	}{
		"shot":  {"arrow", "hit", Shoot},
		"throw": {"javelin", "hit", Throw},
		"zap":   {"staff_embers", "zap_hits", Zap},
		"ray":   {"staff_storms", "ray", Zap},
	}
	statuses := map[string][]content.StatusKind{
		"nothing":   nil,
		"marked":    {content.Marked},
		"frozen":    {content.Frozen},
		"shielded":  {content.Shielded},
		"all three": {content.Marked, content.Frozen, content.Shielded},
	}
	for name, act := range acts {
		for status, kinds := range statuses {
			w := inCaves(t, Options{}, "######\n#a...#\n######")
			l := w.levels[0]
			f := putFoe(t, l, "cave_brute", 3, 1)
			f.MaxHealth, f.Health, f.Mood, f.Target = 500, 500, Hunting, w.hero("a").ID
			for _, k := range kinds {
				l.inflict(&f.Actor, k, 100, 2, nil)
			}
			give(t, w, "a", "short_bow", 1).Slot = content.OffHand
			it := give(t, w, "a", act.item, 9)
			w.hero("a").party.learn(it.Kind)
			it.Charges = 9
			do(t, w, Command{User: "a", Verb: act.verb, Item: it.ID, At: f.Pos})
			told, lost := 0, 500-f.Health
			for _, e := range w.hero("a").heard {
				if e.Code == act.code {
					told += e.N
				}
			}
			if told != lost {
				t.Errorf("%s at who is in %s: it is told to take %d and takes %d", name, status, told, lost)
			}
		}
	}
}

// TestDescribedHitsKill compares how many hits are said to kill with how many do,
// where each takes the same.
func TestDescribedHitsKill(t *testing.T) {
	_, l := fight(t, arena)
	f := putFoe(t, l, "cave_brute", 6, 2)
	for damage := 1; damage < 30; damage++ {
		for status := range 8 {
			f.Health, f.Status = 27, nil
			if status&1 != 0 {
				l.inflict(&f.Actor, content.Marked, 100, 0, nil)
			}
			if status&2 != 0 {
				l.inflict(&f.Actor, content.Frozen, 100, 0, nil)
			}
			if status&4 != 0 {
				l.inflict(&f.Actor, content.Shielded, 100, 9, nil)
			}
			said := hitsOfMany(&f.Actor, damage, 1)
			hits := 0
			for left := f.Health; left > 0; hits++ {
				n, held := l.toll(&f.Actor, harm{amount: damage, pierces: true})
				left -= n
				l.cure(&f.Actor, content.Frozen)
				if held > 0 {
					l.wearShell(&f.Actor, held)
				}
			}
			if said != hits {
				t.Errorf("%d damage at %v: %d hits are said to kill, and %d do", damage, f.Status, said, hits)
			}
		}
	}
}

// TestLinesStayStraight extends lines off the level.
func TestLinesStayStraight(t *testing.T) {
	const reach = 12
	for i := range geom.LevelCells {
		a, b := geom.Pos{X: 3, Y: 2}, geom.CellAt(i)
		n := b.Sub(a).Chebyshev()
		if n == 0 || n > reach {
			continue
		}
		line := slices.Collect(geom.Line(a, past(a, b, reach)))
		if len(line) < reach || line[n-1] != b {
			t.Fatalf("over %v it is %v", b, line)
		}
		for j := n; j < len(line); j++ {
			if line[j].Sub(line[j-n]) != b.Sub(a) {
				t.Fatalf("over %v it bends: %v", b, line)
			}
		}
	}
}

// TestBoltsGoThroughInLine shoots what pierces at two in one line.
func TestBoltsGoThroughInLine(t *testing.T) {
	w := inCaves(t, Options{}, "##########\n#a.......#\n#........#\n#........#\n#........#\n##########")
	l := w.levels[0]
	first, second, aside := putFoe(t, l, "cave_brute", 3, 2), putFoe(t, l, "cave_brute", 5, 3), putFoe(t, l, "cave_brute", 5, 4)
	for _, f := range []*foe{first, second, aside} {
		f.MaxHealth, f.Health, f.Asleep = 500, 500, true
	}
	give(t, w, "a", "arbalest", 1).Slot = content.OffHand
	give(t, w, "a", "bolt", 1)
	do(t, w, Command{User: "a", Verb: Shoot, At: first.Pos})
	if first.Health == 500 || second.Health == 500 || aside.Health < 500 {
		t.Errorf("they have %d, %d and %d", first.Health, second.Health, aside.Health)
	}
}

// TestNobodyAimsAtHerself throws at her own feet.
func TestNobodyAimsAtHerself(t *testing.T) {
	w := inCaves(t, Options{}, hall)
	it := give(t, w, "a", "rope", 1)
	if got := refusal(t, w, Command{User: "a", Verb: Throw, Item: it.ID, At: w.hero("a").Pos}); got != "own_place" {
		t.Errorf("it is refused with %q", got)
	}
}

// TestOneOfAStackIsThrown reads what is thrown of several.
func TestOneOfAStackIsThrown(t *testing.T) {
	w := inCaves(t, Options{}, hall)
	it := give(t, w, "a", "throwing_knife", 3)
	do(t, w, Command{User: "a", Verb: Throw, Item: it.ID, At: geom.Pos{X: 1, Y: 3}})
	if e := w.hero("a").heard[0]; e.Code != "throws" || e.Item != "a throwing knife" || it.Count != 2 {
		t.Errorf("of 3, %d are left, and she reads %+v", it.Count, e)
	}
}
