package protocol

import (
	"reflect"
	"strings"
)

var (
	positionShape = shape{`the data of "position"`, []string{"x", "y", "entity"}, nil}
	snapshotShape = shape{`the data of "snapshot"`,
		[]string{"seq", "tick", "level", "width", "height", "hero", "terrain", "sight", "entities"}, detailNames}
	viewShape = shape{`the data of "view"`,
		[]string{"seq", "tick"}, append([]string{"terrain", "sight", "entities", "gone"}, detailNames...)}
	goodbyeShape = shape{`the data of "goodbye"`, []string{"reason"}, nil}
	stripShape   = shape{"a strip", []string{"x", "y", "cells"}, nil}
	runShape     = shape{"a run", []string{"x", "y", "n"}, nil}
)

// detailNames are the members of Details.
var detailNames = namesOf(detailsType)

var detailsType = reflect.TypeFor[Details]()

func namesOf(t reflect.Type) (names []string) {
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		names = append(names, name)
	}
	return names
}

// details reads the values of the members of Details.
func (r *reader) details(values [][]byte) (d Details) {
	p, into := plans[detailsType], reflect.ValueOf(&d).Elem()
	for i, v := range values[:len(p.fields)] {
		if f := &p.fields[i]; r.err == nil && v != nil {
			r.err = f.rule.read(v, f.name, into.Field(f.index))
		}
	}
	return d
}

// maxSmall bounds integers that are counted or added up, so that no sum of a few
// overflows an int on any machine.
const maxSmall = 1<<30 - 1

// reader reads one value after another and keeps the first error.
type reader struct{ err error }

func (r *reader) int(v []byte, name string, low, high int64) (n int64) {
	if r.err == nil {
		n, r.err = readInt(v, name, low, high)
	}
	return n
}

func (r *reader) place(v []byte, name string) int {
	return int(r.int(v, name, 0, MaxMapSide-1))
}

func (r *reader) text(v []byte, name string) (s string) {
	if r.err == nil {
		s, r.err = readCut(v, name)
	}
	return s
}

// list reads an array that may be left out.
func list[T any](r *reader, v []byte, name string, most int, read func([]byte) (T, error)) (items []T) {
	if r.err == nil && v != nil {
		items, r.err = readList(v, name, most, read)
	}
	return items
}

func decodePosition(data []byte) (Update, error) {
	var s spans
	if err := positionShape.read(data, &s); err != nil {
		return nil, err
	}
	var r reader
	p := Position{
		X:      int(r.int(s[0], "x", -maxSmall, maxSmall)),
		Y:      int(r.int(s[1], "y", -maxSmall, maxSmall)),
		Entity: r.text(s[2], "entity"),
	}
	return p, r.err
}

func decodeSnapshot(data []byte) (Update, error) {
	var s spans
	if err := snapshotShape.read(data, &s); err != nil {
		return nil, err
	}
	var r reader
	u := Snapshot{
		Seq:    uint64(r.int(s[0], "seq", 0, maxCounter)),
		Tick:   uint64(r.int(s[1], "tick", 0, maxCounter)),
		Level:  r.text(s[2], "level"),
		Width:  int(r.int(s[3], "width", 1, MaxMapSide)),
		Height: int(r.int(s[4], "height", 1, MaxMapSide)),
		Hero:   r.text(s[5], "hero"),
	}
	u.Terrain = list(&r, s[6], "terrain", maxPieces, decodeStrip)
	u.Sight = list(&r, s[7], "sight", maxPieces, decodeRun)
	u.Entities = list(&r, s[8], "entities", MaxEntities, readStruct[Entity])
	u.Details = r.details(s[9:])
	return u, r.err
}

// maxPieces bounds the strips and runs of one update, in cells of the largest
// map.
const maxPieces = MaxMapSide * MaxMapSide

func decodeView(data []byte) (Update, error) {
	var s spans
	if err := viewShape.read(data, &s); err != nil {
		return nil, err
	}
	var r reader
	u := View{
		Seq:  uint64(r.int(s[0], "seq", 0, maxCounter)),
		Tick: uint64(r.int(s[1], "tick", 0, maxCounter)),
	}
	u.Terrain = list(&r, s[2], "terrain", maxPieces, decodeStrip)
	u.Sight = list(&r, s[3], "sight", maxPieces, decodeRun)
	u.Entities = list(&r, s[4], "entities", MaxEntities, readStruct[Entity])
	u.Gone = list(&r, s[5], "gone", MaxEntities, func(v []byte) (string, error) {
		return readCut(v, "an entity")
	})
	u.Details = r.details(s[6:])
	return u, r.err
}

func decodeGoodbye(data []byte) (Update, error) {
	var s spans
	if err := goodbyeShape.read(data, &s); err != nil {
		return nil, err
	}
	reason, err := readCut(s[0], "reason")
	return Goodbye{reason}, err
}

func decodeStrip(v []byte) (Strip, error) {
	var s spans
	if err := stripShape.read(v, &s); err != nil {
		return Strip{}, err
	}
	var r reader
	return Strip{X: r.place(s[0], "x"), Y: r.place(s[1], "y"), Cells: r.text(s[2], "cells")}, r.err
}

func decodeRun(v []byte) (Run, error) {
	var s spans
	if err := runShape.read(v, &s); err != nil {
		return Run{}, err
	}
	var r reader
	return Run{X: r.place(s[0], "x"), Y: r.place(s[1], "y"), N: int(r.int(s[2], "n", 1, MaxMapSide))}, r.err
}
