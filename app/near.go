package app

import (
	"fmt"
	"slices"
	"strings"

	"laneya/client"
	"laneya/geom"
	"laneya/lang"
	"laneya/protocol"
)

// note is something near the hero that is worth a word.
type note struct {
	key   string // the same as long as it is the same thing
	text  string
	at    geom.Pos
	lives bool // it comes and goes
}

// noticed is how far off, in fields, ground is worth a word.
const noticed = 8

// appendNotes appends what is in sight and worth a word, the nearest first: foes,
// friends, things, and ground that one does something with. Of ground that heroes
// avoid only the nearest field counts.
func (p *play) appendNotes(all []note) []note {
	hero := p.state.Hero()
	if hero == nil {
		return all
	}
	first := len(all)
	for _, e := range p.state.Entities() {
		if e != hero {
			all = append(all, note{e.ID, called(e), e.Pos, true})
		}
	}
	things := p.state.Things()
	for i := range things {
		if t := &things[i]; t.Seen {
			at := geom.Pos{X: t.X, Y: t.Y}
			all = append(all, note{placed(t.Name, at), t.Name, at, false})
		}
	}
	avoided := map[string]int{}
	for y := hero.Pos.Y - noticed; y <= hero.Pos.Y+noticed; y++ {
		for x := hero.Pos.X - noticed; x <= hero.Pos.X+noticed; x++ {
			at := geom.Pos{X: x, Y: y}
			r := p.ground(at)
			if r == nil || !p.state.InSight(at) || len(r.Verbs) == 0 && !r.Avoid {
				continue
			}
			n := note{placed(r.Key, at), p.state.Content().Name(protocol.TableTerrain, r.Key), at, false}
			if !r.Avoid {
				all = append(all, n)
				continue
			}
			n.key = r.Key
			i, known := avoided[r.Key]
			switch {
			case !known:
				avoided[r.Key] = len(all)
				all = append(all, n)
			case at.Sub(hero.Pos).Taxicab() < all[i].at.Sub(hero.Pos).Taxicab():
				all[i] = n
			}
		}
	}
	slices.SortStableFunc(all[first:], func(a, b note) int {
		return a.at.Sub(hero.Pos).Taxicab() - b.at.Sub(hero.Pos).Taxicab()
	})
	return all
}

// placed tells apart what is the same in several places.
func placed(what string, at geom.Pos) string { return fmt.Sprintf("%s %d %d", what, at.X, at.Y) }

// called returns what somebody is called, and whether she sleeps.
func called(e *client.Entity) string {
	if e.Asleep {
		return e.Name + ", " + lang.Text("asleep")
	}
	return e.Name
}

// on returns what is on a field, in words, and where it is from the hero.
func (p *play) on(at geom.Pos) string {
	hero := p.state.Hero()
	if hero == nil {
		return ""
	}
	var all []string
	for _, e := range p.state.Entities() {
		if e.Pos == at && e != hero {
			all = append(all, called(e))
		}
	}
	if name, ok := p.thingOn(at); ok {
		all = append(all, name)
	}
	switch r := p.ground(at); {
	case r == nil:
		all = append(all, lang.Text("nothing that you know"))
	case len(all) == 0 || len(r.Verbs) > 0 || r.Avoid:
		all = append(all, p.state.Content().Name(protocol.TableTerrain, r.Key))
	}
	return strings.Join(all, ", ") + ", " + wayWords(at.Sub(hero.Pos))
}

// thingOn returns the name of a thing that lies on a field; ok is false if none does.
func (p *play) thingOn(at geom.Pos) (name string, ok bool) {
	things := p.state.Things()
	for i := range things {
		if things[i].X == at.X && things[i].Y == at.Y {
			return things[i].Name, true
		}
	}
	return "", false
}

// wayWords says how to get from the hero to a field, in fields.
func wayWords(d geom.Delta) string {
	var all []string
	switch {
	case d.DY < 0:
		all = append(all, lang.Format("%d north", -d.DY))
	case d.DY > 0:
		all = append(all, lang.Format("%d south", d.DY))
	}
	switch {
	case d.DX < 0:
		all = append(all, lang.Format("%d west", -d.DX))
	case d.DX > 0:
		all = append(all, lang.Format("%d east", d.DX))
	}
	if len(all) == 0 {
		return lang.Text("here")
	}
	return strings.Join(all, " ")
}
