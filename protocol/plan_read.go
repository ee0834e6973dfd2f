package protocol

import (
	"bytes"
	"fmt"
	"reflect"
)

// read reads the object v into a struct of the plan's type, which is zero.
func (p *plan) read(v []byte, into reflect.Value) error {
	c := cursor{text: v}
	if !c.open('{') {
		return fmt.Errorf("%s must be an object", p.what)
	}
	var seen uint64 // a bit for each field
	next := 0       // members nearly always come in the order of the struct
	for c.more('}') {
		name := c.value()
		c.colon()
		value := c.value()
		i := p.index(name, next)
		if i < 0 {
			return fmt.Errorf("%s has no field %s", p.what, quoteShort(name))
		}
		f := &p.fields[i]
		if err := f.rule.read(value, f.name, into.Field(f.index)); err != nil {
			return err
		}
		seen |= 1 << i
		next = i + 1
	}
	for i := range p.fields {
		if p.fields[i].must && seen>>i&1 == 0 {
			return fmt.Errorf("%s must have the field %q", p.what, p.fields[i].name)
		}
	}
	return nil
}

// index returns the place of the quoted name in the plan, -1 if it has none. It
// looks from the place guess onward first.
func (p *plan) index(quoted []byte, guess int) int {
	var room [64]byte
	name := unquote(room[:0], quoted)
	for i := range p.fields {
		if at := (guess + i) % len(p.fields); p.fields[at].name == string(name) {
			return at
		}
	}
	return -1
}

// read reads v, the value of the member with that name.
func (r *rule) read(v []byte, name string, into reflect.Value) error {
	switch into.Kind() {
	case reflect.String:
		return r.readText(v, name, into)
	case reflect.Bool:
		b, err := readBool(v, name)
		into.SetBool(b)
		return err
	case reflect.Int:
		n, err := readInt(v, name, r.low, r.high)
		into.SetInt(n)
		return err
	case reflect.Uint64:
		n, err := readInt(v, name, r.low, r.high)
		into.SetUint(uint64(max(n, 0)))
		return err
	case reflect.Uint8:
		d, err := readDir(v, name)
		into.SetUint(uint64(d))
		return err
	case reflect.Slice:
		return r.readList(v, name, into)
	case reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		return r.plan.read(v, into.Elem())
	case reflect.Map:
		return readParams(v, name, into)
	default:
		return r.plan.read(v, into)
	}
}

func (r *rule) readText(v []byte, name string, into reflect.Value) error {
	if v[0] != '"' {
		return fmt.Errorf("%s must be a text", name)
	}
	var room [64]byte
	text := unquote(room[:0], v)
	if r.cut {
		text = cutText(text, int(r.high))
	}
	into.SetString(string(text))
	return nil
}

func (r *rule) readList(v []byte, name string, into reflect.Value) error {
	if r.of == nil {
		into.SetBytes(bytes.Clone(v))
		return nil
	}
	c := cursor{text: v}
	if !c.open('[') {
		return fmt.Errorf("%s must be an array", name)
	}
	const first = 8 // what is made room for before it is known to be there
	into.Set(reflect.MakeSlice(into.Type(), 0, first))
	for n := 0; c.more(']'); n++ {
		if int64(n) == r.high {
			return fmt.Errorf("%s must hold at most %d values", name, r.high)
		}
		if n == into.Cap() {
			into.Grow(1)
		}
		into.SetLen(n + 1)
		if err := r.of.read(c.value(), name, into.Index(n)); err != nil {
			return fmt.Errorf("%s, number %d: %w", name, n+1, err)
		}
	}
	return nil
}

// maxParams bounds what a Failure says about its reason.
const maxParams = 32

func readParams(v []byte, name string, into reflect.Value) error {
	c := cursor{text: v}
	if !c.open('{') {
		return fmt.Errorf("%s must be an object", name)
	}
	params := map[string]string{}
	for c.more('}') {
		key := unquote(nil, c.value())
		c.colon()
		value, err := readCut(c.value(), name)
		if err != nil {
			return err
		}
		if len(params) == maxParams {
			return fmt.Errorf("%s must hold at most %d members", name, maxParams)
		}
		params[string(cutText(key, MaxText))] = value
	}
	into.Set(reflect.ValueOf(params))
	return nil
}

// readStruct reads a T of which there is a plan.
func readStruct[T any](v []byte) (T, error) {
	into := new(T)
	err := plans[reflect.TypeFor[T]()].read(v, reflect.ValueOf(into).Elem())
	if err != nil {
		return *new(T), err
	}
	return *into, nil
}
