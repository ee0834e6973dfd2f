package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"laneya/geom"
	"laneya/rules/content"
	"laneya/rules/mapgen"
)

// Run is one attempt of a party at the caves.
type Run struct {
	Number  int      // from 1
	Epoch   uint64   `json:",omitzero"` // the world's as it began
	State   RunPhase `json:",omitzero"`
	Deepest int      `json:",omitzero"` // z of the deepest level that a living hero was on
	Turns   uint64   `json:",omitzero"`
	Tale    *HallRun `json:",omitzero"` // how it ended, as far as it is told of
	Dead    []string `json:",omitzero"` // users who left the world dead, sorted
	Again   []string `json:",omitzero"` // users who want a new run, sorted
}

// RunPhase says how far a run is.
type RunPhase uint8

// The phases of a run.
const (
	Going RunPhase = iota
	Won            // the Heart was shared; the party may go on below
	Lost
)

var phaseNames = [...]string{"going", "won", "lost"}

// String returns the phase's word on the wire.
func (p RunPhase) String() string {
	if int(p) >= len(phaseNames) {
		return "invalid"
	}
	return phaseNames[p]
}

// HallRun is a run that has ended, as the hall of fame keeps it.
type HallRun struct {
	Entry  uint64 // of all that the hall was given, from 1
	Number int    // of its party's runs
	Won    bool   `json:",omitzero"`
	Depth  int    // z of the deepest level
	Turns  uint64
	Cause  string `json:"-"` // how it ended, a sentence, made of the next two
	Who    string // who was the last to fall, or who shared the Heart; "" for nobody
	By     string `json:",omitzero"` // what the last fell to, see blamed
	Heroes []HallHero
	Ended  uint64 // the world's tick
	// Map is what was explored of the level that it ended on: for each row a
	// line of the codes of its terrain, ' ' for the rest.
	Map   string
	Level string      // x:y:z of that level
	Kind  mapgen.Kind // of that level
	Place string      `json:"-"` // and what it is called

	dirty bool
}

// HallHero is one of the heroes of a HallRun.
type HallHero struct {
	User  string
	Kit   content.KitKind
	Level string   // where she was last
	Pos   geom.Pos // on that level
	By    string   `json:",omitzero"` // what she fell to, see blamed; "" if she lived
	Cause string   `json:"-"`         // and in words
	Stuff []Stack  `json:",omitzero"` // what she carried
	Items []string `json:"-"`         // and in words
}

const (
	// maxHall is how many runs the hall keeps, the latest.
	maxHall = 100
	// maxHallHeroes and maxHallItems bound what it keeps of each.
	maxHallHeroes, maxHallItems = 50, 100
)

func (r *HallRun) key() string { return fmt.Sprintf("%s%020d", hallKeys, r.Entry) }

// judge looks whether the run of p is lost. fallen is who died just now, nil if
// somebody left. Those whose players are away don't save a run, but they don't
// lose one by going away either.
func (w *World) judge(p *party, fallen *hero) {
	awake, alive, saved := 0, 0, 0
	for _, h := range p.heroes {
		switch {
		case !h.Wisp && !h.Asleep:
			saved++
		case !h.Wisp:
			alive++
		case !h.Asleep:
			awake++
		}
	}
	if p.Run.State == Lost || saved > 0 || w.opts.Death == Lenient {
		return
	}
	if alive == 0 || fallen != nil && awake > 0 {
		w.lose(p, fallen)
	}
}

// forsaken reports whether only the dead are left to play the run of p.
func (p *party) forsaken() bool {
	awake := false
	for _, h := range p.heroes {
		if !h.Asleep && !h.Wisp {
			return false
		}
		awake = awake || !h.Asleep
	}
	return awake
}

// lose ends the run of p. Who won it has won it; only the story is told.
func (w *World) lose(p *party, last *hero) {
	if last == nil {
		i := slices.IndexFunc(p.heroes, func(h *hero) bool { return h.Fate != nil })
		last = p.heroes[max(i, 0)]
	}
	r := w.ended(p, last, p.took())
	if last.Fate != nil {
		r.Who, r.By = last.Name, cmp.Or(last.Fate.Cause, badLuck)
	}
	w.close(p, Lost, r)
	end := func(o *hero, e *Event) { e.Text = r.cause(o.say) }
	p.announce(Event{Code: "all_dead", word: end})
	p.announce(Event{Code: "run_lost", N: r.Depth, word: end})
}

// win ends the run of p for the members who are with h.
func (w *World) win(h *hero) {
	p := h.party
	var with []*hero
	for _, o := range h.level.heroes {
		if o.party == p {
			with = append(with, o)
		}
	}
	r := w.ended(p, h, with)
	r.Won = true
	r.Who = h.Name
	w.close(p, Won, r)
	p.announce(Event{Code: "wins", Actor: h.Name, User: h.Name, N: h.Level.Z, word: listed(with)})
	p.announce(Event{Code: "goes_on"})
}

// took returns the members who took part in the run.
func (p *party) took() []*hero {
	var with []*hero
	for _, h := range p.heroes {
		if h.Went || h.Wisp {
			with = append(with, h)
		}
	}
	return with
}

// ended returns what the hall keeps of a run that ends where h is.
func (w *World) ended(p *party, h *hero, with []*hero) *HallRun {
	r := &HallRun{
		Number: p.Run.Number, Depth: p.Run.Deepest, Turns: p.Run.Turns, Ended: w.Ticks, Map: p.chart(h.level), Level: h.level.ID.String(), Kind: h.level.Kind,
	}
	for _, o := range with[:min(len(with), maxHallHeroes)] {
		e := HallHero{User: o.Name, Kit: o.Kit, Level: o.Level.String(), Pos: o.Pos}
		if o.Wisp && o.Fate != nil {
			e.Level, e.Pos, e.By, e.Stuff = o.Fate.Level.String(), o.Fate.Pos, cmp.Or(o.Fate.Cause, badLuck), o.Fate.Items
		} else {
			e.Stuff = stacks(o, o.Pack)
		}
		r.Heroes = append(r.Heroes, e)
	}
	return r
}

// close ends the run of p and hangs it up in the hall.
func (w *World) close(p *party, state RunPhase, r *HallRun) {
	p.Run.State, p.Run.Tale = state, r.tale()
	p.dirty = true
	w.Entries++
	w.dirty = true
	r.Entry, r.dirty = w.Entries, true
	w.hall = append(w.hall, r)
	for len(w.hall) > maxHall {
		w.drop(w.hall[0].key())
		w.hall = slices.Delete(w.hall, 0, 1)
	}
}

// chart draws what members of p have explored of a level.
func (p *party) chart(l *level) string {
	var rows [geom.LevelCells]byte
	for i := range rows {
		rows[i] = ' '
	}
	for _, h := range p.heroes {
		n := slices.IndexFunc(h.Known, func(k *knowledge) bool { return k.Level == l.ID })
		if n < 0 {
			continue
		}
		k := h.Known[n]
		for i := range rows {
			if rows[i] == ' ' && k.Explored.Has(geom.CellAt(i)) {
				rows[i] = k.Terrain[i].Row().Code
			}
		}
	}
	var b strings.Builder
	for y := range geom.LevelHeight {
		row := rows[y*geom.LevelWidth : (y+1)*geom.LevelWidth]
		b.WriteString(strings.TrimRight(string(row), " "))
		b.WriteByte('\n')
	}
	return b.String()
}

// stacks returns what h calls those items.
func stacks(h *hero, items []*Item) []Stack {
	out := make([]Stack, 0, min(len(items), maxHallItems))
	for _, it := range items[:min(len(items), maxHallItems)] {
		out = append(out, Stack{h.labelOf(it), it.Count})
	}
	return out
}

// listed puts names into an Event's Text.
func listed(heroes []*hero) func(*hero, *Event) {
	return func(o *hero, e *Event) { e.Text = content.List(o.say, names(heroes)) }
}

// heartKind is the kind of the Heart, which is the only one of its class.
var heartKind, _ = content.ItemByKey("heart")

// holdsHeart reports whether h carries the Heart.
func (h *hero) holdsHeart() bool {
	return slices.ContainsFunc(h.Pack, func(it *Item) bool { return it.Kind == heartKind })
}

func planShare(w *World, h *hero, _ *Command) (func(), error) {
	switch {
	case !h.holdsHeart():
		return nil, refuse("no_heart")
	case h.party.Run.State != Going:
		return nil, refuse("run_over")
	}
	return func() { w.win(h) }, nil
}

// planNewRun begins a new run once this one is over. Where it might be played on,
// because it was won or friends who live are away, all who are awake have to want
// that.
func planNewRun(w *World, h *hero, _ *Command) (func(), error) {
	p := h.party
	if p.Run.State == Going && !p.forsaken() {
		return nil, refuse("run_going")
	}
	i, agreed := slices.BinarySearch(p.Run.Again, h.Name)
	var missing []*hero
	for _, o := range p.heroes {
		if _, ok := slices.BinarySearch(p.Run.Again, o.Name); !ok && o != h && !o.Asleep && p.Run.State != Lost {
			missing = append(missing, o)
		}
	}
	return func() {
		switch {
		case len(missing) == 0:
			if p.Run.State == Going {
				w.lose(p, h)
			}
			w.renew(p)
		case !agreed && len(p.Run.Again) < maxInvited:
			p.Run.Again = slices.Insert(p.Run.Again, i, h.Name)
			p.dirty = true
			p.announce(Event{Code: "wants_new_run", Actor: h.Name, User: h.Name, N: len(missing), word: listed(missing)})
		}
	}, nil
}
