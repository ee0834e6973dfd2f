package app

import (
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/protocol"
)

// describes returns what was asked about since the last call of did.
func (r *rig) describes() (all []protocol.Describe) {
	for _, a := range r.session.done {
		if d, ok := a.(protocol.Describe); ok {
			all = append(all, d)
		}
	}
	return all
}

// TestALookFollowsWhatItShows lets what is looked at change and move, and something
// else come to where it was.
func TestALookFollowsWhatItShows(t *testing.T) {
	r := caves(t)
	r.press(ebiten.KeyX)
	r.frames(3)
	told := func(seq uint64, want string, of ...protocol.Entity) {
		t.Helper()
		r.did()
		r.tell(client.Change{Update: protocol.View{Seq: seq, Entities: of}})
		r.frames(4)
		if all := r.describes(); len(all) != 1 || all[0].Entity != want {
			t.Errorf("it asks for %+v, want what %s is now", all, want)
		}
	}
	told(2, rat, protocol.Entity{Entity: rat, Kind: "rat", Name: "rat", X: 2, Y: 3, Attitude: "foe", Health: 1, MaxHealth: 6})
	told(3, rat, protocol.Entity{Entity: rat, Kind: "rat", Name: "rat", X: 2, Y: 4, Attitude: "foe", Health: 1, MaxHealth: 6})
	r.press(ebiten.KeyArrowUp)
	r.frames(3)
	told(4, "Rat:2", protocol.Entity{Entity: "Rat:2", Kind: "rat", Name: "rat", X: 2, Y: 3, Attitude: "foe", Health: 6, MaxHealth: 6})
	r.did()
	r.frames(30)
	if all := r.describes(); len(all) > 0 {
		t.Errorf("nothing changed, and it asks for %v", all)
	}
}

// TestWordsAboutAThingStay burns a torch down while its words are read.
func TestWordsAboutAThingStay(t *testing.T) {
	r := caves(t)
	r.press(ebiten.KeyI)
	r.frames(3)
	l := r.g.top().(*listScreen)
	for seq := uint64(2); seq < 30; seq++ {
		items := details().Items
		items[0].Fuel = int(seq)
		r.tell(client.Change{Update: protocol.View{Seq: seq, Details: protocol.Details{Items: items}}})
		r.frame()
		if l.list.Detail.Title == "" {
			t.Fatalf("after update %d nothing is told", seq)
		}
	}
}

// TestPointingBeginsAtTheHero shows a place with one letter: where she stands.
func TestPointingBeginsAtTheHero(t *testing.T) {
	r := caves(t)
	r.press(ebiten.KeyP)
	r.writes("g")
	r.asked(protocol.MarkPlace{X: 4, Y: 3, Kind: "gather"})
}
