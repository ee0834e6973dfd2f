package server

import (
	"cmp"
	"slices"
	"strconv"

	"laneya/protocol"
	"laneya/rules"
	"laneya/rules/content"
)

// How entities are named, in a way that original clients know.
const (
	foePrefix  = "Ghost:"
	heroPrefix = "User:"
)

// wireName names an entity.
func wireName(e *rules.Entity) string {
	if e.Kind == rules.KindFoe {
		return foePrefix + strconv.FormatUint(e.ID, 36)
	}
	return heroPrefix + e.Name
}

// wireEntity returns what is told of an entity.
func wireEntity(e *rules.Entity) protocol.Entity {
	w := protocol.Entity{
		Entity: wireName(e), Kind: protocol.KindHero, Name: e.Name, X: e.Pos.X, Y: e.Pos.Y,
		Facing: e.Facing, Asleep: e.Asleep, Health: e.Health, MaxHealth: e.MaxHealth,
		Attitude: attitudes[e.Attitude], Light: e.Light, Tint: e.Tint,
		Wisp: e.Wisp, Sneaking: e.Sneaking, Boss: e.Boss,
	}
	if e.Kind == rules.KindFoe {
		w.Kind = e.Foe.Row().Key
	} else {
		w.Colour, w.Kit = e.Colour, e.Kit.Row().Key
	}
	for k := range content.StatusKind(len(content.Statuses)) {
		if e.Status>>k&1 != 0 {
			w.Status = append(w.Status, k.Row().Key)
		}
	}
	if e.Armed {
		w.Weapon = e.Weapon.Row().Key
	}
	if e.Clad {
		w.Armour = e.Armour.Row().Key
	}
	return w
}

var attitudes = [...]string{rules.Neutral: "neutral", rules.Friend: "friend", rules.Enemy: "foe"}

// entityByID returns the entity in v with that ID, nil if there is none.
func entityByID(v *rules.View, id uint64) *rules.Entity {
	i, ok := slices.BinarySearchFunc(v.Entities, id, func(e rules.Entity, id uint64) int { return cmp.Compare(e.ID, id) })
	if !ok {
		return nil
	}
	return &v.Entities[i]
}
