package protocol

import (
	"fmt"
	"io"
	"testing"
	"time"
)

var moveRequest = []byte(`{"type":"request","key":"0123456789abcdef-7","user":"anna","action":"move","data":{"direction":"north"}}`)

func BenchmarkDecodeRequest(b *testing.B) {
	var d requestDecoder
	b.ReportAllocs()
	for b.Loop() {
		if _, err := d.decode(moveRequest); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecodeInvalid(b *testing.B) {
	text := append(moveRequest[:len(moveRequest):len(moveRequest)], '}')
	b.ReportAllocs()
	for b.Loop() {
		if _, err := DecodeRequest(text); err == nil {
			b.Fatal("read")
		}
	}
}

func BenchmarkAppendResponse(b *testing.B) {
	key := EpochKey(1, 12345)
	var room []byte
	b.ReportAllocs()
	for b.Loop() {
		room = AppendResponse(BeginFrame(room[:0]), key, Success, nil)
		room = EndFrame(room, 0)
	}
}

func BenchmarkAppendPosition(b *testing.B) {
	p := Position{12, 34, "User:anna"}
	var room []byte
	b.ReportAllocs()
	for b.Loop() {
		room = AppendPosition(room[:0], &p)
	}
}

// crowd is what 200 walkers who all see each other are told in a tick.
func crowd() (View, Encoded) {
	var all Encoded
	for i := range 200 {
		e := Entity{Entity: fmt.Sprintf("User:walker%d", i), Kind: KindHero, Name: fmt.Sprintf("walker%d", i), X: i % 60, Y: i / 60}
		all = append(all, AppendEntity(nil, &e))
	}
	return View{Seq: 123456, Tick: 654321}, all
}

func BenchmarkAppendViewOf200(b *testing.B) {
	v, all := crowd()
	var room []byte
	b.ReportAllocs()
	for b.Loop() {
		room = EndFrame(AppendView(BeginFrame(room[:0]), &v, all), 0)
	}
	b.SetBytes(int64(len(room)))
}

func BenchmarkDecodeViewOf200(b *testing.B) {
	v, all := crowd()
	text := AppendView(nil, &v, all)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, _, err := DecodeMessage(text); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecodeMap(b *testing.B) {
	text := AppendMapResult(nil, 60, 40, func(x, y int) bool { return (x^y)&1 == 0 })
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		var m MapResult
		if err := DecodeResult(text, &m); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAnswers(b *testing.B) {
	var a Answers
	now := time.Now()
	var d Digest
	b.ReportAllocs()
	for i := uint64(1); b.Loop(); i++ {
		key := EpochKey(1, i)
		a.Ask(key, d, now)
		a.NewestIntent(key)
		a.Put(key, Answer{Status: Success})
	}
}

// benchmarkEcho has a server answer bursts of that many requests over TCP.
func benchmarkEcho(b *testing.B, burst int) {
	here, there := tcp(b)
	w := serve(b, here, there, ServerConfig{}, agree)
	var out []byte
	size := 0
	for i := range burst {
		out = AppendFrame(out, []byte(move(i%10)))
		size += len(AppendFrame(nil, []byte(done(i%10))))
	}
	in := make([]byte, size)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := here.Write(out); err != nil {
			b.Fatal(err)
		}
		if _, err := io.ReadFull(here, in); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(burst)*float64(b.N)/b.Elapsed().Seconds(), "requests/s")
	w.hangUp()
}

func BenchmarkEchoOne(b *testing.B)     { benchmarkEcho(b, 1) }
func BenchmarkEchoBurst32(b *testing.B) { benchmarkEcho(b, 32) }
