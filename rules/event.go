package rules

import (
	"laneya/geom"
	"laneya/lang"
	"laneya/rules/content"
)

// Event is something that happened, as one user perceives it. Code is a code
// of content.Messages; the other fields stand for what its sentence names.
type Event struct {
	Code   string
	Actor  string // who did it, for a person: "anna", "the rat", "something", content.You
	Target string // to whom
	Item   string
	Status string // key of a status
	User   string // who speaks
	Text   string
	Kind   string
	Sound  string // key of its sound, where that is not the message's own
	N      int
	Loud   int          // cells that it can be heard over, 0 if it is only seen
	From   geom.Compass // where what is only heard comes from
	Far    bool         // and whether less than half of its loudness is left
	Placed bool         // At says where
	Ends   bool         // it says why an intent is over, or was not begun
	At     geom.Pos
	Flies  bool // To says where it goes: shots, throws, rays
	To     geom.Pos
	By, On Who // who did it and to whom, as far as the user sees them

	// by and on are the actors that Actor and Target name, nil for none; who
	// can't see them reads "something".
	by, on *Actor
	thing  *Item // what Item names, nil for none; each reads what she calls it
	// word puts into the event, which is about to be told to h, what else depends on
	// her and her language. nil puts nothing.
	word func(h *hero, e *Event)
}

// Who names an actor that an event is about; the zero value stands for nobody.
type Who struct {
	ID   uint64
	User string // of a hero, "" for a foe
}

// whom returns a as h sees it, nobody if she doesn't.
func (l *level) whom(h *hero, a *Actor) Who {
	switch {
	case a == nil, a != &h.Actor && !l.sees(h, a):
		return Who{}
	case a.Kind == KindHero:
		return Who{a.ID, a.Name}
	}
	return Who{ID: a.ID}
}

// maxHeard bounds the events that wait for a user who isn't told of them.
const maxHeard = 128

// tell lets h perceive e as it is.
func (h *hero) tell(e Event) {
	if e.thing != nil {
		e.Item = h.level.theItem(h, e.thing, h.caseOf(e.Code, "item"))
	}
	if e.word != nil {
		worded := e // of its own, since it goes to the heap, as most events needn't
		e.word(h, &worded)
		e = worded
	}
	e.by, e.on, e.thing, e.word = nil, nil, nil, nil
	e.Actor, e.Target = h.addressed(e.Actor), h.addressed(e.Target)
	if len(h.heard) == maxHeard {
		copy(h.heard, h.heard[1:])
		h.heard = h.heard[:maxHeard-1]
	}
	h.heard = append(h.heard, e)
}

// addressed returns what h reads for a name: content.You for her own, and for
// somebody whose name is that, something that says so.
func (h *hero) addressed(name string) string {
	switch name {
	case h.Name:
		return content.You
	case content.You:
		return h.say.Format("the hero %s", name)
	}
	return name
}

// addressedAll does the same for several that stand in a list.
func (h *hero) addressedAll(names []string) []string {
	for i, name := range names {
		if names[i] = h.addressed(name); names[i] == content.You {
			names[i] = h.say.Text(content.You)
		}
	}
	return names
}

// show tells everyone on the level who perceives e: those who take part in it,
// see its place or its end, or hear it.
func (l *level) show(e Event) {
	carried := false
	for _, h := range l.heroes {
		part := e.by == &h.Actor || e.on == &h.Actor
		seen := e.Placed && h.sight.Has(e.At) || e.Flies && h.sight.Has(e.To)
		if !part && !seen {
			if e.Loud <= 0 || !e.Placed || e.At.Sub(h.Pos).Taxicab() > e.Loud {
				continue
			}
			if !carried {
				carried = true
				l.carry(&l.aloud, e.At, e.Loud)
			}
			if l.aloud[geom.CellIndex(h.Pos)] == 0 {
				continue
			}
		}
		mine := e
		mine.By, mine.On = l.whom(h, e.by), l.whom(h, e.on)
		if e.by != nil {
			mine.Actor = l.nameFor(h, e.by, h.caseOf(e.Code, "actor"))
		}
		if e.on != nil {
			mine.Target = l.nameFor(h, e.on, h.caseOf(e.Code, "target"))
		}
		if !part && !seen {
			// What is only heard has no place, but ears tell a direction.
			mine = Event{
				Code: "noise_heard", Kind: e.Code, Text: content.HeardAs(h.say, e.Code), Loud: e.Loud,
				From: e.At.Sub(h.Pos).Compass(), Far: 2*int(l.aloud[geom.CellIndex(h.Pos)]) < e.Loud,
			}
		}
		h.tell(mine)
	}
}

// caseOf returns the case in which the sentence with that code has what it calls name.
func (h *hero) caseOf(code, name string) lang.Case { return content.CaseOf(h.say, code, name) }

// nameFor returns how h calls a.
func (l *level) nameFor(h *hero, a *Actor, c lang.Case) string {
	switch {
	case a.Kind == KindHero:
		return a.Name
	case l.sees(h, a):
		return content.The(h.say, a.Foe.Row().Name, c)
	}
	return h.say.Text("something")
}

// at is an Event of that code at a's field, done by a.
func at(code string, a *Actor) Event {
	return Event{Code: code, by: a, Placed: true, At: a.Pos}
}

// upon is an Event of that code that a does to t.
func upon(code string, a, t *Actor) Event {
	return Event{Code: code, by: a, on: t, Placed: true, At: t.Pos}
}

// Forget lets go of the events that Views have told. The owner of a world calls
// it once everybody has been told.
func (w *World) Forget() {
	for _, h := range w.heroes {
		h.heard = h.heard[:0]
	}
}
