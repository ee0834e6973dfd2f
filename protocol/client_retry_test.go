package protocol

import (
	"context"
	"errors"
	"net"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// TestRetryTriesAtOnce asks a client that waits for its next try to connect to make it
// now.
func TestRetryTriesAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var dials, tries atomic.Int32
		c := NewClient(ClientConfig{
			User:   "anna",
			Dial:   func(context.Context) (net.Conn, error) { dials.Add(1); return nil, errors.New("no way") },
			OnLink: func(l Link) { tries.Store(int32(l.Tries)) },
		})
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { defer close(done); _ = c.Run(ctx) }()
		time.Sleep(time.Minute) // the pauses are long by now
		synctest.Wait()
		before, at := dials.Load(), time.Now()
		c.Retry()
		synctest.Wait()
		if n := dials.Load(); n != before+1 || time.Since(at) != 0 || tries.Load() != n {
			t.Errorf("%d tries after %d, told are %d", n, before, tries.Load())
		}
		cancel()
		<-done
	})
}
