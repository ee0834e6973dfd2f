package app

import (
	"laneya/client"
	"laneya/input"
	"laneya/protocol"
)

// point does what the mouse asks for on the level: the left button attacks the foe
// that it is on, waits a moment on the hero's own field, and goes anywhere else; the
// wheel brings the level nearer or further off. It reports whether anything was asked
// for.
func (p *play) point(g *Game, in *input.Snapshot) bool {
	switch {
	case in.Pointer.Wheel > 0:
		p.scene.Nearer(1)
		return true
	case in.Pointer.Wheel < 0:
		p.scene.Nearer(-1)
		return true
	case !in.Pointer.Pressed || p.corner.over || p.state.Hero() == nil:
		return false
	}
	p.endStride()
	if s, ok := p.spotAt(in.Pointer.At); ok {
		if s.kind != onMap { // it waits for the button to be let go
			p.click(g, s)
		}
		return true
	}
	hero := p.state.Hero()
	at := p.scene.Field(in.Pointer.At)
	if w, h := p.state.Size(); at.X < 0 || at.Y < 0 || at.X >= w || at.Y >= h {
		return false
	}
	if at == hero.Pos {
		if !p.state.Self().Wisp {
			p.want(g, protocol.Pass{})
		}
		return true
	}
	if e := foeAt(p.state, at.X, at.Y); e != nil && !p.state.Self().Wisp {
		p.want(g, protocol.Attack{Target: e.ID})
		return true
	}
	p.want(g, protocol.Travel{To: "place", X: at.X, Y: at.Y})
	return true
}

// foeAt returns the foe on a field, nil if none is seen there.
func foeAt(st *client.State, x, y int) *client.Entity {
	for _, e := range st.Entities() {
		if e.Pos.X == x && e.Pos.Y == y && e.Attitude == "foe" {
			return e
		}
	}
	return nil
}
