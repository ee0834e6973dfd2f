package rules

import (
	"encoding/binary"
	"errors"
	"fmt"

	"laneya/geom"
)

// formatVersion begins every record and every command in the log. A higher
// one means that a newer program wrote it.
const formatVersion = 1

var (
	errDamaged = errors.New("damaged")
	errNewer   = errors.New("written by a newer version of the game")
)

func appendLevelID(b []byte, id geom.LevelID) []byte {
	for _, c := range [3]int{id.X, id.Y, id.Z} {
		b = binary.AppendVarint(b, int64(c))
	}
	return b
}

func appendPos(b []byte, p geom.Pos) []byte {
	return binary.AppendUvarint(b, uint64(geom.CellIndex(p)))
}

func appendCells(b []byte, s *geom.CellSet) []byte {
	for _, word := range s {
		b = binary.LittleEndian.AppendUint64(b, word)
	}
	return b
}

func appendString(b []byte, s string) []byte {
	b = binary.AppendUvarint(b, uint64(len(s)))
	return append(b, s...)
}

// reader takes apart what the functions above put together. After the first
// thing that isn't right it yields zero values only, and err says so; so it is
// asked once, at the end. It accepts one encoding of each value only.
type reader struct {
	rest []byte
	err  error
}

// newReader returns a reader of what follows the version in b.
func newReader(b []byte) *reader {
	r := &reader{rest: b}
	if v := r.byte(); r.err == nil && v > formatVersion {
		r.err = errNewer
	} else if v != formatVersion {
		r.fail()
	}
	return r
}

func (r *reader) fail() {
	if r.err == nil {
		r.err = errDamaged
	}
	r.rest = nil
}

// end returns the first error, also if something is left over.
func (r *reader) end() error {
	if len(r.rest) > 0 {
		r.fail()
	}
	return r.err
}

func (r *reader) take(n int) []byte {
	if r.err != nil || n > len(r.rest) {
		r.fail()
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *reader) bool() bool {
	b := r.byte()
	if b > 1 {
		r.fail()
	}
	return b == 1
}

func (r *reader) dir() geom.Dir {
	d := geom.Dir(r.byte())
	if !d.Valid() {
		r.fail()
		return geom.Stop
	}
	return d
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.rest)
	if n <= 0 || n > 1 && r.rest[n-1] == 0 {
		r.fail()
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

// below returns a number less than n.
func (r *reader) below(n int) int {
	v := r.uvarint()
	if v >= uint64(n) {
		r.fail()
		return 0
	}
	return int(v)
}

func (r *reader) uint64() uint64 {
	if b := r.take(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

func (r *reader) string(most int) string {
	return string(r.take(r.below(most + 1)))
}

func (r *reader) pos() geom.Pos { return geom.CellAt(r.below(geom.LevelCells)) }

func (r *reader) levelID() (id geom.LevelID) {
	for _, c := range [3]*int{&id.X, &id.Y, &id.Z} {
		zigzag := r.uvarint()
		v := int64(zigzag>>1) ^ -int64(zigzag&1)
		if v < -maxCoord || v > maxCoord {
			r.fail()
			return geom.LevelID{}
		}
		*c = int(v)
	}
	return id
}

func (r *reader) cells() (s geom.CellSet) {
	for i := range s {
		s[i] = r.uint64()
	}
	for i := range s {
		if s[i]&^everything[i] != 0 {
			r.fail()
			return geom.CellSet{}
		}
	}
	return s
}

// AppendBinary appends c as it stands in a log. It fails only for a command
// that Check would refuse in every world.
func (c Command) AppendBinary(b []byte) ([]byte, error) {
	if err := c.validate(); err != nil {
		return b, fmt.Errorf("command of the log: %w", err)
	}
	b = append(b, formatVersion, byte(c.Verb))
	b = appendString(b, c.User)
	switch c.Verb {
	case Walk:
		b = append(b, byte(c.Dir))
	case Join:
		b = appendLevelID(b, c.Level)
	}
	return b, nil
}

// DecodeCommand reads the command that b begins with and returns what follows
// it, so that the commands of a tick can stand one after another.
func DecodeCommand(b []byte) (c Command, rest []byte, err error) {
	r := newReader(b)
	c.Verb = Verb(r.byte())
	c.User = r.string(MaxName)
	switch c.Verb {
	case Walk:
		c.Dir = r.dir()
	case Join:
		c.Level = r.levelID()
	}
	err = r.err
	if err == nil {
		err = c.validate()
	}
	if err != nil {
		return Command{}, nil, fmt.Errorf("command of the log: %w", err)
	}
	return c, r.rest, nil
}
