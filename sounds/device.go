package sounds

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ebitengine/oto/v3"
)

const (
	// again is how long it takes until a sound card is looked for once more.
	again = 10 * time.Second
	// look is how often it is looked after a card that plays.
	look = 2 * time.Second
)

// ahead says how much sound waits ahead of the card, and in bytes ahead of
// that: enough that a busy machine does not stutter, and little enough that a
// step is heard when it is seen. Half as much in the card costs twice the
// processor's time, even in silence. A browser asks for more at a time.
func ahead() (inCard time.Duration, inPlayer int) {
	if runtime.GOOS == "js" {
		return 0, rate * frameBytes / 15
	}
	return 60 * time.Millisecond, rate * frameBytes / 25
}

// An output is something that sound comes out of.
type output interface {
	// play plays what it reads, calls heard as soon as it does, and returns nil when
	// stop is closed, or before that why it doesn't play.
	play(r io.Reader, heard func(), stop <-chan struct{}) error
}

// A card is the way to the system's sound output. A process has one, which is
// never closed.
type card struct {
	context *oto.Context
	ready   <-chan struct{}
}

// theCard is the process's one card, or why there can't be one anymore.
var theCard struct {
	mu     sync.Mutex
	card   *card
	err    error
	looked bool // for all cards that there could be
}

var errNoCard = errors.New("sounds: there is no sound card")

// openCard opens the card if there is one and it isn't open yet.
func openCard() (output, error) {
	c := &theCard
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.err != nil:
		return nil, c.err
	case c.card != nil:
		return c.card, nil
	}
	quiet()
	found := present(!c.looked)
	if c.looked = true; !found {
		return nil, errNoCard
	}
	inCard, _ := ahead()
	context, ready, err := oto.NewContext(&oto.NewContextOptions{
		SampleRate:   rate,
		ChannelCount: channels,
		Format:       oto.FormatFloat32LE,
		BufferSize:   inCard,
	})
	if err != nil {
		c.err = fmt.Errorf("sounds: no sound card: %w", err)
		return nil, c.err
	}
	c.card = &card{context, ready}
	return c.card, nil
}

func (c *card) play(r io.Reader, heard func(), stop <-chan struct{}) error {
	select {
	case <-c.ready:
	case <-stop:
		return nil
	}
	if err := c.err(); err != nil {
		return err
	}
	_, inPlayer := ahead()
	player := c.context.NewPlayer(r)
	player.SetBufferSize(inPlayer)
	player.Play()
	defer player.Pause()
	heard()
	every := time.NewTicker(look)
	defer every.Stop()
	for {
		select {
		case <-stop:
			return nil
		case <-every.C:
			if err := c.err(); err != nil {
				return err
			}
		}
	}
}

// err returns why the card does not play, also if it stopped only later.
func (c *card) err() error {
	if err := c.context.Err(); err != nil {
		return fmt.Errorf("sounds: the sound card does not play: %w", err)
	}
	return nil
}

// A plug connects one mixer with an output, and with another once that fails or where
// there is none yet.
type plug struct {
	playing atomic.Bool // the output takes what the mixer gives
	fault   atomic.Pointer[error]
	pulled  chan struct{}
	done    sync.WaitGroup
}

// connect begins to play what m mixes as soon as open gives an output, and until the
// plug is pulled.
func connect(m *mixer, open func() (output, error)) *plug {
	p := &plug{pulled: make(chan struct{})}
	p.done.Go(func() {
		for p.try(m, open) != nil {
			select {
			case <-time.After(again):
			case <-p.pulled:
				return
			}
		}
	})
	return p
}

// try plays until the plug is pulled, or returns why it can't.
func (p *plug) try(m *mixer, open func() (output, error)) error {
	out, err := open()
	if err == nil {
		err = out.play(m, func() {
			p.fault.Store(nil)
			p.playing.Store(true)
		}, p.pulled)
	}
	p.playing.Store(false)
	if err != nil {
		p.fault.Store(&err)
	}
	return err
}

// err returns why nothing is heard, nil where all is well or not known yet.
func (p *plug) err() error {
	if err := p.fault.Load(); err != nil {
		return *err
	}
	return nil
}

// pull ends the connection and waits until it has ended.
func (p *plug) pull() {
	close(p.pulled)
	p.done.Wait()
}
