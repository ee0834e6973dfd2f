package rules

import (
	"slices"
	"strings"

	"laneya/rules/content"
)

// fedAtFirst is how many ticks a fresh hero goes before it is hungry.
const fedAtFirst = 9000

// outfit gives a new hero what everyone begins with: the Warden's things,
// until its player chooses.
func (w *World) outfit(h *hero) {
	h.Prefs = Prefs{Pickup: true, StopHealth: 40, Confirm: true}
	w.handOut(h, content.Warden)
}

// handOut makes h healthy and gives it what belongs to a kit.
func (w *World) handOut(h *hero, k content.KitKind) {
	row := k.Row()
	h.Kit, h.Fed = k, fedAtFirst
	h.MaxHealth = max(1, row.Health)
	h.Health = h.MaxHealth
	for _, part := range row.Items {
		kind, ok := content.ItemByKey(part.Item)
		if !ok {
			continue
		}
		slot := kind.Row().Slot
		if !part.Worn || slot == content.NoSlot || h.worn(slot) != nil {
			w.hand(h, kind, part.Count)
			continue
		}
		w.hand(h, kind, 1).Slot = slot
		if part.Count > 1 {
			w.hand(h, kind, part.Count-1)
		}
	}
	h.dirty = true
}

// hand gives h new things, about which nothing is hidden.
func (w *World) hand(h *hero, k content.ItemKind, count int) *Item {
	it := w.newItem(k, count)
	it.Shown = true
	h.Pack = append(h.Pack, it)
	h.dirty = true
	return it
}

// learnKit lets p know the things that h has packed.
func (p *party) learnKit(h *hero) {
	for _, it := range h.Pack {
		if it.row().Unknown {
			p.learn(it.Kind)
		}
	}
}

// whole reports whether h still has all that belongs to its kit.
func (h *hero) whole() bool {
	for _, part := range h.Kit.Row().Items {
		kind, ok := content.ItemByKey(part.Item)
		if ok && h.pieces(kind) < part.Count {
			return false
		}
	}
	return true
}

// untouched reports whether h has her whole kit and nothing else.
func (h *hero) untouched() bool {
	given, held := 0, 0
	for _, part := range h.Kit.Row().Items {
		given += part.Count
	}
	for _, it := range h.Pack {
		held += it.Count
	}
	return held == given && h.whole()
}

// pieces returns how many things of that kind h carries.
func (h *hero) pieces(k content.ItemKind) int {
	n := 0
	for _, it := range h.Pack {
		if it.Kind == k {
			n += it.Count
		}
	}
	return n
}

// unpack takes from h what belongs to its kit, as far as it is there.
func (w *World) unpack(h *hero) {
	for _, part := range h.Kit.Row().Items {
		kind, ok := content.ItemByKey(part.Item)
		if !ok {
			continue
		}
		left := part.Count
		for _, it := range h.Pack {
			if it.Kind == kind && left > 0 {
				n := min(left, it.Count)
				it.Count -= n
				left -= n
				w.Unmade += n
			}
		}
	}
	h.Pack = slices.DeleteFunc(h.Pack, func(it *Item) bool { return it.Count == 0 })
	w.dirty, h.dirty = true, true
}

// strip takes all that h carries out of the world.
func (w *World) strip(h *hero) {
	w.returnHeart(h)
	for _, it := range h.Pack {
		w.Unmade += it.Count
	}
	h.Pack = nil
	w.dirty, h.dirty = true, true
}

func planChooseKit(w *World, h *hero, c *Command) (func(), error) {
	k, ok := content.KitByKey(c.Name)
	switch {
	case !ok:
		return nil, refuse("unknown_kit")
	case h.Chosen && h.Kit == k:
		return func() {}, nil
	case h.Went:
		return nil, refuse("already_kit")
	case !h.level.safe():
		return nil, refuse("not_in_camp")
	case !h.whole():
		return nil, refuse("kit_used")
	}
	return func() {
		w.unpack(h)
		w.handOut(h, k)
		h.Chosen = true
		h.party.learnKit(h)
		h.tell(Event{Code: "kit_chosen", Actor: h.Name, Kind: content.Name(h.say, k.Row().Name)})
	}, nil
}

func planPrefer(w *World, h *hero, c *Command) (func(), error) {
	return func() { h.Prefs = c.Prefs }, nil
}

func planSneak(w *World, h *hero, c *Command) (func(), error) {
	code := "sneak_off"
	if c.On {
		code = "sneak_on"
	}
	return func() {
		if h.Sneaking != c.On {
			h.Sneaking = c.On
			h.tell(Event{Code: code, Actor: h.Name})
		}
	}, nil
}

func planColour(w *World, h *hero, c *Command) (func(), error) {
	switch {
	case !slices.Contains(partyColours(), c.Name):
		return nil, refuse("unknown_colour")
	case h.party.wearer(c.Name, h) != "" && len(h.party.heroes) <= len(partyColours()):
		return nil, &Refusal{Code: "colour_taken", Params: Params{User: h.party.wearer(c.Name, h)}}
	}
	return func() {
		h.Colour = c.Name
		h.party.announce(Event{Code: "new_colour", Actor: h.Name, User: h.Name, word: func(o *hero, e *Event) {
			e.Text = o.say.Text(strings.TrimPrefix(c.Name, "party_"))
		}})
	}, nil
}

// partyColours returns the names of the colours that heroes may have.
func partyColours() []string {
	var names []string
	for i := range content.Colours {
		if strings.HasPrefix(content.Colours[i].Name, "party_") {
			names = append(names, content.Colours[i].Name)
		}
	}
	return names
}
