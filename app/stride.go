package app

import (
	"time"

	"laneya/geom"
	"laneya/input"
	"laneya/protocol"
)

// stride is walking on by itself, for those who would rather not hold a key: one press
// begins it, and another, or whatever comes up, ends it.
type stride struct {
	dir    geom.Dir // Stop for none
	at     geom.Pos // where the hero was seen last
	level  string
	since  time.Duration // that she is there
	health int
	foes   int // in sight
}

const (
	strideKey  = -1 // for the Walker, in place of a key's ID
	strideStop = 1500 * time.Millisecond
)

// turn takes in a direction key that went down or up.
func (p *play) turn(g *Game, t input.Turn) {
	switch {
	case !g.set.WalkToggle && t.Down:
		p.walker.Press(t.ID, t.Dir)
	case !g.set.WalkToggle:
		p.walker.Release(t.ID)
	case !t.Down:
	case p.stride.dir == t.Dir:
		p.endStride()
	default:
		p.endStride()
		p.stride = stride{dir: t.Dir, since: g.now, health: p.state.Self().Health, foes: len(p.hud.foes)}
		p.walker.Press(strideKey, t.Dir)
	}
}

func (p *play) endStride() {
	if p.stride.dir != geom.Stop {
		p.stride.dir = geom.Stop
		p.walker.Release(strideKey)
	}
}

// follow ends the stride when something comes up: a foe comes into sight, the hero is
// hurt, gets to another level, or doesn't get on.
func (s *stride) follow(g *Game, p *play) {
	hero := p.state.Hero()
	if s.dir == geom.Stop || hero == nil {
		return
	}
	health, foes := p.state.Self().Health, len(p.hud.foes)
	changed := s.level != "" && s.level != p.state.Level()
	if s.level == "" || hero.Pos != s.at {
		s.at, s.level, s.since = hero.Pos, p.state.Level(), g.now
	}
	if changed || health < s.health || foes > s.foes || g.now-s.since > strideStop {
		p.endStride()
		return
	}
	s.health, s.foes = health, foes
}

// sneakWhileHeld sneaks for as long as the key is down, for those who set that.
func (p *play) sneakWhileHeld(g *Game, down bool) {
	if down = down && g.set.SneakHold && p.state.Hero() != nil; down != p.sneaks {
		p.sneaks = down
		p.do(protocol.Sneak{On: down})
	}
}
