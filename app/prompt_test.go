package app

import (
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/input"
	"laneya/settings"
	"laneya/ui"
)

// Prompts show the device that was used last, on the screen that is open and on those
// below it.
func TestPromptsFollowTheDevice(t *testing.T) {
	r := caves(t)
	p := r.g.top().(*play)
	r.g.openCommands(p)
	r.frames(2)
	l := &r.g.top().(*listScreen).list
	shown := func() (hint, note string) {
		return ui.Spell(r.g.prompts.text(l.Hint)), ui.Spell(l.Rows[0].Note)
	}
	for _, step := range []struct {
		name       string
		by         func()
		hint, note string
	}{
		{"a key", func() { r.press(ebiten.KeyArrowDown) }, "Enter does it   ·   Esc goes back", "O"},
		{"a pad", func() { r.pad(ebiten.StandardGamepadButtonLeftTop) }, "D-pad walks   ·   A does it   ·   B goes back", "LB"},
		{"another pad", func() { r.Name = "DualSense"; r.pad(ebiten.StandardGamepadButtonLeftTop) }, "cross does it   ·   circle goes back", "L1"},
		{"a third", func() { r.Name = "Nintendo"; r.pad(ebiten.StandardGamepadButtonLeftTop) }, "B does it   ·   A goes back", "L"},
		{"the mouse moved", func() { r.X += 9; r.frames(2) }, "B does it   ·   A goes back", "L"},
		{"the wheel", func() { r.Roll(-1); r.frames(2) }, "left mouse button does it   ·   right mouse button goes back", "O"},
		{"a key again", func() { r.press(ebiten.KeyArrowDown) }, "Enter does it   ·   Esc goes back", "O"},
	} {
		step.by()
		if hint, note := shown(); !strings.HasSuffix(hint, step.hint) || note != step.note {
			t.Errorf("after %s it says %q and %q, want %q and %q", step.name, hint, note, step.hint, step.note)
		}
	}
}

// Every place that names a key names the one that is bound now.
func TestPromptsNameWhatIsBound(t *testing.T) {
	set := settings.Default()
	set.Keys = settings.TableOf(map[string][]string{"explore": {"F9"}, "shoot": {"Shift+J"}, "full-screen": {}, "walk-north": {"I", "Digit7"}})
	r := cavesWith(t, func(c *Config) { c.Settings = &set })
	r.Keys = map[ebiten.Key]string{ebiten.KeyJ: "ö", ebiten.KeySpace: " "}
	r.g.rename()
	for text, want := range map[string]string{
		"{explore} explores": "F9 explores", "{shoot}": "Shift+Ö", "{touch}": "Space", "{full-screen}": "no key", "{walk}": "I←↓→ 7ASD",
		"{nothing}": "{nothing}", "{explore": "{explore", "a]b": "a]b", "[a{b]": "a{b", "{pages}": "Page upPage down",
	} {
		if got := ui.Spell(r.g.prompts.text(text)); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
	if facts := r.g.everyKey().Facts; ui.Spell(facts[1][1]) != "F9" {
		t.Errorf("the guide says %q", ui.Spell(facts[1][1]))
	}
	r.press(ebiten.KeyF9)
	if did := r.did(); len(did) != 1 || did[0].Name() != "explore" {
		t.Errorf("F9 asked for %v", did)
	}
}

// Bad names in the settings are told of once, and nothing else suffers.
func TestBadNamesOfKeysAreTold(t *testing.T) {
	set := settings.Default()
	set.Keys = settings.TableOf(map[string][]string{"explore": {"Warp", "F9"}})
	r := newRig(t, func(c *Config) { c.Settings = &set })
	if r.g.cfg.Told == nil || !strings.Contains(r.g.cfg.Told.Error(), `"Warp"`) {
		t.Errorf("it says %q", r.g.cfg.Told)
	}
	if keys := r.g.prompts.table.Chords(input.Explore); len(keys) != 1 || keys[0].Key != ebiten.KeyF9 {
		t.Errorf("bound are %v", keys)
	}
}
