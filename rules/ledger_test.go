package rules

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// chaos asks everything that can be asked of a world, most of it with things,
// fields and foes that are there.
type chaos struct {
	rng     func(n int) int // from 0 to n-1
	users   int
	seldom  int // of so many requests, one is looked at for what it changes
	refused int // requests so far
	deepest int // z of the deepest level so far
	view    View
}

// command draws a command of a user.
func (c *chaos) command(w *World) Command {
	user := fmt.Sprint("user", c.rng(c.users))
	if !w.View(user, &c.view) {
		return Command{User: user, Verb: Join, Level: geom.LevelID{X: c.rng(2), Z: c.rng(12)}}
	}
	cmd := Command{User: user, Verb: Verb(c.rng(int(verbs)))}
	switch n := c.rng(100); {
	case n < 25:
		cmd.Verb = Walk
	case n < 32:
		cmd.Verb = Explore
	case n < 37:
		cmd.Verb = Attack
	case n < 46:
		cmd.Verb, cmd.Name = Travel, "down"
		return cmd
	case n < 48:
		cmd.Verb = Climb
	case cmd.Verb == Leave && n < 95, cmd.Verb == Sleep && n < 80:
		cmd.Verb = Wake
	}
	self := &c.view.Entities[c.view.Hero]
	if k, _ := c.view.Terrain(self.Pos); k == content.LadderDown && c.rng(2) == 0 {
		return Command{User: user, Verb: Climb, On: true}
	}
	cmd.Dir, cmd.On, cmd.Count = geom.Dir(c.rng(5)), c.rng(4) > 0, c.rng(3)
	cmd.At = self.Pos.Add(geom.Delta{DX: c.rng(5) - 2, DY: c.rng(5) - 2})
	if e := &c.view.Entities[c.rng(len(c.view.Entities))]; c.rng(2) == 0 {
		cmd.At, cmd.Target = e.Pos, e.ID
	}
	c.aimAtItem(&cmd)
	c.aimAtPlace(&cmd, self.Pos)
	if cmd.Verb == Take {
		c.aimAtThing(&cmd, self.Pos)
	}
	cmd.Name = [...]string{"", "place", "altar", "shrine", "near", "all", "wave", "warden", "rogue", "gather", user, "user0", "user1"}[c.rng(13)]
	cmd.Text = [...]string{"", "hello", "\u202e\x07"}[c.rng(3)]
	if !geom.LevelBounds.Contains(cmd.At) {
		cmd.At = self.Pos
	}
	if c.rng(50) == 0 {
		c.spoil(&cmd)
	}
	return cmd
}

// spoil makes of a command what no client asks for.
func (c *chaos) spoil(cmd *Command) {
	switch c.rng(8) {
	case 0:
		cmd.Verb = Verb(c.rng(256))
	case 1:
		cmd.At = geom.Pos{X: c.rng(1<<17) - 1<<16, Y: c.rng(200) - 100}
	case 2:
		cmd.Dir = geom.Dir(c.rng(256))
	case 3:
		cmd.Count = c.rng(2*MaxCount) - MaxCount/2
	case 4:
		cmd.Item, cmd.Other, cmd.Target = cmd.Target, cmd.Item, cmd.Other
	case 5:
		cmd.Level = geom.LevelID{X: c.rng(5) - 2, Y: c.rng(5) - 2, Z: c.rng(2*maxCoord) - maxCoord}
	case 6:
		cmd.Name = string(rune(c.rng(0x300))) + "\xff"[:c.rng(2)]
	case 7:
		cmd.Text = strings.Repeat("\u0301", c.rng(300))
		cmd.Prefs.StopHealth = c.rng(300) - 100
	}
}

// fit are the classes of things that verbs are about.
var fit = map[Verb][]content.Class{
	Use:   {content.Potion, content.Scroll, content.Food, content.Herb, content.Rune, content.Rope, content.Light},
	Zap:   {content.Wand, content.Staff},
	Throw: {content.Potion, content.Bomb, content.Thrown},
	Equip: {content.Weapon, content.Bow, content.Shield, content.Armour, content.Ring, content.Light},
}

// aimAtItem names something that the hero carries, mostly what the verb is for.
func (c *chaos) aimAtItem(cmd *Command) {
	items := c.view.Self.Items
	if len(items) == 0 {
		return
	}
	cmd.Other = items[c.rng(len(items))].ID
	for range 8 {
		it := &items[c.rng(len(items))]
		cmd.Item = it.ID
		if classes := fit[cmd.Verb]; classes == nil || slices.Contains(classes, it.Class) {
			return
		}
	}
}

// aimAtPlace names a field next to the hero of which something can be made, for
// verbs that are about such.
func (c *chaos) aimAtPlace(cmd *Command, p geom.Pos) {
	switch cmd.Verb {
	case Door, Touch, Put, Cross:
	default:
		return
	}
	for _, d := range geom.Dirs {
		k, _ := c.view.Terrain(p.Step(d))
		if (k.Row().Acts != "" || k.Row().Avoid) && c.rng(3) > 0 {
			cmd.At = p.Step(d)
		}
	}
}

// aimAtThing names something that lies where the hero stands, or is in a store
// next to her.
func (c *chaos) aimAtThing(cmd *Command, p geom.Pos) {
	for _, t := range c.view.Things {
		if t.Pos == p {
			cmd.Item = t.ID
		}
	}
	if n := len(c.view.Self.Near); n > 0 && c.rng(2) == 0 {
		cmd.Item = c.view.Self.Near[c.rng(n)].ID
	}
}

// checkWorld fails unless a world is as worlds can be.
func checkWorld(t testing.TB, w *World) {
	t.Helper()
	if err := w.Ledger(); err != nil {
		t.Fatal(err)
	}
	for _, h := range w.heroes {
		var worn [16]bool
		for _, it := range h.Pack {
			if it.Slot != content.NoSlot && worn[it.Slot] {
				t.Fatalf("%s wears two things as %s", h.Name, content.SlotNames[it.Slot])
			}
			worn[it.Slot] = true
		}
		for i, c := range h.Recap {
			if c.Tick > h.Lived || i > 0 && c.Tick < h.Recap[i-1].Tick {
				t.Fatalf("%s recalls at %d what was at %d", h.Name, h.Lived, c.Tick)
			}
		}
		if len(h.Pack) > packSize {
			t.Fatalf("%s carries %d stacks of at most %d", h.Name, len(h.Pack), packSize)
		}
	}
	for _, l := range w.levels {
		var taken geom.CellSet
		last := uint64(0)
		for _, a := range l.bodies {
			h, f := l.heroOf(a), l.foeOf(a)
			switch {
			case h == nil && f == nil:
				t.Fatalf("%v: somebody is nobody", l.ID)
			case a.ID <= last:
				t.Fatalf("%v: %d is out of order", l.ID, a.ID)
			case a.Health < 0 || a.Health > a.MaxHealth, a.Health == 0 && (h == nil || !h.Wisp):
				t.Fatalf("%v: %s has %d of %d health", l.ID, a.Name, a.Health, a.MaxHealth)
			case a.Wait < 0:
				t.Fatalf("%v: %s waits %d ticks", l.ID, a.Name, a.Wait)
			}
			last = a.ID
			if h != nil && h.Wisp {
				continue
			}
			k := l.Ground.At(a.Pos)
			through := f != nil && f.row().Has(content.Ethereal)
			if taken.Has(a.Pos) || !through && !k.Row().Walk && !k.Row().Fly {
				t.Fatalf("%v: %s%s can't stand at %v, on %s", l.ID, a.Name, a.Foe.Row().Name, a.Pos, k.Row().Name)
			}
			taken.Add(a.Pos)
		}
		if taken != l.taken {
			t.Fatalf("%v: the level has lost track of who stands where", l.ID)
		}
	}
}

// checkSettled fails unless what is kept about the levels, the sight of heroes and
// the parties follows from the rest.
func checkSettled(t testing.TB, w *World) {
	t.Helper()
	for _, l := range w.levels {
		for i, k := range l.Ground {
			p := geom.CellAt(i)
			cloud, n := l.air.at(p)
			switch row := k.Row(); {
			case l.walk.Has(p) != row.Walk:
				t.Fatalf("%v: that one can walk on %s at %v is %v", l.ID, row.Name, p, !row.Walk)
			case l.clear.Has(p) == (row.Opaque || cloud.Row().Opaque):
				t.Fatalf("%v: that sight passes %s and %s at %v is %v", l.ID, row.Name, cloud.Row().Name, p, l.clear.Has(p))
			case l.air.Over.Has(p) != (cloud != content.NoCloud), cloud != content.NoCloud && (n < 1 || n > 255):
				t.Fatalf("%v: there are %d of %s at %v", l.ID, n, cloud.Row().Name, p)
			}
		}
		for _, g := range l.Lying {
			if k := l.Ground.At(g.Pos); !k.Row().Walk && !k.Row().Fly && k != content.HeartPlinth {
				t.Fatalf("%v: %s lies on %s", l.ID, g.Item.row().Key, k.Row().Name)
			}
		}
		for _, a := range l.bodies {
			for i, c := range a.Status {
				if c.Ticks < 1 || i > 0 && a.Status[i-1].Kind >= c.Kind {
					t.Fatalf("%v: the statuses of %s are %+v", l.ID, a.Name, a.Status)
				}
			}
		}
		if len(l.out)+len(l.fallen)+len(l.lessons) > 0 || l.darkened {
			t.Fatalf("%v: something is left to be settled", l.ID)
		}
	}
	for _, h := range w.heroes {
		if k := h.knows(h.Level); w.opts.Fog && h.sight.Minus(&k.Explored) != (geom.CellSet{}) {
			t.Fatalf("%s sees what she doesn't know", h.Name)
		}
		if h.Asleep && h.Intent.Kind != Idle || h.Wisp && len(h.Status) > 0 {
			t.Fatalf("%s can't be so: %+v", h.Name, h.Intent)
		}
	}
	checkParties(t, w)
}

// play lets so many requests be asked of a world, and looks after each step.
func (c *chaos) play(t testing.TB, w *World, requests int) *World {
	t.Helper()
	for n := range requests {
		if c.rng(5) == 0 {
			c.stir(w)
			w.deliver()
			w.reckon()
			w.settle()
		}
		cmd := c.command(w)
		look := n%c.seldom == 0
		var before [32]byte
		if look {
			before = w.Hash()
		}
		err := w.Perform(cmd)
		if look && err != nil && w.Hash() != before {
			t.Fatalf("%v was refused, and changed the world: %v", cmd.Verb, err)
		}
		if err != nil {
			c.refused++
			if _, ok := err.(*Refusal); !ok {
				t.Fatalf("%v: %v is no refusal", cmd.Verb, err)
			}
		}
		if c.rng(3) == 0 {
			w.Step(nil)
			w.Forget()
		}
		checkWorld(t, w)
		for _, h := range w.heroes {
			c.deepest = max(c.deepest, h.Level.Z)
		}
		if look {
			checkSettled(t, w)
		}
		if n%2000 == 1999 {
			r, err := Restore(w.Records(), w.opts)
			if err != nil {
				t.Fatal(err)
			}
			checkSame(t, w, r)
			w = r
		}
	}
	return w
}

// checkSame fails unless two worlds have the same records.
func checkSame(t testing.TB, w, r *World) {
	t.Helper()
	was, is := w.Records(), r.Records()
	if len(was) != len(is) {
		t.Fatalf("restored, the world has %d records and not %d", len(is), len(was))
	}
	for i := range was {
		a, b := string(was[i].Value), string(is[i].Value)
		if was[i].Key == is[i].Key && a == b {
			continue
		}
		n := 0
		for n < min(len(a), len(b)) && a[n] == b[n] {
			n++
		}
		from := max(n-80, 0)
		t.Fatalf("restored, %q is\n…%.160s and not, as %q was,\n…%.160s", is[i].Key, b[from:], was[i].Key, a[from:])
	}
}

// TestNothingIsLostOrDoubled lets random parties ask 100,000 things of worlds of
// all sorts, or as many as LANEYA_REQUESTS says.
func TestNothingIsLostOrDoubled(t *testing.T) {
	const requests = 10_000 // of a world
	worlds, seldom := 10, 40
	if slowed {
		worlds = 2 // and each as long, for a short one ends in the camp
	}
	if asked := os.Getenv("LANEYA_REQUESTS"); asked != "" {
		n, err := strconv.Atoi(asked)
		if err != nil || n < requests {
			t.Fatalf("LANEYA_REQUESTS is %q, and not a number from %d", asked, requests)
		}
		worlds, seldom = n/requests, 400
	}
	var refused, ticks atomic.Int64
	t.Run("seed", func(t *testing.T) {
		for seed := range uint64(worlds) {
			t.Run(fmt.Sprint(seed), func(t *testing.T) {
				t.Parallel()
				o := Options{
					Seed: seed + 1, Clock: Clock(seed % 2), Death: Death(seed % 3), Fog: seed%4 != 3,
					FriendlyFire: seed%5 == 1, FreeDescent: seed%7 != 4, Invite: seed%5 == 2, OwnSight: seed%3 == 1,
				}
				rng := rand.New(rand.NewPCG(seed, 7))
				c := &chaos{rng: rng.IntN, users: 1 + int(seed%5), seldom: seldom}
				w := c.play(t, NewWorld(o), requests)
				refused.Add(int64(c.refused))
				ticks.Add(int64(w.Ticks))
				if c.deepest == 0 {
					t.Error("nobody left the camp")
				}
			})
		}
	})
	t.Logf("%d worlds were asked %d things in %d ticks, and refused %d", worlds, worlds*requests, ticks.Load(), refused.Load())
}

// FuzzCatalogue asks what the bytes say: no request may panic, or lose or
// double a thing.
func FuzzCatalogue(f *testing.F) {
	f.Add(uint64(1), []byte("everything that can be asked"))
	f.Add(uint64(2), []byte{0, 1, 2, 3, 250, 251, 252, 253, 254, 255})
	f.Fuzz(func(t *testing.T, seed uint64, data []byte) {
		// The bytes begin the stream of chances; the seed goes on with it.
		rest := rand.New(rand.NewPCG(seed, 1))
		next := func(n int) int {
			if len(data) >= 2 {
				v := int(binary.LittleEndian.Uint16(data)) % n
				data = data[2:]
				return v
			}
			return rest.IntN(n)
		}
		c := &chaos{rng: next, users: 3, seldom: 40}
		c.play(t, NewWorld(Options{Seed: seed % 16, Fog: true, FreeDescent: true, FriendlyFire: seed%2 == 0}), 100)
	})
}

// TestRestoredWorldsGoOnTheSame puts worlds away again and again, and lets the
// same befall the one that was restored and the one that never was away.
func TestRestoredWorldsGoOnTheSame(t *testing.T) {
	seeds := uint64(4)
	if slowed {
		seeds = 1
	}
	for seed := range seeds {
		o := Options{Seed: seed, Fog: true, FreeDescent: true, Clock: Clock(seed % 2), Death: Death(seed % 3)}
		w := NewWorld(o)
		for round := range uint64(10) {
			r, err := Restore(w.Records(), o)
			if err != nil {
				t.Fatal(err)
			}
			for n := range 60 {
				for _, it := range []*World{w, r} {
					rng := rand.New(rand.NewPCG(seed<<32+round, uint64(n)))
					c := &chaos{rng: rng.IntN, users: 3, seldom: 1000}
					c.play(t, it, 1)
				}
				if n%20 == 19 {
					checkSame(t, w, r)
				}
			}
		}
	}
}
