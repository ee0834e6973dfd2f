package protocol

import (
	"errors"
	"fmt"
	"reflect"

	"laneya/geom"
)

// Validate implements Update.
func (p Position) Validate() error {
	if max(p.X, -p.X, p.Y, -p.Y) > maxSmall {
		return errors.New("a position is out of range")
	}
	return checkText(p.Entity)
}

// Validate implements Update.
func (s Snapshot) Validate() error {
	if s.Width < 1 || s.Width > MaxMapSide || s.Height < 1 || s.Height > MaxMapSide {
		return fmt.Errorf("a level must have 1 to %d cells along each side", MaxMapSide)
	}
	if _, err := geom.ParseLevelID(s.Level); err != nil {
		return errors.New("level must be of the form x:y:z")
	}
	if err := checkText(s.Hero); err != nil {
		return err
	}
	if err := s.Details.validate(s.Width, s.Height); err != nil {
		return err
	}
	return checkView(s.Seq, s.Tick, s.Terrain, s.Sight, s.Entities, s.Width, s.Height)
}

// Validate implements Update.
func (v View) Validate() error {
	if len(v.Gone) > MaxEntities {
		return fmt.Errorf("more than %d entities", MaxEntities)
	}
	for _, e := range v.Gone {
		if err := checkText(e); err != nil {
			return err
		}
	}
	if err := v.Details.validate(MaxMapSide, MaxMapSide); err != nil {
		return err
	}
	return checkView(v.Seq, v.Tick, v.Terrain, v.Sight, v.Entities, MaxMapSide, MaxMapSide)
}

// Validate implements Update.
func (g Goodbye) Validate() error { return checkText(g.Reason) }

func checkView(seq, tick uint64, terrain []Strip, sight []Run, entities []Entity, w, h int) error {
	if seq > maxCounter || tick > maxCounter {
		return errors.New("seq and tick must be at most 2^53-1")
	}
	if len(terrain) > maxPieces || len(sight) > maxPieces || len(entities) > MaxEntities {
		return errors.New("more is told than any level holds")
	}
	for _, s := range terrain {
		if err := s.validate(w, h); err != nil {
			return err
		}
	}
	for _, r := range sight {
		if !onLevel(r.X, r.Y, r.N, w, h) {
			return errors.New("a run does not lie on the level")
		}
	}
	for i := range entities {
		if err := entities[i].validate(w, h); err != nil {
			return err
		}
	}
	return nil
}

// onLevel reports whether the n fields from x, y to the east lie on a level of w
// by h.
func onLevel(x, y, n, w, h int) bool {
	return n > 0 && x >= 0 && n <= w && x <= w-n && y >= 0 && y < h
}

func (s Strip) validate(w, h int) error {
	if !onLevel(s.X, s.Y, len(s.Cells), w, h) {
		return errors.New("a strip does not lie on the level")
	}
	for i := range len(s.Cells) {
		if c := s.Cells[i]; c < ' ' || c > '~' {
			return errors.New("cells must be printable ASCII characters")
		}
	}
	return nil
}

func (e *Entity) validate(w, h int) error {
	if !onLevel(e.X, e.Y, 1, w, h) {
		return errors.New("an entity does not stand on the level")
	}
	if !e.Facing.Valid() {
		return errors.New("facing must be north, east, south, west or stop")
	}
	return plans[reflect.TypeFor[Entity]()].check(reflect.ValueOf(e).Elem())
}

// validate checks d as part of what is told of a level of w by h.
func (d *Details) validate(w, h int) error {
	for _, s := range d.Clouds {
		if err := s.validate(w, h); err != nil {
			return err
		}
	}
	return plans[detailsType].check(reflect.ValueOf(d).Elem())
}

func checkText(s string) error {
	if len(s) > MaxText {
		return fmt.Errorf("a text must hold at most %d bytes", MaxText)
	}
	return nil
}
