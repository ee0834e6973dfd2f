package rules

import (
	"slices"
	"strings"

	"laneya/geom"
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

// Options are what the host of a world decides. The clock and the fog are not
// part of a saved world; the seed is.
type Options struct {
	Seed  uint64
	Clock Clock
	// Fog lets heroes know only what they have seen. Without it they know all
	// of their level, and what they see is not kept as explored.
	Fog bool
}

// World is everything that a server holds of the game. It is not safe for
// concurrent use.
type World struct {
	opts   Options
	tick   uint64
	nextID uint64
	levels []*level // by ID
	heroes []*hero  // by name

	dirty bool     // the head changed since the last Changed
	gone  []string // names whose records are to be deleted, sorted

	due     []*level // the levels of the step under way
	stepDue func(i int)
}

// NewWorld returns a world without levels and heroes. A level comes into being
// when the first hero joins it.
func NewWorld(o Options) *World {
	w := &World{opts: o, nextID: 1, dirty: true}
	w.stepDue = func(i int) { w.due[i].step() }
	return w
}

// Seed returns the seed that the levels grow from.
func (w *World) Seed() uint64 { return w.opts.Seed }

// Tick returns the number of Steps in which time passed on a level.
func (w *World) Tick() uint64 { return w.tick }

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
		return l.id.Compare(id)
	})
}

// newID returns an entity ID that was never given before.
func (w *World) newID() uint64 {
	id := w.nextID
	w.nextID++
	w.dirty = true
	return id
}
