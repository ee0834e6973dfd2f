package sounds

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ebitengine/oto/v3"
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

// A card is the way to the system's sound output. A process has one, which is
// never closed.
type card struct {
	context *oto.Context
	ready   <-chan struct{}
}

// theCard opens the card when it is first asked for.
var theCard = sync.OnceValues(func() (*card, error) {
	quiet()
	inCard, _ := ahead()
	context, ready, err := oto.NewContext(&oto.NewContextOptions{
		SampleRate:   rate,
		ChannelCount: channels,
		Format:       oto.FormatFloat32LE,
		BufferSize:   inCard,
	})
	if err != nil {
		return nil, fmt.Errorf("sounds: no sound card: %w", err)
	}
	return &card{context, ready}, nil
})

// A plug connects one mixer with the card.
type plug struct {
	card    *card
	playing atomic.Bool // the card takes what the mixer gives
	pulled  chan struct{}
	done    sync.WaitGroup
}

// connect begins to play what m mixes as soon as the card is ready, and until
// the plug is pulled.
func connect(m *mixer) (*plug, error) {
	card, err := theCard()
	if err != nil {
		return nil, err
	}
	p := &plug{card: card, pulled: make(chan struct{})}
	p.done.Go(func() { p.run(m) })
	return p, nil
}

func (p *plug) run(m *mixer) {
	select {
	case <-p.card.ready:
	case <-p.pulled:
		return
	}
	if p.err() != nil {
		return
	}
	_, inPlayer := ahead()
	player := p.card.context.NewPlayer(m)
	player.SetBufferSize(inPlayer)
	player.Play()
	p.playing.Store(true)
	<-p.pulled
	p.playing.Store(false)
	player.Pause()
}

// err returns why the card does not play, also if it stopped only later.
func (p *plug) err() error {
	if err := p.card.context.Err(); err != nil {
		return fmt.Errorf("sounds: the sound card does not play: %w", err)
	}
	return nil
}

// pull ends the connection and waits until it has ended.
func (p *plug) pull() {
	close(p.pulled)
	p.done.Wait()
}
