package app

import (
	"laneya/lang"
	"laneya/settings"
)

// settingGroup is a heading of the settings and the rows below it. Each row is an
// entry of its own, made by onOff, percent, choice or page.
type settingGroup struct {
	name string
	rows []setting
}

const scaleStep, volumeStep = 25, 10 // percent

var settingGroups = []settingGroup{
	{lang.Mark("Video"), videoSettings},
	{lang.Mark("Sound"), soundSettings},
	{lang.Mark("Controls"), controlSettings},
	{lang.Mark("Play"), playSettings},
	{lang.Mark("Access"), accessSettings},
	{lang.Mark("Language"), languageSettings},
}

var videoSettings = []setting{
	percent(lang.Mark("Size of words and pictures"), lang.Mark("Everything is so much larger than your desktop asks for. In a small window it takes only what fits."),
		settings.LeastScale, settings.MostScale, scaleStep, func(s *settings.Settings) *int { return &s.Scale }),
	onOff(lang.Mark("Full screen"), lang.Mark("{full-screen} does this at any time."),
		func(s *settings.Settings) *bool { return &s.Fullscreen }),
	choice(lang.Mark("The caves are drawn with"), lang.Mark("Letters are those of the classics: @ is a hero, r a rat. They are what you see, too, where a server has something that there is no picture of."),
		func(s *settings.Settings) *settings.Pictures { return &s.Pictures },
		option[settings.Pictures]{settings.AllPictures, lang.Mark("pictures")},
		option[settings.Pictures]{settings.LetterFoes, lang.Mark("pictures, foes as letters")},
		option[settings.Pictures]{settings.AllLetters, lang.Mark("letters")},
	),
	paceSetting, vsyncSetting,
	qualitySetting,
	shakeSetting,
}

var soundSettings = []setting{
	loudness(lang.Mark("Sound"), lang.Mark("How loud all of it is."), func(s *settings.Settings) *int { return &s.Volume }),
	loudness(lang.Mark("Effects"), lang.Mark("How loud steps, blows, doors and voices are, of all sound."), func(s *settings.Settings) *int { return &s.Effects }),
	loudness(lang.Mark("Ambience"), lang.Mark("How loud the places themselves are, of all sound: fire, water, wind."), func(s *settings.Settings) *int { return &s.Ambience }),
	loudness(lang.Mark("Music"), lang.Mark("How loud the music is, of all sound."), func(s *settings.Settings) *int { return &s.Music }),
}

var controlSettings = []setting{
	{text: lang.Mark("Keys and buttons"), help: lang.Mark("What each key and each button of a gamepad asks for, and other ones for it."), open: (*Game).openKeys},
	choice(lang.Mark("Walking"), lang.Mark("While held: you walk as long as a direction is held. One press: you walk on until you press it again, a foe comes into sight, you are hurt, or something is in the way."),
		func(s *settings.Settings) *bool { return &s.WalkToggle }, option[bool]{false, lang.Mark("while held")}, option[bool]{true, lang.Mark("by one press")}),
	choice(lang.Mark("Sneaking"), lang.Mark("One press: you sneak until you press again. While held: you sneak only as long as the key or button is held."),
		func(s *settings.Settings) *bool { return &s.SneakHold }, option[bool]{false, lang.Mark("by one press")}, option[bool]{true, lang.Mark("while held")}),
}

var playSettings = []setting{
	{text: lang.Mark("Picking up and stopping"), help: lang.Mark("What you pick up by walking, whether you stop before deep water, lava and chasms, and below which health you stop fighting and exploring. The world keeps this, so it is set while you play."), open: (*Game).openHabits},
	minimapSetting, replaySetting,
	onOff(lang.Mark("Ask before quitting"), lang.Mark("Your world is saved either way."), func(s *settings.Settings) *bool { return &s.AskQuit }),
}

var accessSettings = append([]setting{
	onOff(lang.Mark("Calm"), lang.Mark("Nothing flashes, recoils or flies. What happened is told by numbers, bars and the journal."),
		func(s *settings.Settings) *bool { return &s.Calm }),
	onOff(lang.Mark("Sounds are shown as words"), lang.Mark("Whatever sounds somewhere is written at the right edge for a moment, with an arrow to where it is: a door opens, a growl, far. Whoever reads by ear hears it said."),
		func(s *settings.Settings) *bool { return &s.Subtitles }),
	narrationSetting,
}, sightSettings...)

var languageSettings = []setting{
	choice(lang.Mark("Language"), lang.Mark("What the game speaks."), func(s *settings.Settings) *string { return &s.Language }, languages()...),
}

// languages are what the game can speak.
func languages() []option[string] {
	all := []option[string]{{"", lang.Mark("as in your system")}}
	for _, l := range lang.All() {
		all = append(all, option[string]{l.Tag(), l.Name()})
	}
	return all
}

// setting is one row of the settings.
type setting struct {
	text string // as lang marks it, like help and options
	help string
	note func(s *settings.Settings) string
	said func(g *Game) string // in place of note in the list, unless it is nil or says ""
	// turn sets it to what comes next, 1, or before, -1; round says that the first
	// comes after the last.
	turn    func(s *settings.Settings, d int, round bool)
	options []string                           // all that it can be, nil where that is a range
	share   func(s *settings.Settings) float64 // of a range; nil where it is none
	open    func(g *Game)                      // of a page of its own, in place of turn and note
}

// onOff is a row that is on or off.
func onOff(text, help string, field func(*settings.Settings) *bool) setting {
	return choice(text, help, field, option[bool]{false, lang.Mark("off")}, option[bool]{true, lang.Mark("on")})
}

// option is one of the things that a choice can be set to.
type option[T comparable] struct {
	value T
	text  string
}

// choice is a row that is one of several things.
func choice[T comparable](text, help string, field func(*settings.Settings) *T, options ...option[T]) setting {
	at := func(s *settings.Settings) int {
		for i := range options {
			if options[i].value == *field(s) {
				return i
			}
		}
		return 0
	}
	row := setting{text: text, help: help, note: func(s *settings.Settings) string { return lang.Text(options[at(s)].text) }}
	for i := range options {
		row.options = append(row.options, options[i].text)
	}
	row.turn = func(s *settings.Settings, d int, _ bool) {
		*field(s) = options[(at(s)+d+len(options))%len(options)].value
	}
	return row
}

// loudness is a row that says how loud something is.
func loudness(text, help string, field func(*settings.Settings) *int) setting {
	row := percent(text, help, 0, settings.MostVolume, volumeStep, field)
	inPercent := row.note
	row.note = func(s *settings.Settings) string {
		if *field(s) == 0 {
			return lang.Text("off")
		}
		return inPercent(s)
	}
	return row
}

// percent is a row that is a number in percent.
func percent(text, help string, least, most, step int, field func(*settings.Settings) *int) setting {
	return setting{
		text: text, help: help,
		note:  func(s *settings.Settings) string { return lang.Format("%d %%", *field(s)) },
		share: func(s *settings.Settings) float64 { return float64(*field(s)-least) / float64(most-least) },
		turn: func(s *settings.Settings, d int, round bool) {
			// A number that somebody wrote into the file comes to the next step.
			v := *field(s)
			if d > 0 {
				v = least + (v-least)/step*step + step
			} else {
				v = least + (v-least+step-1)/step*step - step
			}
			switch {
			case v > most && round && *field(s) == most:
				v = least
			case v > most:
				v = most
			}
			*field(s) = max(v, least)
		},
	}
}
