package sounds

import (
	"errors"
	"io"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// fakeOutput reads until it is told to stop, or until it is taken away.
type fakeOutput struct {
	reads atomic.Int32
	away  chan struct{}
}

var errAway = errors.New("the card was taken away")

func (f *fakeOutput) play(r io.Reader, heard func(), stop <-chan struct{}) error {
	heard()
	buffer := make([]byte, chunk*frameBytes)
	every := time.NewTicker(10 * time.Millisecond)
	defer every.Stop()
	for {
		select {
		case <-stop:
			return nil
		case <-f.away:
			return errAway
		case <-every.C:
			if _, err := r.Read(buffer); err != nil {
				return err
			}
			f.reads.Add(1)
		}
	}
}

// TestACardThatComesLater looks for a card in vain, then finds one, loses it, and finds
// it again.
func TestACardThatComesLater(t *testing.T) {
	loaded(t)
	synctest.Test(t, func(t *testing.T) {
		var there atomic.Pointer[fakeOutput]
		var tries atomic.Int32
		p := newPlayer()
		p.plug = connect(&p.mixer, func() (output, error) {
			tries.Add(1)
			if out := there.Load(); out != nil {
				return out, nil
			}
			return nil, errNoCard
		})
		after := func(d time.Duration) (voices int) {
			time.Sleep(d)
			synctest.Wait()
			p.Play(Join, 1, 0)
			p.mixer.mu.Lock()
			defer p.mixer.mu.Unlock()
			return p.mixer.n
		}
		if n := after(3*again + time.Second); tries.Load() != 4 || !errors.Is(p.Err(), errNoCard) || n != 0 {
			t.Errorf("without a card: %d tries, %v, %d voices", tries.Load(), p.Err(), n)
		}
		first, second := &fakeOutput{away: make(chan struct{})}, &fakeOutput{away: make(chan struct{})}
		there.Store(first)
		if n := after(again); p.Err() != nil || first.reads.Load() == 0 || n != 1 {
			t.Errorf("with a card: %v, %d reads, %d voices", p.Err(), first.reads.Load(), n)
		}
		there.Store(nil)
		close(first.away)
		if n := after(again + time.Second); !errors.Is(p.Err(), errNoCard) || n > 1 {
			t.Errorf("after it went: %v, %d voices", p.Err(), n)
		}
		there.Store(second)
		if after(again); p.Err() != nil || second.reads.Load() == 0 {
			t.Errorf("after it came back: %v, %d reads", p.Err(), second.reads.Load())
		}
		p.Close()
	})
}

func TestClosingWhileThereIsNoCard(t *testing.T) {
	synctest.Test(t, func(*testing.T) {
		p := newPlayer()
		p.plug = connect(&p.mixer, func() (output, error) { return nil, errNoCard })
		synctest.Wait()
		p.Close()
	})
}
