package main

import (
	"fmt"
	"slices"
	"strings"

	"laneya/bot"
	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
	"laneya/server"
)

// kits are what the four of a party go as.
var kits = [...]string{"warden", "ranger", "arcanist", "rogue"}

// result is what came of one run.
type result struct {
	seed    uint64
	state   string // "won", "lost", "going" when the time was up
	deepest int
	ticks   int
	stuck   string         // why nobody got anywhere any more; "" for no reason
	fault   string         // an answer of "internal"
	deaths  []death        // in order
	levels  map[int]int    // ticks spent by depth
	actions map[string]int // by name
	dug     int            // levels
	barred  []geom.LevelID // those whose ladder down can't be got to
	swam    bool           // somebody was told that only water leads on
	trail   []string       // of a run that got stuck: the last that its bots asked for and were told
}

// wrong reports whether something happened that should not.
func (r *result) wrong() bool { return r.fault != "" || r.stuck != "" || len(r.barred) > 0 }

// trouble tells what that was.
func (r *result) trouble() string {
	var all []string
	for _, s := range []string{r.stuck, r.fault} {
		if s != "" {
			all = append(all, s)
		}
	}
	for _, id := range r.barred {
		all = append(all, "no way to the ladder down of "+id.String())
	}
	return strings.Join(all, "; ")
}

// death is that of one hero.
type death struct {
	kit   string
	depth int
	cause string
}

const (
	// patience is how many ticks a party may go without getting anywhere: it
	// may take many rests to win a fight.
	patience = 8000
	// thinkEvery is how often, in ticks, each bot looks at what there is.
	thinkEvery = 2
)

// party is four bots at a table.
type party struct {
	table    *server.Table
	bots     []*bot.Bot
	res      *result
	dead     map[string]bool
	seen     []uint64       // by bot: the events noted so far
	known    map[string]int // by level: the most fields of it that one of them knew
	patience int
	moved    int // the tick in which that last grew
}

// play lets a party play with that seed for so many ticks at most, or until it got
// nowhere for patience of them.
func play(seed uint64, size, ticks, patience int, note func(*server.Table)) (*result, error) {
	table, err := server.NewTable(server.Config{Seed: seed})
	if err != nil {
		return nil, err
	}
	if note != nil {
		note(table)
	}
	content, err := contentOf(table)
	if err != nil {
		return nil, err
	}
	p := &party{table: table, patience: patience, dead: map[string]bool{}, known: map[string]int{}, res: &result{
		seed: seed, levels: map[int]int{}, actions: map[string]int{},
	}}
	for i := range size {
		b := bot.New(fmt.Sprintf("bot%d", i+1), kits[i%len(kits)])
		b.State.Apply(client.Change{Content: content})
		p.bots, p.seen = append(p.bots, b), append(p.seen, 0)
		p.do(b, protocol.Watch{MinVersion: 1, MaxVersion: 1})
	}
	for tick := range ticks {
		if p.turn(tick); p.over(tick) {
			break
		}
	}
	p.res.dug, p.res.barred = table.World().Barred()
	return p.res, nil
}

// contentOf fetches the tables as a client does.
func contentOf(table *server.Table) (*client.Content, error) {
	ask := func(part string) (r protocol.ContentResult, err error) {
		return r, protocol.DecodeResult(table.Do("bot1", protocol.Content{Part: part}).Data, &r)
	}
	head, err := ask("")
	if err != nil {
		return nil, err
	}
	var parts []client.Part
	for _, name := range head.Parts {
		r, err := ask(name)
		if err != nil {
			return nil, err
		}
		rows, err := protocol.DecodeRows(r.Tables)
		if err != nil {
			return nil, err
		}
		parts = append(parts, client.Part{Name: name, Rows: rows})
	}
	return client.NewContent(head.Hash, parts), nil
}

func (p *party) do(b *bot.Bot, a protocol.Action) {
	p.res.actions[a.Name()]++
	p.note("%d %s: %s %+v", p.res.ticks, b.User, a.Name(), a)
	ans := p.table.Do(b.User, a)
	if ans.Status == protocol.Success {
		return
	}
	var f protocol.Failure
	_ = protocol.DecodeResult(ans.Data, &f) // an unreadable failure has no reason
	p.note("  refused: %s", f.Reason)
	b.Refused(f.Reason)
	if ans.Status == protocol.Internal {
		p.res.fault = a.Name() + ": " + f.Message
	}
}

// maxTrail is how many lines a trail holds.
const maxTrail = 120

// note adds a line to the trail.
func (p *party) note(format string, args ...any) {
	if len(p.res.trail) >= maxTrail {
		p.res.trail = slices.Delete(p.res.trail, 0, maxTrail/2)
	}
	p.res.trail = append(p.res.trail, fmt.Sprintf(format, args...))
}

// overhear notes what the ith bot was told.
func (p *party) overhear(i int) {
	b := p.bots[i]
	events, count := b.State.EventsSince(p.seen[i])
	p.seen[i] = count
	for _, e := range events {
		p.res.swam = p.res.swam || e.Code == "stop_water"
		p.note("%d %s hears: %s %s %s %s", p.res.ticks, b.User, e.Code, e.Actor, e.Target, e.Text)
	}
}

// turn is one tick.
func (p *party) turn(tick int) {
	for i, b := range p.bots {
		for _, u := range p.table.Updates(b.User) {
			b.State.Apply(client.Change{Update: u})
		}
		p.overhear(i)
		if (tick+i)%thinkEvery == 0 {
			if a := b.Think(); a != nil {
				p.do(b, a)
			}
		}
		p.watch(b, tick)
	}
	p.table.Step()
	p.res.ticks = tick
}

// watch notes deaths and progress.
func (p *party) watch(b *bot.Bot, tick int) {
	self := b.State.Self()
	switch {
	case self.Wisp && !p.dead[b.User]:
		p.dead[b.User] = true
		d := death{kit: b.Kit, depth: self.Depth, cause: "?"}
		if n := len(self.Recap); n > 0 {
			d.cause = self.Recap[n-1].Text
		}
		p.res.deaths = append(p.res.deaths, d)
	case !self.Wisp:
		p.dead[b.User] = false
	}
	if b == p.bots[0] {
		p.res.levels[self.Depth]++
	}
	if tick%50 == 0 {
		p.survey(b, tick)
	}
}

// survey notes progress: a field that nobody knew, or a level further down.
func (p *party) survey(b *bot.Bot, tick int) {
	w, h := b.State.Size()
	known := 0
	for y := range h {
		for x := range w {
			if b.State.Terrain(geom.Pos{X: x, Y: y}) != client.Unknown {
				known++
			}
		}
	}
	if known > p.known[b.State.Level()] {
		p.known[b.State.Level()], p.moved = known, tick
	}
}

// where says where each bot is and what it is set to do.
func (p *party) where() string {
	var all []string
	for _, b := range p.bots {
		self, hero := b.State.Self(), b.State.Hero()
		if hero == nil {
			continue
		}
		all = append(all, fmt.Sprintf("%s (%d of %d health) on %s at %d,%d, set to %q", b.User, self.Health, self.MaxHealth, b.State.Level(), hero.Pos.X, hero.Pos.Y, self.Intent))
	}
	return strings.Join(all, "; ")
}

// over reports whether the run has come to an end, or to a standstill.
func (p *party) over(tick int) bool {
	run := p.bots[0].State.Run()
	p.res.state, p.res.deepest = run.State, max(p.res.deepest, run.Deepest)
	if run.State == "won" || run.State == "lost" || p.res.fault != "" {
		return true
	}
	if tick-p.moved > p.patience {
		p.res.stuck = p.where()
		return true
	}
	return false
}
