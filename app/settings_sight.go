package app

import (
	"laneya/lang"
	"laneya/render"
	"laneya/settings"
)

// qualityWords are the qualities, for a person.
var qualityWords = [...]string{render.High: lang.Mark("high"), render.Medium: lang.Mark("medium"), render.Low: lang.Mark("low")}

var qualitySetting = setting{
	text: lang.Mark("Picture quality"),
	help: lang.Mark("How much there is of sparks, shimmer and flicker. Automatic takes what this computer does at 60 pictures a second."),
	said: func(g *Game) string {
		if g.set.Quality != settings.AutomaticQuality {
			return ""
		}
		return lang.Format("automatic: %s now", lang.Text(qualityWords[g.quality()]))
	},
}.as(choice("", "", func(s *settings.Settings) *settings.Quality { return &s.Quality },
	option[settings.Quality]{settings.AutomaticQuality, lang.Mark("automatic")},
	option[settings.Quality]{settings.HighQuality, lang.Mark("high")},
	option[settings.Quality]{settings.MediumQuality, lang.Mark("medium")},
	option[settings.Quality]{settings.LowQuality, lang.Mark("low")},
))

var shakeSetting = onOff(lang.Mark("The window trembles"), lang.Mark("After heavy blows and near bursts. Never while it is calm."),
	func(s *settings.Settings) *bool { return &s.Shake })

// sightSettings are for those who see differently.
var sightSettings = []setting{
	choice(lang.Mark("Colours"), lang.Mark("What differs in colour only is drawn so that it differs for eyes that lack red, green or blue: in the caves and on all screens."),
		func(s *settings.Settings) *settings.Colours { return &s.Colours },
		option[settings.Colours]{settings.UsualColours, lang.Mark("as they are")},
		option[settings.Colours]{settings.ProtanColours, lang.Mark("without red (protan)")},
		option[settings.Colours]{settings.DeutanColours, lang.Mark("without green (deutan)")},
		option[settings.Colours]{settings.TritanColours, lang.Mark("without blue (tritan)")}),
	onOff(lang.Mark("Marks"), lang.Mark("A ring lies under friends, points under foes, an exclamation mark on ground that burns or drops, and a thing shows the character of its class."),
		func(s *settings.Settings) *bool { return &s.Marks }),
	onOff(lang.Mark("High contrast"), lang.Mark("Floors are darker, walls brighter, words stronger, and whoever moves has a bright outline."),
		func(s *settings.Settings) *bool { return &s.Contrast }),
}

// as returns s that is set as another row is.
func (s setting) as(other setting) setting {
	s.note, s.turn, s.options = other.note, other.turn, other.options
	return s
}

// shown returns what the row says that it is.
func (row *setting) shown(g *Game) string {
	if row.said != nil {
		if text := row.said(g); text != "" {
			return text
		}
	}
	return row.note(&g.set)
}
