package render

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
	"laneya/sprites"
)

// arms are weapons, by the keys of their pictures, and armours by what they take off.
var arms = strings.Fields("dagger stiletto short_sword long_sword greatsword rapier estoc sickle_sword ember_blade thirsting_blade " +
	"club hatchet battleaxe greataxe rime_axe spear dawn_spear halberd quarterstaff pickaxe mace silver_mace warhammer none")

var suits = [...]struct {
	armour int
	colour string
}{{0, "dusk"}, {1, "wood"}, {2, "copper"}, {3, "iron"}, {4, "silver"}, {3, "moss"}}

// armoury is a hall in which heroes show every weapon, every weight of armour and every
// way to face.
func armoury(t testing.TB) (*Scene, *client.State) {
	t.Helper()
	items := []protocol.Row{}
	for _, key := range arms {
		items = append(items, protocol.Row{Key: key, Glyph: "|", Colour: "iron", Picture: "item_" + key, Slot: "weapon"})
	}
	for i, suit := range suits {
		items = append(items, protocol.Row{Key: fmt.Sprint("suit", i), Glyph: "[", Colour: suit.colour, Picture: "item_mail_shirt", Armour: suit.armour})
	}
	tables := []client.Part{
		{Name: protocol.TableItems, Rows: items},
		{Name: protocol.TableTerrain, Rows: []protocol.Row{{Key: "wall", Code: "#"}, {Key: "floor", Code: ".", Open: true}}},
		{Name: protocol.TableKits, Rows: []protocol.Row{{Key: "k0", Picture: "hero_warden"}, {Key: "k1", Picture: "hero_ranger"}, {Key: "k2", Picture: "hero_arcanist"}, {Key: "k3", Picture: "hero_rogue"}}},
		{Name: protocol.TableColours, Rows: []protocol.Row{
			{Key: "dusk", RGB: []int{100, 84, 140}}, {Key: "wood", RGB: []int{156, 108, 62}}, {Key: "copper", RGB: []int{214, 134, 88}},
			{Key: "iron", RGB: []int{146, 156, 168}}, {Key: "silver", RGB: []int{204, 212, 222}}, {Key: "moss", RGB: []int{132, 190, 104}},
		}},
	}
	st := client.NewState()
	st.Apply(online())
	st.Apply(client.Change{Content: client.NewContent("arms", tables)})
	snap := protocol.Snapshot{Seq: 1, Level: "0:0:1", Hero: "User:anna", Width: 20, Height: 12}
	for y := range snap.Height {
		row := "#" + strings.Repeat(".", 18) + "#"
		if y == 0 || y == snap.Height-1 {
			row = strings.Repeat("#", 20)
		}
		snap.Terrain = append(snap.Terrain, protocol.Strip{Y: y, Cells: row})
		snap.Sight = append(snap.Sight, protocol.Run{Y: y, N: 20})
	}
	for i, key := range arms {
		e := hero(fmt.Sprintf("h%02d", i), 1+3*(i%6)+i/6%2, 2+2*(i/6), geom.Dirs[(i+2)%4])
		e.Kit, e.Weapon, e.Armour, e.Colour = fmt.Sprint("k", i%4), key, fmt.Sprint("suit", i%len(suits)), "party_blue"
		snap.Entities = append(snap.Entities, e)
	}
	own := anna(9, 10, geom.East)
	own.Kit, own.Light, own.Weapon = "k0", 9, "long_sword"
	snap.Entities = append(snap.Entities, own)
	st.Apply(client.Change{Update: snap})
	s := NewScene()
	s.Resize(960, 600, 1)
	s.Update(st, time.Second)
	s.Update(st, time.Second)
	return s, st
}

// What heroes hold and wear is drawn on them, and mirrored where they face west.
func TestGearIsDrawn(t *testing.T) {
	s, st := armoury(t)
	compareGolden(t, "gear", pixels(s, st, 960, 600))
	with := s.figures.len()
	for _, f := range s.cast.figures {
		if f.own {
			continue
		}
		if !f.gear.armed || !f.gear.clad {
			t.Errorf("%s is seen without", f.name)
		}
		f.gear = gear{}
	}
	s.build()
	if n := with - s.figures.len(); n != 2*len(arms) {
		t.Errorf("gear takes %d rectangles, not two for each of %d", n, len(arms))
	}
	seen := []sprites.ID{}
	for _, key := range arms[:len(arms)-1] {
		id := sprites.HeldOf("item_"+key, true)
		if slices.Contains(seen, id) {
			t.Errorf("%s has no picture of its own", key)
		}
		seen = append(seen, id)
	}
}

// A wisp bears nothing, and who sleeps has put her weapon down.
func TestWhoBearsNothing(t *testing.T) {
	s, st := armoury(t)
	s.build()
	all := s.figures.len()
	e := hero("h00", 1, 2, geom.South)
	e.Kit, e.Weapon, e.Armour, e.Colour, e.Wisp = "k0", "dagger", "suit0", "party_blue", true
	told(st, 2, protocol.View{Entities: []protocol.Entity{e}})
	s.Update(st, time.Second)
	s.build()
	if n := all - s.figures.len(); n != 2 {
		t.Errorf("a wisp is drawn with %d rectangles less", n)
	}
}
