package protocol

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// Each test here holds the codec against one row of the threats that a server
// has to stand. After each, a healthy client is still answered.

// healthy fails the test unless an honest request is answered.
func healthy(t testing.TB) {
	t.Helper()
	w := dial(t, ServerConfig{}, agree)
	w.send(move(1))
	w.want(done(1))
	if err := w.hangUp(); err != nil {
		t.Errorf("Serve: %v", err)
	}
}

// isInvalid returns the key with which the request is refused.
func isInvalid(t interface {
	Helper()
	Fatalf(string, ...any)
}, text string) Key {
	t.Helper()
	r, err := DecodeRequest([]byte(text))
	var bad *InvalidError
	if !errors.As(err, &bad) || bad.Message == "" {
		t.Fatalf("%.300s is read as %.300s, %v", text, fmt.Sprintf("%+v", r), err)
	}
	return bad.Key
}

func TestThreat01LengthBomb(t *testing.T) {
	for _, claim := range []string{"99999999999999999999:", "-5:", "+5:", "005:", "16385:", "5:hello;", "0x10:", "१:"} {
		f := NewFrameReader(strings.NewReader(claim), MaxFrameIn)
		var bad *FrameError
		if _, err := f.Next(); !errors.As(err, &bad) {
			t.Errorf("%q: %v", claim, err)
		}
		if len(f.buf) > smallBuffer {
			t.Errorf("%q: a buffer of %d bytes", claim, len(f.buf))
		}
	}
	// Liars claim the most and send next to nothing.
	const liars = 1000
	before := heap()
	readers := make([]*FrameReader, liars)
	for i := range readers {
		readers[i] = NewFrameReader(strings.NewReader("16384:{"), MaxFrameIn)
		if _, err := readers[i].Next(); err != io.ErrUnexpectedEOF {
			t.Fatal(err)
		}
	}
	if more := heap() - before; more > 16<<20 {
		t.Errorf("%d liars take %d bytes", liars, more)
	}
	runtime.KeepAlive(readers)
	healthy(t)
}

func TestThreat02Depth(t *testing.T) {
	request := func(mapID string) string {
		return `{"type":"request","key":9,"user":"anna","action":"get_map","data":{"map_id":` + mapID + `}}`
	}
	nest := func(n int) string {
		return request(strings.Repeat(`[`, n) + strings.Repeat(`]`, n))
	}
	if _, err := DecodeRequest([]byte(nest(MaxDepth - 2))); err != nil {
		t.Errorf("%d levels: %v", MaxDepth, err)
	}
	for _, text := range []string{
		nest(MaxDepth - 1), nest(7000),
		request(strings.Repeat(`{"a":`, 2000) + "1" + strings.Repeat("}", 2000)),
		request(strings.Repeat(`[{"a":`, 500) + "1" + strings.Repeat("}]", 500)),
	} {
		began := time.Now()
		if key := isInvalid(t, text); key != IntKey(9) {
			t.Errorf("the key is %v", key)
		}
		if took := time.Since(began); took > 50*time.Millisecond {
			t.Errorf("%d bytes took %v", len(text), took)
		}
	}
	isInvalid(t, strings.Repeat("[", MaxFrameIn))
	isInvalid(t, strings.Repeat(`{"key":`, MaxFrameIn/7))
	if _, _, err := DecodeMessage(bytes.Repeat([]byte("["), MaxFrameClient)); err == nil {
		t.Error("a client reads a megabyte of brackets")
	}
	healthy(t)
}

func TestThreat03Allocation(t *testing.T) {
	head := `{"type":"request","key":9,"user":"anna","action":"get_map","data":{"map_id":`
	for _, item := range []string{`{}`, `[]`, `0`, `""`, `{"a":[]}`} {
		n := (MaxFrameIn - len(head) - 10) / (len(item) + 1)
		text := []byte(head + `[` + strings.Repeat(item+`,`, n) + item + `]}}`)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		const times = 50
		for range times {
			isInvalid(t, string(text))
		}
		runtime.ReadMemStats(&after)
		each := (after.TotalAlloc - before.TotalAlloc) / times
		if each > 8*uint64(len(text)) {
			t.Errorf("%d bytes of %s take %d bytes", len(text), item, each)
		}
	}
	const around = 16 // tokens of the request but for the array's items
	full := head + `[` + strings.Repeat(`0,`, MaxTokens-around-1) + `0]}}`
	if _, err := DecodeRequest([]byte(full)); err != nil {
		t.Errorf("%d tokens: %v", MaxTokens, err)
	}
	if key := isInvalid(t, strings.Replace(full, `[`, `[0,`, 1)); key != IntKey(9) {
		t.Errorf("the key is %v", key)
	}
	healthy(t)
}

// members are those of a valid request.
var members = []string{`"type":"request"`, `"key":9`, `"user":"anna"`, `"action":"move"`, `"data":{"direction":"north"}`}

func join(members []string) string { return "{" + strings.Join(members, ",") + "}" }

func TestThreat04DuplicateAndFoldedNames(t *testing.T) {
	extra := []string{
		`"user":"bob"`, `"user":"anna"`, `"\u0075ser":"bob"`, `"action":"logout"`, `"type":"request"`, `"data":{}`,
		`"USER":"bob"`, `"User":"bob"`, `"Action":"logout"`, `"ACTION":"logout"`, `"Data":{}`, `"KEY":3`, `"ſser":1`,
		`"TYPE":"request"`, `"uſer":"bob"`, `"":0`, `"user ":"bob"`,
	}
	rnd := rand.New(rand.NewPCG(4, 4))
	for range 20_000 {
		all := append([]string{extra[rnd.IntN(len(extra))]}, members...)
		rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		if key := isInvalid(t, join(all)); key != IntKey(9) {
			t.Fatalf("%s: the key is %v", join(all), key)
		}
	}
	for _, data := range []string{
		`{"direction":"north","direction":"south"}`, `{"direction":"north","Direction":"south"}`, `{"Direction":"north"}`,
	} {
		isInvalid(t, strings.Replace(join(members), `{"direction":"north"}`, data, 1))
	}
	if key := isInvalid(t, join(append([]string{`"key":8`}, members...))); !key.IsZero() {
		t.Errorf("of two keys, %v was chosen", key)
	}
	healthy(t)
}

func TestThreat05BadText(t *testing.T) {
	user := func(s string) string {
		return strings.Replace(join(members), "anna", s, 1)
	}
	anywhere := func(s string) string {
		return `{"type":"request","key":9,"user":"anna","action":"get_map","data":{"map_id":"` + s + `"}}`
	}
	for c := 0xd800; c <= 0xdfff; c++ {
		for _, s := range []string{fmt.Sprintf(`\u%04x`, c), fmt.Sprintf(`\u%04X\u0041`, c), fmt.Sprintf(`\ud800\u%04x`, c&^0x400)} {
			isInvalid(t, user(s))
			if key := isInvalid(t, anywhere(s)); key != IntKey(9) {
				t.Fatalf("%s: the key is %v", s, key)
			}
		}
	}
	for _, s := range []string{"\xff", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82", "\x80", "\x00", `\u0000`, "\n", "\x1f", `\x41`, `\u12`} {
		isInvalid(t, user(s))
		isInvalid(t, anywhere(s))
	}
	isInvalid(t, "\ufeff"+join(members))
	if _, err := DecodeRequest([]byte(anywhere(`\ud83d\udc09 \\u0000`))); err != nil {
		t.Errorf("a whole pair: %v", err)
	}
	for c := range rune(0x250) {
		want := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
		if got := CheckUser("x"+string(c)) == nil; got != want {
			t.Errorf("a name with %q: %v", c, got)
		}
	}
	for _, s := range []string{"", strings.Repeat("a", MaxName+1), "an na", "анна", "anna:v1"} {
		isInvalid(t, user(s))
	}
	healthy(t)
}

func TestThreat06WrongFields(t *testing.T) {
	values := []string{"1", "-1", "1.5", "true", "null", `""`, `"x"`, "[]", "{}", `{"a":1}`, "1e400", "-1e400", "1e9", `["north"]`}
	for i := range members {
		missing := append(append([]string{}, members[:i]...), members[i+1:]...)
		isInvalid(t, join(missing))
		name, _, _ := strings.Cut(members[i], ":")
		for _, v := range values {
			all := append(append([]string{}, missing...), name+":"+v)
			if name == `"key"` && (v == "1" || v == "-1") || name == `"user"` && v == `"x"` {
				continue
			}
			key := isInvalid(t, join(all))
			if name != `"key"` && v != "1e400" && v != "-1e400" && key != IntKey(9) {
				t.Errorf("%s: the key is %v", join(all), key)
			}
		}
	}
	for _, text := range []string{
		"", " ", "null", "1", `"x"`, "[]", "{}", "[{}]", join(members) + "x", join(members) + join(members), join(members[:4]) + ",",
		`{"type":"request","key":1e0,"user":"anna","action":"ping","data":{}}`,
		`{"type":"request","key":9,"user":"anna","action":"ping","data":{"a":1e400}}`,
		`{"type":"request","key":9,"user":"anna","action":"ping","data":{"a":` + strings.Repeat("9", 400) + `}}`,
		`{"type":"request","key":9,"user":"anna","action":"get_map","data":{"map_id":[NaN]}}`,
		`{"type":"request","key":9,"user":"anna","action":"get_map","data":{"map_id":Infinity}}`,
		`{"type":"request","key":9,"user":"anna","action":"get_map","data":{"map_id":1e400}}`,
		`{"type":"request","key":9,"user":"anna","action":"get_map","data":{}}`,
		`{"type":"request","key":9,"user":"anna","action":"Name","data":{}}`,
		`{"type":"request","key":9,"user":"anna","action":"position","data":{"x":1,"y":1,"entity":"User:bob"}}`,
		`{"type":"request","key":9,"user":"anna","action":"watch","data":{"min_version":1,"max_version":0,"seen":0}}`,
		`{"type":"request","key":9,"user":"anna","action":"watch","data":{"min_version":0,"max_version":1,"seen":0}}`,
		`{"type":"request","key":9,"user":"anna","action":"watch","data":{"min_version":1,"max_version":1,"seen":-1}}`,
		`{"type":"request","key":9,"user":"anna","action":"watch","data":{"min_version":1,"max_version":1,"seen":9007199254740992}}`,
	} {
		isInvalid(t, text)
	}
	healthy(t)
}

// A valid request with any one byte changed is read or refused, never more.
func TestThreat06AnyChangedByte(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRequest(t)
		text, err := AppendRequest(nil, &r)
		if err != nil {
			t.Fatal(err)
		}
		text[rapid.IntRange(0, len(text)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		got, err := DecodeRequest(text)
		if err != nil {
			return
		}
		if again, err := AppendRequest(nil, &got); err != nil {
			t.Fatalf("%s was read, but %s, %v", text, again, err)
		}
	})
}

func TestThreat07KeyWithAnotherBody(t *testing.T) {
	read := func(text string) Request {
		r, err := DecodeRequest([]byte(text))
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		return r
	}
	first := join(members)
	var a Answers
	r := read(first)
	effects := 0
	perform := func(r Request) (v Verdict) {
		if v, _ = a.Ask(r.Key, r.Digest, start); v == Fresh {
			effects++
			a.Put(r.Key, Answer{Status: Success})
		}
		return v
	}
	if v := perform(r); v != Fresh {
		t.Fatal(v)
	}
	for _, other := range []string{
		strings.Replace(first, "north", "south", 1),
		strings.Replace(first, `{"direction":"north"}`, `{"direction": "north"}`, 1),
		strings.Replace(first, "anna", "bob", 1),
		strings.Replace(strings.Replace(first, "move", "ping", 1), `{"direction":"north"}`, `{}`, 1),
	} {
		if v := perform(read(other)); v != Mismatch {
			t.Errorf("%s: %v", other, v)
		}
	}
	// Where the fields stand, and the blanks between them, are not the body.
	again := strings.NewReplacer(`,"user"`, ` , "user"`).Replace(first)
	if v := perform(read(again)); v != Answered || effects != 1 {
		t.Errorf("the same body: %v, and %d effects", v, effects)
	}
	healthy(t)
}

func TestThreat08KeyFlood(t *testing.T) {
	before := heap()
	var a Answers
	now, fresh := start, 0
	rnd := rand.New(rand.NewPCG(8, 8))
	for i := range uint64(300_000) {
		now = now.Add(time.Millisecond)
		key := EpochKey(rnd.Uint64N(40), i+1)
		if rnd.IntN(4) == 0 {
			key = EpochKey(key.epoch, rnd.Uint64N(i+1)+1)
		}
		if v, _ := a.Ask(key, Digest{}, now); v == Fresh {
			fresh++
			a.Put(key, Answer{Success, []byte("{}")})
		}
	}
	checkBounds(t, &a)
	if more := heap() - before; more > 256<<10 {
		t.Errorf("a flood of keys takes %d bytes", more)
	}
	runtime.KeepAlive(&a)
	// Of an epoch that is still known nothing is ever fresh again.
	for _, e := range a.epochs {
		if e.some {
			if v, _ := a.Ask(EpochKey(e.id.number, uint64(e.floor)), Digest{}, now); v != Forgotten {
				t.Errorf("below the window: %v", v)
			}
		}
	}
	if fresh == 0 {
		t.Error("nothing was fresh")
	}
	healthy(t)
}

// Whatever the order and the repetitions, what counts in the end is the intent
// with the highest counter, and it has been set once.
func TestThreat09StaleResend(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sent := rapid.SliceOfN(rapid.Uint64Range(1, 30), 1, 100).Draw(t, "counters")
		var a Answers
		set := map[uint64]int{}
		var intent, newest uint64
		for _, counter := range sent {
			newest = max(newest, counter)
			key := EpochKey(1, counter)
			v, _ := a.Ask(key, Digest{}, start)
			if v != Fresh {
				continue
			}
			if a.NewestIntent(key) {
				intent = counter
				set[counter]++
			}
			a.Put(key, Answer{Status: Success})
		}
		if intent != newest {
			t.Fatalf("the intent is %d, the newest %d", intent, newest)
		}
		for counter, n := range set {
			if n > 1 {
				t.Fatalf("%d was set %d times", counter, n)
			}
		}
	})
	healthy(t)
}

func TestThreat10Batch(t *testing.T) {
	batch := func(items ...string) string {
		return `{"type":"request","key":9,"user":"anna","action":"batch","data":{"actions":[` + strings.Join(items, ",") + `]}}`
	}
	const ping = `{"action":"ping","data":{}}`
	many := func(n int) []string { return strings.Split(strings.Repeat(ping+"|", n-1)+ping, "|") }
	r, err := DecodeRequest([]byte(batch(many(MaxBatch)...)))
	if err != nil || len(r.Action.(Batch).Actions) != MaxBatch {
		t.Fatalf("%+v, %v", r, err)
	}
	for _, text := range []string{
		batch(),
		batch(many(MaxBatch + 1)...),
		batch(`{"action":"batch","data":{"actions":[` + ping + `]}}`),
		batch(`{"action":"watch","data":{"min_version":1,"max_version":1,"seen":0}}`),
		batch(ping, `{"action":"fly","data":{}}`),
		batch(ping, `{"action":"move","data":{"direction":"up"}}`),
		batch(ping, `{"action":"move","data":{"direction":"north"},"user":"bob"}`),
		batch(ping, `{"action":"ping"}`),
		batch(ping, `null`),
		batch(ping, `[]`),
		`{"type":"request","key":9,"user":"anna","action":"batch","data":{"actions":{}}}`,
		`{"type":"request","key":9,"user":"anna","action":"batch","data":{"actions":null}}`,
	} {
		if key := isInvalid(t, text); key != IntKey(9) {
			t.Errorf("%s: the key is %v", text, key)
		}
	}
	// The whole batch has one answer, which holds one status for each action.
	ans := Answer{Success, AppendBatchResult(nil, &BatchResult{[]Result{
		{Success, []byte("{}")}, {Illegal, AppendFailure(nil, "No.")}, {Success, []byte("{}")},
	}})}
	var a Answers
	if v, _ := a.Ask(r.Key, r.Digest, start); v != Fresh {
		t.Fatal(v)
	}
	a.Put(r.Key, ans)
	v, again := a.Ask(r.Key, r.Digest, start)
	var res BatchResult
	if err := DecodeResult(again.Data, &res); v != Answered || err != nil || len(res.Results) != 3 || res.Results[1].Status != Illegal {
		t.Errorf("%v, %+v, %v", v, res, err)
	}
	healthy(t)
}
