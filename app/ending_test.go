package app

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/protocol"
)

func TestADeathIsShownOnce(t *testing.T) {
	r := caves(t)
	self := *details().Self
	dead := self
	dead.Wisp, dead.Health = true, 0
	dead.Recap = []protocol.Cause{{Ago: 12, Text: "The rat bites.", Damage: 4}, {Text: "You bleed.", Damage: 1}}
	r.update(2, protocol.Details{Self: &dead})
	r.wants("You have died")
	if told := r.g.top().(*listScreen).list.Detail.Text; !strings.Contains(told, "You wait for an herb.") {
		t.Errorf("of what comes is told %q", told)
	}
	if facts := fmt.Sprint(r.g.top().(*listScreen).list.Detail.Facts); !strings.Contains(facts, "[under the stone hatchet, axe, 4 stones") {
		t.Errorf("of what she had is told %s", facts)
	}
	if row := r.g.top().(*listScreen).list.Focus(); row.Text != "You bleed." {
		t.Errorf("the focus is on %q", row.Text)
	}
	r.press(ebiten.KeyEnter, ebiten.KeySpace) // keys of the fight
	r.wants("You have died")
	r.listen()
	r.press(ebiten.KeyEnter)
	r.update(3, protocol.Details{Self: &dead})
	r.wants("play")
	r.press(ebiten.KeyI)
	r.wants("play") // a wisp carries nothing
	r.press(ebiten.KeyX)
	r.wants("Look at what?")
	r.press(ebiten.KeyEscape)
	r.update(4, protocol.Details{Self: &self})
	r.wants("play")
	r.update(5, protocol.Details{Self: &dead})
	r.wants("You have died")
	r.listen()
	r.press(ebiten.KeyEscape)
	r.wants("play")
	r.asked()
	r.update(6, protocol.Details{Self: &self})
	r.update(7, protocol.Details{Self: &dead})
	r.wants("You have died")
	r.update(8, protocol.Details{Self: &self})
	r.wants("play") // she lives
}

// TestSharingTheHeart presses the key that touches what is next to her.
func TestSharingTheHeart(t *testing.T) {
	r := caves(t)
	self := *details().Self
	self.CanShare = true
	alone := []protocol.Member{{User: "anna", Here: true}}
	r.update(2, protocol.Details{Self: &self, Party: alone})
	r.press(ebiten.KeySpace)
	r.asked(protocol.Share{})
	r.update(3, protocol.Details{Party: append(alone, protocol.Member{User: "bert"})})
	r.press(ebiten.KeySpace)
	r.wants("Share it now?")
	r.press(ebiten.KeyEnter)
	r.asked() // she waits
	r.press(ebiten.KeySpace, ebiten.KeyArrowDown, ebiten.KeyEnter)
	r.asked(protocol.Share{})
}

func TestALostRunLeadsToANewOne(t *testing.T) {
	r := caves(t)
	lost := *details().Run
	lost.State, lost.Story = "lost", "All are dead."
	dead := *details().Self
	dead.Wisp = true
	dead.Recap = []protocol.Cause{{Ago: 12, Text: "The rat bites.", Damage: 4}}
	r.update(2, protocol.Details{Self: &dead, Run: &lost})
	r.wants("The run is lost")
	if it := r.form().Items[3]; !strings.HasPrefix(it.Text, "The rat bites.") {
		t.Errorf("instead of what killed her it says %q", it.Text)
	}
	r.press(ebiten.KeySpace, ebiten.KeySpace) // keys of the fight
	r.wants("The run is lost")
	r.listen()
	r.press(ebiten.KeyEscape)
	r.update(3, protocol.Details{Run: &lost})
	r.wants("play") // once
	r.g.openRun(r.g.top().(*play))
	r.wants("The run is lost")
	choose(r, keyboard{}, idStory)
	r.wants("The hall of fame")
	r.press(ebiten.KeyEscape)
	r.wants("The run is lost")
	r.press(ebiten.KeyEscape)
	next := lost
	next.Number = 2
	r.update(4, protocol.Details{Run: &next})
	r.wants("The run is lost")
	r.listen()
	choose(r, keyboard{}, idNewRun)
	r.wants("play")
	r.asked(protocol.NewRun{})
}
