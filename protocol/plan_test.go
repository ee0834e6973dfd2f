package protocol

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// requestOf returns a request for the action with that data.
func requestOf(name string, data map[string]json.RawMessage) string {
	text, err := json.Marshal(data)
	if err != nil {
		panic(err)
	}
	return fmt.Sprintf(`{"type":"request","key":9,"user":"anna","action":%q,"data":%s}`, name, text)
}

// refusal returns with which words the request is refused.
func refusal(t *rapid.T, text string) string {
	r, err := DecodeRequest([]byte(text))
	var bad *InvalidError
	if !errors.As(err, &bad) || bad.Key != IntKey(9) {
		t.Fatalf("%s is read as %+v, %v", text, r, err)
	}
	return bad.Message
}

// Of every new word, a member too few, one too many and one of another type are
// refused in a sentence that names what is wrong.
func TestNewWordsAreStrict(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawPlanned(t)
		e, _ := Lookup(a.Name())
		var data map[string]json.RawMessage
		if err := json.Unmarshal(e.appendAction(nil, a), &data); err != nil {
			t.Fatal(err)
		}
		word := fmt.Sprintf("the data of %q", a.Name())
		for name, value := range data {
			delete(data, name)
			if name != "language" { // the only one that may be left out
				said := refusal(t, requestOf(a.Name(), data))
				if want := fmt.Sprintf("%s must have the field %q", word, name); said != want {
					t.Fatalf("without %s: %s", name, said)
				}
			}
			for _, other := range []string{"null", "[]", "{}", "1.0", "-0", "1e0", "9007199254740992", otherType(value)} {
				data[name] = json.RawMessage(other)
				if said := refusal(t, requestOf(a.Name(), data)); !strings.Contains(said, name) {
					t.Fatalf("with %s for %s: %s", other, name, said)
				}
			}
			data[name] = value
		}
		for _, name := range []string{"", "secret", "X", "User"} {
			data[name] = json.RawMessage("0")
			if said := refusal(t, requestOf(a.Name(), data)); said != fmt.Sprintf("%s has no field %q", word, name) {
				t.Fatalf("with %q: %s", name, said)
			}
			delete(data, name)
		}
	})
}

// otherType returns a value of another type than the given one.
func otherType(value json.RawMessage) string {
	if value[0] == '"' {
		return "5"
	}
	return `"5"`
}

// What is beyond a tag's limits is refused, by the one who sends it and by the
// one who gets it.
func TestNewWordsAreHeldToTheirLimits(t *testing.T) {
	for _, bad := range []Action{
		Travel{To: "elsewhere"}, Travel{To: "place", Level: "cave"}, Travel{To: "place", X: MaxMapSide}, Travel{To: "place", Y: -1},
		Travel{To: "down", X: 1}, Travel{To: "down", Level: "0:0:0"},
		Attack{Target: strings.Repeat("x", 257)}, Follow{}, Follow{User: "an na"}, Follow{User: strings.Repeat("a", MaxName+1)},
		Take{}, Take{Thing: maxCounter + 1}, Drop{Item: 1}, Drop{Item: 1, Count: -1}, Drop{Item: 1, Count: 10_000},
		Prefer{StopHealth: 101}, Prefer{StopHealth: -1}, Climb{}, Climb{Way: "sideways"},
		Say{To: "near"}, Say{To: "world", Text: "x"}, Say{To: "near", Text: strings.Repeat("x", 501)},
		Write{Text: strings.Repeat("x", 301)}, MarkPlace{Kind: "x"}, Invite{}, Chart{}, Chart{Level: "1:2"},
		Describe{Entity: "x", Item: 1}, Describe{X: 1, Status: "x"}, Kit{Kit: strings.Repeat("x", maxWord+1)},
	} {
		if bad.Validate() == nil {
			t.Errorf("%#v is valid", bad)
		}
		if text, err := AppendRequest(nil, &Request{Key: IntKey(9), User: "anna", Action: bad}); err == nil {
			t.Errorf("wrote %s", text)
		}
		e, _ := Lookup(bad.Name())
		isInvalid(t, fmt.Sprintf(`{"type":"request","key":9,"user":"anna","action":%q,"data":%s}`, bad.Name(), e.appendAction(nil, bad)))
	}
}

// The new members of updates are held to what a client takes.
func TestDetailsOfAHostileServer(t *testing.T) {
	view := func(members string) string {
		return `{"type":"update","action":"view","data":{"seq":1,"tick":1,` + members + `}}`
	}
	list := func(item string, n int) string { return "[" + strings.Repeat(item+",", n-1) + item + "]" }
	const pile = `{"id":1,"kind":"k","name":"n","count":1,"x":0,"y":0,"seen":true}`
	const event = `{"code":"c","at":{"x":1,"y":2},"n":-5}`
	for _, good := range []string{
		`"things":` + list(pile, MaxEntities), `"things":[]`, `"clouds":[{"x":3,"y":3,"cells":"a~ "}]`, `"clouds":[]`,
		`"events":` + list(event, 1000), `"party":[]`, `"marks":[]`, `"items":[]`,
	} {
		if _, u, err := DecodeMessage([]byte(view(good))); err != nil || u == nil {
			t.Errorf("%.100s: %v", good, err)
		}
	}
	for _, bad := range []string{
		`"things":` + list(pile, MaxEntities+1), `"things":null`, `"things":{}`, `"things":[null]`,
		`"things":[` + strings.Replace(pile, `"id":1`, `"id":0`, 1) + `]`,
		`"things":[` + strings.Replace(pile, `"x":0`, `"x":512`, 1) + `]`,
		`"things":[` + strings.Replace(pile, `"seen":true`, `"seen":1`, 1) + `]`,
		`"things":[` + strings.Replace(pile, `"seen":true`, `"secret":true`, 1) + `]`,
		`"events":` + list(event, 1001), `"events":[{"n":1}]`, `"events":[{"code":"c","at":[1,2]}]`, `"events":[{"code":"c","at":{"x":1}}]`,
		`"clouds":[{"x":510,"y":3,"cells":"aaa"}]`, `"clouds":[{"x":3,"y":3,"cells":"é"}]`,
		`"self":null`, `"self":{}`, `"run":[]`, `"run":{"state":"going"}`, `"party":[{}]`, `"secret":1`,
	} {
		if _, u, err := DecodeMessage([]byte(view(bad))); err == nil {
			t.Errorf("%.100s is read as %+v", bad, u)
		}
	}
	long := strings.Repeat("é", MaxText)
	_, u, err := DecodeMessage([]byte(view(`"events":[{"code":"say","text":"` + long + `"}]`)))
	if err != nil || len(u.(View).Events[0].Text) != MaxText {
		t.Errorf("a long text: %+v, %v", u, err)
	}
}

// A list that is told as empty is not the same as one that isn't told.
func TestEmptyListsAreTold(t *testing.T) {
	v := View{Seq: 1, Details: Details{Things: []Pile{}, Items: []Item{}}}
	text, err := AppendUpdate(nil, v)
	if err != nil {
		t.Fatal(err)
	}
	_, u, err := DecodeMessage(text)
	if got := u.(View); err != nil || got.Things == nil || got.Items == nil || got.Marks != nil || got.Self != nil {
		t.Errorf("%s is read as %+v, %v", text, u, err)
	}
}

// Every struct that travels has a tag for each of its fields, and no two words
// the same name.
func TestTheCatalogueIsWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range Catalogue() {
		if seen[e.Name] || e.Name == "" {
			t.Errorf("the word %q stands twice", e.Name)
		}
		seen[e.Name] = true
		if e.Long && e.Result == nil {
			t.Errorf("%q is long and has no result", e.Name)
		}
	}
	for kind, p := range plans {
		names := map[string]bool{}
		for _, f := range p.fields {
			if f.name == "" || names[f.name] {
				t.Errorf("%s: the member %q of %s", kind, f.name, kind.Field(f.index).Name)
			}
			names[f.name] = true
		}
		if len(p.fields) > 64 || len(p.fields) != kind.NumField() {
			t.Errorf("%s has %d fields", kind, len(p.fields))
		}
	}
}

// Neither reading nor checking what was cut goes beyond the limits.
func FuzzPlans(f *testing.F) {
	kinds := []any{new(Details), new(Entity)}
	for _, e := range Catalogue() {
		if e.Result != nil && plans[reflect.TypeOf(e.Result)] != nil {
			kinds = append(kinds, reflect.New(reflect.TypeOf(e.Result)).Interface())
		}
	}
	for i := range kinds {
		f.Add([]byte(`{"hash":"h","part":"","tables":{"a":[1]},"places":[{"name":"n","level":"0:0:0","x":1,"y":2,"kind":"item"}]}`), uint8(i))
	}
	f.Fuzz(func(t *testing.T, text []byte, which uint8) {
		into := kinds[int(which)%len(kinds)]
		if DecodeResult(text, into) != nil {
			return
		}
		again, err := AppendResult(nil, into)
		if err != nil {
			t.Fatalf("%T of %q: %v", into, text, err)
		}
		second := reflect.New(reflect.TypeOf(into).Elem()).Interface()
		if err := DecodeResult(again, second); err != nil || !reflect.DeepEqual(into, second) {
			t.Fatalf("%+v became %+v, %v", into, second, err)
		}
	})
}

func TestRowsComeBackAsTheyWere(t *testing.T) {
	want := []Row{{Key: "rat", Name: "rat", Glyph: "r", Light: 3, Traits: []string{"in packs"}}, {Key: "x", RGB: []int{1, 2, 3}}}
	text, err := AppendRows(nil, want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := DecodeRows(text)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%s is read as %+v, %v", text, got, err)
	}
	if rows, err := DecodeRows([]byte(`[{"key":"x","wings":4}]`)); err != nil || len(rows) != 1 {
		t.Errorf("a row of a newer server: %+v, %v", rows, err)
	}
	if rows, err := DecodeRows([]byte(`[{"key":5}]`)); err == nil {
		t.Errorf("a row with a wrong key is read as %+v", rows)
	}
	if TableOf("items.2") != "items" || TableOf("foes") != "foes" {
		t.Error("a part is of another table")
	}
}
