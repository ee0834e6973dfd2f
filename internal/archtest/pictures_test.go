package archtest

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
	"laneya/sprites"
)

// drawnByTiles are the terrains that walls and floors are put together from, not
// from a picture of their own.
var drawnByTiles = map[string]bool{"terrain_rock": true, "terrain_wall": true, "terrain_floor": true}

// TestEveryKindHasAPicture looks up every picture key of the content.
func TestEveryKindHasAPicture(t *testing.T) {
	has := func(table, key, picture string) {
		if _, ok := sprites.ByKey(picture); !ok && !drawnByTiles[picture] {
			t.Errorf("%s %s: there is no picture %q", table, key, picture)
		}
	}
	for i := range content.Foes {
		if r := &content.Foes[i]; r.Key != "ghost" {
			has("foe", r.Key, r.Picture)
		}
	}
	for i := range content.Items {
		r := &content.Items[i]
		if _, ok := sprites.OfColour(r.Picture, r.Colour); !ok {
			t.Errorf("item %s: there is no picture %q", r.Key, r.Picture)
		}
	}
	for _, looks := range content.Looks {
		for _, l := range looks {
			has("look", l.Name, l.Picture)
		}
	}
	for i := range content.Terrains {
		has("terrain", content.Terrains[i].Key, content.Terrains[i].Picture)
	}
	for i := range content.Clouds[1:] {
		has("cloud", content.Clouds[i+1].Key, content.Clouds[i+1].Picture)
	}
	for i := range content.Shots {
		has("shot", content.Shots[i].Key, content.Shots[i].Picture)
	}
	for i := range content.Statuses {
		has("status", content.Statuses[i].Key, content.Statuses[i].Picture)
	}
	for i := range content.Kits {
		if _, ok := sprites.KitOf(content.Kits[i].Picture); !ok {
			t.Errorf("kit %s: there is no picture %q", content.Kits[i].Key, content.Kits[i].Picture)
		}
	}
	for i := range content.Colours {
		if key := content.Colours[i].Name; strings.HasPrefix(key, "party_") {
			if _, ok := sprites.CloakOf(key); !ok {
				t.Errorf("there is no cloak of the colour %s", key)
			}
		}
	}
}

// eyes are ways of seeing: what becomes of linear red, green and blue. The matrices
// for missing cones are those of Machado, Oliveira and Fernandes, "A
// Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), at
// full severity.
var eyes = map[string][9]float64{
	"all colours": {1, 0, 0, 0, 1, 0, 0, 0, 1},
	"no red":      {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	"no green":    {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	"no blue":     {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
	"grey":        {0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722},
}

// seen is a pixel as eyes see it, each channel from 0 to 1; nothing where the
// picture is transparent.
type seen struct {
	c     [3]float64
	there bool
}

func see(m *[9]float64, c color.NRGBA) seen {
	if c.A == 0 {
		return seen{}
	}
	lin := func(v uint8) float64 { return math.Pow(float64(v)/255, 2.2) }
	r, g, b := lin(c.R), lin(c.G), lin(c.B)
	s := seen{there: true}
	for i := range s.c {
		v := m[3*i]*r + m[3*i+1]*g + m[3*i+2]*b
		s.c[i] = math.Pow(min(max(v, 0), 1), 1/2.2)
	}
	return s
}

// apart returns how different two pictures look, from 0 to 1: over the pixels that
// either shows, the mean of the distance of their colours, which is 1 where only one
// shows.
func apart(m *[9]float64, a, b sprites.ID) float64 {
	ra, rb := sprites.Rect(a), sprites.Rect(b)
	sheet := sprites.Sheet()
	sum, n := 0.0, 0
	for y := range sprites.Size {
		for x := range sprites.Size {
			p, q := see(m, sheet.NRGBAAt(ra.Min.X+x, ra.Min.Y+y)), see(m, sheet.NRGBAAt(rb.Min.X+x, rb.Min.Y+y))
			if !p.there && !q.there {
				continue
			}
			n++
			if p.there != q.there {
				sum++
				continue
			}
			d := 0.0
			for i := range p.c {
				d += (p.c[i] - q.c[i]) * (p.c[i] - q.c[i])
			}
			sum += math.Sqrt(d / 3)
		}
	}
	return sum / float64(max(n, 1))
}

// TestPicturesDiffer compares all foes with each other, and all things that are not
// of one shape, as they are seen by different eyes.
func TestPicturesDiffer(t *testing.T) {
	const foes, things = 0.2, 0.1
	groups := map[string]float64{"foe": foes, "item": things}
	pictures := map[string][]string{}
	for i := range content.Foes {
		pictures["foe"] = append(pictures["foe"], content.Foes[i].Picture)
	}
	known := map[string]bool{}
	for i := range content.Items {
		if p := content.Items[i].Picture; !known[p] && !strings.HasPrefix(p, "item_ring_") {
			known[p] = true
			pictures["item"] = append(pictures["item"], p)
		}
	}
	for group, least := range groups {
		for name, m := range eyes {
			closest, which := 1.0, ""
			for i, a := range pictures[group] {
				x, ok := sprites.ByKey(a)
				for _, b := range pictures[group][:i] {
					y, also := sprites.ByKey(b)
					if !ok || !also {
						continue
					}
					d := apart(&m, x, y)
					if d < closest {
						closest, which = d, fmt.Sprint(a, " and ", b)
					}
					if d < least {
						t.Errorf("with %s, %s and %s look alike: %.3f apart", name, a, b, d)
					}
				}
			}
			t.Logf("with %s, the closest are %s: %.3f apart", name, which, closest)
		}
	}
}

// TestEveryWeaponAndArmourIsSeen looks for what a hero is drawn with who holds or wears
// one, as render chooses it.
func TestEveryWeaponAndArmourIsSeen(t *testing.T) {
	held, worn := map[sprites.ID]string{}, map[sprites.Worn]bool{}
	for i := range content.Items {
		switch r := &content.Items[i]; r.Slot {
		case content.MainHand:
			id := sprites.HeldOf(r.Picture, r.Glyph == '|')
			if sprites.Rect(id).Empty() || id == 0 {
				t.Errorf("nobody is seen to hold %s", r.Key)
			}
			if other := held[id]; other != "" {
				t.Logf("%s looks like %s in a hand", r.Key, other)
			}
			held[id] = r.Key
		case content.Body:
			w := sprites.WornFor(r.Armour)
			for _, d := range geom.Dirs {
				if id, _ := w.Picture(d); id == 0 {
					t.Errorf("nobody is seen to wear %s to the %v", r.Key, d)
				}
			}
			worn[w] = true
		}
	}
	if len(held) < 20 || len(worn) != 4 {
		t.Errorf("there are %d weapons and %d weights of armour to be seen", len(held), len(worn))
	}
}
