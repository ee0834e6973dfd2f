package protocol

import "testing"

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
