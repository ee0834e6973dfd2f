package rules

import (
	"slices"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// TestWebsHold walks into a web, which tears and holds, and over it with what
// spins webs.
func TestWebsHold(t *testing.T) {
	w, l := fight(t, "########\n#a.%...#\n########")
	web := geom.Pos{X: 3, Y: 1}
	do(t, w, walk("a", geom.East))
	until(t, w, 40, "she is held", func() bool { return w.hero("a").has(content.Stuck) })
	if w.hero("a").Pos != web || l.Ground.At(web) != content.Floor {
		t.Errorf("she is at %v, in %s", w.hero("a").Pos, l.Ground.At(web).Row().Name)
	}
	until(t, w, 60, "she gets on", func() bool { return w.hero("a").Pos != web })

	l.set(web, content.Web)
	f := putFoe(t, l, "web_spinner", 2, 1)
	if !l.foeWalks(f, geom.East) || f.has(content.Stuck) || l.Ground.At(web) != content.Web {
		t.Errorf("the spinner is at %v, held: %v", f.Pos, f.has(content.Stuck))
	}
	rat := putFoe(t, l, "hob", 2, 1)
	l.removeFoe(f)
	if l.foeWalks(rat, geom.East) {
		t.Error("a hob walks into a web that it sees")
	}
}

// TestDeepWaterTakesWhatIsLoose wades and swims until something floats away: what
// is worn, and keys, stay.
func TestDeepWaterTakesWhatIsLoose(t *testing.T) {
	w, l := fight(t, "########\n#a~~~~~#\n########")
	h := w.hero("a")
	loose := give(t, w, "a", "rope", 1)
	coat, key := give(t, w, "a", "leather_coat", 1), give(t, w, "a", "key", 1)
	coat.Slot = content.Body
	l.inflict(&h.Actor, content.Burning, 100, 1, nil)
	if got := refusal(t, w, Command{User: "a", Verb: Cross, At: h.Pos.Step(geom.West)}); got != "not_a_hazard" {
		t.Errorf("crossing into a wall: %q", got)
	}
	do(t, w, walk("a", geom.East))
	for range 10 {
		w.Step(nil)
	}
	checkHeard(t, w, "a", "confirm_needed")
	if h.Pos.X != 1 {
		t.Fatal("she walked into deep water without being asked")
	}
	do(t, w, walk("a", geom.Stop), Command{User: "a", Verb: Cross, At: h.Pos.Step(geom.East)})
	if h.has(content.Burning) {
		t.Error("the water does not put her out")
	}
	until(t, w, 3000, "something floats away", func() bool { return len(h.Pack) < 3 })
	if h.item(coat.ID) == nil || h.item(key.ID) == nil || h.item(loose.ID) != nil {
		t.Error("the wrong thing floated away")
	}
	checkHeard(t, w, "a", "drown_items")
	checkLedger(t, w)
}

// TestWhoIsNotAskedWalksOn walks into what harms with and without being asked.
func TestWhoIsNotAskedWalksOn(t *testing.T) {
	for _, c := range []struct {
		ground string
		gone   bool // she is on another level then
	}{{"~", false}, {"^", false}, {":", true}} {
		for _, asks := range []bool{true, false} {
			w, l := fight(t, "#####\n#a"+c.ground+".#\n#####")
			h := w.hero("a")
			do(t, w, Command{User: "a", Verb: Prefer, Prefs: Prefs{Confirm: asks}}, walk("a", geom.East), walk("a", geom.Stop))
			for range 5 {
				w.Step(nil)
			}
			stays := h.level == l && h.Pos.X == 1
			if stays != asks || !asks && (h.level != l) != c.gone {
				t.Errorf("%s, asks %v: she is on %v at %v", c.ground, asks, h.Level, h.Pos)
			}
		}
	}
}

// TestChasmsDropALevel lets heroes, foes and things fall, unless they fly.
func TestChasmsDropALevel(t *testing.T) {
	w, l := fight(t, "########\n#a.:...#\n#b.:...#\n########")
	a, b := w.hero("a"), w.hero("b")
	l.inflict(&b.Actor, content.Levitating, 60, 0, nil)
	for _, h := range []*hero{a, b} {
		l.moveTo(&h.Actor, geom.Pos{X: 2, Y: h.Pos.Y})
		do(t, w, Command{User: h.Name, Verb: Cross, At: h.Pos.Step(geom.East)})
	}
	below := geom.LevelID{Z: 2}
	if a.Level != below || a.Health >= 500 || a.Health < 500-fallHigh {
		t.Errorf("who walks is on %v with %d health", a.Level, a.Health)
	}
	if b.Level != l.ID || b.Health != 500 {
		t.Errorf("who floats is on %v with %d health", b.Level, b.Health)
	}
	until(t, w, 80, "she falls when that ends", func() bool { return b.Level == below })

	do(t, w, Command{User: "b", Verb: Drop, Item: give(t, w, "b", "rope", 1).ID})
	bat, hob := putFoe(t, l, "night_wing", 2, 1), putFoe(t, l, "hob", 2, 2)
	for _, f := range []*foe{bat, hob} {
		l.moveTo(&f.Actor, f.Pos.Step(geom.East))
		l.foeStepped(f)
	}
	l.lay(l.newItem(kindOf(t, "club"), 1), geom.Pos{X: 3, Y: 1})
	w.deliver()
	if l.foeOf(&bat.Actor) == nil || l.foeOf(&hob.Actor) != nil || w.level(below).foeOf(&hob.Actor) == nil {
		t.Error("the wrong foe fell")
	}
	if !slices.ContainsFunc(w.level(below).Lying, func(g lying) bool { return g.Item.row().Key == "club" }) {
		t.Error("the club has not arrived below")
	}
	checkLedger(t, w)
}

// TestPassagesLeadThereAndBack walks through passages of generated levels: one
// comes out by the passage of the other side, and back where one went in.
func TestPassagesLeadThereAndBack(t *testing.T) {
	tried := 0
	for seed := range uint64(6) {
		w := NewWorld(Options{Seed: seed, Quiet: true, Clock: RealTime})
		id := geom.LevelID{X: 1, Y: -1, Z: 2}
		do(t, w, Command{User: "a", Verb: Join, Level: id})
		h := w.hero("a")
		for _, d := range geom.Dirs {
			l := w.level(id)
			if !l.Links.HasSide[d] {
				continue
			}
			tried++
			gate := l.Links.Sides[d]
			l.moveTo(&h.Actor, gate.Step(opposite(d)))
			do(t, w, walk("a", d))
			until(t, w, 5, "she is through", func() bool { return h.Level != id })
			there := geom.LevelID{X: id.X + d.Delta().DX, Y: id.Y + d.Delta().DY, Z: id.Z}
			next := w.level(there)
			if h.Level != there || h.Pos != next.Links.Sides[opposite(d)].Step(d) || h.Intent.Kind != Idle {
				t.Fatalf("seed %d: going %v she is at %v on %v", seed, d, h.Pos, h.Level)
			}
			do(t, w, walk("a", opposite(d)))
			until(t, w, 5, "she is back", func() bool { return h.Level == id })
			if h.Pos != gate.Step(opposite(d)) {
				t.Fatalf("seed %d: she went in by %v and came back to %v", seed, gate, h.Pos)
			}
		}
	}
	if tried < 6 {
		t.Errorf("only %d passages were tried", tried)
	}
}

// TestLavaBurns stands in it, above it, and next to it.
func TestLavaBurns(t *testing.T) {
	w, l := fight(t, "#####\n#^^a#\n#####")
	for x := range 2 {
		l.moveTo(&w.hero("a").Actor, geom.Pos{X: 2 - x, Y: 1})
		before := w.hero("a").Health
		w.Step(nil)
		if lost := before - w.hero("a").Health; lost < content.Lava.Row().Harm || !w.hero("a").has(content.Burning) {
			t.Errorf("a tick in lava costs %d", lost)
		}
	}
	l.cure(&w.hero("a").Actor, content.Burning)
	l.inflict(&w.hero("a").Actor, content.Levitating, 10, 0, nil)
	before := w.hero("a").Health
	w.Step(nil)
	if w.hero("a").Health != before {
		t.Error("it burns who floats over it")
	}
}

// TestWhoBurnsSetsAlight lets somebody burn in the grass.
func TestWhoBurnsSetsAlight(t *testing.T) {
	w, l := fight(t, "#####\n#'a'#\n#####")
	l.set(w.hero("a").Pos, content.Grass)
	l.inflict(&w.hero("a").Actor, content.Burning, 30, 1, nil)
	until(t, w, 12, "the grass burns", func() bool { return gasOf(l, content.Fire) > 0 })
}

// TestWaterLeadsNotIntoLava lets a hero who swims walk out onto the shore and
// on in the water, but not into something worse without being asked.
func TestWaterLeadsNotIntoLava(t *testing.T) {
	w, _ := fight(t, "#######\n#^~a~.#\n#######")
	w.levels[0].set(w.hero("a").Pos, content.DeepWater)
	do(t, w, walk("a", geom.West))
	for range 30 {
		w.Step(nil)
	}
	if x := w.hero("a").Pos.X; x != 2 {
		t.Fatalf("she is at %d", x)
	}
	checkHeard(t, w, "a", "confirm_needed")
	do(t, w, walk("a", geom.East))
	until(t, w, 30, "she is on the shore", func() bool { return w.hero("a").Pos.X == 5 })
}

// TestPutAwayInTheWater restores a world while its hero swims: the chances of what
// floats away are the same.
func TestPutAwayInTheWater(t *testing.T) {
	w := NewWorld(Options{Seed: 4, Quiet: true})
	do(t, w, Command{User: "a", Verb: Join, Level: geom.LevelID{Z: 1}})
	h := w.hero("a")
	for d := range 4 {
		h.level.set(h.Pos.Add(geom.Delta{DX: d}), content.DeepWater)
	}
	step := func(w *World) {
		do(t, w, walk("a", geom.East), walk("a", geom.Stop))
		for range 10 {
			w.Step(nil)
		}
	}
	step(w)
	r, err := Restore(w.Records(), w.opts)
	if err != nil {
		t.Fatal(err)
	}
	step(w)
	step(r)
	if at, now := h.Pos, r.hero("a").Pos; at != now || h.level.Ground.At(at) != content.DeepWater {
		t.Fatalf("she is at %v and at %v", at, now)
	}
	checkSame(t, w, r)
}
