package e2e

import (
	"context"
	"net"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
	"laneya/server"
)

// player plays one window by keys and mouse, and knows what it was told.
type player struct {
	*game
	*tap
}

// TestARun plays a short run from the choice of a hero to the Heart by real keys and
// the mouse: walking, chat, a fight, things taken up and put on, a ladder, death by a
// friend, revival, and the win.
func TestARun(t *testing.T) {
	srv := newServer(t, server.Config{Seed: 130, Depths: 2, FogOff: true, FreeDescent: true, FriendlyFire: true})
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- srv.Serve(ln) }()
	defer func() { shutdown(t, srv); <-served }()

	s := newScreen(t, 1280, 800)
	tp := newTap(t, ln.Addr().String())
	p := &player{s.play("-connect", tp.addr, "-name", "anna", "-mute", "-narrate", "-geometry", "1280x800+0+0"), tp}
	defer func() {
		if t.Failed() {
			save(t, "run-failed", s.shot("root"))
		}
	}()
	bert := newBot(t, "bert", dialTCP(ln.Addr().String()))

	p.makeHero()
	p.walk(bert)
	p.chat(bert)
	p.click(bert)
	p.descend("0:0:1")
	p.loot("hatchet")
	p.equip("hatchet")
	p.fight()
	p.fall(bert)
	p.rise(bert)
	p.recover()
	p.win()
}

// makeHero chooses the warden, by her letter.
func (p *player) makeHero() {
	p.game.t.Helper()
	p.tap.until("a hero", func(st *client.State) bool { return st.Hero() != nil })
	eventually(p.game.t, "the kits in the window", func() bool { return panelled(p.shot()) })
	p.game.tap("d")
	p.tap.until("the kit", func(st *client.State) bool { return st.Self().Kit != "" })
	eventually(p.game.t, "the kits to go", func() bool { return !panelled(p.shot()) })
}

// walk holds an arrow key for two fields.
func (p *player) walk(witness *bot) {
	from := p.tap.state.Hero().Pos
	witness.at()
	d := witness.way(from, 2)
	p.focus()
	p.screen.keyDown(arrows[d])
	p.tap.until("two steps", func(st *client.State) bool { return st.Hero().Pos.Sub(from).Taxicab() >= 2 })
	p.screen.keyUp(arrows[d])
	p.settle()
}

// click goes two fields with the mouse. The camera stands over her where she began, as
// near as what she walked since.
func (p *player) click(witness *bot) {
	p.game.t.Helper()
	p.tap.drain()
	from := p.tap.state.Hero().Pos
	d := witness.way(from, 2)
	const cell = 48 // pixels: the art tripled, which is what fits 1280x800
	p.clickAt(640+2*cell*d.Delta().DX, 400+2*cell*d.Delta().DY)
	p.tap.until("steps to where the mouse clicked", func(st *client.State) bool { return st.Hero().Pos != from })
	p.settle()
}

// clickAt clicks a point of the window with the left button.
func (p *player) clickAt(x, y int) {
	p.focus()
	p.screen.tool("xdotool", "mousemove", "--window", p.window, strconv.Itoa(x), strconv.Itoa(y), "sleep", "0.2", "mousedown", "1", "sleep", "0.1", "mouseup", "1", "sleep", "0.2")
}

// write types a text.
func (p *player) write(text string) {
	p.screen.tool("xdotool", "type", "--delay", "60", text)
}

// loot finds a thing by its name, goes there and takes it.
func (p *player) loot(name string) {
	p.game.t.Helper()
	n := len(p.tap.state.Items())
	p.strive("the "+name, func(st *client.State) bool { return p.carries(name) != nil }, func() {
		for _, th := range p.tap.state.Things() {
			if th.Name == name && (geom.Pos{X: th.X, Y: th.Y}) == p.tap.state.Hero().Pos {
				p.game.tap("g")
				return
			}
		}
		p.find(name)
	})
	if len(p.tap.state.Items()) != n+1 {
		p.game.t.Errorf("she carries %d things after taking one, and carried %d", len(p.tap.state.Items()), n)
	}
}

// find goes to what is called so.
func (p *player) find(name string) {
	p.game.tap("n")
	p.write(name)
	p.game.tap("Return")
}

// carries returns the thing of that name that she carries.
func (p *player) carries(name string) *protocol.Item {
	for i := range p.tap.state.Items() {
		if it := &p.tap.state.Items()[i]; it.Name == name {
			return it
		}
	}
	return nil
}

// equip wields a thing that she carries.
func (p *player) equip(name string) {
	p.game.t.Helper()
	p.strive("wielding the "+name, func(*client.State) bool { it := p.carries(name); return it != nil && it.Slot != "" }, func() {
		p.choose("shift+e", name)
	})
}

// choose opens a list by a key, and chooses the row of it that has the words in it.
func (p *player) choose(key, words string) {
	p.game.t.Helper()
	p.spoken.take()
	heard := ""
	for range 20 {
		p.game.tap(key)
		eventually(p.game.t, "words on what has the focus", func() bool { heard += p.spoken.take(); return heard != "" })
		if strings.Contains(heard, words) {
			p.game.tap("Return")
			return
		}
		key = "Down"
	}
	p.game.t.Fatalf("nothing in the list is called %q, only %q", words, heard)
}

// fight kills somebody.
func (p *player) fight() {
	p.game.t.Helper()
	p.strive("a victory", func(st *client.State) bool { return told(st, "kill") }, func() {
		p.game.tap("Tab")
	})
}

// fall lets the friend come and kill her.
func (p *player) fall(friend *bot) {
	friend.descend("0:0:1")
	friend.strive("her death", func(st *client.State) bool { return friend.wisp("anna") }, func() {
		switch anna := friend.sees("anna"); {
		case anna == nil:
		case anna.Pos.Sub(friend.state.Hero().Pos).Taxicab() > 1:
			friend.session.Want(protocol.Travel{To: "place", X: anna.Pos.X, Y: anna.Pos.Y})
		default:
			friend.session.Want(protocol.Attack{Target: anna.ID})
		}
	})
	p.tap.until("her death", func(st *client.State) bool { return st.Self().Wisp })
	eventually(p.game.t, "her death in the window", func() bool { return panelled(p.shot()) })
	save(p.game.t, "death", p.shot())
	p.game.tap("Return")
}

// rise lets the friend climb down, which revives her, and leave.
func (p *player) rise(friend *bot) {
	friend.descend("0:0:2")
	p.tap.until("her revival", func(st *client.State) bool { return !st.Self().Wisp && st.Level() == "0:0:2" })
	if err := friend.session.Leave(context.Background()); err != nil {
		p.game.t.Error(err)
	}
}

// recover goes back for what lies in her grave, puts it on, and comes back.
func (p *player) recover() {
	p.game.t.Helper()
	p.strive("up again", func(st *client.State) bool { return st.Level() == "0:0:1" }, func() { p.game.tap("less") })
	p.strive("her things", func(*client.State) bool { return p.carries("hatchet") != nil }, func() {
		if len(p.tap.state.Self().Near) > 0 {
			p.choose("g", "All of it")
			return
		}
		p.find("grave")
	})
	for _, name := range []string{"hatchet", "leather coat", "buckler"} {
		p.equip(name)
	}
	p.descend("0:0:2")
}

// win takes the Heart and shares it.
func (p *player) win() {
	p.game.t.Helper()
	p.strive("the Heart", func(st *client.State) bool { return st.Self().CanShare }, func() {
		for _, th := range p.tap.state.Things() {
			if (geom.Pos{X: th.X, Y: th.Y}) == p.tap.state.Hero().Pos {
				p.game.tap("g")
				return
			}
		}
		p.find("Heart")
	})
	p.spoken.take()
	p.game.tap("space")
	p.tap.until("the victory", func(st *client.State) bool { return st.Run().State == "won" })
	said := ""
	eventually(p.game.t, "the victory in the window", func() bool { said += p.spoken.take(); return strings.Contains(said, "The Heart is yours") })
	save(p.game.t, "victory", p.shot())
}

// descend goes to the ladder and down.
func (b *bot) descend(level string) {
	b.strive("to be on "+level, func(st *client.State) bool { return st.Level() == level }, func() {
		if b.state.Content().Terrain(b.state.Terrain(b.state.Hero().Pos)).Can("climb_down") {
			b.session.Do(protocol.Climb{Way: "down"})
			return
		}
		b.session.Want(protocol.Travel{To: "down"})
	})
}

// strive does what leads to a goal again and again until it is reached.
func (b *bot) strive(goal string, there func(*client.State) bool, do func()) {
	b.t.Helper()
	ticker := time.NewTicker(300 * time.Millisecond)
	defer ticker.Stop()
	timeout := time.NewTimer(patience)
	defer timeout.Stop()
	for !there(b.state) {
		select {
		case c := <-b.session.Changes():
			b.state.Apply(c)
		case <-ticker.C:
			if b.state.Self().Intent == "" {
				do()
			}
		case <-timeout.C:
			b.t.Fatalf("waited in vain for %s", goal)
		}
	}
}

// wisp reports whether the hero of that name is dead, and in sight.
func (b *bot) wisp(name string) bool {
	e := b.sees(name)
	return e != nil && e.Wisp
}

// chat says something that the friend hears.
func (p *player) chat(friend *bot) {
	p.game.tap("Return")
	p.screen.tool("xdotool", "type", "--delay", "60", "to the ladder")
	p.game.tap("Return")
	friend.until("what anna says", func(st *client.State) bool {
		events, _ := st.EventsSince(0)
		for i := range events {
			if strings.Contains(events[i].Text, "to the ladder") {
				return true
			}
		}
		return false
	})
}

// settle waits until she wants nothing and nothing is told for a moment.
func (p *player) settle() {
	p.game.t.Helper()
	deadline := time.Now().Add(patience)
	for {
		before := p.tap.state.Revision()
		quiet := !p.tap.within(400*time.Millisecond, func(st *client.State) bool { return st.Revision() != before })
		if quiet && p.tap.state.Self().Intent == "" {
			return
		}
		if time.Now().After(deadline) {
			p.game.t.Fatalf("she is never done with %q", p.tap.state.Self().Intent)
		}
	}
}

// descend goes to the ladder and down.
func (p *player) descend(level string) {
	p.game.t.Helper()
	p.strive("be on "+level, func(st *client.State) bool { return st.Level() == level }, func() { p.game.tap("greater") })
}

// strive does what leads to a goal again and again, and in between what keeps her
// alive, until she is there.
func (p *player) strive(goal string, there func(*client.State) bool, do func()) {
	p.game.t.Helper()
	for range 150 {
		p.tap.drain()
		st := p.tap.state
		if there(st) {
			return
		}
		if st.Self().Wisp {
			p.game.t.Fatalf("she died: %+v", st.Self().Recap)
		}
		switch health := st.Self().Health * 100 / max(1, st.Self().MaxHealth); {
		case p.threatened():
			p.game.tap("Tab")
		case health < 70 && !p.awake():
			p.game.tap("z")
		default:
			do()
		}
		p.settle()
	}
	p.game.t.Fatalf("she never came to %s: %+v", goal, *p.tap.state.Self())
}

// threatened reports whether somebody who is awake is near and in the way.
func (p *player) threatened() bool {
	st := p.tap.state
	for _, e := range st.Entities() {
		if e.Attitude == "foe" && !e.Asleep && e.Pos.Sub(st.Hero().Pos).Chebyshev() <= 3 && st.InSight(e.Pos) {
			return true
		}
	}
	return false
}

// awake reports whether any foe is awake: who rests is disturbed by one.
func (p *player) awake() bool {
	return slices.ContainsFunc(p.tap.state.Entities(), func(e *client.Entity) bool { return e.Attitude == "foe" && !e.Asleep })
}
