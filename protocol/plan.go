package protocol

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"laneya/geom"
)

// A plan says how the values of a Go struct stand in JSON. It is made once, from
// the tags of the struct's fields, and reads, writes and checks all words of the
// vocabulary that travel too seldom to be worth code of their own.
//
// The tag json names the member; with ",omitzero" it may be left out, and is when
// the field is zero, otherwise it must be there. A list that is empty but not nil
// is not left out. The tag wire says what the value is held to:
//
//	text   "500" bytes at most, "1..500" bytes, "a|b|" one of these words,
//	       "user" or "level" a name of one, "user?" or "level?" that or nothing
//	number "1..9", "place" along a side of a map, "id" of an item, "id?" that or 0
//	list   "64" values at most, "64:…" each held to what follows
//
// Without it the limits are those of MaxText, MaxEntities and of whole numbers
// that JSON is sure to carry; texts of a client have at most maxWord bytes.
type plan struct {
	what   string // for messages, as in "an item"
	fields []planField
}

type planField struct {
	name   string // of the member
	quoted string // with quotes and colon
	index  int    // of the struct's field
	must   bool
	rule   rule
}

// rule is what one value is held to.
type rule struct {
	low, high int64              // a number; the bytes of a text; the values of a list
	cut       bool               // a text that is too long is cut, not refused
	words     []string           // all that a text may be, nil for any
	check     func(string) error // of a text, nil for none
	plan      *plan              // of a struct, also one pointed at
	of        *rule              // of a list's values
}

// maxWord bounds a client's texts that have no other limit, in bytes.
const maxWord = 64

// side says who sends a struct.
type side bool

const (
	clients side = false
	servers side = true
)

var (
	dirType   = reflect.TypeFor[geom.Dir]()
	plans     = map[reflect.Type]*plan{} // filled by init functions, then only read
	paramType = reflect.TypeFor[map[string]string]()
)

// planOf returns the plan of the struct type t, which one of its sides sends.
func planOf(t reflect.Type, from side, what string) *plan {
	if p := plans[t]; p != nil {
		return p
	}
	if what == "" {
		what = article(t.Name())
	}
	p := &plan{what: what}
	plans[t] = p
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		p.fields = append(p.fields, planField{
			name: name, quoted: strconv.Quote(name) + ":", index: i, must: options == "",
			rule: newRule(f.Type, from, f.Tag.Get("wire")),
		})
	}
	return p
}

func article(name string) string {
	name = strings.ToLower(name)
	if strings.IndexByte("aeiou", name[0]) >= 0 {
		return "an " + name
	}
	return "a " + name
}

// newRule reads the tag of a field of type t. A tag that is wrong panics when the
// program starts, in every test.
func newRule(t reflect.Type, from side, tag string) rule {
	r := rule{cut: from == servers}
	switch t.Kind() {
	case reflect.String:
		r.text(from, tag)
	case reflect.Int, reflect.Uint64:
		r.number(t.Kind(), tag)
	case reflect.Slice:
		most, of, _ := strings.Cut(tag, ":")
		r.high = MaxEntities
		if most != "" {
			r.span(most)
		}
		if t.Elem().Kind() != reflect.Uint8 {
			each := newRule(t.Elem(), from, of)
			r.of = &each
		}
	case reflect.Pointer:
		r.plan = planOf(t.Elem(), from, "")
	case reflect.Struct:
		r.plan = planOf(t, from, "")
	case reflect.Bool, reflect.Map, reflect.Uint8:
		if t.Kind() == reflect.Map && t != paramType || t.Kind() == reflect.Uint8 && t != dirType {
			panic("protocol: no member can be a " + t.String())
		}
	default:
		panic("protocol: no member can be a " + t.String())
	}
	return r
}

func (r *rule) text(from side, tag string) {
	r.high = maxWord
	if from == servers {
		r.high = MaxText
	}
	switch {
	case tag == "":
	case strings.Contains(tag, "|"):
		r.words = strings.Split(tag, "|")
	case tag == "user":
		r.check = CheckUser
	case tag == "user?":
		r.check = orNothing(CheckUser)
	case tag == "level":
		r.check = checkLevel
	case tag == "level?":
		r.check = orNothing(checkLevel)
	default:
		r.span(tag)
	}
}

func (r *rule) number(kind reflect.Kind, tag string) {
	r.low, r.high = -maxSmall, maxSmall
	if kind == reflect.Uint64 {
		r.low, r.high = 0, maxCounter
	}
	switch tag {
	case "":
	case "place":
		r.low, r.high = 0, MaxMapSide-1
	case "id":
		r.low = 1
	case "id?":
	default:
		r.span(tag)
	}
}

// span reads "low..high" or "high".
func (r *rule) span(tag string) {
	low, high, ok := strings.Cut(tag, "..")
	if !ok {
		low, high = "0", tag
	}
	var bad [2]error
	r.low, bad[0] = strconv.ParseInt(low, 10, 64)
	r.high, bad[1] = strconv.ParseInt(high, 10, 64)
	if bad[0] != nil || bad[1] != nil {
		panic("protocol: the tag wire can't be " + strconv.Quote(tag))
	}
}

func orNothing(check func(string) error) func(string) error {
	return func(s string) error {
		if s == "" {
			return nil
		}
		return check(s)
	}
}

func checkLevel(s string) error {
	if _, err := geom.ParseLevelID(s); err != nil {
		return fmt.Errorf("a level must be of the form x:y:z")
	}
	return nil
}
