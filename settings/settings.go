// Package settings keeps what a player has set, in a file that she can read and
// change by hand.
package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/BurntSushi/toml"

	"laneya/lang"
)

// Pictures says how the caves are drawn.
type Pictures string

// The ways.
const (
	AllPictures Pictures = "pictures"
	AllLetters  Pictures = "letters" // the classic characters
	LetterFoes  Pictures = "mixed"   // heroes and foes as characters, the rest as pictures
)

// Ways are all ways, in the order in which they are offered.
var Ways = []Pictures{AllPictures, LetterFoes, AllLetters}

// The bounds of numbers.
const (
	LeastScale, MostScale = 100, 300 // percent
	MostVolume            = 100      // percent
)

// Settings are what a player has set. It is a value: copies are her own.
type Settings struct {
	Scale      int      `toml:"scale"`
	Fullscreen bool     `toml:"fullscreen"`
	Pictures   Pictures `toml:"pictures"` // "pictures", "mixed" or "letters"
	Calm       bool     `toml:"calm"`     // nothing flashes or recoils
	Shake      bool     `toml:"shake"`    // the window trembles after heavy blows
	Marks      bool     `toml:"marks"`    // shapes tell friends, foes, things and danger apart
	Contrast   bool     `toml:"contrast"` // floors are dark, and figures have bright outlines
	Colours    Colours  `toml:"colours"`  // "usual", "protan", "deutan" or "tritan"
	Quality    Quality  `toml:"quality"`  // "automatic", "high", "medium" or "low"
	Volume     int      `toml:"volume"`   // of all sounds, percent
	Effects    int      `toml:"effects"`  // and of each kind of sound, percent of that
	Ambience   int      `toml:"ambience"`
	Music      int      `toml:"music"`
	Subtitles  bool     `toml:"subtitles"`   // sounds are shown as words
	Narration  bool     `toml:"narration"`   // what is near, too
	Language   string   `toml:"language"`    // a tag, "" for the system's
	WalkToggle bool     `toml:"walk_toggle"` // one press walks on
	SneakHold  bool     `toml:"sneak_hold"`  // while the key is held
	AskQuit    bool     `toml:"ask_quit"`    // before the game ends

	Minimap bool  `toml:"minimap"` // a map shows in the corner
	Replay  bool  `toml:"replay"`  // the last seconds can be kept
	Pace    int   `toml:"pace"`    // pictures a second at most
	VSync   bool  `toml:"vsync"`   // pictures come with the screen's beat
	Window  Place `toml:"window"`  // where the window was last

	Name string `toml:"name"` // what the player is called, "" until she said so
	Host Host   `toml:"host"` // as her world was last opened to friends

	Keys    Table `toml:"-"` // names of keys by actions, where they aren't the usual ones
	Gamepad Table `toml:"-"` // and of buttons
}

// file is what a file of settings has.
type file struct {
	Settings
	Keys    any `toml:"keys,omitempty"`
	Gamepad any `toml:"gamepad,omitempty"`
}

// Default returns what holds until something is set.
func Default() Settings {
	return Settings{Scale: 100, Pictures: AllPictures, Shake: true, Colours: UsualColours, Quality: AutomaticQuality, Volume: 80, Effects: 100, Ambience: 80, Music: 70, AskQuit: true, Host: usualHost, Minimap: true, Pace: Paces[0], VSync: true}
}

// Load reads a file of settings. Without one, the settings are the default ones. What
// is out of bounds is brought back; a file that can't be read is kept aside, the
// settings are the default ones, and the error, an UnreadableError, is a sentence for the
// player.
func Load(path string) (Settings, error) {
	s := Default()
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err == nil {
		f := file{Settings: s}
		if _, err = toml.Decode(string(text), &f); err == nil {
			s = f.Settings
			s.Keys, s.Gamepad = tableFrom(f.Keys), tableFrom(f.Gamepad)
			return s.within(), nil
		}
	}
	aside := path + ".bad"
	if os.Rename(path, aside) != nil {
		return Default(), &UnreadableError{Path: path}
	}
	return Default(), &UnreadableError{Path: aside, Aside: true}
}

// UnreadableError says that a file of settings can't be read. It says so in the language
// that the player has by the time she reads it.
type UnreadableError struct {
	Path  string // where the file is now
	Aside bool   // it was put there
}

func (e *UnreadableError) Error() string {
	if e.Aside {
		return lang.Format("your settings can't be read, so the usual ones hold; the old file is now %s", e.Path)
	}
	return lang.Format("your settings can't be read, so the usual ones hold: see %s", e.Path)
}

// within returns s with everything brought back into its bounds.
func (s Settings) within() Settings {
	s.Scale = min(max(s.Scale, LeastScale), MostScale)
	for _, v := range []*int{&s.Volume, &s.Effects, &s.Ambience, &s.Music} {
		*v = min(max(*v, 0), MostVolume)
	}
	s.Pictures = known(s.Pictures, Ways...)
	s.Colours = known(s.Colours, UsualColours, ProtanColours, DeutanColours, TritanColours)
	s.Quality = known(s.Quality, AutomaticQuality, HighQuality, MediumQuality, LowQuality)
	if !isName(s.Name) {
		s.Name = ""
	}
	s.Host = s.Host.within()
	s.Pace = known(s.Pace, Paces...)
	s.Window = s.Window.within()
	return s
}

// head stands above what is kept.
const head = `# laneya's settings. The game writes this file anew when a setting is changed in it.
#
# scale       size of words, buttons and pictures: 100 to 300 percent of the desktop's
# pictures    "pictures", "letters", or "mixed" for foes and heroes as letters
# calm        true: nothing flashes, recoils or flies
# shake       false: the window never trembles
# marks       true: shapes tell friends, foes, things and danger apart
# contrast    true: darker floors, brighter walls, outlines around figures
# colours     "usual", or for eyes that lack red "protan", green "deutan", blue "tritan"
# quality     "automatic", "high", "medium" or "low": sparks, shimmer and flicker
# language    "en", "de", or "" for the system's
# volume      of all sounds, 0 to 100 percent
# effects     of what happens, ambience of the places and music, percent of that
# subtitles   true: sounds are shown as words, and where they come from
# narration   true: lines say what is near, what happened last and what is under the cursor
# walk_toggle true: one press of a direction walks until the next, or until something comes up
# sneak_hold  true: sneaking lasts while its key is held
# ask_quit    true: the game asks before it ends
# name        what you are called: 1 to 20 of A-Z a-z 0-9 _ -
# [keys]      keys by what they ask for, where they aren't the usual ones: explore = ["O", "Shift+E"]
# [gamepad]   buttons in the same way: explore = ["LB"]
# minimap     true: a map of the level shows in the corner
# replay      true: the last ten seconds can be kept as a moving picture
# pace        pictures a second at most: 60 or 30
# vsync       true: pictures come with the screen's beat
# [window]    size, place and monitor of the window, as they were last
# [host]      how your world is open to friends: port; from "all" or "lan"; lan and
#             friendly_fire true or false; clock, death, party and depths (10, 6 or 3) as the flags are

`

// Save writes s to a file, whose folder is made if it isn't there. The old file stays
// as it is if that fails.
func (s Settings) Save(path string) error {
	var b strings.Builder
	b.WriteString(head)
	f := file{Settings: s.within()}
	if s.Keys != (Table{}) {
		f.Keys = s.Keys.Rows()
	}
	if s.Gamepad != (Table{}) {
		f.Gamepad = s.Gamepad.Rows()
	}
	if err := toml.NewEncoder(&b).Encode(f); err != nil {
		return fmt.Errorf("%s: %w", lang.Text("the settings can't be kept"), err)
	}
	if err := write(path, b.String()); err != nil {
		return fmt.Errorf("%s: %w", lang.Text("the settings can't be kept"), err)
	}
	return nil
}

// write replaces a file, whose folder is made if it isn't there, as a whole or not at
// all.
func write(path, text string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	next := path + ".new"
	if err := os.WriteFile(next, []byte(text), 0o666); err != nil {
		return err
	}
	return os.Rename(next, path)
}
