package app

import (
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/protocol"
	"laneya/ui"
)

// TestNarration goes through screens and lets things happen, and reads what is said.
func TestNarration(t *testing.T) {
	var said strings.Builder
	r := cavesWith(t, func(c *Config) { c.Narrate = &said })
	said.Reset()
	told := func(what string, want ...string) {
		t.Helper()
		r.frames(3)
		for _, w := range want {
			if !strings.Contains(said.String(), w) {
				t.Errorf("of %s it is said:\n%s\nwant %q", what, said.String(), w)
			}
		}
		said.Reset()
		if r.frames(5); said.Len() > 0 {
			t.Errorf("of %s it is said again: %s", what, said.String())
		}
	}
	r.tell(client.Change{Update: protocol.View{Seq: 2, Details: protocol.Details{Events: []protocol.Event{{Code: "hits", Actor: "the rat", Target: client.You, N: 3}}}}})
	told("a blow", "rat", "3")
	hurt := *details().Self
	hurt.Health = 17
	r.tell(client.Change{Update: protocol.View{Seq: 3, Details: protocol.Details{Self: &hurt}}})
	told("her health", "Health 17 of 28.")
	r.press(ebiten.KeyI)
	told("the pack", "What you carry.", "hatchet", "in her fist")
	r.press(ebiten.KeyArrowDown)
	told("another thing", "axe")
	r.press(ebiten.KeyEscape)
	said.Reset()
	r.press(ebiten.KeyX)
	told("a look", "Look at what?", "thing 0Rat:1")
	r.press(ebiten.KeyEscape)
	said.Reset()
	r.press(ebiten.KeyEscape)
	told("the menu", "Menu.", "Go on")
}

// TestRepeatedLinesAreNarratedOnce lets the same thing happen twice at once, and then
// again.
func TestRepeatedLinesAreNarratedOnce(t *testing.T) {
	var said strings.Builder
	r := cavesWith(t, func(c *Config) { c.Narrate = &said })
	p := r.g.top().(*play)
	p.say("First.", ui.Plain)
	r.frames(2)
	said.Reset()
	for _, want := range []string{"Second. ×2\n", "Second. ×3\n", "Third.\n"} {
		switch want {
		case "Second. ×2\n":
			p.say("Second.", ui.Plain)
			p.say("Second.", ui.Plain)
		case "Third.\n":
			p.say("Third.", ui.Plain)
		default:
			p.say("Second.", ui.Plain)
		}
		r.frames(3)
		if said.String() != want {
			t.Errorf("it is said %q, want %q", said.String(), want)
		}
		said.Reset()
	}
}
