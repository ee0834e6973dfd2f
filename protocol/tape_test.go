package protocol

import (
	"bytes"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// tape is a connection that plays what it was given and records what is written.
type tape struct {
	in      *bytes.Reader
	written []byte
}

func (t *tape) Read(b []byte) (int, error) { return t.in.Read(b) }

func (t *tape) Write(b []byte) (int, error) {
	t.written = append(t.written, b...)
	return len(b), nil
}

func (t *tape) Close() error                     { return nil }
func (t *tape) LocalAddr() net.Addr              { return nil }
func (t *tape) RemoteAddr() net.Addr             { return nil }
func (t *tape) SetDeadline(time.Time) error      { return nil }
func (t *tape) SetReadDeadline(time.Time) error  { return nil }
func (t *tape) SetWriteDeadline(time.Time) error { return nil }

// seeds are what fuzzing begins with, by the name of the test: hand-written
// messages, good and bad. The files of testdata/fuzz are made of them.
func seeds() map[string][]string {
	requests := []string{
		string(moveRequest), move(1), join(members), join(append([]string{`"user":"bob"`}, members...)),
		`{"type":"request","key":2,"user":"anna","action":"get_map","data":{"map_id":{"a":[null,true,1.5e3,"é\ud83d\udc09"]}}}`,
		`{"type":"request","key":3,"user":"anna","action":"logout","data":{}}`,
		`{"type":"request","key":"00000000000000ff-9","user":"anna","action":"watch","data":{"min_version":1,"max_version":2,"seen":7}}`,
		`{"type":"request","key":5,"user":"anna","action":"batch","data":{"actions":[{"action":"ping","data":{}},{"action":"move","data":{"direction":"stop"}}]}}`,
		`{"type":"request","key":6,"user":"anna","action":"ping","data":{}}`,
		`{"type":"request","key":7,"user":"an\ud800na","action":"ping","data":{}}`,
		`{"type":"request","key":8,"user":"anna","action":"fly","data":{"a":1e400}}`,
		`{"key":9,"data":` + strings.Repeat("[", 40), `{"key":"\u0000"}`, ` [1,{}] `, `"a`, `{"a":1,"a":2}`, "",
	}
	snapshot, _ := AppendUpdate(nil, Snapshot{
		Seq: 1, Tick: 2, Level: "0:0:1", Width: 4, Height: 2, Hero: "User:anna",
		Terrain: []Strip{{0, 0, "#.# "}}, Sight: []Run{{1, 0, 2}},
		Entities: []Entity{{Entity: "User:anna", Kind: KindHero, Name: "anna", X: 1, Facing: 3}},
	})
	messages := []string{
		done(1), string(snapshot),
		`{"type":"response","key":null,"status":"invalid","data":{"message":"no"}}`,
		`{"type":"response","key":1,"status":"success","data":{"floor_layer":[["wall","floor"],["floor","wall"]]}}`,
		`{"type":"response","key":1,"status":"success","data":{"version":1,"tick_ms":100}}`,
		`{"type":"response","key":1,"status":"success","data":{"results":[{"status":"illegal","data":{"message":"no"}}]}}`,
		`{"type":"update","action":"view","data":{"seq":2,"tick":3,"gone":["Ghost:wisp"],"sight":[{"x":0,"y":0,"n":3}]}}`,
		`{"type":"update","action":"position","data":{"x":3,"y":4,"entity":"Ghost:wisp"}}`,
		`{"type":"update","action":"goodbye","data":{"reason":"the server stops"}}`,
		`{"type":"update","action":"snapshot","data":{"seq":1}}`,
	}
	stream := AppendFrame(AppendFrame(nil, []byte(requests[0])), []byte(requests[3]))
	streams := []string{string(stream), string(stream[:len(stream)-5]), "0:,1:a,", "01:a,", "99999:", "-1:", "5:ab", "3:abc;", ""}
	return map[string][]string{
		"FuzzDecodeRequest": requests,
		"FuzzCheckJSON":     append(requests, messages...),
		"FuzzDecodeMessage": messages,
		"FuzzFrameReader":   streams,
		"FuzzServerConn":    streams,
		"FuzzAnswers": {
			"\x00\x01\x00\x01\x00\x02\x01\x00\x01\xff\x00\x01\x00\x01\x00", strings.Repeat("\x00\x01\x01\x02\x00\x08\x00\x07\x07\x00", 20),
			"\x00\x01\x00\x01\x00\x03\x01\x00\x01\xff\x00\x02\x00\x01\x00",
		},
	}
}

// Run with UPDATE=1 this writes the seeds.
func TestSeedsAreThere(t *testing.T) {
	for name, list := range seeds() {
		dir := filepath.Join("testdata", "fuzz", name)
		for i, s := range list {
			file := filepath.Join(dir, "seed-"+strconv.Itoa(i+1))
			text := "go test fuzz v1\n[]byte(" + strconv.Quote(s) + ")\n"
			if name == "FuzzFrameReader" {
				text += "uint16(" + strconv.Itoa(i*i) + ")\n"
			}
			if os.Getenv("UPDATE") != "" {
				if err := os.MkdirAll(dir, 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if got, err := os.ReadFile(file); err != nil || string(got) != text {
				t.Errorf("%s is not what seeds says: %v", file, err)
			}
		}
	}
}
