package rules

import (
	"laneya/geom"
	"laneya/rules/content"
	"laneya/rules/mapgen"
)

// stockItems puts the things of a fresh level there.
func (l *level) stockItems(plan *mapgen.Level) {}

// lay puts an item onto a field, or as near as there is ground.
func (l *level) lay(it *Item, p geom.Pos) { l.Lying = append(l.Lying, lying{p, it}) }

// layAll puts all that h carries onto its field.
func (l *level) layAll(h *hero) {}

// eachItem calls do for every item of the world.
func (w *World) eachItem(do func(*Item)) {}

// worn returns what h wears there, nil for nothing.
func (h *hero) worn(s content.Slot) *Item {
	for _, it := range h.Pack {
		if it.Slot == s && s != content.NoSlot {
			return it
		}
	}
	return nil
}

// ageHeroes lets a tick pass for what heroes carry: fuel, food, charges.
func (l *level) ageHeroes() {}

// pickUp lets h take what lies on its field, as far as it wants to.
func (l *level) pickUp(h *hero) {}

func planDoor(w *World, h *hero, c *Command) (func(), error)    { return nil, refuse("bad_command") }
func planTouch(w *World, h *hero, c *Command) (func(), error)   { return nil, refuse("bad_command") }
func planTake(w *World, h *hero, c *Command) (func(), error)    { return nil, refuse("bad_command") }
func planDrop(w *World, h *hero, c *Command) (func(), error)    { return nil, refuse("bad_command") }
func planPut(w *World, h *hero, c *Command) (func(), error)     { return nil, refuse("bad_command") }
func planUse(w *World, h *hero, c *Command) (func(), error)     { return nil, refuse("bad_command") }
func planThrow(w *World, h *hero, c *Command) (func(), error)   { return nil, refuse("bad_command") }
func planShoot(w *World, h *hero, c *Command) (func(), error)   { return nil, refuse("bad_command") }
func planZap(w *World, h *hero, c *Command) (func(), error)     { return nil, refuse("bad_command") }
func planEquip(w *World, h *hero, c *Command) (func(), error)   { return nil, refuse("bad_command") }
func planUnequip(w *World, h *hero, c *Command) (func(), error) { return nil, refuse("bad_command") }
func planGive(w *World, h *hero, c *Command) (func(), error)    { return nil, refuse("bad_command") }
func planMark(w *World, h *hero, c *Command) (func(), error)    { return nil, refuse("bad_command") }

// openDoor opens the door at p for h; false means that it is locked.
func (l *level) openDoor(h *hero, p geom.Pos) bool { return false }

// light returns the radius and the colour of the light that h carries.
func (h *hero) light() (radius int, tint string) {
	if h.Pack == nil {
		return 6, "flame"
	}
	if it := h.worn(content.LightSlot); it != nil {
		return it.row().Light, it.row().Tint
	}
	return 0, ""
}

// thing returns an item that h sees at p, inside of what in says.
func (l *level) thing(h *hero, it *Item, p geom.Pos, in string) Thing {
	return Thing{ID: it.ID, Kind: it.row().Key, Name: it.row().Name, Count: it.Count, Pos: p, Seen: true, In: in}
}
