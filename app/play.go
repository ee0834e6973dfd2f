package app

import (
	"context"
	"slices"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/input"
	"laneya/lang"
	"laneya/protocol"
	"laneya/render"
)

const (
	// drainCap is how many changes one frame takes in.
	drainCap = 256
	// originalTick is how often an original server looks what a hero wants.
	originalTick = 100 * time.Millisecond
	// leaveTimeout is how long a server has to say goodbye.
	leaveTimeout = time.Second
)

// play is the screen on which the game is played.
//
// A direction key that is still held when the game gets the keys back, from a
// menu or from another window, walks again. It can't be otherwise alike in both
// cases: the window system tells of a key that was held all the while as of one
// that goes down.
type play struct {
	session   Session
	world     *World // the player's own; nil in a friend's
	where     string // the friend's address
	title     string // what she calls her world, as far as that is known
	as        string // what the player is called in it
	listed    bool   // it is in the list of worlds that she was in
	state     *client.State
	scene     *render.Scene
	walker    input.Walker
	wish      geom.Dir // as the session was last told
	hero      heroWatch
	noise     noise
	subtitles subtitles
	status    status
	hint      hint
	corner    corner
	hud       hud
	minimap   minimap
	journal   journal
	replies   []waiting     // to things that were asked for
	behind    bool          // since the last handle, the keys belonged to something else
	handled   time.Duration // when that was
	refused   refusal
	met       encounters
	spoke     string // whom the player spoke to last
	thrown    string // kind of what she threw last, "" for nothing
	zapped    string // and zapped
	ended     bool
	stride    stride
	sneaks    bool // for as long as the key is held
	spots     []spot
	hover     hover
	wished    wished
	narration narration
}

func newPlay(g *Game, s Session, w *World, where string) *play {
	p := &play{session: s, world: w, where: where, state: client.NewState(), scene: render.NewScene(), corner: corner{text: lang.Mark("Menu")}}
	p.status.init(p)
	p.hint.until = g.now + hintTime
	return p
}

// shared reports whether others can be in the world.
func (p *play) shared() bool { return p.world == nil || p.world.Invite != "" }

func (p *play) tick(g *Game, dt time.Duration) bool {
	p.drain()
	if l := p.state.Link(); l.Phase == protocol.Refused {
		p.end(g)
		g.showTrouble(lang.Text("This world can not be joined"), asSentence(client.Sentence(l.Message)))
		return true
	}
	p.stride.follow(g, p)
	if p.world == nil && !p.listed && p.state.Link().Phase == protocol.Online {
		p.listed = true
		g.rememberServer(p)
	}
	p.walk(g)
	if a, aims := g.top().(*aim); aims {
		p.scene.Show(a.at, true)
	} else {
		p.scene.Show(geom.Pos{}, false)
	}
	p.scene.Look(g.visible(p))
	p.minimap.update(p.state)
	p.wished.show(g, p)
	changed := g.stirred(p.scene, p.scene.Update(p.state, dt))
	changed = p.listen(g) || changed
	changed = p.hud.update(p) || changed
	p.noise.play(g, p)
	changed = p.subtitles.update(g) || changed
	changed = p.status.update(g, p) || changed
	changed = p.narration.update(g, p) || changed
	p.status.missed(g, p)
	return p.hint.update(g, p) || changed
}

// drain takes in what the network told, as far as the frame's cap allows.
func (p *play) drain() {
	for range drainCap {
		select {
		case c, ok := <-p.session.Changes():
			if !ok {
				return
			}
			p.take(c)
		default:
			return
		}
	}
}

// take takes in one change.
func (p *play) take(c client.Change) {
	p.state.Apply(c)
	if d := p.hero.look(p.state); d != geom.Stop {
		p.walker.Stepped(d)
		p.hint.stepped = true
	}
}

// await waits for a change or for the timer.
func (p *play) await(timer <-chan time.Time) {
	select {
	case c, ok := <-p.session.Changes():
		if ok {
			p.take(c)
			return
		}
		<-timer
	case <-timer:
	}
}

// walk tells the session where the player wants to go.
func (p *play) walk(g *Game) {
	if p.walker.Notice = 0; p.state.Link().Original {
		p.walker.Notice = originalTick
	}
	p.walker.Tick(g.now)
	if d := p.walker.Wish(); d != p.wish {
		p.wish = d
		p.wished.leave()
		p.session.Walk(d)
	}
}

func (p *play) handle(g *Game, in *input.Snapshot) bool {
	opens, changed := p.corner.handle(&in.Pointer)
	switch {
	case in.Asked.Has(input.Menu), opens:
		g.openPause(p)
		return true
	case in.Asked.Has(input.Quit):
		g.askToQuit()
		return true
	}
	if p.handleMinimap(g, in) {
		return true
	}
	turns := in.Walks
	if p.behind {
		// What went down in the meantime was meant for somebody else.
		turns = slices.DeleteFunc(slices.Clone(in.Held), func(t input.Turn) bool { return t.Since > p.handled })
	}
	p.behind, p.handled = false, in.Now
	switch {
	case in.Asked.Has(input.ZoomIn):
		p.scene.Nearer(1)
		changed = true
	case in.Asked.Has(input.ZoomOut):
		p.scene.Nearer(-1)
		changed = true
	}
	changed = p.hover.update(g, p, in) || changed
	changed = p.point(g, in) || changed
	if p.command(g, in) {
		return true
	}
	for _, t := range turns {
		p.turn(g, t)
	}
	p.sneakWhileHeld(g, in.Down.Has(input.Sneak))
	p.walk(g)
	return changed
}

func (p *play) layout(g *Game) {
	p.scene.Resize(g.size.X, g.size.Y, g.scale)
	p.scene.SetStyle(g.style())
	p.hover.leave()
	p.corner.layout(g)
	p.status.layout(g, &p.corner)
}

func (p *play) draw(g *Game, dst *ebiten.Image) {
	p.scene.Draw(dst, p.state)
	g.painter.Begin(dst)
	p.spots = p.spots[:0]
	p.drawLabels(g)
	p.refused.draw(g, p)
	p.minimap.plate(g, p)
	p.hud.draw(g, p)
	p.status.draw(g, p)
	p.narration.draw(g, p)
	p.hint.draw(g, p.right(g))
	switch g.facing().(type) {
	case *aim, *chat: // have a button of their own there
	default:
		p.corner.draw(g)
		p.mark(p.corner.box, onMenu, 0)
		p.drawQuick(g)
	}
	if p.hover.shown {
		p.hover.card.Draw(g.painter)
	}
	g.painter.End()
	p.minimap.draw(g, p, dst)
}

func (p *play) covers() bool  { return true }
func (p *play) writing() bool { return false }

// hidden stops the hero: keys belong to somebody else now.
func (p *play) hidden() {
	p.behind = true
	p.corner.over, p.corner.armed = false, false
	p.hover.leave()
	p.endStride()
	p.walker.Reset()
	if p.sneaks {
		p.sneaks = false
		p.do(protocol.Sneak{})
	}
	if p.wish != geom.Stop {
		p.wish = geom.Stop
		p.session.Walk(geom.Stop)
	}
}

// end leaves the game. In a friend's world the hero goes home; in one's own it
// sleeps where it stands, and the world is saved. All that takes its time
// beside the loop.
func (p *play) end(g *Game) {
	if p.ended {
		return
	}
	p.ended = true
	g.leaving.Go(func() {
		if p.world != nil {
			p.session.Close()
			g.closeWorld(p.world)
			return
		}
		ctx, cancel := context.WithTimeout(context.Background(), leaveTimeout)
		defer cancel()
		// A server that doesn't answer can't be waited for.
		_ = p.session.Leave(ctx)
		p.session.Close()
	})
}

// heroWatch notices the steps of the player's own hero.
type heroWatch struct {
	id  string
	at  geom.Pos
	gen uint64
}

// look returns the direction of the step that the hero made since the last
// look; Stop for none, or when it was placed anew.
func (w *heroWatch) look(st *client.State) geom.Dir {
	h := st.Hero()
	if h == nil {
		w.id = ""
		return geom.Stop
	}
	was := *w
	w.id, w.at, w.gen = h.ID, h.Pos, h.Generation
	if was.id != h.ID || was.gen != h.Generation {
		return geom.Stop
	}
	for _, d := range geom.Dirs {
		if was.at.Step(d) == h.Pos {
			return d
		}
	}
	return geom.Stop
}
