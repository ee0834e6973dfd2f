package rules

import (
	"slices"
	"unicode/utf8"

	"laneya/geom"
)

// Verb says what a Command does.
type Verb uint8

// The verbs of a Command.
const (
	// Join lets the user's hero enter Level, awake, at the free field that is
	// nearest to the entrance.
	Join Verb = iota
	// Wake tells that the hero's player is there. A hero awake stays so.
	Wake
	// Sleep tells that the hero's player is away: the hero stops where it is
	// and stays standing there. A hero asleep stays so.
	Sleep
	// Walk sets the way that the hero walks, one field a tick, until another
	// Walk says otherwise; Dir Stop ends it. A Walk that no tick has carried
	// out yet is still good for one step when others follow, but no more than
	// two are.
	Walk
	// Leave takes the hero, and what it has explored, out of the world.
	Leave
)

var verbNames = [...]string{"join", "wake", "sleep", "walk", "leave"}

// String returns the verb's word, as in "join".
func (v Verb) String() string {
	if int(v) >= len(verbNames) {
		return "invalid"
	}
	return verbNames[v]
}

// MaxName is the most bytes that a user's name may have here. Names are not
// empty and are valid UTF-8; what else they must be is the server's business.
const MaxName = 64

// maxCoord bounds the coordinates of levels, either way from zero.
const maxCoord = 1 << 30

// Command is one entry of a world's log.
type Command struct {
	User  string
	Verb  Verb
	Dir   geom.Dir     // of Walk
	Level geom.LevelID // of Join
}

// Refusal is the error of a command that the rules do not allow now.
type Refusal struct {
	Code    string // stable, for programs: one of the Code constants
	Message string // one sentence for a person
}

// Error implements error.
func (r *Refusal) Error() string { return r.Message }

// The codes of a Refusal.
const (
	CodeNoHero      = "no_hero"      // the user has no hero in the world
	CodeAlreadyHere = "already_here" // the user who joins has one
	CodeLevelFull   = "level_full"   // no field of the level is free
	CodeAsleep      = "asleep"       // the hero must wake before it can walk
	CodeBadCommand  = "bad_command"  // no rule allows this at any time
)

var (
	errNoHero      = &Refusal{CodeNoHero, "You have no hero in this world."}
	errAlreadyHere = &Refusal{CodeAlreadyHere, "Your hero is in this world already."}
	errLevelFull   = &Refusal{CodeLevelFull, "There is no free field left on this level."}
	errAsleep      = &Refusal{CodeAsleep, "Your hero is asleep."}
	errBadName     = &Refusal{CodeBadCommand, "This name can't be a hero's."}
	errBadVerb     = &Refusal{CodeBadCommand, "There is no such command."}
	errBadDir      = &Refusal{CodeBadCommand, "There is no such direction."}
	errBadLevel    = &Refusal{CodeBadCommand, "There is no such level."}
)

// validate returns the refusal of a command that no world would allow.
func (c Command) validate() error {
	switch {
	case !validName(c.User):
		return errBadName
	case c.Verb > Leave:
		return errBadVerb
	case c.Verb == Walk && !c.Dir.Valid():
		return errBadDir
	case c.Verb == Join && !validLevel(c.Level):
		return errBadLevel
	}
	return nil
}

func validName(name string) bool {
	return name != "" && len(name) <= MaxName && utf8.ValidString(name)
}

func validLevel(id geom.LevelID) bool {
	for _, c := range [3]int{id.X, id.Y, id.Z} {
		if c < -maxCoord || c > maxCoord {
			return false
		}
	}
	return true
}

// Check returns nil if Perform would do c now, otherwise the *Refusal that
// Perform would return. It changes nothing.
func (w *World) Check(c Command) error {
	if err := c.validate(); err != nil {
		return err
	}
	h := w.hero(c.User)
	switch {
	case c.Verb == Join && h != nil:
		return errAlreadyHere
	case c.Verb == Join:
		return w.checkRoom(c.Level)
	case h == nil:
		return errNoHero
	case c.Verb == Walk && h.Asleep:
		return errAsleep
	}
	return nil
}

// checkRoom refuses to let a hero join a full level. A level that is yet to be
// dug has room.
func (w *World) checkRoom(id geom.LevelID) error {
	if l := w.level(id); l != nil {
		if _, ok := l.freeField(); !ok {
			return errLevelFull
		}
	}
	return nil
}

// Perform does c, or returns the *Refusal that says why not; a refused command
// changes nothing.
func (w *World) Perform(c Command) error {
	if err := w.Check(c); err != nil {
		return err
	}
	if c.Verb == Join {
		return w.join(c.User, c.Level)
	}
	h := w.hero(c.User)
	switch c.Verb {
	case Wake:
		h.rouse(true)
	case Sleep:
		h.rouse(false)
	case Walk:
		h.walk(c.Dir)
	case Leave:
		w.leave(h)
	}
	return nil
}

func (w *World) join(user string, id geom.LevelID) error {
	l := w.level(id)
	if l == nil {
		l = newLevel(w.opts.Seed, id, w.newID)
		l.fog = w.opts.Fog
		i, _ := w.findLevel(id)
		w.levels = slices.Insert(w.levels, i, l)
	}
	at, ok := l.freeField()
	if !ok {
		return errLevelFull
	}
	h := &hero{Entity: Entity{ID: w.newID(), Kind: KindHero, Name: user, Pos: at}, dirty: true}
	i, _ := w.findHero(user)
	w.heroes = slices.Insert(w.heroes, i, h)
	l.enter(h)
	if i, ok := slices.BinarySearch(w.gone, user); ok {
		w.gone = slices.Delete(w.gone, i, i+1)
	}
	return nil
}

func (w *World) leave(h *hero) {
	h.level.leave(h)
	i, _ := w.findHero(h.Name)
	w.heroes = slices.Delete(w.heroes, i, i+1)
	i, _ = slices.BinarySearch(w.gone, h.Name)
	w.gone = slices.Insert(w.gone, i, h.Name)
}

// rouse wakes the hero or puts it to sleep.
func (h *hero) rouse(awake bool) {
	if h.Asleep == !awake {
		return
	}
	h.Asleep = !awake
	h.intent, h.owed = geom.Stop, [maxOwed]geom.Dir{}
	h.dirty = true
}

// walk sets the hero's intent.
func (h *hero) walk(d geom.Dir) {
	if d == h.intent {
		return
	}
	h.intent = d
	if d != geom.Stop {
		h.owe(d)
	}
	h.dirty = true
}
