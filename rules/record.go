package rules

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"

	"laneya/geom"
)

// formatVersion begins every record. A higher one means that a newer program
// wrote it.
const formatVersion = 3

// The keys of records: one for the head of the world, one for each level, hero,
// party and run in the hall of fame.
const (
	worldKey  = "world"
	levelKeys = "level/" // then the level's ID
	heroKeys  = "hero/"  // then the user's name
	partyKeys = "party/" // then the party's ID
	hallKeys  = "hall/"  // then the number of the entry, in twenty digits
)

var (
	errDamaged = errors.New("damaged")
	errNewer   = errors.New("written by a newer version of the game")
	errOlder   = errors.New("written by an older version of the game, whose worlds this one can't read")
)

// Record is a part of a world as it is kept. A nil Value says that the part is
// to be deleted.
type Record struct {
	Key   string
	Value []byte
}

// Records returns the whole world, sorted by key.
func (w *World) Records() []Record {
	recs := make([]Record, 0, 1+len(w.levels)+len(w.heroes)+len(w.away)+len(w.parties)+len(w.hall))
	for _, h := range slices.Concat(w.heroes, w.away) {
		recs = append(recs, record(heroKeys+h.Name, h))
	}
	for _, l := range w.levels {
		recs = append(recs, l.record())
	}
	for _, p := range w.parties {
		recs = append(recs, record(p.key(), p))
	}
	for _, r := range w.hall {
		recs = append(recs, record(r.key(), r))
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
	for _, key := range w.gone {
		recs = append(recs, Record{Key: key})
	}
	w.gone = nil
	for _, h := range slices.Concat(w.heroes, w.away) {
		if h.dirty {
			recs = append(recs, record(heroKeys+h.Name, h))
			h.dirty = false
		}
	}
	for _, l := range w.levels {
		if l.dirty {
			recs = append(recs, l.record())
			l.dirty = false
		}
	}
	for _, p := range w.parties {
		if p.dirty {
			recs = append(recs, record(p.key(), p))
			p.dirty = false
		}
	}
	for _, r := range w.hall {
		if r.dirty {
			recs = append(recs, record(r.key(), r))
			r.dirty = false
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
	for _, rec := range w.Records() {
		for _, part := range [][]byte{[]byte(rec.Key), rec.Value} {
			var n [8]byte
			binary.LittleEndian.PutUint64(n[:], uint64(len(part)))
			sum.Write(n[:])
			sum.Write(part)
		}
	}
	return [32]byte(sum.Sum(nil))
}

func sortRecords(recs []Record) {
	slices.SortFunc(recs, func(a, b Record) int { return strings.Compare(a.Key, b.Key) })
}

// record encodes a part of the world: the version, then JSON. What is encoded
// are plain values of this package, which can't fail to be.
func record(key string, v any) Record {
	b, err := json.Marshal(v, json.Deterministic(true))
	if err != nil {
		// Restore refuses a record that is empty.
		return Record{key, []byte{formatVersion}}
	}
	return Record{key, append([]byte{formatVersion}, b...)}
}

// head is what is kept of a World besides its parts.
type head struct {
	Seed                         uint64
	Ticks, Given, Serials, Epoch uint64
	Made, Unmade                 int
	Entries                      uint64 `json:",omitzero"`
}

func (w *World) record() Record {
	return record(worldKey, head{w.opts.Seed, w.Ticks, w.Given, w.Serials, w.Epoch, w.Made, w.Unmade, w.Entries})
}

func (l *level) record() Record {
	l.Clouds = l.air.list()
	rec := record(levelKeys+l.ID.String(), l)
	l.Clouds = nil
	return rec
}

// Restore returns the world that Records described; they may come in any
// order. The seed comes from the records, the rest of the options from o. It
// fails if a record is damaged, missing, contradicts another or was written by
// another version.
func Restore(recs []Record, o Options) (*World, error) {
	w := NewWorld(o)
	sorted := slices.Clone(recs)
	sortRecords(sorted)
	for i, rec := range sorted {
		err := errDamaged
		if i == 0 || sorted[i-1].Key != rec.Key {
			err = w.readRecord(rec)
		}
		if err != nil {
			return nil, fmt.Errorf("record %q of the world: %w", rec.Key, err)
		}
	}
	if w.dirty {
		return nil, errors.New("the world has no head record")
	}
	if err := w.assemble(); err != nil {
		return nil, err
	}
	return w, nil
}

// decode reads what record encoded.
func decode(b []byte, into any) error {
	switch {
	case len(b) < 2:
		return errDamaged
	case b[0] > formatVersion:
		return errNewer
	case b[0] < formatVersion:
		return errOlder
	}
	if err := json.Unmarshal(b[1:], into, json.RejectUnknownMembers(true)); err != nil {
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
	return nil
}

func (w *World) readRecord(rec Record) error {
	if rec.Key == worldKey {
		var h head
		if err := decode(rec.Value, &h); err != nil {
			return err
		}
		w.opts.Seed, w.Ticks, w.Given, w.Serials, w.Epoch = h.Seed, h.Ticks, h.Given, h.Serials, h.Epoch
		w.Made, w.Unmade, w.Entries = h.Made, h.Unmade, h.Entries
		w.dirty = false
		return nil
	}
	if name, ok := strings.CutPrefix(rec.Key, heroKeys); ok {
		h := new(hero)
		if err := decode(rec.Value, h); err != nil {
			return err
		}
		if h.Name != name {
			return errDamaged
		}
		if h.Away != nil {
			w.away = append(w.away, h)
		} else {
			w.heroes = append(w.heroes, h)
		}
		return nil
	}
	if name, ok := strings.CutPrefix(rec.Key, levelKeys); ok {
		id, err := geom.ParseLevelID(name)
		if err != nil {
			return errDamaged
		}
		l := new(level)
		if err := decode(rec.Value, l); err != nil {
			return err
		}
		if l.ID != id {
			return errDamaged
		}
		w.levels = append(w.levels, l)
		return nil
	}
	if strings.HasPrefix(rec.Key, partyKeys) {
		p := new(party)
		if err := decode(rec.Value, p); err != nil {
			return err
		}
		if p.key() != rec.Key {
			return errDamaged
		}
		w.parties = append(w.parties, p)
		return nil
	}
	if strings.HasPrefix(rec.Key, hallKeys) {
		r := new(HallRun)
		if err := decode(rec.Value, r); err != nil {
			return err
		}
		if r.key() != rec.Key {
			return errDamaged
		}
		w.hall = append(w.hall, r)
		return nil
	}
	return errors.New("unknown")
}
