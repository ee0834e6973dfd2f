package protocol

import (
	"reflect"
	"strconv"
)

// AppendPosition appends p as a whole update, unframed: what AppendUpdate does
// for any update, without a check and without memory of its own.
func AppendPosition(dst []byte, p *Position) []byte {
	dst = appendHead(dst, "position")
	dst = appendInt(dst, `"x":`, int64(p.X))
	dst = appendInt(dst, `,"y":`, int64(p.Y))
	dst = append(dst, `,"entity":`...)
	dst = appendText(dst, p.Entity)
	return append(dst, "}}"...)
}

// AppendEntity appends e as the JSON object that stands in Snapshot.Entities and
// View.Entities. What many viewers see is encoded once and put into the Encoded
// of each.
func AppendEntity(dst []byte, e *Entity) []byte {
	dst = append(dst, `{"entity":`...)
	dst = appendText(dst, e.Entity)
	dst = append(dst, `,"kind":`...)
	dst = appendText(dst, e.Kind)
	dst = append(dst, `,"name":`...)
	dst = appendText(dst, e.Name)
	dst = appendInt(dst, `,"x":`, int64(e.X))
	dst = appendInt(dst, `,"y":`, int64(e.Y))
	dst = append(dst, `,"facing":"`...)
	dst = append(dst, e.Facing.String()...)
	dst = append(dst, `","asleep":`...)
	dst = strconv.AppendBool(dst, e.Asleep)
	return append(appendTraits(dst, e), '}')
}

// appendTraits appends what an entity has besides its place.
func appendTraits(dst []byte, e *Entity) []byte {
	dst = appendNumber(dst, `,"health":`, e.Health)
	dst = appendNumber(dst, `,"max_health":`, e.MaxHealth)
	if len(e.Status) > 0 {
		dst = append(dst, `,"status":`...)
		dst = appendList(dst, e.Status, func(dst []byte, s *string) []byte { return appendText(dst, *s) })
	}
	dst = appendWord(dst, `,"attitude":`, e.Attitude)
	dst = appendNumber(dst, `,"light":`, e.Light)
	dst = appendWord(dst, `,"tint":`, e.Tint)
	dst = appendWord(dst, `,"colour":`, e.Colour)
	dst = appendWord(dst, `,"kit":`, e.Kit)
	if e.Boss {
		dst = append(dst, `,"boss":true`...)
	}
	if e.Wisp {
		dst = append(dst, `,"wisp":true`...)
	}
	if e.Sneaking {
		dst = append(dst, `,"sneaking":true`...)
	}
	dst = appendWord(dst, `,"weapon":`, e.Weapon)
	return appendWord(dst, `,"armour":`, e.Armour)
}

// appendNumber is appendInt for a member that is left out when it is zero.
func appendNumber(dst []byte, name string, n int) []byte {
	if n == 0 {
		return dst
	}
	return appendInt(dst, name, int64(n))
}

// appendWord appends a text, or nothing where it is empty.
func appendWord(dst []byte, name, s string) []byte {
	if s == "" {
		return dst
	}
	dst = append(dst, name...)
	return appendText(dst, s)
}

// Encoded is a list of entities that are JSON already. Each item is one object
// as AppendEntity wrote it, or several with commas between them. Items are
// shared, not changed.
type Encoded [][]byte

func (list Encoded) append(dst []byte) []byte {
	dst = append(dst, '[')
	for i, item := range list {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, item...)
	}
	return append(dst, ']')
}

// AppendView appends v as a whole update, unframed and unchecked. Its entities
// are v.Entities if there are any, otherwise those of shared.
func AppendView(dst []byte, v *View, shared Encoded) []byte {
	dst = appendHead(dst, "view")
	dst = appendInt(dst, `"seq":`, int64(v.Seq))
	dst = appendInt(dst, `,"tick":`, int64(v.Tick))
	if len(v.Terrain) > 0 {
		dst = append(dst, `,"terrain":`...)
		dst = appendList(dst, v.Terrain, appendStrip)
	}
	if len(v.Sight) > 0 {
		dst = append(dst, `,"sight":`...)
		dst = appendList(dst, v.Sight, appendRun)
	}
	if len(v.Entities) > 0 || len(shared) > 0 {
		dst = append(dst, `,"entities":`...)
		dst = appendEntities(dst, v.Entities, shared)
	}
	if len(v.Gone) > 0 {
		dst = append(dst, `,"gone":`...)
		dst = appendList(dst, v.Gone, func(dst []byte, e *string) []byte { return appendText(dst, *e) })
	}
	dst = appendDetails(dst, &v.Details)
	return append(dst, "}}"...)
}

// AppendSnapshot appends s as a whole update, unframed and unchecked. Its
// entities are s.Entities if there are any, otherwise those of shared.
func AppendSnapshot(dst []byte, s *Snapshot, shared Encoded) []byte {
	dst = appendHead(dst, "snapshot")
	dst = appendInt(dst, `"seq":`, int64(s.Seq))
	dst = appendInt(dst, `,"tick":`, int64(s.Tick))
	dst = append(dst, `,"level":`...)
	dst = appendText(dst, s.Level)
	dst = appendInt(dst, `,"width":`, int64(s.Width))
	dst = appendInt(dst, `,"height":`, int64(s.Height))
	dst = append(dst, `,"hero":`...)
	dst = appendText(dst, s.Hero)
	dst = append(dst, `,"terrain":`...)
	dst = appendList(dst, s.Terrain, appendStrip)
	dst = append(dst, `,"sight":`...)
	dst = appendList(dst, s.Sight, appendRun)
	dst = append(dst, `,"entities":`...)
	dst = appendEntities(dst, s.Entities, shared)
	dst = appendDetails(dst, &s.Details)
	return append(dst, "}}"...)
}

// appendDetails appends the members of d behind others.
func appendDetails(dst []byte, d *Details) []byte {
	return plans[detailsType].appendMembers(dst, reflect.ValueOf(d).Elem(), true)
}

func appendEntities(dst []byte, own []Entity, shared Encoded) []byte {
	if len(own) > 0 {
		return appendList(dst, own, AppendEntity)
	}
	return shared.append(dst)
}

func appendStrip(dst []byte, s *Strip) []byte {
	dst = appendInt(dst, `{"x":`, int64(s.X))
	dst = appendInt(dst, `,"y":`, int64(s.Y))
	dst = append(dst, `,"cells":`...)
	dst = appendText(dst, s.Cells)
	return append(dst, '}')
}

func appendRun(dst []byte, r *Run) []byte {
	dst = appendInt(dst, `{"x":`, int64(r.X))
	dst = appendInt(dst, `,"y":`, int64(r.Y))
	dst = appendInt(dst, `,"n":`, int64(r.N))
	return append(dst, '}')
}

func appendPosition(dst []byte, p Position) []byte { return AppendPosition(dst, &p) }

func appendView(dst []byte, v View) []byte { return AppendView(dst, &v, nil) }

func appendSnapshot(dst []byte, s Snapshot) []byte { return AppendSnapshot(dst, &s, nil) }

func appendGoodbye(dst []byte, g Goodbye) []byte {
	dst = appendHead(dst, "goodbye")
	dst = append(dst, `"reason":`...)
	dst = appendText(dst, g.Reason)
	return append(dst, "}}"...)
}
