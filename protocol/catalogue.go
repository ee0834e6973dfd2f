package protocol

import (
	"fmt"
	"reflect"
	"slices"
)

// The protocol versions that this package speaks. They are agreed on with
// Watch; the original vocabulary needs no agreement.
const (
	MinVersion = 1
	MaxVersion = 1
)

// Class says when a request is answered.
type Class uint8

// The classes of actions.
const (
	None     Class = iota // an update: it is never answered
	Question              // changes nothing; answered at once, or by the next tick if it must be looked up there
	Intent                // sets what a hero is to do; answered as soon as it is noted, which takes a tick for all but Move
	Thing                 // changes something else; answered by the tick that does it
)

// String returns the class's word in PROTOCOL.md.
func (c Class) String() string {
	return [...]string{"", "question", "intent", "thing"}[c]
}

// Entry describes one word of the vocabulary.
type Entry struct {
	Name     string
	Original bool  // part of the original vocabulary
	Since    int   // the protocol version that brought it
	Class    Class // None for an update
	Value    any   // the zero value of its struct
	Result   any   // the zero value of the struct that a success has as data, nil for {}
	Long     bool  // a success may have much data, so that a server bounds how many it makes at once

	decodeAction func(data []byte) (Action, error) // nil for an update
	appendAction func(dst []byte, a Action) []byte
	decodeUpdate func(data []byte) (Update, error) // nil for an action
	appendUpdate func(dst []byte, u Update) []byte
}

// catalogue is every word that travels. Decoding, encoding and PROTOCOL.md all
// go by it.
var catalogue []Entry

func init() {
	planOf(reflect.TypeFor[Failure](), servers, "the data of a failure")
	planOf(reflect.TypeFor[Details](), servers, "")
	planOf(reflect.TypeFor[Entity](), servers, "")
	catalogue = []Entry{
		action(true, Intent, nil, decodeMove, appendMove),
		long(action(true, Question, MapResult{}, decodeGetMap, appendGetMap)),
		action(true, Thing, nil, decodeLogout, appendEmpty[Logout]),
		action(false, Thing, WatchResult{}, decodeWatch, appendWatch),
		action(false, Thing, BatchResult{}, decodeBatch, appendBatch),
		action(false, Question, nil, decodePing, appendEmpty[Ping]),

		word[Travel](Intent, nil),
		word[Explore](Intent, nil),
		word[Rest](Intent, nil),
		word[Attack](Intent, nil),
		word[Search](Intent, nil),
		word[Follow](Intent, nil),
		word[Pass](Intent, nil),

		word[Take](Thing, nil),
		word[Drop](Thing, nil),
		word[Put](Thing, nil),
		word[Use](Thing, nil),
		word[Throw](Thing, nil),
		word[Shoot](Thing, nil),
		word[Zap](Thing, nil),
		word[Equip](Thing, nil),
		word[Unequip](Thing, nil),
		word[Give](Thing, nil),
		word[Junk](Thing, nil),

		word[Sneak](Thing, nil),
		word[Door](Thing, nil),
		word[Touch](Thing, nil),
		word[Climb](Thing, nil),
		word[Cross](Thing, nil),
		word[Prefer](Thing, nil),
		word[Kit](Thing, nil),
		word[Hold](Thing, nil),
		word[Share](Thing, nil),
		word[NewRun](Thing, nil),

		word[Say](Thing, nil),
		word[Emote](Thing, nil),
		word[MarkPlace](Thing, nil),
		word[Ignore](Thing, nil),
		word[Invite](Thing, nil),
		word[JoinParty](Thing, nil),
		word[LeaveParty](Thing, nil),
		word[Colour](Thing, nil),
		word[Write](Thing, nil),

		long(word[Content](Question, ContentResult{})),
		word[Describe](Question, DescribeResult{}),
		long(word[Guide](Question, GuideResult{})),
		long(word[Find](Question, FindResult{})),
		long(word[Chart](Question, ChartResult{})),
		long(word[Board](Question, BoardResult{})),
		long(word[Hall](Question, HallResult{})),
		word[About](Question, AboutResult{}),

		update(true, decodePosition, appendPosition),
		update(false, decodeSnapshot, appendSnapshot),
		update(false, decodeView, appendView),
		update(false, decodeGoodbye, appendGoodbye),
	}
}

// Catalogue returns every word that travels: the actions, then the updates.
func Catalogue() []Entry { return slices.Clone(catalogue) }

// Lookup returns the entry with that name; ok is false if there is none.
func Lookup(name string) (e Entry, ok bool) {
	if found := lookup([]byte(name)); found != nil {
		return *found, true
	}
	return Entry{}, false
}

func lookup(name []byte) *Entry {
	for i := range catalogue {
		if catalogue[i].Name == string(name) {
			return &catalogue[i]
		}
	}
	return nil
}

// action makes the entry of the action T; result is the zero value of what a
// success has as data.
func action[T Action](original bool, class Class, result any,
	decode func([]byte) (Action, error), write func([]byte, T) []byte) Entry {
	var zero T
	return Entry{
		Name: zero.Name(), Original: original, Since: 1, Class: class, Value: zero, Result: result,
		decodeAction: decode,
		appendAction: func(dst []byte, a Action) []byte { return write(dst, a.(T)) },
	}
}

// word makes the entry of the action T, which is read and written by its plan.
func word[T Action](class Class, result any) Entry {
	var zero T
	kind := reflect.TypeFor[T]()
	p := planOf(kind, clients, fmt.Sprintf("the data of %q", zero.Name()))
	if result != nil {
		planOf(reflect.TypeOf(result), servers, fmt.Sprintf("the result of %q", zero.Name()))
	}
	return Entry{
		Name: zero.Name(), Since: 1, Class: class, Value: zero, Result: result,
		decodeAction: func(data []byte) (Action, error) {
			into := new(T)
			if err := p.read(data, reflect.ValueOf(into).Elem()); err != nil {
				return nil, err
			}
			return *into, nil
		},
		appendAction: func(dst []byte, a Action) []byte { return p.append(dst, reflect.ValueOf(a)) },
	}
}

// long says that the answer to an action may hold much.
func long(e Entry) Entry {
	e.Long = true
	return e
}

func update[T Update](original bool, decode func([]byte) (Update, error), write func([]byte, T) []byte) Entry {
	var zero T
	return Entry{
		Name: zero.Name(), Original: original, Since: 1, Value: zero,
		decodeUpdate: decode,
		appendUpdate: func(dst []byte, u Update) []byte { return write(dst, u.(T)) },
	}
}

// Negotiate returns the newest protocol version that this package and a peer
// who speaks low to high have in common. The error says in one sentence, for a
// person, that there is none.
func Negotiate(low, high int) (int, error) {
	switch {
	case high < MinVersion:
		return 0, fmt.Errorf("the client speaks protocol versions %d to %d and the server %d to %d: the client is too old",
			low, high, MinVersion, MaxVersion)
	case low > MaxVersion:
		return 0, fmt.Errorf("the client speaks protocol versions %d to %d and the server %d to %d: the server is too old",
			low, high, MinVersion, MaxVersion)
	}
	return min(high, MaxVersion), nil
}
