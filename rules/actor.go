package rules

import (
	"laneya/geom"
	"laneya/lang"
	"laneya/rules/content"
)

// Kind says what an actor is.
type Kind uint8

// The kinds of actors.
const (
	KindHero Kind = iota // a user's figure
	KindFoe              // anything else that acts; Actor.Foe says what it is
)

// Actor is a hero or a foe: what stands on a field, has health and acts. No two
// solid actors stand on one field.
type Actor struct {
	ID        uint64
	Kind      Kind            `json:",omitzero"`
	Foe       content.FoeKind `json:",omitzero"` // of KindFoe
	Name      string          // a hero's is its user's
	Pos       geom.Pos        //
	Facing    geom.Dir        `json:",omitzero"` // the way it last turned; Stop before it has
	Asleep    bool            `json:",omitzero"` // a hero whose player is away, a foe that sleeps
	Health    int             // from 1 to MaxHealth while it lives
	MaxHealth int             //
	Wait      int             `json:",omitzero"` // ticks until it may act again
	Status    []Condition     `json:",omitzero"` // by Kind

	on   *level // where it is, nil for nowhere
	hero *hero  // that it is part of, or
	foe  *foe
}

// Condition is a status that an actor is in.
type Condition struct {
	Kind  content.StatusKind
	Ticks int    // that it still lasts, at least 1
	Power int    `json:",omitzero"` // what it means depends on Kind
	By    uint64 `json:",omitzero"` // ID of the actor who brought it about, 0 for none
}

// has reports whether a is in that status.
func (a *Actor) has(k content.StatusKind) bool { return a.condition(k) != nil }

// condition returns a's condition of that kind, nil if there is none.
func (a *Actor) condition(k content.StatusKind) *Condition {
	for i := range a.Status {
		if a.Status[i].Kind == k {
			return &a.Status[i]
		}
	}
	return nil
}

// spend makes a wait after something that took so many ticks for an actor in
// no particular status.
func (a *Actor) spend(ticks int) {
	switch {
	case a.has(content.Slowed):
		ticks *= 2
	case a.has(content.Hasted):
		ticks = (ticks + 1) / 2
	}
	a.Wait += ticks
}

// hero is a user's figure. While it is asleep it has no intent and owes no
// step.
type hero struct {
	Actor
	Level geom.LevelID
	// Intent is what the hero does until it is done, stopped or replaced.
	Intent Intent `json:",omitzero"`
	// Owed are ways to walk that no tick has carried out yet, the oldest first,
	// then Stop. They outlive what comes after them, so that the shortest tap on
	// a key is one step, and two taps are two, however they fall between ticks.
	Owed [maxOwed]geom.Dir `json:",omitzero"`

	Kit      content.KitKind `json:",omitzero"`
	Chosen   bool            `json:",omitzero"` // the kit was chosen by the player
	Pack     []*Item         `json:",omitzero"` // what is carried and worn, in the order it was taken
	Wisp     bool            `json:",omitzero"` // dead: flies, sees and talks, nothing else
	Sneaking bool            `json:",omitzero"`
	Holds    bool            `json:",omitzero"` // asks for a hold
	Fed      int             `json:",omitzero"` // ticks until hungry
	Prefs    Prefs
	Colour   string   // a party_ colour of the content
	Party    uint64   // ID of the party
	Ignored  []string `json:",omitzero"` // users whose words don't reach this one, sorted
	Lived    uint64   `json:",omitzero"` // ticks that it had something in Recap
	Recap    []Cause  `json:",omitzero"` // what hurt it lately, the oldest first
	Place    *Mark    `json:",omitzero"` // the place it marked for its party
	Until    uint64   `json:",omitzero"` // the world's tick at which Place fades, 0 for never
	Went     bool     `json:",omitzero"` // has left the camp in this run
	Away     *absence `json:",omitzero"` // she has left the world; nil for who is in it
	Fate     *Fate    `json:",omitzero"` // how it died last; nil once it is revived
	Known    []*knowledge
	// Dared are the IDs of enemies in view that have kept her from exploring once.
	Dared  []uint64 `json:",omitzero"`
	Soaked bool     `json:",omitzero"` // its last step was in deep water
	Lunges bool     `json:",omitzero"` // its last step led straight at whom it hits now

	level  *level
	party  *party
	sight  geom.CellSet // fields in sight, by others' eyes, too, if the party shares what it sees
	gaze   gaze
	say    *lang.Language // what she is told is told in it, nil for English
	heard  []Event        // since the last Forget
	story  story          // of the last run, in words
	climbs bool           // takes the ladder that it stands on when the level has been stepped
	calls  bool           // has told its friends that it waits at the ladder down
	warned geom.Pos       // the field that it was last warned of
	dirty  bool           // changed since the last Changed
}

// Prefs are what a player has set for her hero.
type Prefs struct {
	Pickup     bool // walking and exploring pick up what lies there
	StopHealth int  // percent of health below which attacking stops, and exploring once it falls below it
	Confirm    bool // walking stops before deep water, lava and chasms
}

// maxOwed is how many taps may wait for their tick.
const maxOwed = 2

// Cause is one thing that hurt a hero.
type Cause struct {
	Tick   uint64 // of the hero's life
	By     string // what it was, see blamed
	Text   string `json:"-"` // and in words
	Damage int
}

// knowledge is what a hero has seen of a level.
type knowledge struct {
	Level    geom.LevelID
	Explored geom.CellSet
	Terrain  Ground  // of explored fields, as last seen
	Things   []Thing `json:",omitzero"` // as last seen, by ID
	// Spent are fields that exploring gains nothing from any more, and Left the
	// IDs of things that it leaves where they are.
	Spent geom.CellSet `json:",omitzero"`
	Left  []uint64     `json:",omitzero"`
	Doors geom.CellSet `json:",omitzero"` // closed doors that have been seen
}

// owe puts d behind what is owed, or in the place of the last if too much is.
func (h *hero) owe(d geom.Dir) {
	i := 0
	for i < maxOwed-1 && h.Owed[i] != geom.Stop {
		i++
	}
	h.Owed[i] = d
}

// paid takes the oldest off what is owed.
func (h *hero) paid() {
	copy(h.Owed[:], h.Owed[1:])
	h.Owed[maxOwed-1] = geom.Stop
}

// wishing reports whether the hero wants something of the next ticks.
func (h *hero) wishing() bool {
	return h.Owed[0] != geom.Stop || h.Intent.Kind != Idle || h.Wait > 0
}

// knows returns what the hero knows of the level, making room for it.
func (h *hero) knows(id geom.LevelID) *knowledge {
	i := 0
	for i < len(h.Known) && h.Known[i].Level.Compare(id) < 0 {
		i++
	}
	if i < len(h.Known) && h.Known[i].Level == id {
		return h.Known[i]
	}
	h.Known = append(h.Known, nil)
	copy(h.Known[i+1:], h.Known[i:])
	h.Known[i] = &knowledge{Level: id}
	return h.Known[i]
}

// foe is an actor that no user moves.
type foe struct {
	Actor
	Mood     Mood             `json:",omitzero"`
	Target   uint64           `json:",omitzero"` // ID of the actor it is after
	Goal     geom.Pos         `json:",omitzero"` // where it last noticed it, or wanders to
	Patience int              `json:",omitzero"` // ticks until it gives up
	Hidden   bool             `json:",omitzero"` // an ambusher or mimic that nobody has found out
	Disguise content.ItemKind `json:",omitzero"` // what a mimic looks like
	Home     geom.Pos         `json:",omitzero"` // where it goes back to when it gives up
	Woken    bool             `json:",omitzero"` // slept at Home, and will again
	Side     geom.Dir         `json:",omitzero"` // of a Pack: from where it comes at its Target
	Carries  []*Item          `json:",omitzero"`
	Risen    bool             `json:",omitzero"` // a Reviver that has been killed once
	Master   uint64           `json:",omitzero"` // ID of the hero it fights for, 0 for none
	Called   bool             `json:",omitzero"` // came at its Master's call, and leaves with the spell
	Caller   uint64           `json:",omitzero"` // ID of the foe that called it
	Bold     int              `json:",omitzero"` // how often it has fled
	Faces    int              `json:",omitzero"` // of a boss: how many heroes its strength is for
	Cool     int              `json:",omitzero"` // ticks until it may use its special power again

	seeming *Item // what a mimic in hiding is taken for; made when it is first looked at
}

// seems returns the thing that f is taken for, nil unless f is a mimic in
// hiding. It is no item of the world: nobody can take it.
func (f *foe) seems() *Item {
	if f == nil || !f.Hidden || !f.row().Has(content.Mimic) {
		return nil
	}
	if f.seeming == nil || f.seeming.Kind != f.Disguise {
		f.seeming = fresh(&Item{ID: f.ID, Kind: f.Disguise, Count: f.pretends()})
	}
	return f.seeming
}

// row returns the foe's kind.
func (f *foe) row() *content.Foe { return f.Actor.Foe.Row() }
