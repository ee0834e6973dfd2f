package app

import (
	"context"
	"time"

	"laneya/lang"
	"laneya/ui"
)

// opening is the screen while the player's own world is being opened.
type opening struct {
	menu
	done   chan opened
	cancel context.CancelFunc
}

type opened struct {
	world *World
	err   error
}

// openOwnWorld opens the player's own world and then plays in it.
func (g *Game) openOwnWorld() { g.openWorld(g.cfg.Own) }

// openWorld opens a world, by a function that may take its time, and then plays in
// it.
func (g *Game) openWorld(open func(context.Context) (*World, error)) {
	ctx, cancel := context.WithCancel(context.Background())
	o := &opening{done: make(chan opened), cancel: cancel}
	o.form = ui.Form{Items: []ui.Item{
		{Kind: ui.Text, Text: lang.Text("Opening your world…"), Style: ui.Label},
		{Kind: ui.Button, ID: idBack, Text: lang.Text("Back")},
	}}
	o.back = func() { cancel(); g.pop() }
	o.choose = func(int) { o.back() }
	g.push(o)
	g.leaving.Go(func() { g.makeWorld(ctx, open, o.done) })
}

// makeWorld waits for the world that may still be open, opens one and hands it
// over, unless the player doesn't want it any more.
func (g *Game) makeWorld(ctx context.Context, open func(context.Context) (*World, error), done chan<- opened) {
	select {
	case g.slot <- struct{}{}:
	case <-ctx.Done():
		return
	}
	world, err := open(ctx)
	if err != nil {
		<-g.slot
	}
	select {
	case done <- opened{world, err}:
	case <-ctx.Done():
		if err == nil {
			g.closeWorld(world)
		}
	}
}

// closeWorld saves and ends a world, and lets another one be opened.
func (g *Game) closeWorld(w *World) {
	w.Close()
	<-g.slot
}

func (o *opening) tick(g *Game, _ time.Duration) bool {
	select {
	case r := <-o.done:
		o.cancel()
		if r.err != nil {
			g.showTrouble(lang.Text("Your world does not open"), sentence(r.err))
			return true
		}
		g.home()
		p := newPlay(g, g.cfg.Connect(r.world.Dial, g.cfg.Name), r.world, "")
		g.push(p)
		if r.world.Invite != "" {
			g.openInvitation(p)
		}
		return true
	default:
		return false
	}
}

// end gives up the world that is being opened.
func (o *opening) end(*Game) { o.cancel() }
