package protocol

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestThreat36HostileServer(t *testing.T) {
	update := func(action, data string) string {
		return fmt.Sprintf(`{"type":"update","action":%q,"data":%s}`, action, data)
	}
	entity := `{"entity":"e","kind":"k","name":"n","x":0,"y":0,"facing":"stop","asleep":false}`
	list := func(item string, n int) string { return "[" + strings.Repeat(item+",", n-1) + item + "]" }
	snapshot := func(size int, terrain, sight, entities string) string {
		return update("snapshot", fmt.Sprintf(
			`{"seq":1,"tick":1,"level":"0:0:0","width":%d,"height":%d,"hero":"e","terrain":%s,"sight":%s,"entities":%s}`,
			size, size, terrain, sight, entities))
	}
	for _, good := range []string{
		snapshot(MaxMapSide, list(`{"x":0,"y":511,"cells":"`+strings.Repeat("#", 512)+`"}`, 512), "[]", "[]"),
		snapshot(1, "[]", `[{"x":0,"y":0,"n":1}]`, "["+entity+"]"),
		update("view", `{"seq":1,"tick":1,"entities":`+list(entity, MaxEntities)+`}`),
		update("view", `{"seq":1,"tick":1,"gone":[]}`),
		update("position", `{"x":-3,"y":7,"entity":"Ghost:example"}`),
	} {
		if _, u, err := DecodeMessage([]byte(good)); err != nil || u == nil {
			t.Errorf("%.200s: %v", good, err)
		}
	}
	for _, bad := range []string{
		snapshot(MaxMapSide+1, "[]", "[]", "[]"),
		snapshot(0, "[]", "[]", "[]"),
		snapshot(5, `[{"x":3,"y":0,"cells":"###"}]`, "[]", "[]"),
		snapshot(5, `[{"x":0,"y":5,"cells":"#"}]`, "[]", "[]"),
		snapshot(5, `[{"x":0,"y":0,"cells":""}]`, "[]", "[]"),
		snapshot(5, `[{"x":0,"y":0,"cells":"\x7f"}]`, "[]", "[]"),
		snapshot(5, "[]", `[{"x":0,"y":0,"n":6}]`, "[]"),
		snapshot(5, "[]", `[{"x":0,"y":0,"n":0}]`, "[]"),
		snapshot(5, "[]", `[{"x":4,"y":0,"n":1000000000000}]`, "[]"),
		snapshot(5, "[]", "[]", strings.Replace("["+entity+"]", `"x":0`, `"x":5`, 1)),
		snapshot(5, "[]", "[]", strings.Replace("["+entity+"]", `"x":0`, `"x":-1`, 1)),
		strings.Replace(snapshot(5, "[]", "[]", "[]"), "0:0:0", "cave", 1),
		strings.Replace(snapshot(5, "[]", "[]", "[]"), `"terrain":[],`, "", 1),
		update("view", `{"seq":1,"tick":1,"entities":`+list(entity, MaxEntities+1)+`}`),
		update("view", `{"seq":1,"tick":1,"gone":`+list(`"e"`, MaxEntities+1)+`}`),
		update("view", `{"seq":1,"tick":1,"entities":[`+strings.Replace(entity, "stop", "up", 1)+`]}`),
		update("view", `{"seq":1,"tick":1,"secret":1}`),
		update("view", `{"tick":1}`),
		update("view", `{"seq":1.5,"tick":1}`),
		update("position", `{"x":1e99,"y":7,"entity":"e"}`),
		update("position", `{"x":1,"y":7,"entity":5}`),
		update("position", `{"x":1,"y":7}`),
		update("move", `{"direction":"north"}`),
		update("fly", `{}`),
		`{"type":"update","action":"goodbye","data":{"reason":"x"},"key":1}`,
		`{"type":"request","key":1,"user":"anna","action":"ping","data":{}}`,
		`{"type":"response","key":1,"status":"fine","data":{}}`,
		`{"type":"response","key":1,"status":"success","data":[]}`,
		`{"type":"response","key":"x","status":"success","data":{}}`,
		`{"type":"response","status":"success","data":{}}`,
	} {
		if r, u, err := DecodeMessage([]byte(bad)); err == nil {
			t.Errorf("%.200s is read as %+v, %+v", bad, r, u)
		}
	}
}

func TestMapsOfAHostileServer(t *testing.T) {
	column := func(n int) string { return "[" + strings.Repeat(`"wall",`, n-1) + `"floor"]` }
	layer := func(columns ...string) string { return `{"floor_layer":[` + strings.Join(columns, ",") + `]}` }
	for text, ok := range map[string]bool{
		layer(column(1)):              true,
		layer(column(MaxMapSide)):     true,
		layer(column(MaxMapSide + 1)): false,
		layer(strings.Split(strings.Repeat(column(1)+" ", MaxMapSide)+column(1), " ")...): false,
		layer(column(2), column(3)):             false,
		layer(`[]`):                             false,
		layer():                                 false,
		layer(`["lava"]`):                       false,
		layer(`"wall"`):                         false,
		layer(`[5]`):                            false,
		`{"floor_layer":5}`:                     false,
		`{"floor_layer":[["wall"]],"secret":1}`: false,
		`{}`:                                    false,
		`[`:                                     false,
	} {
		var m MapResult
		if err := DecodeResult([]byte(text), &m); (err == nil) != ok {
			t.Errorf("%.200s: %v", text, err)
		}
	}
	if err := DecodeResult([]byte("{}"), new(int)); err == nil {
		t.Error("an int is the result of something")
	}
}

func TestTextsAreCutBetweenCharacters(t *testing.T) {
	for pad := range 4 {
		long := strings.Repeat("a", pad) + strings.Repeat("🐉", MaxText)
		_, u, err := DecodeMessage([]byte(`{"type":"update","action":"goodbye","data":{"reason":"` + long + `"}}`))
		if err != nil {
			t.Fatal(err)
		}
		got := u.(Goodbye).Reason
		if len(got) > MaxText || len(got) < MaxText-3 || !utf8.ValidString(got) || !strings.HasPrefix(long, got) {
			t.Errorf("cut to %d bytes", len(got))
		}
	}
}

func TestMessageOfAResponse(t *testing.T) {
	for _, c := range []struct {
		r    Response
		want string
	}{
		{Response{Status: Success, Data: []byte(`{"message":"x"}`)}, ""},
		{Response{Status: Illegal, Data: []byte(`{"message":"No."}`)}, "No."},
		{Response{Status: Internal, Data: []byte(`{}`)}, "the server refused (internal)"},
		{Response{Status: Invalid, Data: []byte(`{"message":""}`)}, "the server refused (invalid)"},
	} {
		if got := c.r.Message(); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.r.Status, c.r.Data, got, c.want)
		}
	}
}

// What a Python server writes is read as well.
func TestOtherSpellingsOfJSON(t *testing.T) {
	r, _, err := DecodeMessage([]byte("{\"data\": {}, \"status\": \"success\",\n \"key\": 12, \"type\": \"response\"} \n"))
	if err != nil || r.Key != IntKey(12) || r.Status != Success {
		t.Errorf("%+v, %v", r, err)
	}
	_, u, err := DecodeMessage([]byte(`{"type": "update", "action": "posit\u0069on", "data": {"x": 1, "y": 2, "entity": "User:\u00e9\ud83d\udc09"}}`))
	if want := (Position{1, 2, "User:é🐉"}); err != nil || u != want {
		t.Errorf("%+v, %v", u, err)
	}
}
