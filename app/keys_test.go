package app

import (
	"slices"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/input"
	"laneya/settings"
	"laneya/ui"
)

// keysOf returns the names of what asks for an action.
func (r *rig) keysOf(a input.Action) (all []string) {
	b := r.g.prompts.table.Of(a)
	for _, c := range b.Keys {
		all = append(all, c.String())
	}
	for _, c := range b.Buttons {
		all = append(all, "pad "+input.ButtonName(c))
	}
	return all
}

func TestKeysAreBoundOnTheScreen(t *testing.T) {
	var kept settings.Settings
	r := newRig(t, func(c *Config) { c.Keep = func(s settings.Settings) error { kept = s; return nil } })
	r.g.openKeys()
	r.frames(2)
	const pad = "pad LB"
	for _, step := range []struct {
		name   string
		by     func()
		screen string // where it leads
		want   []string
	}{
		{"Enter asks", func() { r.press(ebiten.KeyEnter) }, "Explore", []string{"O", pad}},
		{"Esc leaves it", func() { r.press(ebiten.KeyEscape) }, "Keys and buttons", []string{"O", pad}},
		{"a free key is bound", func() { r.press(ebiten.KeyEnter, ebiten.KeyF11) }, "F11 is taken", []string{"O", pad}},
		{"left where it is", func() { r.press(ebiten.KeyEnter) }, "Keys and buttons", []string{"O", pad}},
		{"a key", func() { r.press(ebiten.KeyEnter, ebiten.KeyF7) }, "Keys and buttons", []string{"F7", pad}},
		{"a key with shift", func() {
			r.press(ebiten.KeyArrowRight)
			r.Press(ebiten.KeyShiftLeft)
			r.press(ebiten.KeyF8)
			r.Release(ebiten.KeyShiftLeft)
			r.frames(2)
		}, "Keys and buttons", []string{"F7", "Shift+F8", pad}},
		{"the last goes", func() { r.press(ebiten.KeyArrowLeft) }, "Keys and buttons", []string{"F7", pad}},
		{"a taken key", func() { r.press(ebiten.KeyEnter, ebiten.KeyI) }, "I is taken", []string{"F7", pad}},
		{"is taken over", func() { r.press(ebiten.KeyArrowDown, ebiten.KeyEnter) }, "Keys and buttons", []string{"I", pad}},
		{"a button", func() {
			r.pad(ebiten.StandardGamepadButtonRightBottom)
			r.pad(ebiten.StandardGamepadButtonCenterCenter)
		}, "Keys and buttons", []string{"I", "pad Home"}},
		{"a button that is fixed", func() { r.pad(ebiten.StandardGamepadButtonRightBottom); r.pad(ebiten.StandardGamepadButtonCenterRight) }, "Menu is taken", []string{"I", "pad Home"}},
		{"cannot be had", func() { r.pad(ebiten.StandardGamepadButtonLeftBottom); r.pad(ebiten.StandardGamepadButtonRightBottom) }, "Keys and buttons", []string{"I", "pad Home"}},
		{"Del clears", func() { r.press(ebiten.KeyEnter, ebiten.KeyDelete) }, "Keys and buttons", []string{"pad Home"}},
		{"time goes by", func() { r.press(ebiten.KeyEnter); r.frames(int(captureTime/frameTime) + 2) }, "Keys and buttons", []string{"pad Home"}},
	} {
		// The row of Explore is where each step begins.
		if l, ok := r.g.top().(*listScreen); ok {
			keyboard{}.row(r, &l.list, slices.IndexFunc(l.list.Rows, func(row ui.Row) bool { return row.Text == "Explore" }))
		}
		step.by()
		if got := r.keysOf(input.Explore); ui.Spell(r.screen()) != step.screen || !slices.Equal(got, step.want) {
			t.Fatalf("%s: on %q, bound are %v; want %q, %v", step.name, ui.Spell(r.screen()), got, step.screen, step.want)
		}
	}
	if r.window.full {
		t.Error("F11 did what it asks for while it was to be bound")
	}
	if got := r.keysOf(input.Inventory); slices.Contains(got, "I") {
		t.Errorf("I asks for two things: %v", got)
	}
	if table, _ := input.Rebound(kept.Keys.Rows(), kept.Gamepad.Rows()); !slices.Equal(table.Of(input.Explore).Buttons, []input.Button{ebiten.StandardGamepadButtonCenterCenter}) {
		t.Errorf("kept are %v, %v", kept.Keys, kept.Gamepad)
	}
	l := &r.g.top().(*listScreen).list
	keyboard{}.row(r, l, len(l.Rows)-1)
	r.press(ebiten.KeyEnter, ebiten.KeyArrowDown, ebiten.KeyEnter)
	if kept.Keys != (settings.Table{}) || kept.Gamepad != (settings.Table{}) || !slices.Equal(r.keysOf(input.Explore), []string{"O", pad}) {
		t.Errorf("not as usual: %v", r.keysOf(input.Explore))
	}
}

// Every action is listed once, so that each can be bound.
func TestEveryActionCanBeBound(t *testing.T) {
	listed := map[input.Action]bool{}
	for _, group := range keyGroups {
		for _, k := range group.actions {
			if listed[k.action] {
				t.Errorf("%v is listed twice", k.action)
			}
			listed[k.action] = true
		}
	}
	for a := input.WalkNorth; a.String() != "unknown"; a++ {
		if !listed[a] {
			t.Errorf("%v isn't listed", a)
		}
	}
}

// Whatever is bound, arrows, Enter and Esc lead out of every menu and back to this
// screen.
func TestNobodyLocksHerselfOut(t *testing.T) {
	nothing := map[string][]string{}
	for a := input.WalkNorth; a.String() != "unknown"; a++ {
		nothing[a.Key()] = []string{}
	}
	set := settings.Default()
	set.Keys, set.Gamepad = settings.TableOf(nothing), settings.TableOf(nothing)
	r := cavesWith(t, func(c *Config) { c.Settings = &set })
	for _, d := range []hand{keyboard{}, gamepad{}} {
		d.menu(r)
		choose(r, d, idSettings)
		r.wants("Settings")
		d.(player).back(r)
		d.(player).back(r)
		r.wants("play")
	}
}
