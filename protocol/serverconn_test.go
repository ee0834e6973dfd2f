package protocol

import (
	"fmt"
	"io"
	"net"
	"testing"
)

func TestServerConnAnswersOverAPipe(t *testing.T) {
	here, there := net.Pipe()
	c := NewServerConn(there, ServerConfig{})
	ended := make(chan error, 1)
	go func() {
		ended <- c.Serve(func(r *Request) { c.Respond(r.Key, Success, nil) })
	}()
	frames := NewFrameReader(here, MaxFrameClient)
	for i := range 3 {
		body := fmt.Sprintf(`{"type":"request","key":%d,"user":"anna","action":"move","data":{"direction":"north"}}`, i)
		if _, err := here.Write(AppendFrame(nil, []byte(body))); err != nil {
			t.Fatal(err)
		}
		got, err := frames.Next()
		if err != nil {
			t.Fatal(err)
		}
		want := fmt.Sprintf(`{"type":"response","key":%d,"status":"success","data":{}}`, i)
		if string(got) != want {
			t.Fatalf("got %s, want %s", got, want)
		}
	}
	here.Close()
	if err := <-ended; err != nil && err != io.ErrClosedPipe {
		t.Fatalf("Serve: %v", err)
	}
}
