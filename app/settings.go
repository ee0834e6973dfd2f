package app

import (
	"strings"

	"laneya/lang"
	"laneya/render"
	"laneya/settings"
	"laneya/ui"
)

// openSettings lets the player change her settings. Each change holds at once.
func (g *Game) openSettings() {
	l := &listScreen{list: ui.List{Wide: 60, Groups: true, Filter: &ui.Editor{}}}
	var rows []*setting // by their IDs
	l.fill = func() {
		// The language may be another now.
		l.list.Title, l.list.Prompt, l.list.Empty = lang.Text("Settings"), lang.Text("Search:")+"  ", lang.Text("No setting is called that.")
		l.list.Hint = lang.Text("{sideways} or {confirm} change   ·   {next} next group   ·   {cancel} goes back")
		rows = rows[:0]
		for i := range settingGroups {
			rows = addSettings(l, &settingGroups[i], rows, g)
		}
	}
	l.focus = func(row *ui.Row) { l.list.Detail = rows[row.ID].detail(g) }
	turn := func(id, d int, round bool) {
		if rows[id].open != nil {
			rows[id].open(g)
			return
		}
		was := lang.Current()
		rows[id].turn(&g.set, d, round)
		g.apply()
		if lang.Current() != was {
			l.list.Filter.Set("") // it found the row in the other language
		}
		g.keep()
		l.renew()
	}
	l.choose = func(id int) { turn(id, 1, true) }
	l.step = func(id, d int) { turn(id, d, false) }
	l.text = l.renew
	l.fill()
	g.push(l)
}

// openHabits opens the list of what the world keeps of the player's habits, if she is
// in one.
func (g *Game) openHabits() {
	for _, s := range g.stack {
		if p, ok := s.(*play); ok && p.state.Hero() != nil {
			g.openPrefs(p)
			return
		}
	}
	g.tell(lang.Text("This is set while you play: the world keeps it."))
}

// addSettings adds a group's rows that have what is searched for in them, by words or
// by the group's name. IDs are places in rows, which it returns.
func addSettings(l *listScreen, group *settingGroup, rows []*setting, g *Game) []*setting {
	sought, headed := strings.Fields(strings.ToLower(l.list.Filter.String())), false
	for i := range group.rows {
		row := &group.rows[i]
		rows = append(rows, row)
		if !containsAll(strings.ToLower(group.words(row)), sought) {
			continue
		}
		if !headed {
			l.list.Rows, headed = append(l.list.Rows, ui.Row{Head: true, ID: -1, Text: lang.Text(group.name)}), true
		}
		r := ui.Row{ID: len(rows) - 1, Text: lang.Text(row.text), Steps: row.open == nil}
		if row.note != nil {
			r.Note = row.shown(g)
		}
		if row.share != nil {
			r.Bar, r.Share = true, row.share(&g.set)
		}
		l.list.Rows = append(l.list.Rows, r)
	}
	return rows
}

// words are what finds a row of the group.
func (group *settingGroup) words(row *setting) string {
	words := lang.Text(group.name) + " " + lang.Text(row.text) + " " + lang.Text(row.help)
	for _, o := range row.options {
		words += " " + lang.Text(o)
	}
	return words
}

// containsAll reports whether text has each of the words in it.
func containsAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// detail says what a setting is, and all that it can be.
func (row *setting) detail(g *Game) ui.Detail {
	s := &g.set
	d := ui.Detail{Title: lang.Text(row.text), Text: g.prompts.text(lang.Text(row.help))}
	if row.note == nil {
		return d
	}
	now := row.note(s)
	if row.options == nil {
		d.Facts = [][2]string{{lang.Text("now"), now}}
	}
	for _, o := range row.options {
		mark := ""
		if lang.Text(o) == now {
			mark = lang.Text("now")
		}
		d.Facts = append(d.Facts, [2]string{lang.Text(o), mark})
	}
	return d
}

// keep keeps the settings, or says why they can't be.
func (g *Game) keep() {
	if err := g.cfg.Keep(g.set); err != nil {
		g.tell(sentence(err))
	}
}

// apply makes the settings hold.
func (g *Game) apply() {
	if g.vsync != g.set.VSync {
		g.vsync = g.set.VSync
		g.cfg.Window.SetVSync(g.vsync)
	}
	if g.cfg.Window.Fullscreen() != g.set.Fullscreen {
		g.cfg.Window.SetFullscreen(g.set.Fullscreen)
	}
	g.cfg.Sounds.SetVolumes(volumes(&g.set))
	lang.Use(g.language())
	g.painter.See(g.eyes(), g.set.Contrast)
	for _, s := range g.stack {
		if p, ok := s.(*play); ok {
			p.session.Speak(lang.Current().Tag())
		}
	}
	g.moved = true // sizes, and how scenes are drawn
}

// language is the language that the player has set or that her system has.
func (g *Game) language() *lang.Language {
	return lang.For(append([]string{g.set.Language}, g.cfg.Locales...)...)
}

// style is how scenes are drawn.
func (g *Game) style() render.Style {
	s := render.Style{
		Calm: g.set.Calm, Quality: g.quality(), Shake: g.set.Shake, Signs: g.set.Marks, Contrast: g.set.Contrast, Eyes: g.eyes(),
	}
	switch g.set.Pictures {
	case settings.AllLetters:
		s.Letters = render.AllLetters
	case settings.LetterFoes:
		s.Letters = render.LetterFigures
	}
	return s
}
