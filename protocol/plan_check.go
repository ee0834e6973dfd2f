package protocol

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"laneya/geom"
)

// check reports in one sentence what in a struct of the plan's type is not as its
// tags say.
func (p *plan) check(v reflect.Value) error {
	for i := range p.fields {
		f := &p.fields[i]
		value := v.Field(f.index)
		if !f.must && value.IsZero() {
			continue
		}
		if err := f.rule.verify(f.name, value); err != nil {
			return err
		}
	}
	return nil
}

func (r *rule) verify(name string, v reflect.Value) error {
	switch v.Kind() {
	case reflect.String:
		return r.verifyText(name, v.String())
	case reflect.Int:
		return r.inRange(name, v.Int())
	case reflect.Uint64:
		if v.Uint() > maxCounter {
			return r.inRange(name, -1)
		}
		return r.inRange(name, int64(v.Uint()))
	case reflect.Uint8:
		if !geom.Dir(v.Uint()).Valid() {
			return fmt.Errorf("%s must be north, east, south, west or stop", name)
		}
	case reflect.Slice:
		return r.verifyList(name, v)
	case reflect.Pointer:
		if v.IsNil() {
			return fmt.Errorf("%s must be there", name)
		}
		return r.plan.check(v.Elem())
	case reflect.Struct:
		return r.plan.check(v)
	case reflect.Map:
		if v.Len() > maxParams {
			return fmt.Errorf("%s must hold at most %d members", name, maxParams)
		}
	}
	return nil
}

func (r *rule) inRange(name string, n int64) error {
	if n < r.low || n > r.high {
		return fmt.Errorf("%s must be a whole number from %d to %d", name, r.low, r.high)
	}
	return nil
}

func (r *rule) verifyText(name, s string) error {
	switch {
	case r.words != nil:
		if !slices.Contains(r.words, s) {
			return fmt.Errorf("%s must be one of %q", name, strings.Join(r.words, ", "))
		}
	case r.check != nil:
		if err := r.check(s); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	case int64(len(s)) < r.low:
		return fmt.Errorf("%s must not be empty", name)
	case int64(len(s)) > r.high:
		return fmt.Errorf("%s must have at most %d bytes", name, r.high)
	}
	return nil
}

func (r *rule) verifyList(name string, v reflect.Value) error {
	if r.of == nil {
		if v.Len() == 0 {
			return nil
		}
		return checkJSON(v.Bytes(), fromServer)
	}
	if int64(v.Len()) > r.high {
		return fmt.Errorf("%s must hold at most %d values", name, r.high)
	}
	for i := range v.Len() {
		if err := r.of.verify(name, v.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

// checked reports what is wrong with the fields of a struct of which there is a
// plan.
func checked(v any) error {
	value := reflect.ValueOf(v)
	return plans[value.Type()].check(value)
}
