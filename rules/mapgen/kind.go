package mapgen

import (
	"fmt"
	"iter"
)

// Kind says what a level looks like and how it plays.
type Kind uint8

// The kinds of levels.
const (
	Camp    Kind = iota // lit and safe; only 0:0:0
	Rooms               // halls and corridors
	Caves               // grown caverns
	Mine                // galleries with rails, carts and props
	Flooded             // halls under water, with bridges
	Crypt               // small chambers with coffins and secret doors
	Grove               // caverns that fungi light
	Rift                // chasms with bridges
	Furnace             // lava, far down
	kinds
)

var kindRows = [kinds]struct{ key, name string }{
	{"camp", "the camp"},
	{"rooms", "the halls"},
	{"caves", "the caves"},
	{"mine", "an old mine"},
	{"flooded", "the flooded halls"},
	{"crypt", "a crypt"},
	{"grove", "a fungal grove"},
	{"rift", "a rift"},
	{"furnace", "the furnace"},
}

// Key returns the kind's stable name, "invalid" if there is no such kind.
func (k Kind) Key() string {
	if k >= kinds {
		return "invalid"
	}
	return kindRows[k].key
}

// Name returns the kind in words, with its article.
func (k Kind) Name() string {
	if k >= kinds {
		return "an invalid place"
	}
	return kindRows[k].name
}

// Kinds goes over the keys and names of all kinds.
func Kinds() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for i := range kindRows {
			if !yield(kindRows[i].key, kindRows[i].name) {
				return
			}
		}
	}
}

// MarshalText returns the kind's key.
func (k Kind) MarshalText() ([]byte, error) {
	if k >= kinds {
		return nil, fmt.Errorf("there is no kind of level number %d", k)
	}
	return []byte(kindRows[k].key), nil
}

// UnmarshalText reads a key.
func (k *Kind) UnmarshalText(b []byte) error {
	for i, row := range kindRows {
		if row.key == string(b) {
			*k = Kind(i)
			return nil
		}
	}
	return fmt.Errorf("there is no kind of level %q", b)
}

// Safe reports whether no foes come to such a level.
func (k Kind) Safe() bool { return k == Camp }
