package app

import (
	"fmt"
	"image"
	"strings"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
)

// newFiery returns a crowd in a window of that size where most of what can be drawn is:
// 200 heroes with gear walk to and fro on a level of 60 by 40 fields all in sight, among
// fires, melt and water, and something bursts at every step, so that there are nearly as
// many particles as there can be.
func newFiery(t testing.TB, size image.Point) *crowd {
	r := newRig(t, func(c *Config) { c.Begin, c.Address = Joining, "friend.example:5001" })
	r.dst.Deallocate()
	r.dst = ebiten.NewImage(size.X, size.Y)
	r.g.resize(size, float64(size.X)/1280)
	c := &crowd{rig: r, seq: 1, pixel: make([]byte, 4)}
	ground := func(code, picture string, light int) protocol.Row {
		return protocol.Row{Key: "t" + code, Code: code, Glyph: code, Colour: "warm", Picture: picture, Light: light, Tint: "warm", Open: true}
	}
	content := client.NewContent("fiery", []client.Part{
		{Name: protocol.TableTerrain, Rows: []protocol.Row{
			{Key: "t#", Code: "#"}, {Key: "t.", Code: ".", Open: true},
			ground("*", "terrain_campfire", 6), ground("L", "terrain_lava", 4), ground("~", "terrain_shallow_water", 0),
		}},
		{Name: protocol.TableKits, Rows: []protocol.Row{{Key: "k", Picture: "hero_warden"}}},
		{Name: protocol.TableItems, Rows: []protocol.Row{{Key: "w", Glyph: "|", Picture: "item_long_sword"}, {Key: "a", Colour: "warm", Picture: "item_mail_shirt", Armour: 3}}},
		{Name: protocol.TableColours, Rows: []protocol.Row{{Key: "warm", RGB: []int{255, 178, 84}}}},
		{Name: protocol.TableMessages, Rows: []protocol.Row{{Key: "blast", Tone: "danger", Picture: "fx_burst"}}},
	})
	s := protocol.Snapshot{Seq: 1, Level: "0:0:1", Width: 60, Height: 40, Hero: "User:anna", Details: details()}
	for y := range s.Height {
		cells := []byte("#" + strings.Repeat(".", s.Width-2) + "#")
		for x := range cells {
			switch {
			case y == 0 || y == s.Height-1:
				cells[x] = '#'
			case y%4 == 1 && x%7 == 3:
				cells[x] = '*'
			case y%4 == 3 && x%5 < 2 && x > 0:
				cells[x] = "L~"[x/5%2]
			}
		}
		s.Terrain = append(s.Terrain, protocol.Strip{Y: y, Cells: string(cells)})
		s.Sight = append(s.Sight, protocol.Run{Y: y, N: s.Width})
	}
	c.entities = append(c.entities, anna(geomPos(30, 20)))
	for y := 12; len(c.entities) < 200; y++ {
		for x := 18; x < 42 && len(c.entities) < 200; x += 2 {
			name := fmt.Sprintf("friend%03d", len(c.entities))
			if x != 30 || y != 20 {
				c.entities = append(c.entities, protocol.Entity{
					Entity: "User:" + name, Kind: protocol.KindHero, Name: name, X: x, Y: y, Facing: geom.East, Kit: "k", Weapon: "w", Armour: "a", Health: 9, MaxHealth: 10,
				})
			}
		}
	}
	s.Entities = c.entities
	r.tell(link(protocol.Online, ""), client.Change{Content: content}, client.Change{Update: s})
	r.frames(40)
	c.play = r.g.top().(*play)
	for range 6 {
		c.burst()
		c.frames(framesPerStep)
	}
	return c
}

// burst is a step at which something bursts in eight places.
func (c *crowd) burst() {
	c.step()
	c.seq++
	v := protocol.View{Seq: c.seq}
	for n := range 8 {
		v.Details.Events = append(v.Details.Events, protocol.Event{Code: "blast", At: &protocol.Place{X: 20 + int(c.seq)%20, Y: 13 + 2*n}})
	}
	c.tell(client.Change{Update: v})
}

// fierySizes are the windows in which it is measured.
var fierySizes = map[string]image.Point{"1280x800": {X: 1280, Y: 800}, "3840x2160": {X: 3840, Y: 2160}}

func TestAFieryCaveAllocatesNothing(t *testing.T) {
	c := newFiery(t, fierySizes["1280x800"])
	checkWalksWithoutAllocating(t, c)
}

func TestDrawCallsOfAFieryCave(t *testing.T) {
	for name, size := range fierySizes {
		c := newFiery(t, size)
		c.burst()
		for range framesPerStep {
			calls, drawn := c.g.painter.Draws(), c.draws
			c.frame()
			if n := c.play.scene.Draws() + c.g.painter.Draws() - calls; c.draws > drawn && n > mostDraws {
				t.Fatalf("%s: %d draw calls for a frame", name, n)
			}
		}
		if n := c.play.scene.Particles(); n < 400 {
			t.Errorf("%s: there are only %d particles", name, n)
		}
	}
}

// BenchmarkFieryFrame is a frame of that.
func BenchmarkFieryFrame(b *testing.B) {
	for name, size := range fierySizes {
		b.Run(name, func(b *testing.B) {
			c := newFiery(b, size)
			var sum time.Duration
			n, particles := 0, 0
			for i := 0; b.Loop(); i++ {
				if i%framesPerStep == 0 {
					c.burst()
				}
				begin := time.Now()
				c.frame()
				sum += time.Since(begin)
				n++
				particles += c.play.scene.Particles()
				c.flush()
			}
			b.ReportMetric(float64(sum)/float64(n), "ns/op")
			b.ReportMetric(float64(particles)/float64(n), "particles")
			calls := c.g.painter.Draws()
			c.step()
			c.frame()
			b.ReportMetric(float64(c.play.scene.Draws()+c.g.painter.Draws()-calls), "draws/frame")
			c.reportAllocations(b)
		})
	}
}
