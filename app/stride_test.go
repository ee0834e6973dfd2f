package app

import (
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/geom"
	"laneya/protocol"
	"laneya/settings"
)

// With one press she walks until something ends it.
func TestOnePressWalksOn(t *testing.T) {
	for name, end := range map[string]func(r *rig, d *protocol.Details){
		"the same key": func(r *rig, _ *protocol.Details) { r.press(ebiten.KeyArrowRight) },
		"a menu":       func(r *rig, _ *protocol.Details) { r.press(ebiten.KeyEscape) },
		"a command":    func(r *rig, _ *protocol.Details) { r.press(ebiten.KeyZ) },
		"a wall":       func(r *rig, _ *protocol.Details) { r.frames(int(strideStop/frameTime) + 3) },
		"a wound":      func(r *rig, d *protocol.Details) { d.Self.Health -= 2; r.update(2, *d) },
		"a click":      func(r *rig, _ *protocol.Details) { r.Click(300, 200); r.frames(3) },
	} {
		set := settings.Default()
		set.WalkToggle = true
		r := cavesWith(t, func(c *Config) { c.Settings = &set })
		d := details()
		r.press(ebiten.KeyArrowRight)
		r.frames(20)
		r.walked(geom.East)
		end(r, &d)
		if n := len(r.session.walks); n != 2 || r.session.walks[1] != geom.Stop {
			t.Errorf("%s: it walks %v", name, r.session.walks)
		}
	}
}

// A press of another direction turns.
func TestAnotherPressTurns(t *testing.T) {
	set := settings.Default()
	set.WalkToggle = true
	r := cavesWith(t, func(c *Config) { c.Settings = &set })
	r.press(ebiten.KeyArrowRight)
	r.tell(stepTo(2, geom.Pos{X: 5, Y: 3}))
	r.press(ebiten.KeyArrowDown)
	r.frames(20)
	r.walked(geom.East, geom.South)
}

// Sneaking can last while its key is held.
func TestSneakingWhileHeld(t *testing.T) {
	set := settings.Default()
	set.SneakHold = true
	r := cavesWith(t, func(c *Config) { c.Settings = &set })
	sneaks := func(want ...bool) {
		t.Helper()
		did := r.did()
		if len(did) != len(want) {
			t.Fatalf("asked for %v", did)
		}
		for i := range want {
			if did[i] != protocol.Action(protocol.Sneak{On: want[i]}) {
				t.Errorf("asked for %v, want %v", did[i], want[i])
			}
		}
	}
	r.Press(ebiten.KeyB)
	r.frames(40)
	sneaks(true)
	r.Release(ebiten.KeyB)
	r.frames(2)
	sneaks(false)
	r.Press(ebiten.KeyB)
	r.frames(2)
	r.press(ebiten.KeyEscape)
	sneaks(true, false)
}

// Who set so quits at once.
func TestQuittingWithoutAQuestion(t *testing.T) {
	set := settings.Default()
	set.AskQuit = false
	r := cavesWith(t, func(c *Config) { c.Settings = &set })
	if r.press(ebiten.KeyQ); !r.over {
		t.Error("it asks")
	}
}
