package app

import (
	"errors"
	"image"
	"slices"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/render"
	"laneya/settings"
	"laneya/ui"
)

// TestSettingsHoldAtOnce turns every setting by Enter until it comes round, and looks at
// what is kept each time.
func TestSettingsHoldAtOnce(t *testing.T) {
	var kept []settings.Settings
	r := newRig(t, func(c *Config) {
		c.Keep = func(s settings.Settings) error { kept = append(kept, s); return nil }
	})
	r.g.openSettings()
	r.frames(2)
	l := &r.g.top().(*listScreen).list
	for i := range l.Rows {
		if !l.Rows[i].Steps {
			continue
		}
		keyboard{}.row(r, l, i)
		was, first := r.g.set, len(kept)
		seen := []settings.Settings{}
		for range 30 {
			r.press(ebiten.KeyEnter)
			if seen = append(seen, r.g.set); r.g.set == was {
				break
			}
		}
		if r.g.set != was || len(seen) < 2 {
			t.Errorf("%q comes to %v", l.Rows[i].Text, seen)
		}
		if !slices.Equal(kept[first:], seen) {
			t.Errorf("%q: kept are %v, there were %v", l.Rows[i].Text, kept[first:], seen)
		}
	}
	r.wants("Settings")
}

// setting brings the focus to the row with that text.
func (r *rig) setting(text string) *ui.List {
	r.t.Helper()
	l := &r.g.top().(*listScreen).list
	for i := range l.Rows {
		if l.Rows[i].Text == text && !l.Rows[i].Head {
			keyboard{}.row(r, l, i)
			return l
		}
	}
	r.t.Fatalf("there is no setting %q", text)
	return nil
}

func TestSettingsStepBothWays(t *testing.T) {
	r := newRig(t, nil)
	r.g.openSettings()
	r.frames(2)
	l := r.setting("Size of words and pictures")
	for _, step := range []struct {
		by   func()
		want int
	}{
		{func() { r.press(ebiten.KeyArrowRight) }, 125},
		{func() { r.press(ebiten.KeyArrowLeft) }, 100},
		{func() { r.press(ebiten.KeyArrowLeft) }, 100}, // the end is the end
		{func() { r.g.set.Scale = 110; r.press(ebiten.KeyArrowRight) }, 125},
		{func() { r.g.set.Scale = 110; r.press(ebiten.KeyArrowLeft) }, 100},
		{func() { r.pad(ebiten.StandardGamepadButtonLeftRight) }, 125},
		{func() { _, more := l.StepBoxes(l.Index()); click(r, more) }, 150},
		{func() { less, _ := l.StepBoxes(l.Index()); click(r, less) }, 125},
	} {
		if step.by(); r.g.set.Scale != step.want {
			t.Errorf("the scale is %d, want %d", r.g.set.Scale, step.want)
		}
		r.frames(3)
	}
}

// pad taps a gamepad's button.
func (r *rig) pad(b ebiten.StandardGamepadButton) { gamepad{}.tap(r, b) }

// TestSettingsAreFoundByTyping types a word of a row's help, and the name of a group.
func TestSettingsAreFoundByTyping(t *testing.T) {
	r := newRig(t, nil)
	r.g.openSettings()
	r.frames(2)
	l := &r.g.top().(*listScreen).list
	all := len(l.Rows)
	for word, want := range map[string]string{"recoils": "Calm", "video full": "Full screen", "SOUND fire": "Ambience"} {
		r.writes(word)
		if l.Focus() == nil || l.Focus().Text != want || len(l.Rows) >= all {
			t.Errorf("%q finds %v", word, l.Rows)
		}
		for range word {
			r.press(ebiten.KeyBackspace)
		}
	}
	if r.writes("zzz"); l.Focus() != nil {
		t.Errorf("zzz finds %v", l.Rows)
	}
}

func TestTabGoesFromGroupToGroup(t *testing.T) {
	r := newRig(t, nil)
	r.g.openSettings()
	r.frames(2)
	l := &r.g.top().(*listScreen).list
	r.press(ebiten.KeyArrowDown, ebiten.KeyTab)
	if l.Focus().Text != "Sound" {
		t.Errorf("it goes to %q", l.Focus().Text)
	}
	r.pad(ebiten.StandardGamepadButtonFrontTopLeft)
	if l.Index() != 1 {
		t.Errorf("it goes back to row %d", l.Index())
	}
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
	for _, change := range []func(){func() { r.press(ebiten.KeyEnter) }, func() { r.press(ebiten.KeyF11) }} {
		r.g.toast = toast{}
		if change(); r.g.toast.text != "No room on the disk." {
			t.Errorf("it says %q", r.g.toast.text)
		}
	}
}
