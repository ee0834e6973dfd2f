package app

import (
	"errors"
	"image"
	"slices"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/render"
	"laneya/settings"
)

// TestSettingsHoldAtOnce turns every setting until it comes round, and looks at what is
// kept each time.
func TestSettingsHoldAtOnce(t *testing.T) {
	var kept []settings.Settings
	r := newRig(t, func(c *Config) {
		c.Keep = func(s settings.Settings) error { kept = append(kept, s); return nil }
	})
	r.g.openSettings()
	r.frames(2)
	for i := range allSettings {
		was, first := r.g.set, len(kept)
		seen := []settings.Settings{}
		for range 12 {
			r.writes(string(rune('a' + i)))
			if seen = append(seen, r.g.set); r.g.set == was {
				break
			}
		}
		if r.g.set != was || len(seen) < 2 {
			t.Errorf("%q comes to %v", allSettings[i].text, seen)
		}
		if !slices.Equal(kept[first:], seen) {
			t.Errorf("%q: kept are %v, there were %v", allSettings[i].text, kept[first:], seen)
		}
	}
	r.wants("Settings")
}

func TestWhatSettingsDo(t *testing.T) {
	set := settings.Settings{Scale: 200, Fullscreen: true, Pictures: settings.AllLetters, Calm: true, Volume: 40}
	r := newRig(t, func(c *Config) { c.Settings = &set })
	if !r.window.full {
		t.Error("the window doesn't fill the screen")
	}
	if s := r.g.style(); !s.Calm || s.Letters != render.AllLetters {
		t.Errorf("scenes are drawn in %+v", s)
	}
	r.g.resize(image.Pt(2000, 1400), 1*float64(r.g.set.Scale)/100)
	if r.g.scale != 2 {
		t.Errorf("the scale is %v", r.g.scale)
	}
	r.press(ebiten.KeyF11)
	if r.window.full || r.g.set.Fullscreen {
		t.Error("F11 and the setting don't agree")
	}
}

// TestSettingsThatCannotBeKept says why, whether the list or F11 changed them.
func TestSettingsThatCannotBeKept(t *testing.T) {
	r := newRig(t, func(c *Config) {
		c.Keep = func(settings.Settings) error { return errors.New("no room on the disk") }
	})
	r.g.openSettings()
	r.frames(2)
	for _, change := range []func(){func() { r.writes("a") }, func() { r.press(ebiten.KeyF11) }} {
		r.g.toast = toast{}
		if change(); r.g.toast.text != "No room on the disk." {
			t.Errorf("it says %q", r.g.toast.text)
		}
	}
}
