package app

import (
	"strings"

	"laneya/geom"
	"laneya/lang"
	"laneya/settings"
	"laneya/ui"
)

var narrationSetting = onOff(lang.Mark("What there is, in words"), lang.Mark("Lines at the top say what is near and in which direction, what happened last, and what is under the cursor or the mouse. Started with -narrate, the game says the same to screen readers and braille displays."),
	func(s *settings.Settings) *bool { return &s.Narration })

const (
	mostNamed      = 5 // of what is near
	narrationLines = 5 // in the window, at most
)

// narration says in words what is near, what changed last, and what is under the
// cursor. It lies over the level for who sets so, and the narrator reads it out.
type narration struct {
	of     narrated
	notes  []note // all that is near
	near   string
	last   string
	cursor string

	fits  narrationFit
	lines []string
}

// narrated is all that the words depend on.
type narrated struct {
	on       bool
	revision uint64 // of the state
	changes  uint64 // of the journal
	cursor   geom.Pos
	points   bool
	tongue   *lang.Language
}

// narrationFit is all that the lines depend on besides.
type narrationFit struct {
	of   narrated
	top  screen
	wide int
	face *ui.Face
}

// update says anew what has changed, and reports whether that shows.
func (n *narration) update(g *Game, p *play) bool {
	of := narrated{on: g.set.Narration || g.voice.out != nil}
	if of.on {
		of.revision, of.changes, of.tongue = p.state.Revision(), p.journal.changes, lang.Current()
		of.cursor, of.points = p.cursor(g)
	}
	if of == n.of {
		return false
	}
	n.of, n.notes, n.near, n.last, n.cursor = of, n.notes[:0], "", "", ""
	hero := p.state.Hero()
	if !of.on || hero == nil {
		return true
	}
	n.notes = p.appendNotes(n.notes)
	n.near = inSight(n.notes, hero.Pos)
	if all := p.journal.entries; len(all) > 0 {
		n.last = all[len(all)-1].String()
	}
	if of.points {
		n.cursor = p.on(of.cursor)
	}
	return g.set.Narration
}

// inSight names the nearest of what is near, and where each is from the hero; it is ""
// where nothing is.
func inSight(notes []note, hero geom.Pos) string {
	if len(notes) == 0 {
		return ""
	}
	var all []string
	for i := range notes[:min(len(notes), mostNamed)] {
		all = append(all, notes[i].text+", "+wayWords(notes[i].at.Sub(hero)))
	}
	if more := len(notes) - len(all); more > 0 {
		all = append(all, lang.Format("and %d more", more))
	}
	return lang.Format("In sight: %s.", strings.Join(all, "; "))
}

// cursor returns the field that the player points at.
func (p *play) cursor(g *Game) (at geom.Pos, points bool) {
	if a, ok := g.top().(*aim); ok {
		return a.at, a.spot == 0
	}
	return p.hover.field, p.hover.onField
}

// height returns how much room the lines take, 0 where they don't show.
func (n *narration) height(g *Game, p *play) int {
	n.fit(g, p)
	if len(n.lines) == 0 {
		return 0
	}
	return len(n.lines)*(g.fonts.Face(ui.Small, g.scale).Height()+g.px(2)) + g.px(6)
}

// fit makes the lines anew if they are other ones.
func (n *narration) fit(g *Game, p *play) {
	face := g.fonts.Face(ui.Small, g.scale)
	fits := narrationFit{n.of, g.top(), g.size.X - g.px(8+barWide+14) - g.px(14), face}
	if !g.set.Narration || p.status.away {
		n.lines, n.fits = n.lines[:0], narrationFit{}
		return
	}
	if fits == n.fits {
		return
	}
	n.fits, n.lines = fits, n.lines[:0]
	rows := []string{n.cursor, n.near, n.last}
	if _, aims := g.top().(*aim); aims {
		rows = rows[:1] // what the aim says takes the room
	}
	for _, text := range rows {
		if text == "" {
			continue
		}
		n.lines = append(n.lines, ui.Wrap(face, asSentence(text), fits.wide)...)
	}
	n.lines = n.lines[:min(len(n.lines), narrationLines)]
}

// draw draws the lines below the status.
func (n *narration) draw(g *Game, p *play) {
	n.fit(g, p)
	face := g.fonts.Face(ui.Small, g.scale)
	x, y, high := g.px(14), p.status.bottom+g.px(4), face.Height()+g.px(2)
	wide := 0
	for _, line := range n.lines {
		wide = max(wide, face.Width(line))
	}
	if wide > 0 {
		g.painter.Fill(imageRect(x-g.px(6), y-g.px(2), wide+g.px(12), len(n.lines)*high+g.px(2)), ui.Alpha(ui.Ink, 0.8))
	}
	for i, line := range n.lines {
		g.painter.Text(x, y+i*high, line, face, ui.Cream)
	}
}

// top returns below what the upper part of the window is free.
func (p *play) top(g *Game) int { return p.status.bottom + p.narration.height(g, p) }

// mostKnown is how much of a level that was told of is remembered.
const mostKnown = 4096

// surroundings tells what has come into sight, what lies where the hero has come to,
// and what is under the cursor.
func (n *narrator) surroundings(p *play) {
	now, hero := &p.narration, p.state.Hero()
	if hero == nil || now.of == n.of {
		return
	}
	n.of = now.of
	if level := p.state.Level(); level != n.level || len(n.known) > mostKnown {
		n.level = level
		clear(n.known)
	}
	living := map[string]bool{}
	var fresh []note
	here := ""
	for _, it := range now.notes {
		known := n.known
		if it.lives {
			known = n.living
			living[it.key] = true
		}
		if it.at == hero.Pos {
			here += it.text
		} else if !known[it.key] {
			fresh = append(fresh, it)
		}
		if !it.lives {
			n.known[it.key] = true
		}
	}
	n.living = living
	if here != n.here {
		if n.here = here; here != "" {
			n.say(lang.Format("Here: %s.", p.on(hero.Pos)))
		}
	}
	n.say(inSight(fresh, hero.Pos))
	if now.cursor != n.cursor {
		n.cursor = now.cursor
		n.say(asSentence(now.cursor))
	}
}
