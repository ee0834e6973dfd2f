package app

import (
	"slices"
	"time"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
	"laneya/sounds"
)

const (
	menuGain  = 0.5
	stepGain  = 0.55
	eventGain = 0.85
	// faintest is what is left of the loudness of what is in view, however far off.
	faintest   = 0.08
	unseenGain = 0.5                    // of what is heard from somewhere
	farGain    = 0.5                    // and of what of that is far
	unseenPan  = 0.7                    // of what is heard from the side
	mostSounds = 6                      // of events in one frame
	earshot    = 12                     // fields from which a step is heard
	bumpAfter  = 120 * time.Millisecond // of walking against something
	bumpEvery  = 700 * time.Millisecond
)

// noise makes the sounds of what happens in the world.
type noise struct {
	seen   uint64 // events so far
	began  bool
	played []string // keys, in this frame
	// The hero pushes against something in that direction since then.
	pushes geom.Dir
	at     geom.Pos
	next   time.Duration
	here   bool // the hero was there before
}

// play plays what is to be heard of this frame.
func (n *noise) play(g *Game, p *play) {
	hero := p.state.Hero()
	if hero == nil {
		n.here = false
		return
	}
	if !n.here {
		n.here = true
		g.cfg.Sounds.Play(sounds.Join, menuGain, 0)
	}
	for _, s := range p.scene.Footsteps() {
		gain, pan := heard(hero.Pos, s.Pos)
		if s.Own {
			gain, pan = 1, 0
		}
		if gain > 0 {
			if !s.Own {
				p.subtitles.tell(g, stepOn(p, s.Pos), s.Pos.Sub(hero.Pos).Compass(), distant(hero.Pos, s.Pos))
			}
			g.sound(stepOn(p, s.Pos), gain*stepGain, pan, walled(p.state, hero.Pos, s.Pos))
		}
	}
	n.events(g, p, hero)
	n.bump(g, p, hero)
}

// stepOn returns what a step on that field sounds like.
func stepOn(p *play, at geom.Pos) sounds.Effect {
	if r := p.ground(at); r != nil && sounds.Has(sounds.Effect(r.Sound)) {
		return sounds.Effect(r.Sound)
	}
	return sounds.Step
}

// events plays what the server told of since the last frame.
func (n *noise) events(g *Game, p *play, hero *client.Entity) {
	events, count := p.state.EventsSince(n.seen)
	n.seen = count
	if !n.began {
		n.began = true // what happened before is over
		return
	}
	n.played = n.played[:0]
	for i := range events {
		e := &events[i]
		key := e.Sound
		if r := p.state.Content().Row(protocol.TableMessages, e.Code); key == "" && r != nil {
			key = r.Sound
		}
		if key == "" || slices.Contains(n.played, key) || len(n.played) == mostSounds {
			continue
		}
		n.played = append(n.played, key)
		n.event(g, p, hero, e, sounds.Effect(key))
	}
}

// event plays the sound of an event, and says it in words where it has a place.
func (n *noise) event(g *Game, p *play, hero *client.Entity, e *protocol.Event, key sounds.Effect) {
	gain, pan, dull := eventGain, 0.0, false
	from, known := geom.ParseCompass(e.From)
	switch {
	case e.At != nil:
		at := geom.Pos{X: e.At.X, Y: e.At.Y}
		if by := p.state.Entity(e.By); e.Sound != "" && by != nil {
			at = by.Pos // a voice, or a bow, is where its owner is
		}
		near, side := heard(hero.Pos, at)
		gain, pan, dull = gain*max(near, faintest), side, walled(p.state, hero.Pos, at)
		p.subtitles.tell(g, key, at.Sub(hero.Pos).Compass(), distant(hero.Pos, at))
	case e.Loud > 0:
		gain, dull = gain*unseenGain, true
		if e.Far {
			gain *= farGain
		}
		if known && from != geom.Here {
			pan = unseenPan * float64(from.Delta().DX)
			p.subtitles.tell(g, key, from, e.Far)
		}
	}
	g.sound(key, gain, pan, dull)
}

// distant reports whether a sound in view is far off.
func distant(ear, at geom.Pos) bool { return at.Sub(ear).Chebyshev() > earshot*2/3 }

// sound plays an effect, dull for one behind a wall.
func (g *Game) sound(e sounds.Effect, gain, pan float64, dull bool) {
	if dull {
		g.cfg.Sounds.PlayDull(e, gain, pan)
		return
	}
	g.cfg.Sounds.Play(e, gain, pan)
}

// walled reports whether a wall or a closed door that the player knows of is between
// two fields, whichever way one looks.
func walled(st *client.State, a, b geom.Pos) bool { return barred(st, a, b) && barred(st, b, a) }

func barred(st *client.State, a, b geom.Pos) bool {
	for at := range geom.Line(a, b) {
		if at == b {
			break
		}
		t := st.Terrain(at)
		if r := st.Content().Terrain(t); t == client.Wall || r != nil && r.Opaque {
			return true
		}
	}
	return false
}

// bump plays the sound of walking against something: at once, and again from
// time to time.
func (n *noise) bump(g *Game, p *play, hero *client.Entity) {
	blocked := p.wish != geom.Stop && p.state.Link().Phase == protocol.Online &&
		blocks(p.state, hero.Pos.Step(p.wish))
	if !blocked {
		n.pushes = geom.Stop
		return
	}
	if n.pushes != p.wish || n.at != hero.Pos {
		n.pushes, n.at, n.next = p.wish, hero.Pos, g.now+bumpAfter
	}
	if g.now >= n.next {
		n.next = g.now + bumpEvery
		g.cfg.Sounds.Play(sounds.Bump, menuGain, 0)
	}
}

// blocks reports whether nobody can step onto the field.
func blocks(st *client.State, at geom.Pos) bool {
	if st.Terrain(at) == client.Wall {
		return true
	}
	for _, e := range st.Entities() {
		if e.Pos == at {
			return true
		}
	}
	return false
}

// heard returns how loud a sound at a place is for someone at ear, and from
// which side it comes: -1 left, 1 right.
func heard(ear, at geom.Pos) (gain, pan float64) {
	d := at.Sub(ear)
	far := float64(d.Chebyshev()) / earshot
	if far >= 1 {
		return 0, 0
	}
	near := 1 - far
	return near * near, max(-1, min(1, float64(d.DX)/(earshot*0.75)))
}
