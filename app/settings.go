package app

import (
	"fmt"
	"slices"

	"laneya/lang"
	"laneya/render"
	"laneya/settings"
	"laneya/ui"
)

// setting is one row of the settings.
type setting struct {
	text string
	note func(s *settings.Settings) string
	help string
	turn func(s *settings.Settings) // to what comes next
}

func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}

// pictureWords are the ways of drawing the caves, for a person.
var pictureWords = map[settings.Pictures]string{
	settings.AllPictures: "pictures", settings.LetterFoes: "pictures, with foes as letters", settings.AllLetters: "letters",
}

const scaleStep, volumeStep = 25, 20 // percent

var allSettings = []setting{
	{"Size of words and pictures", func(s *settings.Settings) string { return fmt.Sprintf("%d %%", s.Scale) },
		"Everything is so much larger than your desktop asks for. In a small window it takes only what fits.",
		func(s *settings.Settings) {
			if s.Scale += scaleStep; s.Scale > settings.MostScale {
				s.Scale = settings.LeastScale
			}
		}},
	{"Full screen", func(s *settings.Settings) string { return onOff(s.Fullscreen) },
		"F11 does this at any time.",
		func(s *settings.Settings) { s.Fullscreen = !s.Fullscreen }},
	{"The caves are drawn with", func(s *settings.Settings) string { return pictureWords[s.Pictures] },
		"Letters are those of the classics: @ is a hero, r a rat. They are what you see, too, where a server has something that there is no picture of.",
		func(s *settings.Settings) {
			i := slices.Index(settings.Ways, s.Pictures)
			s.Pictures = settings.Ways[(i+1)%len(settings.Ways)]
		}},
	{"Calm", func(s *settings.Settings) string { return onOff(s.Calm) },
		"Nothing flashes, recoils or flies. What happened is told by numbers, bars and the journal.",
		func(s *settings.Settings) { s.Calm = !s.Calm }},
	{"Sound", func(s *settings.Settings) string {
		if s.Volume == 0 {
			return "off"
		}
		return fmt.Sprintf("%d %%", s.Volume)
	}, "How loud all of it is.",
		func(s *settings.Settings) {
			if s.Volume += volumeStep; s.Volume > settings.MostVolume {
				s.Volume = 0
			}
		}},
	{"Language", func(s *settings.Settings) string {
		if s.Language == "" {
			return lang.Text("as in your system")
		}
		return lang.For(s.Language).Name()
	}, "What the game speaks.",
		func(s *settings.Settings) {
			tags := []string{""}
			for _, l := range lang.All() {
				tags = append(tags, l.Tag())
			}
			s.Language = tags[(slices.Index(tags, s.Language)+1)%len(tags)]
		}},
}

// openSettings lets the player change her settings. Each change holds at once.
func (g *Game) openSettings() {
	l := &listScreen{list: ui.List{Title: "Settings", Letters: true, Wide: 46, Hint: "A letter or Enter changes   ·   Esc goes back"}}
	l.fill = func() {
		for i := range allSettings {
			l.list.Rows = append(l.list.Rows, ui.Row{ID: i, Text: allSettings[i].text, Note: allSettings[i].note(&g.set)})
		}
	}
	l.focus = func(row *ui.Row) {
		l.list.Detail = ui.Detail{Title: row.Text, Text: allSettings[row.ID].help, Facts: [][2]string{{"now", row.Note}}}
	}
	l.choose = func(id int) {
		allSettings[id].turn(&g.set)
		g.apply()
		g.keep()
		l.renew()
	}
	l.fill()
	g.push(l)
}

// keep keeps the settings, or says why they can't be.
func (g *Game) keep() {
	if err := g.cfg.Keep(g.set); err != nil {
		g.tell(sentence(err))
	}
}

// apply makes the settings hold.
func (g *Game) apply() {
	if g.cfg.Window.Fullscreen() != g.set.Fullscreen {
		g.cfg.Window.SetFullscreen(g.set.Fullscreen)
	}
	if s, ok := g.cfg.Sounds.(interface{ SetVolume(float64) }); ok {
		s.SetVolume(float64(g.set.Volume) / settings.MostVolume)
	}
	lang.Use(g.language())
	g.moved = true // sizes, and how scenes are drawn
}

// language is the language that the player has set or that her system has.
func (g *Game) language() *lang.Language {
	return lang.For(append([]string{g.set.Language}, g.cfg.Locales...)...)
}

// style is how scenes are drawn.
func (g *Game) style() render.Style {
	s := render.Style{Calm: g.set.Calm}
	switch g.set.Pictures {
	case settings.AllLetters:
		s.Letters = render.AllLetters
	case settings.LetterFoes:
		s.Letters = render.LetterFigures
	}
	return s
}
