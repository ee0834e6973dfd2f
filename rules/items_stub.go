package rules

import "laneya/rules/content"

type arms struct {
	damage, ticks, hit, reach int
	skills                    content.Skills
	inflicts                  []Condition
}

func (h *hero) arms() arms                                { return arms{damage: 4, ticks: 4, hit: heroHit, reach: 1} }
func (h *hero) armour() int                               { return 0 }
func (h *hero) block() int                                { return 0 }
func (h *hero) lose(it *Item)                             {}
func (l *level) unmake(it *Item)                          {}
func (l *level) newItem(k content.ItemKind, n int) *Item  { return nil }
func (h *hero) recall(l *level, cause string, damage int) {}
func (h *hero) inStasis() bool                            { return h.Asleep }
