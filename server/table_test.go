package server_test

import (
	"testing"

	"laneya/geom"
	"laneya/protocol"
	"laneya/server"
)

// table makes a Table, and fails the test if it can't.
func table(t testing.TB, cfg server.Config) *server.Table {
	t.Helper()
	tb, err := server.NewTable(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return tb
}

// do does an action that must succeed.
func do(t testing.TB, tb *server.Table, user string, a protocol.Action) {
	t.Helper()
	if ans := tb.Do(user, a); ans.Status != protocol.Success {
		t.Fatalf("%s: %#v: %s %s", user, a, ans.Status, ans.Data)
	}
}

// A table does what it is told, and nothing by itself.
func TestTable(t *testing.T) {
	tb := table(t, server.Config{Seed: 5})
	if u := tb.Updates("anna"); len(u) != 0 || tb.Step() {
		t.Fatalf("before anybody came: %v", u)
	}
	do(t, tb, "anna", protocol.Move{Direction: geom.Stop})
	updates := tb.Updates("anna")
	if len(updates) != 1 {
		t.Fatalf("%d updates", len(updates))
	}
	first, ok := updates[0].(protocol.Snapshot)
	if !ok || first.Hero != "User:anna" || first.Self == nil || first.Run == nil {
		t.Fatalf("first %+v", updates[0])
	}
	if tb.Step() || len(tb.Updates("anna")) != 0 {
		t.Error("time passes for one who wants nothing")
	}
	if ans := tb.Do("anna", protocol.Drop{Item: 1, Count: 0}); ans.Status != protocol.Invalid {
		t.Errorf("an invalid action: %s", ans.Status)
	}
	var f protocol.Failure
	if ans := tb.Do("anna", protocol.Take{Thing: 7}); ans.Status != protocol.Illegal || protocol.DecodeResult(ans.Data, &f) != nil ||
		f.Reason == "" || f.Message == "" || f.Message == f.Reason {
		t.Errorf("an illegal action: %s %s", ans.Status, ans.Data)
	}
	tb.Away("anna")
	if u := tb.Updates("anna"); len(u) != 0 {
		t.Errorf("one who is away is told %v", u)
	}
	do(t, tb, "anna", protocol.Ping{})
	if u := tb.Updates("anna"); len(u) != 1 || u[0].Name() != "snapshot" {
		t.Errorf("one who comes back is told %v", u)
	}
}

// The content that is handed out is whole, and says so.
func TestContent(t *testing.T) {
	tb := table(t, server.Config{})
	var head protocol.ContentResult
	ans := tb.Do("anna", protocol.Content{})
	if err := protocol.DecodeResult(ans.Data, &head); err != nil || len(head.Parts) < 11 || len(head.Hash) != 32 {
		t.Fatalf("%+v, %v", head, err)
	}
	tables := map[string]map[string]protocol.Row{}
	for _, part := range head.Parts {
		ans := tb.Do("anna", protocol.Content{Part: part})
		var res protocol.ContentResult
		if err := protocol.DecodeResult(ans.Data, &res); err != nil || res.Part != part || res.Hash != head.Hash {
			t.Fatalf("%s: %s %+v, %v", part, ans.Status, res, err)
		}
		if len(ans.Data) > 56<<10 {
			t.Errorf("the part %s has %d bytes", part, len(ans.Data))
		}
		rows, err := protocol.DecodeRows(res.Tables)
		if err != nil {
			t.Fatalf("%s: %v", part, err)
		}
		name := protocol.TableOf(part)
		if tables[name] == nil {
			tables[name] = map[string]protocol.Row{}
		}
		for _, r := range rows {
			if _, twice := tables[name][r.Key]; twice || r.Key == "" {
				t.Errorf("%s: the key %q stands twice", name, r.Key)
			}
			tables[name][r.Key] = r
		}
	}
	for _, name := range []string{
		protocol.TableTerrain, protocol.TableClouds, protocol.TableFoes, protocol.TableItems, protocol.TableStatuses, protocol.TableKits,
		protocol.TableShots, protocol.TableColours, protocol.TableMessages, protocol.TableEmotes,
	} {
		if len(tables[name]) == 0 {
			t.Errorf("the table %s is empty", name)
		}
		for _, r := range tables[name] {
			if r.Colour != "" && tables[protocol.TableColours][r.Colour].RGB == nil {
				t.Errorf("%s %s has the colour %q", name, r.Key, r.Colour)
			}
		}
	}
	if ans := tb.Do("anna", protocol.Content{Part: "cats"}); ans.Status != protocol.Illegal {
		t.Errorf("a part that isn't there: %s %s", ans.Status, ans.Data)
	}
}

// The questions about the world are answered, each with its result.
func TestQuestions(t *testing.T) {
	tb := table(t, server.Config{Seed: 5})
	ask := func(a protocol.Action, into any) {
		t.Helper()
		ans := tb.Do("anna", a)
		if err := protocol.DecodeResult(ans.Data, into); ans.Status != protocol.Success || err != nil {
			t.Errorf("%#v: %s %.200s, %v", a, ans.Status, ans.Data, err)
		}
	}
	var c protocol.ChartResult
	ask(protocol.Chart{Level: "0:0:0"}, &c)
	if c.Width != geom.LevelWidth || len(c.Terrain) == 0 || c.Level != "0:0:0" {
		t.Errorf("the chart is %+v", c)
	}
	var b protocol.BoardResult
	ask(protocol.Board{}, &b)
	var d protocol.DescribeResult
	ask(protocol.Describe{X: 27, Y: 20}, &d)
	ask(protocol.Describe{Entity: "User:anna"}, &d)
	if d.Title == "" || d.Text == "" {
		t.Errorf("anna is described as %+v", d)
	}
	ask(protocol.Describe{Status: "poisoned"}, &d)
	var g protocol.GuideResult
	ask(protocol.Guide{}, &g)
	if len(g.Pages) < 5 || g.Pages[0].Text != "" {
		t.Errorf("the guide's contents are %+v", g)
	}
	ask(protocol.Guide{Query: g.Pages[0].Title}, &g)
	if len(g.Pages) == 0 || g.Pages[0].Text == "" {
		t.Errorf("a page of the guide is %+v", g)
	}
	var f protocol.FindResult
	ask(protocol.Find{Query: "ladder"}, &f)
	if len(f.Places) == 0 {
		t.Error("no ladder is found in the camp")
	}
	var h protocol.HallResult
	ask(protocol.Hall{}, &h)
	if ans := tb.Do("anna", protocol.Chart{Level: "0:0:9"}); ans.Status != protocol.Illegal {
		t.Errorf("the chart of a level that is not known: %s", ans.Data)
	}
}
