package sounds

import (
	"errors"
	"io"
	"testing"
	"testing/synctest"
	"time"
)

// fakeOutput reads until it is told to stop, or until it is taken away.
type fakeOutput struct {
	reads int
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
			f.reads++
		}
	}
}

// TestACardThatComesLater looks for a card in vain, then finds one, loses it, and finds
// it again.
func TestACardThatComesLater(t *testing.T) {
	loaded(t)
	synctest.Test(t, func(t *testing.T) {
		var there *fakeOutput
		tries := 0
		p := newPlayer()
		p.plug = connect(&p.mixer, func() (output, error) {
			if tries++; there == nil {
				return nil, errNoCard
			}
			return there, nil
		})
		wait := func(d time.Duration) {
			time.Sleep(d)
			synctest.Wait()
		}
		wait(3*again + time.Second)
		if p.Play(Join, 1, 0); tries != 4 || !errors.Is(p.Err(), errNoCard) || p.mixer.n != 0 {
			t.Errorf("without a card: %d tries, %v, %d voices", tries, p.Err(), p.mixer.n)
		}
		there = &fakeOutput{away: make(chan struct{})}
		wait(again)
		if p.Play(Join, 1, 0); p.Err() != nil || there.reads == 0 || p.mixer.n != 1 {
			t.Errorf("with a card: %v, %d reads, %d voices", p.Err(), there.reads, p.mixer.n)
		}
		first := there
		there = nil
		close(first.away)
		wait(again + time.Second)
		if p.Play(Join, 1, 0); !errors.Is(p.Err(), errNoCard) || p.mixer.n > 1 {
			t.Errorf("after it went: %v, %d voices", p.Err(), p.mixer.n)
		}
		there = &fakeOutput{away: make(chan struct{})}
		wait(again)
		if p.Err() != nil || there.reads == 0 {
			t.Errorf("after it came back: %v, %d reads", p.Err(), there.reads)
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
