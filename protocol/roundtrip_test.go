package protocol

import (
	"encoding/json"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func TestRequestsComeBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := drawRequest(t)
		text, err := AppendRequest(nil, &want)
		if err != nil {
			t.Fatal(err)
		}
		got, err := DecodeRequest(text)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		want.Digest = got.Digest
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got %+v, want %+v", got, want)
		}
	})
}

func TestUpdatesComeBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := drawUpdate(t)
		text, err := AppendUpdate(nil, want)
		if err != nil {
			t.Fatal(err)
		}
		resp, got, err := DecodeMessage(text)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(resp, Response{}) {
			t.Fatalf("got %+v, want %+v", got, want)
		}
	})
}

// Another JSON library must read the same out of an update.
func TestUpdatesAreWhatTheirStructsSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSnapshot(t)
		text, err := AppendUpdate(nil, s)
		if err != nil {
			t.Fatal(err)
		}
		var any struct {
			Data map[string]any `json:"data"`
		}
		if err := json.Unmarshal(text, &any); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		fields := reflect.TypeFor[Snapshot]()
		want := fields.NumField() - 1 // Details are embedded
		for i := range want {
			if _, ok := any.Data[fields.Field(i).Tag.Get("json")]; !ok {
				t.Fatalf("no member %q", fields.Field(i).Tag.Get("json"))
			}
		}
		details := reflect.ValueOf(s.Details)
		for i, name := range detailNames {
			_, ok := any.Data[name]
			if ok == details.Field(i).IsZero() {
				t.Fatalf("the member %q is there: %v, and it holds %v", name, ok, details.Field(i))
			}
			if ok {
				want++
			}
		}
		if len(any.Data) != want {
			t.Fatalf("%d members, want %d", len(any.Data), want)
		}
	})
}

func TestResponsesComeBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var key Key
		if rapid.Bool().Draw(t, "has a key") {
			key = drawKey(t)
		}
		status := drawStatus.Draw(t, "status")
		message := drawText(t)
		got, u, err := DecodeMessage(AppendResponse(nil, key, status, AppendFailure(nil, message)))
		if err != nil || u != nil || got.Key != key || got.Status != status {
			t.Fatalf("%+v, %v, %v", got, u, err)
		}
		var f Failure
		if err := DecodeResult(got.Data, &f); err != nil || f.Message != message {
			t.Fatalf("%q, %v; want %q", f.Message, err, message)
		}
	})
}

func TestResultsComeBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := WatchResult{rapid.IntRange(1, maxSmall).Draw(t, "version"), rapid.IntRange(1, 60_000).Draw(t, "tick")}
		var got WatchResult
		if err := DecodeResult(AppendWatchResult(nil, &want), &got); err != nil || got != want {
			t.Fatalf("%+v, %v; want %+v", got, err, want)
		}
		results := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Result {
			return Result{drawStatus.Draw(t, "status"), AppendFailure(nil, drawText(t))}
		}), 0, MaxBatch).Draw(t, "results")
		var batch BatchResult
		err := DecodeResult(AppendBatchResult(nil, &BatchResult{results}), &batch)
		if err != nil || !reflect.DeepEqual(batch.Results, results) {
			t.Fatalf("%+v, %v; want %+v", batch, err, results)
		}
	})
}

func TestMapsComeBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(1, 70).Draw(t, "w"), rapid.IntRange(1, 50).Draw(t, "h")
		bits := rapid.Uint64().Draw(t, "bits")
		floor := func(x, y int) bool { return bits>>((x*7+y)%64)&1 == 1 }
		var m MapResult
		if err := DecodeResult(AppendMapResult(nil, w, h, floor), &m); err != nil {
			t.Fatal(err)
		}
		if len(m.FloorLayer) != w || len(m.FloorLayer[0]) != h {
			t.Fatalf("%d by %d, want %d by %d", len(m.FloorLayer), len(m.FloorLayer[0]), w, h)
		}
		for x := range w {
			for y := range h {
				if (m.FloorLayer[x][y] == FloorFloor) != floor(x, y) {
					t.Fatalf("%d, %d is %s", x, y, m.FloorLayer[x][y])
				}
			}
		}
	})
}

func TestSharedEntitiesStandWhereOwnOnesWould(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := drawView(t)
		var shared Encoded
		for i := range want.Entities {
			shared = append(shared, AppendEntity(nil, &want.Entities[i]))
		}
		bare := want
		bare.Entities = nil
		got := AppendView(nil, &bare, shared)
		if string(got) != string(AppendView(nil, &want, nil)) {
			t.Fatalf("got %s", got)
		}
	})
}

func TestKeysComeBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := drawKey(t)
		got, err := parseKey([]byte(want.String()))
		if err != nil || got != want {
			t.Fatalf("%v, %v; want %v", got, err, want)
		}
	})
	for _, bad := range []string{"", "null", "-0", "01", "1.0", "1e3", "+1", "9007199254740992", "-9007199254740992",
		`""`, `"1"`, `"0123456789abcdef"`, `"0123456789abcdef-"`, `"0123456789abcdef-0"`, `"0123456789abcdef-01"`,
		`"0123456789abcdef-9007199254740992"`, `"0123456789ABCDEF-1"`, `"0123456789abcde-1"`, `"0123456789abcdefa-1"`,
		`"0123456789abcdef--1"`, `"0123456789abcdef-1\u0030"`, "[]", "{}", "true"} {
		if key, err := parseKey([]byte(bad)); err == nil {
			t.Errorf("%s is read as %v", bad, key)
		}
	}
}

// Every result that has a plan comes back, and every failure.
func TestPlannedResultsComeBackAsTheyWere(t *testing.T) {
	kinds := []reflect.Type{reflect.TypeFor[Failure]()}
	for _, e := range Catalogue() {
		if e.Result != nil && plans[reflect.TypeOf(e.Result)] != nil {
			kinds = append(kinds, reflect.TypeOf(e.Result))
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom(kinds).Draw(t, "kind")
		want := reflect.New(kind)
		want.Elem().Set(drawStruct(t, kind))
		if c, ok := want.Interface().(*ChartResult); ok {
			c.Terrain = drawSome(t, "terrain", drawStrip(c.Width, c.Height))
		}
		text, err := AppendResult(nil, want.Interface())
		if err != nil {
			t.Fatal(err)
		}
		got := reflect.New(kind)
		if err := DecodeResult(text, got.Interface()); err != nil || !reflect.DeepEqual(got.Interface(), want.Interface()) {
			t.Fatalf("%s: got %+v, %v; want %+v", text, got.Elem(), err, want.Elem())
		}
	})
}

// The hand-written way of an entity is the plan's.
func TestEntitiesAreWrittenByTheirPlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := drawEntity(60, 40).Draw(t, "entity")
		if got, want := string(AppendEntity(nil, &e)), string(appendStruct(nil, &e)); got != want {
			t.Fatalf("got %s, want %s", got, want)
		}
	})
}
