package rules

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"
)

// The keys of records: one for the head of the world, one for each level and
// one for each hero.
const (
	worldKey  = "world"
	levelKeys = "level/" // then the level's ID
	heroKeys  = "hero/"  // then the user's name
)

// Record is a part of a world as it is kept. A nil Value says that the part is
// to be deleted.
type Record struct {
	Key   string
	Value []byte
}

// Records returns the whole world, sorted by key.
func (w *World) Records() []Record {
	recs := make([]Record, 0, 1+len(w.levels)+len(w.heroes))
	for _, h := range w.heroes {
		recs = append(recs, h.record())
	}
	for _, l := range w.levels {
		recs = append(recs, l.record())
	}
	recs = append(recs, w.record())
	sortRecords(recs)
	return recs
}

// Changed returns what became different since the last Changed or Restore,
// sorted by key; applied in order to what was kept then, the records are those
// of the world now.
func (w *World) Changed() []Record {
	var recs []Record
	for _, name := range w.gone {
		recs = append(recs, Record{Key: heroKeys + name})
	}
	w.gone = nil
	for _, h := range w.heroes {
		if h.dirty {
			recs = append(recs, h.record())
			h.dirty = false
		}
	}
	for _, l := range w.levels {
		if l.dirty {
			recs = append(recs, l.record())
			l.dirty = false
		}
	}
	if w.dirty {
		recs = append(recs, w.record())
		w.dirty = false
	}
	sortRecords(recs)
	return recs
}

// Hash returns a digest of Records: equal worlds have equal ones.
func (w *World) Hash() [32]byte {
	sum := sha256.New()
	var b []byte
	for _, rec := range w.Records() {
		b = appendString(b[:0], rec.Key)
		b = appendString(b, string(rec.Value))
		sum.Write(b)
	}
	return [32]byte(sum.Sum(nil))
}

func sortRecords(recs []Record) {
	slices.SortFunc(recs, func(a, b Record) int { return strings.Compare(a.Key, b.Key) })
}

func (w *World) record() Record {
	b := []byte{formatVersion}
	b = binary.LittleEndian.AppendUint64(b, w.opts.Seed)
	b = binary.AppendUvarint(b, w.tick)
	b = binary.AppendUvarint(b, w.nextID)
	return Record{worldKey, b}
}

func (l *level) record() Record {
	b := []byte{formatVersion}
	b = appendCells(b, &l.floor)
	b = appendPos(b, l.entrance)
	b = binary.AppendUvarint(b, l.tick)
	b = l.dice.append(b)
	b = binary.AppendUvarint(b, uint64(len(l.ghosts)))
	for _, g := range l.ghosts {
		b = g.Entity.append(b)
		b = appendString(b, g.Name)
	}
	return Record{levelKeys + l.id.String(), b}
}

func (h *hero) record() Record {
	b := []byte{formatVersion}
	b = h.Entity.append(b)
	b = appendLevelID(b, h.level.id)
	b = append(b, byte(h.intent))
	for _, d := range h.owed {
		b = append(b, byte(d))
	}
	b = append(b, asByte(h.Asleep))
	b = binary.AppendUvarint(b, uint64(len(h.known)))
	for i := range h.known {
		b = appendLevelID(b, h.known[i].level)
		b = appendCells(b, &h.known[i].explored)
	}
	return Record{heroKeys + h.Name, b}
}

// append appends what heroes and ghosts have in common.
func (e *Entity) append(b []byte) []byte {
	b = binary.AppendUvarint(b, e.ID)
	b = appendPos(b, e.Pos)
	return append(b, byte(e.Facing))
}

// diceLen is the length of the generator's own encoding.
const diceLen = 20

func (d *dice) append(b []byte) []byte {
	state, err := d.pcg.AppendBinary(b)
	if err != nil || len(state) != len(b)+diceLen {
		// The generator's documentation knows no failure; a record of the
		// wrong length would be refused by Restore.
		return b
	}
	return state
}

func asByte(b bool) byte {
	if b {
		return 1
	}
	return 0
}
