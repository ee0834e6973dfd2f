package app

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
)

// framesPerStep is how many frames a step takes.
const framesPerStep = 6

// crowd is a rig in the busiest scene: 200 heroes who walk to and fro on a level
// of 60 by 40 fields, all of it in sight and all of them in the window.
type crowd struct {
	*rig
	play     *play
	seq      uint64
	entities []protocol.Entity
	out      bool // they are a field east of where they began
	pixel    []byte
}

func newCrowd(t testing.TB) *crowd {
	r := newRig(t, func(c *Config) { c.Begin, c.Address = Joining, "friend.example:5001" })
	r.dst.Deallocate()
	r.dst = ebiten.NewImage(1280, 800)
	r.g.resize(image.Pt(1280, 800), 1)
	c := &crowd{rig: r, seq: 1, pixel: make([]byte, 4)}
	s := protocol.Snapshot{Seq: 1, Level: "0:0:0", Width: 60, Height: 40, Hero: "User:anna"}
	for y := range s.Height {
		cells := "#" + strings.Repeat(".", s.Width-2) + "#"
		if y == 0 || y == s.Height-1 {
			cells = strings.Repeat("#", s.Width)
		}
		s.Terrain = append(s.Terrain, protocol.Strip{Y: y, Cells: cells})
		s.Sight = append(s.Sight, protocol.Run{Y: y, N: s.Width})
	}
	c.entities = append(c.entities, anna(geomPos(30, 20)))
	for y := 12; len(c.entities) < 200; y++ {
		for x := 18; x < 42 && len(c.entities) < 200; x += 2 {
			name := fmt.Sprintf("friend%03d", len(c.entities))
			e := protocol.Entity{Entity: "User:" + name, Kind: protocol.KindHero, Name: name, X: x, Y: y, Facing: geom.East}
			if e.X != 30 || e.Y != 20 {
				c.entities = append(c.entities, e)
			}
		}
	}
	s.Entities = c.entities
	r.tell(link(protocol.Online, ""), client.Change{Update: s})
	r.frames(120)
	c.play = r.g.top().(*play)
	if n := len(c.play.scene.Labels()); n != 200 {
		t.Fatalf("%d names are in the window", n)
	}
	return c
}

// step tells that all have walked one field.
func (c *crowd) step() {
	by, facing := 1, geom.East
	if c.out = !c.out; !c.out {
		by, facing = -1, geom.West
	}
	for i := range c.entities {
		c.entities[i].X += by
		c.entities[i].Facing = facing
	}
	c.seq++
	c.tell(client.Change{Update: protocol.View{Seq: c.seq, Entities: c.entities}})
}

// flush lets the engine draw what it was told to.
func (c *crowd) flush() {
	c.dst.SubImage(image.Rect(0, 0, 1, 1)).(*ebiten.Image).ReadPixels(c.pixel)
}
