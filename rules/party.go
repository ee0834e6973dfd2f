package rules

import (
	"slices"
	"strconv"

	"laneya/rules/content"
)

// party are heroes who go together. Without Options.Invite all heroes are of
// one.
type party struct {
	ID      uint64
	Members []string           // users, in the order they joined
	Invited []string           `json:",omitzero"` // users, sorted
	Known   []content.ItemKind `json:",omitzero"` // found out, in that order
	Met     []content.FoeKind  `json:",omitzero"` // seen so far, in that order
	Run     Run

	dirty bool
}

// Run is one attempt of a party at the caves.
type Run struct {
	Number  int
	State   RunPhase `json:",omitzero"`
	Deepest int      `json:",omitzero"`
	Turns   uint64   `json:",omitzero"`
	Story   string   `json:",omitzero"`
}

// RunPhase says how far a run is.
type RunPhase uint8

// The phases of a run.
const (
	Going RunPhase = iota
	Won
	Lost
)

// HallRun is a run that has ended, as the hall of fame keeps it.
type HallRun struct {
	Won    bool
	Depth  int
	Turns  uint64
	Cause  string
	Heroes []HallHero
	Ended  uint64 // the world's tick
	Map    string // where it ended, a line of glyphs for each row
}

// HallHero is one of the heroes of a HallRun.
type HallHero struct {
	User  string
	Kit   content.KitKind
	Level string
	Cause string // of its death; "" if it lived
	Items []string
}

// Note is a message on a notice board.
type Note struct {
	User string
	Text string
	Tick uint64 // the world's
}

func (p *party) key() string { return partyKeys + strconv.FormatUint(p.ID, 10) }

// party returns the party with that ID, nil if there is none.
func (w *World) party(id uint64) *party {
	for _, p := range w.parties {
		if p.ID == id {
			return p
		}
	}
	return nil
}

// joinParty gives a new hero a party.
func (w *World) joinParty(h *hero) {
	if len(w.parties) == 0 || w.opts.Invite {
		w.parties = append(w.parties, &party{ID: w.newID(), Run: Run{Number: 1}, dirty: true})
	}
	p := w.parties[len(w.parties)-1]
	p.Members = append(p.Members, h.Name)
	p.dirty = true
	h.Party = p.ID
}

// quitParty takes a hero that leaves the world out of its party.
func (w *World) quitParty(h *hero) {
	p := w.party(h.Party)
	p.Members = slices.DeleteFunc(p.Members, func(user string) bool { return user == h.Name })
	p.dirty = true
}

// stepParties looks after a step how the runs go.
func (w *World) stepParties() {}

// timePasses reports whether the next Step is a tick on this level.
func (l *level) timePasses(c Clock) bool {
	awake, wishing := 0, false
	for _, h := range l.heroes {
		if h.Asleep {
			continue
		}
		awake++
		wishing = wishing || h.wishing()
		if awake > 1 {
			return true
		}
	}
	return awake == 1 && (wishing || c == RealTime)
}

// waits reports whether a hold lets the next Step pass without a tick.
func (l *level) waits() bool { return false }

// arrived lets happen what comes of h's arrival on another level.
func (w *World) arrived(h *hero, code string) {}

// outfit gives a new hero its kit.
func (w *World) outfit(h *hero) {
	h.MaxHealth = max(1, content.Warden.Row().Health)
	h.Health = h.MaxHealth
	h.Prefs = Prefs{Pickup: true, StopHealth: 40, Confirm: true}
}

// fell lets a hero die.
func (l *level) fell(h *hero, w harm) { h.Health = 1 }

// fillSheet tells what a user knows of her own hero.
func (w *World) fillSheet(h *hero, s *Sheet) {}

// fillParty tells what a user knows of her party and its run.
func (w *World) fillParty(h *hero, v *View) {}

func planSneak(w *World, h *hero, c *Command) (func(), error)      { return nil, refuse("bad_command") }
func planClimb(w *World, h *hero, c *Command) (func(), error)      { return nil, refuse("bad_command") }
func planPrefer(w *World, h *hero, c *Command) (func(), error)     { return nil, refuse("bad_command") }
func planChooseKit(w *World, h *hero, c *Command) (func(), error)  { return nil, refuse("bad_command") }
func planHold(w *World, h *hero, c *Command) (func(), error)       { return nil, refuse("bad_command") }
func planSay(w *World, h *hero, c *Command) (func(), error)        { return nil, refuse("bad_command") }
func planEmote(w *World, h *hero, c *Command) (func(), error)      { return nil, refuse("bad_command") }
func planMarkPlace(w *World, h *hero, c *Command) (func(), error)  { return nil, refuse("bad_command") }
func planIgnore(w *World, h *hero, c *Command) (func(), error)     { return nil, refuse("bad_command") }
func planInvite(w *World, h *hero, c *Command) (func(), error)     { return nil, refuse("bad_command") }
func planJoinParty(w *World, h *hero, c *Command) (func(), error)  { return nil, refuse("bad_command") }
func planLeaveParty(w *World, h *hero, c *Command) (func(), error) { return nil, refuse("bad_command") }
func planColour(w *World, h *hero, c *Command) (func(), error)     { return nil, refuse("bad_command") }
func planWrite(w *World, h *hero, c *Command) (func(), error)      { return nil, refuse("bad_command") }
func planShare(w *World, h *hero, c *Command) (func(), error)      { return nil, refuse("bad_command") }
func planNewRun(w *World, h *hero, c *Command) (func(), error)     { return nil, refuse("bad_command") }
