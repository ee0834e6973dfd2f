package bot

import (
	"slices"
	"strings"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
)

// Bot plays one hero. It belongs to one goroutine, the one that applies changes
// to its State.
type Bot struct {
	User string
	Kit  string // key of the kit that it chooses; "" keeps what it is given
	// State is what the bot knows. Its owner applies changes to it.
	State *client.State

	seen     uint64          // events read so far
	explored map[string]bool // levels that there is nothing left on
	asked    string          // the intent that it set last
	since    uint64          // turns since it last got anywhere
	at       geom.Pos
	level    string
	chosen   bool
	tried    map[try]int      // how often it has tried what with an item
	health   int              // at its last turn
	hurtAt   int              // the turn in which it was hit last
	patience int              // turns that it lets go by, since something was in the way
	bold     int              // until this turn it attacks also who sleeps far off: such a one bars the way
	target   string           // whom it attacked last
	crossed  []geom.Pos       // places on the level that it has tried to get to over water
	searched []geom.Pos       // places on the level from which it has searched
	shunned  map[string]int   // foes it can't get at, until its turn reaches this
	lost     int              // until this turn it knows no way to the leader that it follows
	blocked  int              // how often its way was barred since it last made room
	walledIn int              // until this turn it knows no way to the ladder that it knows
	wentFor  int              // what lost was when it set out for the leader
	journey  protocol.Action  // the last travel that it asked for
	swim     bool             // that leads through deep water alone: it means it
	pulled   map[geom.Pos]int // levers of the level that it has gone for, and how often
	heartAt  int              // no way to the Heart is asked for until this turn
	missed   map[string]int   // foes that it has thrown at since it last attacked one, and how often
	waited   int              // turns for the others to get well
	zapped   uint64           // the wand or staff that it used last
	full     bool             // its pack was too full for what it wanted
	dark     geom.Pos         // where it was too dark to read
	callAt   int              // it doesn't call its party to the ladder until this turn
	shrineAt int              // no way to a shrine is asked for until this turn
	turn     int
}

// New returns a Bot that knows nothing yet.
func New(user, kit string) *Bot {
	return &Bot{
		User: user, Kit: kit, State: client.NewState(),
		explored: map[string]bool{}, tried: map[try]int{}, shunned: map[string]int{}, missed: map[string]int{}, pulled: map[geom.Pos]int{},
	}
}

// Think returns what the bot wants now, nil for nothing: it goes on with what it
// does. Call it after the updates of a tick were applied, once for each tick.
func (b *Bot) Think() protocol.Action {
	b.turn++
	b.read()
	st := b.State
	self, hero := st.Self(), st.Hero()
	if hero == nil || self.MaxHealth == 0 {
		return nil
	}
	if b.level != st.Level() {
		b.searched, b.crossed, b.pulled = nil, nil, map[geom.Pos]int{}
	}
	if b.level != st.Level() || b.at != hero.Pos {
		b.level, b.at, b.since = st.Level(), hero.Pos, 0
	}
	b.since++
	if self.Health < b.health && !b.in("poisoned") && !b.in("burning") {
		b.hurtAt = b.turn
	}
	b.health = self.Health
	switch {
	case !b.chosen && b.Kit != "" && self.Kit != b.Kit && self.Depth == 0:
		b.chosen = true
		return protocol.Kit{Kit: b.Kit}
	case self.Wisp:
		return b.haunt()
	case self.Ready > 0:
		return nil
	}
	if a := b.urgent(); a != nil {
		return b.act(a)
	}
	if foe := b.foe(); foe != nil {
		return b.fight(foe)
	}
	if b.busy() {
		return nil
	}
	if b.swim && b.journey != nil {
		b.swim = false
		return b.act(b.journey)
	}
	if b.patience > 0 && !b.harried() {
		b.patience--
		return b.act(protocol.Pass{})
	}
	for _, idea := range [...]func() protocol.Action{b.evade, b.recover, b.dress, b.study, b.collect, b.giveAway, b.revive, b.lighten, b.finish, b.goOn} {
		if a := idea(); a != nil {
			return b.act(a)
		}
	}
	return nil
}

// Refused tells the bot that what it asked for last was refused, with that reason.
func (b *Bot) Refused(reason string) {
	switch reason {
	case "full_pack":
		b.full = true
	case "too_dark":
		if hero := b.State.Hero(); hero != nil {
			b.dark = hero.Pos
		}
	}
}

// act remembers what was asked for.
func (b *Bot) act(a protocol.Action) protocol.Action {
	b.asked = a.Name()
	if b.asked == "travel" {
		b.journey = a
	}
	return a
}

// busy reports whether the hero is set to do something that it should go on
// with.
func (b *Bot) busy() bool {
	const patience = 150 // turns without getting anywhere
	in := b.State.Self().Intent
	if b.since > patience {
		b.since = 0
		return false
	}
	if l := b.leader(); in == "follow" && l != nil && l.User == b.User {
		return false // whom it followed doesn't lead any more
	}
	return in != "" && in != "move"
}

// read takes in what happened.
func (b *Bot) read() {
	events, count := b.State.EventsSince(b.seen)
	b.seen = count
	for i := range events {
		switch e := &events[i]; e.Code {
		case "explored", "explored_but":
			b.explored[b.State.Level()] = true
		case "no_effect":
			b.tried[try{"zap", b.zapped}] = spent
		case "stop_water":
			b.swim = true
		case "search_found":
			delete(b.explored, b.State.Level())
		case "no_reach", "stop_no_way", "stop_blocked", "target_gone", "target_away", "target_friend", "stop_unknown", "no_target":
			if b.asked == "attack" {
				b.shun()
			}
			b.patience = 12
			const turns = 100
			switch {
			case e.Code != "stop_no_way":
			case b.asked == "follow":
				b.lost = b.turn + turns
			case b.asked == "travel" && b.journey == protocol.Action(protocol.Travel{To: "down"}):
				b.walledIn, b.patience = b.turn+turns, 0
			case b.asked == "travel" && len(b.crossed) > 0:
				b.patience = 0 // there are other places to try
			}
			if e.Code == "stop_blocked" && b.asked != "attack" {
				if b.sees("foe") {
					b.bold, b.patience = b.turn+60, 0
				}
				b.blocked++
			}
		}
	}
}

// sees reports whether somebody of that attitude is in sight.
func (b *Bot) sees(attitude string) bool {
	for _, e := range b.State.Entities() {
		if e.Attitude == attitude {
			return true
		}
	}
	return false
}

// shun leaves alone for a while those whom it can't get at: the one that it
// meant, which it may not see any more, and others in sight.
func (b *Bot) shun() {
	const turns = 100
	b.shunned[b.target] = b.turn + turns
	for _, e := range b.State.Entities() {
		if e.Attitude == "foe" {
			b.shunned[e.ID] = b.turn + turns
		}
	}
}

// foe returns the nearest foe in sight that is worth a fight, nil for none.
func (b *Bot) foe() *client.Entity {
	const far = 14 // cells from which one that hasn't noticed is let be
	hero := b.State.Hero()
	var best *client.Entity
	for _, e := range b.State.Entities() {
		d := e.Pos.Sub(hero.Pos).Taxicab()
		if e.Attitude != "foe" || b.shunned[e.ID] > b.turn || b.bold < b.turn && (d > far || e.Asleep && d > 8) {
			continue
		}
		if best == nil || b.before(e, best) {
			best = e
		}
	}
	return best
}

// before reports whether a foe is to be fought before another: of those close by
// the one that has the least left, so that a party fells one after the other;
// otherwise the nearer.
func (b *Bot) before(e, other *client.Entity) bool {
	const close = 2 // cells
	hero := b.State.Hero()
	d, far := e.Pos.Sub(hero.Pos).Taxicab(), other.Pos.Sub(hero.Pos).Taxicab()
	if d <= close && far <= close && e.Health != other.Health {
		return e.Health < other.Health
	}
	return d < far
}

// share returns the hero's health in percent.
func (b *Bot) share() int {
	s := b.State.Self()
	return 100 * s.Health / max(s.MaxHealth, 1)
}

// carried returns the first carried item that fits, nil for none.
func (b *Bot) carried(fits func(*protocol.Item) bool) *protocol.Item {
	items := b.State.Items()
	i := slices.IndexFunc(items, func(it protocol.Item) bool { return fits(&it) })
	if i < 0 {
		return nil
	}
	return &items[i]
}

// of returns a test for items of these kinds.
func of(kinds ...string) func(*protocol.Item) bool {
	return func(it *protocol.Item) bool { return slices.Contains(kinds, it.Kind) }
}

// in reports whether the hero is in that status.
func (b *Bot) in(status string) bool {
	for _, c := range b.State.Self().Status {
		if c.Status == status {
			return true
		}
	}
	return false
}

// row returns the content's row of an item, an empty one if it isn't known.
func (b *Bot) row(kind string) *protocol.Row {
	if r := b.State.Content().Row(protocol.TableItems, kind); r != nil {
		return r
	}
	return &protocol.Row{}
}

// try is something that may be done with an item.
type try struct {
	verb string
	item uint64
}

// again reports whether something may be tried once more; it may be twice.
func (b *Bot) again(verb string, item uint64) bool {
	t := try{verb, item}
	b.tried[t]++
	return b.tried[t] <= 2
}

// leader returns whom the party goes after: of those who are alive and awake and
// deepest, the first.
func (b *Bot) leader() *protocol.Member {
	party := b.State.Party()
	var best *protocol.Member
	for i := range party {
		m := &party[i]
		if !m.Wisp && !m.Asleep && (best == nil || depthOf(m.Level) > depthOf(best.Level)) {
			best = m
		}
	}
	return best
}

// terrain returns the key of what p is made of.
func (b *Bot) terrain(p geom.Pos) string {
	if r := b.State.Content().Terrain(b.State.Terrain(p)); r != nil {
		return r.Key
	}
	return ""
}

// beside returns a field next to the hero, or hers, of that terrain.
func (b *Bot) beside(key string) (geom.Pos, bool) {
	hero := b.State.Hero()
	for _, d := range [5]geom.Dir{geom.Stop, geom.North, geom.East, geom.South, geom.West} {
		if p := hero.Pos.Step(d); b.terrain(p) == key {
			return p, true
		}
	}
	return geom.Pos{}, false
}

// knows reports whether there is a field of that terrain on the level's map.
func (b *Bot) knows(key string) bool {
	w, h := b.State.Size()
	for y := range h {
		for x := range w {
			if b.terrain(geom.Pos{X: x, Y: y}) == key {
				return true
			}
		}
	}
	return false
}

// heals reports whether a kind of item gives back health.
func heals(kind string) bool {
	return strings.Contains(kind, "healing") || kind == "bandage" || kind == "potion_mist"
}
