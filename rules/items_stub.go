package rules

import "laneya/rules/content"

type arms struct {
	damage, ticks, hit, reach int
	skills                    content.Skills
	inflicts                  []Condition
}

func (h *hero) arms() arms                               { return arms{damage: 4, ticks: 4, hit: heroHit, reach: 1} }
func (h *hero) armour() int                              { return 0 }
func (h *hero) block() int                               { return 0 }
func (h *hero) lose(it *Item)                            {}
func (l *level) unmake(it *Item)                         {}
func (l *level) newItem(k content.ItemKind, n int) *Item { return nil }

func (w *World) itemName(h *hero, it *Item) string { return it.row().Name }
func (w *World) carried(h *hero, it *Item) Carried {
	r := it.row()
	return Carried{
		ID: it.ID, Kind: r.Key, Name: r.Name, Class: r.Class, Count: it.Count, Slot: it.Slot,
		Charges: it.Charges, MaxCharges: r.Charges, Fuel: it.Fuel, Known: true, Junk: it.Junk,
	}
}
