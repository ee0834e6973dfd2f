package rules

import (
	"slices"
	"strings"

	"laneya/geom"
	"laneya/lang"
	"laneya/rules/dice"
	"laneya/rules/mapgen"
)

// Clock says when time passes on a level. Without an awake hero on it, it
// never does.
type Clock uint8

const (
	// Adaptive lets time stand still for a hero who is alone awake on a level
	// until that hero wants something; two or more run in real time.
	Adaptive Clock = iota
	// RealTime lets every Step be a tick.
	RealTime
)

// Death says what becomes of heroes who die.
type Death uint8

const (
	// Ghost makes a wisp of the dead, who can be revived; when all of a party
	// are dead, the run is lost.
	Ghost Death = iota
	// Lenient brings the dead back to the camp; no run is ever lost.
	Lenient
	// Hardcore ends a hero for good; she watches the others until a new run.
	Hardcore
)

// Options are what the host of a world decides. They are not part of a saved
// world, but for the seed.
type Options struct {
	Seed  uint64
	Clock Clock
	Death Death
	// Fog lets heroes know only what they have seen. Without it they know all
	// of their level, and what they see is not kept as explored.
	Fog bool
	// OwnSight keeps what a hero sees to herself; otherwise a party shares what
	// its members on the level see.
	OwnSight bool
	// FriendlyFire lets heroes hurt each other.
	FriendlyFire bool
	// FreeDescent lets a hero climb down without her party.
	FreeDescent bool
	// Invite makes everyone who joins a party of her own, to which others are
	// invited; otherwise all are of one party.
	Invite bool
	// NoHold refuses holds.
	NoHold bool
	// Depths is how deep the Heart lies, from 1 to 10; 0 is 10.
	Depths int
	// Quiet leaves the levels without foes and things, for figures and tests.
	Quiet bool
}

// World is everything that a server holds of the game. It is not safe for
// concurrent use.
type World struct {
	opts    Options
	Ticks   uint64 // in which time passed on some level
	Given   uint64 // IDs given for heroes and parties so far
	Serials uint64 // levels dug so far
	Epoch   uint64 // how often the caves have been renewed
	Made    int    // items that came into being on levels that are gone, or with heroes
	Unmade  int    // items that ended there
	Entries uint64 // that the hall was given so far

	levels  []*level   // by ID
	heroes  []*hero    // by name
	away    []*hero    // who have left the world, by name
	parties []*party   // by ID
	hall    []*HallRun // the oldest first

	deal   *deal  // the last that was dealt
	dealOf uint64 // the seed that it is of

	dirty bool     // the head changed since the last Changed
	gone  []string // keys of records to be deleted, sorted

	tongues map[string]*lang.Language // of users without a hero

	due     []*level // the levels of the step under way
	stepDue func(i int)
}

// NewWorld returns a world without levels and heroes. A level comes into being
// when the first hero comes to it.
func NewWorld(o Options) *World {
	w := &World{opts: o, dirty: true}
	w.stepDue = func(i int) { w.due[i].step() }
	return w
}

// MaxDepths is how deep the Heart lies in a run of full length.
const MaxDepths = mapgen.HeartDepth

// heart returns how deep the Heart lies.
func (o *Options) heart() int {
	if o.Depths < 1 || o.Depths > MaxDepths {
		return MaxDepths
	}
	return o.Depths
}

// Options returns what the host decided.
func (w *World) Options() Options { return w.opts }

// Seed returns the seed that the levels grow from.
func (w *World) Seed() uint64 { return w.opts.Seed }

// seed returns the seed of the caves as they are now.
func (w *World) seed() uint64 { return w.seedOf(w.Epoch) }

// seedOf returns the seed of the caves as they were dug then.
func (w *World) seedOf(epoch uint64) uint64 {
	if epoch == 0 {
		return w.opts.Seed
	}
	return dice.Mix(w.opts.Seed ^ dice.Mix(epoch))
}

// dealt returns what unknown things look like in runs that began then.
func (w *World) dealt(epoch uint64) *deal {
	if s := w.seedOf(epoch); w.deal == nil || w.dealOf != s {
		w.deal, w.dealOf = newDeal(s), s
	}
	return w.deal
}

// Tick returns the number of Steps in which time passed on a level.
func (w *World) Tick() uint64 { return w.Ticks }

// HasHero reports whether the user has a hero in the world, awake or asleep.
func (w *World) HasHero(user string) bool { return w.hero(user) != nil }

// Users returns the users who have a hero in the world, sorted.
func (w *World) Users() []string {
	names := make([]string, len(w.heroes))
	for i, h := range w.heroes {
		names[i] = h.Name
	}
	return names
}

func (w *World) hero(user string) *hero {
	if i, ok := w.findHero(user); ok {
		return w.heroes[i]
	}
	return nil
}

func (w *World) findHero(user string) (int, bool) {
	return slices.BinarySearchFunc(w.heroes, user, func(h *hero, name string) int {
		return strings.Compare(h.Name, name)
	})
}

func (w *World) level(id geom.LevelID) *level {
	if i, ok := w.findLevel(id); ok {
		return w.levels[i]
	}
	return nil
}

func (w *World) findLevel(id geom.LevelID) (int, bool) {
	return slices.BinarySearchFunc(w.levels, id, func(l *level, id geom.LevelID) int {
		return l.ID.Compare(id)
	})
}

// levelFor returns the level, digging it if it isn't there yet.
func (w *World) levelFor(id geom.LevelID) *level {
	i, ok := w.findLevel(id)
	if ok {
		return w.levels[i]
	}
	l := w.newLevel(id)
	w.keep(levelKeys + id.String())
	w.levels = slices.Insert(w.levels, i, l)
	w.dirty = true
	return l
}

// newID returns an ID for a hero or a party that was never given before.
func (w *World) newID() uint64 {
	w.Given++
	w.dirty = true
	return scramble(w.opts.Seed, 1<<51|w.Given)
}

// keep notes that a record is there again.
func (w *World) keep(key string) {
	if i, ok := slices.BinarySearch(w.gone, key); ok {
		w.gone = slices.Delete(w.gone, i, i+1)
	}
}

// drop notes that a record is to be deleted.
func (w *World) drop(key string) {
	if i, ok := slices.BinarySearch(w.gone, key); !ok {
		w.gone = slices.Insert(w.gone, i, key)
	}
}
