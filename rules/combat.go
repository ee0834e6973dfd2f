package rules

import (
	"laneya/geom"
	"laneya/rules/content"
	"laneya/rules/mapgen"
)

// harm is what hurts.
type harm struct {
	amount  int
	by      *Actor             // nil for none
	cause   string             // for a person, in the recap: "a rat", "fire"
	status  content.StatusKind // Burning, Poisoned...: what kind of harm; NoHarm is a blow
	pierces bool               // armour does not help
}

// hurt takes health from a and returns how much; it kills where none is left.
func (l *level) hurt(a *Actor, w harm) int { return 0 }

// heal gives back up to so much health, and returns how much.
func (l *level) heal(a *Actor, n int) int { return 0 }

// inflict puts a into a status, or lets it last longer.
func (l *level) inflict(a *Actor, k content.StatusKind, ticks, power int, by *Actor) {}

// cure ends a status.
func (l *level) cure(a *Actor, k content.StatusKind) {}

// ageStatuses lets a tick of every status pass.
func (l *level) ageStatuses() {}

// bump lets h act on what bars its way to p: it hits a foe, opens a door.
func (l *level) bump(h *hero, p geom.Pos) {}

// strike lets a hit t with what it holds; the caller makes a wait.
func (l *level) strike(a, t *Actor) {}

// attitude returns what a is to h.
func (l *level) attitude(h *hero, a *Actor) Attitude { return Neutral }

// threatened reports whether h sees an enemy that is awake.
func (l *level) threatened(h *hero) bool { return false }

// stepFoes lets all foes act that are ready.
func (l *level) stepFoes() {}

// noise lets everyone around hear something that carries so many cells.
func (l *level) noise(p geom.Pos, loud int, by *Actor) {}

// stockFoes puts the foes of a fresh level there.
func (l *level) stockFoes(plan *mapgen.Level) {}

// spawn puts a new foe next to p, nil where there is no room.
func (l *level) spawn(k content.FoeKind, p geom.Pos) *foe { return nil }
