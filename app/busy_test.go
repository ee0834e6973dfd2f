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
	"laneya/ui"
)

// busyCave returns a crowd of another kind: 60 foes who walk to and fro around
// the hero on a lit level with 200 features, 100 items and a cloud, in a party,
// with something in the journal.
func busyCave(t testing.TB) *crowd {
	r := newRig(t, func(c *Config) { c.Begin, c.Address = Joining, "friend.example:5001" })
	r.dst.Deallocate()
	r.dst = ebiten.NewImage(1280, 800)
	r.g.resize(image.Pt(1280, 800), 1)
	c := &crowd{rig: r, seq: 1, pixel: make([]byte, 4)}
	content := client.NewContent("h", []client.Part{
		{Name: protocol.TableTerrain, Rows: []protocol.Row{
			{Key: "wall", Code: "#", Glyph: "#", Opaque: true}, {Key: "floor", Code: ".", Glyph: ".", Open: true},
			{Key: "grass", Picture: "terrain_grass", Code: ",", Glyph: ",", Colour: "green", Open: true}, {Key: "planks", Picture: "terrain_planks", Code: "_", Glyph: ".", Colour: "green", Open: true},
			{Key: "campfire", Code: "*", Glyph: "*", Colour: "green", Light: 6, Tint: "green"},
		}},
		{Name: protocol.TableClouds, Rows: []protocol.Row{{Key: "smoke", Code: "s", Glyph: "▒", Colour: "green"}}},
		{Name: protocol.TableFoes, Rows: []protocol.Row{{Key: "rat", Glyph: "r", Colour: "green"}}},
		{Name: protocol.TableItems, Rows: []protocol.Row{{Key: "bomb", Glyph: "•", Colour: "green"}}},
		{Name: protocol.TableColours, Rows: []protocol.Row{{Key: "green", RGB: []int{90, 180, 60}}}},
	})
	d := details()
	d.Things = nil
	d.Self.Status = []protocol.Condition{{Status: "burning", Ticks: 40}}
	s := protocol.Snapshot{Seq: 1, Level: "0:0:1", Width: 60, Height: 40, Hero: "User:anna"}
	for y := range s.Height {
		cells := []byte("#" + strings.Repeat(".", s.Width-2) + "#")
		if y == 0 || y == s.Height-1 {
			cells = []byte(strings.Repeat("#", s.Width))
		} else if y%2 == 0 {
			for i := range 10 {
				cells[3+5*i] = ",_*,,"[i%5]
			}
		}
		s.Terrain = append(s.Terrain, protocol.Strip{Y: y, Cells: string(cells)})
		s.Sight = append(s.Sight, protocol.Run{Y: y, N: s.Width})
	}
	for i := range 100 {
		d.Things = append(d.Things, protocol.Pile{ID: uint64(i + 1), Kind: "bomb", Name: "bomb", Count: 1, X: 20 + i%20, Y: 13 + 2*(i/20), Seen: i%3 > 0})
	}
	d.Clouds = []protocol.Strip{{X: 24, Y: 18, Cells: "sssss"}}
	c.entities = append(c.entities, anna(geomPos(30, 20)))
	for i := range 60 {
		c.entities = append(c.entities, protocol.Entity{
			Entity: fmt.Sprintf("Rat:%02d", i), Kind: "rat", Name: "rat", X: 20 + 2*(i%10), Y: 14 + 2*(i/10) + i%10%2, Facing: geom.East,
			Attitude: "foe", Health: 3, MaxHealth: 6, Light: i % 2 * 3, Tint: "green",
		})
	}
	s.Entities, s.Details = c.entities, d
	r.tell(link(protocol.Online, ""), client.Change{Content: content}, client.Change{Update: s})
	r.frames(120)
	c.play = r.g.top().(*play)
	for i := range 12 {
		c.play.say(strings.Repeat("Something happens here. ", 1+i%9), ui.Alarm)
	}
	c.play.say("Again.", ui.Plain)
	c.play.say("Again.", ui.Plain)
	r.frames(10)
	return c
}

func TestABusyCaveAllocatesNothing(t *testing.T) {
	c := busyCave(t)
	if n := len(c.play.hud.foes); n != foesListed {
		t.Fatalf("%d foes are listed", n)
	}
	checkWalksWithoutAllocating(t, c)
	for range 30 {
		calls, drawn := c.g.painter.Draws(), c.draws
		c.frame()
		if n := c.play.scene.Draws() + c.g.painter.Draws() - calls; c.draws > drawn && n > mostDraws {
			t.Fatalf("%d draw calls for a frame", n)
		}
	}
}
