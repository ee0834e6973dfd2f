package rules

import (
	"laneya/geom"
	"laneya/rules/content"
)

// Entity is a hero or a foe as a user sees it.
type Entity struct {
	ID        uint64
	Kind      Kind
	Foe       content.FoeKind // of KindFoe
	Name      string          // for a person
	Pos       geom.Pos
	Facing    geom.Dir
	Asleep    bool
	Health    int
	MaxHealth int
	Status    uint32 // a bit for each content.StatusKind, 1<<kind
	Attitude  Attitude
	Light     int              // radius of the light it carries
	Tint      string           // colour of that light
	Colour    string           // of a hero
	Kit       content.KitKind  // of a hero
	Weapon    content.ItemKind // that a hero holds, if Armed
	Armour    content.ItemKind // that a hero wears, if Clad
	Armed     bool
	Clad      bool
	Wisp      bool
	Sneaking  bool
	Boss      bool
}

// Attitude is what an entity is to the user.
type Attitude uint8

// The attitudes.
const (
	Neutral Attitude = iota
	Friend
	Enemy
)

// View is all that one user may know of the world at one moment. Use one View
// again and again for World.View: it keeps its memory. It shares none with the
// world, so it may be read by another goroutine while the world goes on.
type View struct {
	Level    geom.LevelID
	Hero     int          // index of the user's own hero in Entities
	Explored geom.CellSet // fields whose terrain is known
	Sight    geom.CellSet // fields in sight now; all of them are explored
	Entities []Entity     // in sight, by ID
	Things   []Thing      // items known to lie on the level, by ID
	Clouds   []CloudOver  // in sight, by field
	Self     Sheet
	Party    []Member // in the order they joined
	Marks    []Mark   // of the party
	Run      RunState
	Events   []Event // since the last Forget, oldest first

	ground Ground // of explored fields only; a secret door is Wall until found
}

// CloudOver is a cloud over a field.
type CloudOver struct {
	Pos    geom.Pos
	Kind   content.CloudKind
	Amount int
}

// Sheet is what a user knows of her own hero.
type Sheet struct {
	Health, MaxHealth int
	Ready             int // ticks until it can act again
	Kit               content.KitKind
	Chosen            bool // the kit was chosen
	Wisp              bool
	Sneaking          bool
	Intent            IntentKind
	To                *geom.Pos  // of Travelling, on the hero's level; nil if the goal is elsewhere or not chosen yet
	Path              []geom.Pos // the fields that travelling takes, the next first
	Items             []Carried
	Status            []Condition
	Prefs             Prefs
	Light             int    // radius of the light it carries
	Shots             int    // pieces for the bow that she holds, -1 for no bow
	Fuel              int    // ticks that it lasts, -1 without end, 0 for no light
	Fed               int    // ticks until hungry
	Armour            int    // taken off each hit
	Damage            int    // of a hit, on average
	LevelName         string // for a person
	LevelKind         string // key
	Depth             int
	Heart             int     // at which depth the Heart lies
	Safe              bool    // no foes come here
	Recap             []Cause // what hurt it in the last 15 s before it died
	Target            uint64  // of Attacking
	CanShare          bool    // it holds the Heart where it can be shared
	Near              []Near  // in a chest or grave next to it
}

// Near is an item in a store next to a hero.
type Near struct {
	Carried
	Pos geom.Pos // the store's
	In  string   // "chest", "grave" or "coffin"
}

// Carried is an item as its bearer knows it.
type Carried struct {
	ID         uint64
	Kind       string // key of the item's kind, or of its looks while that is unknown
	Name       string // for a person
	Class      content.Class
	Count      int
	Slot       content.Slot
	Charges    int // -1 unknown
	MaxCharges int
	Fuel       int
	Known      bool
	Cursed     bool // known to be
	Junk       bool
	Rune       string // key, if known
	Bonus      int    // if known
}

// Member is one of a party, as the others know her.
type Member struct {
	User      string
	Colour    string
	Kit       content.KitKind
	Level     geom.LevelID
	Pos       geom.Pos
	Health    int
	MaxHealth int
	Wisp      bool
	Asleep    bool
	Here      bool // on the user's level
	Leader    bool
	Gathered  bool // at the ladder down
	Acted     bool // has done what a hold waits for
}

// Mark is a place that a hero marked for her party.
type Mark struct {
	User  string
	Kind  string // "look", "gather" or "danger"
	Level geom.LevelID
	Pos   geom.Pos
	Ticks int `json:",omitzero"` // that it still shows
}

// RunState is how a party's run goes.
type RunState struct {
	State   string // "going", "won" or "lost"
	Number  int    // from 1
	Deepest int
	Turns   uint64 // ticks in which one of the party was in the caves
	Death   Death
	Hold    bool     // the hero's level goes step by step for all
	Holding []string // users of the party on the level who ask for that
	Waiting []string // users whom the hold, or the ladder down, waits for
	Turned  bool     // time stands still until the hero wants something
	Heart   string   // who holds it, for a person; "" if nobody does
	Story   string   // of a run that has ended, in sentences
	Invited []string // users to whose party the user is invited
	Ignored []string // users whom the user ignores, sorted; read only
}

var everything = geom.FullCellSet()

// Terrain returns the terrain of p; known is false where it is not explored.
func (v *View) Terrain(p geom.Pos) (k content.TerrainKind, known bool) {
	if !v.Explored.Has(p) {
		return content.Rock, false
	}
	return v.ground.At(p), true
}

// Ground returns what the explored fields are made of. What it says of others
// means nothing.
func (v *View) Ground() *Ground { return &v.ground }

// View fills v with what the user may know now. It reports false, and leaves v
// as it is, if the user has no hero in the world. Without fog that is the
// whole level.
func (w *World) View(user string, v *View) bool {
	h := w.hero(user)
	if h == nil {
		return false
	}
	l := h.level
	v.Level = l.ID
	if w.opts.Fog {
		k := h.knows(l.ID)
		v.Explored, v.Sight, v.ground = k.Explored, h.sight, k.Terrain
		v.Things = append(v.Things[:0], k.Things...)
	} else {
		v.Explored, v.Sight = everything, everything
		for i, k := range l.Ground {
			v.ground[i] = seenAs(k)
		}
		v.Things = l.appendThings(v.Things[:0], h, &everything)
	}
	v.Entities = v.Entities[:0]
	for _, a := range l.bodies {
		if a == &h.Actor {
			v.Hero = len(v.Entities)
		} else if w.opts.Fog && !l.sees(h, a) || l.foeOf(a).seems() != nil {
			continue
		}
		v.Entities = append(v.Entities, l.entity(h, a))
	}
	v.Clouds = v.Clouds[:0]
	v.Clouds = append(v.Clouds, l.air.in(&v.Sight)...)
	w.fillSheet(h, &v.Self)
	w.fillParty(h, v)
	v.Events = append(v.Events[:0], h.heard...)
	return true
}

// seenAs returns what a field of that kind looks like.
func seenAs(k content.TerrainKind) content.TerrainKind {
	if k == content.SecretDoor {
		return content.Wall
	}
	return k
}

// in returns the clouds over the fields of s, by field.
func (a *Air) in(s *geom.CellSet) []CloudOver {
	var out []CloudOver
	for i := range a.Over {
		word := a.Over[i] & s[i]
		for bit := 0; word != 0; bit++ {
			if word&1 != 0 {
				p := geom.CellAt(i*64 + bit)
				k, n := a.at(p)
				out = append(out, CloudOver{p, k, n})
			}
			word >>= 1
		}
	}
	return out
}

// entity returns a as h sees it.
func (l *level) entity(h *hero, a *Actor) Entity {
	e := Entity{
		ID: a.ID, Kind: a.Kind, Foe: a.Foe, Name: a.Name, Pos: a.Pos, Facing: a.Facing, Asleep: a.Asleep,
		Health: a.Health, MaxHealth: a.MaxHealth,
	}
	for i := range a.Status {
		e.Status |= 1 << a.Status[i].Kind
	}
	e.Attitude = l.attitude(h, a)
	if o := l.heroOf(a); o != nil {
		e.Colour, e.Kit, e.Wisp, e.Sneaking = o.Colour, o.Kit, o.Wisp, o.Sneaking
		e.Light, e.Tint = o.light()
		if r := statusGlow(a); r > e.Light {
			e.Light, e.Tint = r, glowTint(a)
		}
		if it := o.worn(content.MainHand); it != nil {
			e.Weapon, e.Armed = it.Kind, true
		}
		if it := o.worn(content.Body); it != nil {
			e.Armour, e.Clad = it.Kind, true
		}
		return e
	}
	f := l.foeOf(a)
	e.Name, e.Light, e.Tint = content.Name(h.say, f.row().Name), f.row().Light, f.row().Tint
	e.Boss = f.row().Has(content.Boss)
	return e
}
