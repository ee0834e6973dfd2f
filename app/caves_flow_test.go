package app

import (
	"image"
	"image/color"
	"reflect"
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
	"pgregory.net/rapid"

	"laneya/client"
	"laneya/geom"
	"laneya/input"
	"laneya/protocol"
)

// listen waits until a screen that came by itself takes keys.
func (r *rig) listen() { r.frames(int(deafFor/frameTime) + 1) }

// asked checks what the session was asked for since the last look.
func (r *rig) asked(want ...protocol.Action) {
	r.t.Helper()
	if got := r.did(); !reflect.DeepEqual(got, want) {
		r.t.Fatalf("asked for %#v, want %#v", got, want)
	}
}

func TestWearingAThing(t *testing.T) {
	r := caves(t)
	r.press(ebiten.KeyI)
	l := &r.g.top().(*listScreen).list
	if d := l.Detail; len(d.Facts) == 0 || d.Facts[0] != [2]string{"damage, without it", "4 → 6"} {
		t.Errorf("what would change without the hatchet isn't told: %+v", d)
	}
	r.press(ebiten.KeyArrowDown)
	if row := l.Focus(); !strings.HasSuffix(row.Text, "axe") {
		t.Fatalf("the focus is on %q", row.Text)
	}
	if d := l.Detail; d.Title != "thing 2" || len(d.Facts) == 0 || d.Facts[0] != [2]string{"damage", "4 → 6"} {
		t.Errorf("what would change isn't told: %+v", d)
	}
	r.writes("b")
	r.wants("axe")
	r.press(ebiten.KeyEnter)
	r.wants("play")
	r.asked(protocol.Equip{Item: axe})
}

// Going back from what can be done with a thing leads to the pack, with the
// focus on that thing.
func TestBackToThePack(t *testing.T) {
	r := caves(t)
	r.press(ebiten.KeyI)
	r.writes("c")
	r.wants("4 stones")
	r.press(ebiten.KeyEscape)
	r.wants("What you carry")
	if row := r.g.top().(*listScreen).list.Focus(); !strings.HasSuffix(row.Text, "4 stones") {
		t.Errorf("the focus is on %q", row.Text)
	}
	r.asked()
}

// The pack shows what is carried now, also where that changes while it is open.
func TestThePackFollowsWhatIsCarried(t *testing.T) {
	r := caves(t)
	r.press(ebiten.KeyI)
	r.update(2, protocol.Details{Items: details().Items[1:2]})
	r.writes("a")
	r.wants("axe")
	r.press(ebiten.KeyEscape)
	r.update(3, protocol.Details{Items: []protocol.Item{}})
	r.press(ebiten.KeyEnter) // nothing is there to be chosen
	r.wants("What you carry")
	r.asked()
}

func TestThrowingAtATargetThatMoves(t *testing.T) {
	r := caves(t)
	r.press(ebiten.KeyT)
	r.writes("b")
	r.wants("Throw 4 stones")
	a := r.g.top().(*aim)
	if a.at != (geom.Pos{X: 2, Y: 3}) {
		t.Fatalf("the cursor is at %v", a.at)
	}
	if way, comes, wrong := a.flight(); len(way) != 2 || comes != 2 || wrong != "" || !a.line {
		t.Errorf("the way of the throw isn't shown: %v, %d, %q", way, comes, wrong)
	}
	r.tell(client.Change{Update: protocol.View{Seq: 2, Entities: []protocol.Entity{{Entity: rat, Kind: "rat", Name: "rat", X: 2, Y: 4, Attitude: "foe", Health: 3, MaxHealth: 6}}}})
	r.frames(2)
	r.press(ebiten.KeyEnter)
	r.wants("play")
	r.asked(protocol.Throw{Item: stones, X: 2, Y: 4})
}

// The way of what flies ends where the player can know that it does.
func TestTheWayOfAShotEnds(t *testing.T) {
	for _, c := range []struct {
		what  uint64
		at    geom.Pos
		comes int
		wrong string
	}{
		{stones, geom.Pos{X: 2, Y: 3}, 2, ""},
		{stones, geom.Pos{X: 1, Y: 3}, 2, "Rat is in the way."},
		{wand, geom.Pos{X: 1, Y: 3}, 3, "Rat is in the way."}, // or it may go through
		{stones, geom.Pos{X: 4, Y: 0}, 2, "It stops at the wall."},
		{wand, geom.Pos{X: 4, Y: 5}, 2, ""},
		{stones, geom.Pos{X: 7, Y: 3}, 2, "Out of reach: it goes 2 fields."},
	} {
		d := details()
		r := cavesAs(t, d)
		p := r.g.top().(*play)
		if c.what == wand {
			r.g.aimZap(p, wand)
		} else {
			r.g.aimThrow(p, stones)
		}
		a := r.g.top().(*aim)
		if a.at = c.at; c.comes == 2 && strings.HasPrefix(c.wrong, "Out") {
			a.reach = 2
		}
		if _, comes, wrong := a.flight(); comes != c.comes || wrong != c.wrong {
			t.Errorf("to %v it comes %d fields, %q; want %d, %q", c.at, comes, wrong, c.comes, c.wrong)
		}
		r.frames(2)
	}
}

// What was thrown and zapped last needs two keys from then on, and what is made for
// it from the first.
func TestTheLastIsThrownAgain(t *testing.T) {
	r := caves(t)
	r.press(ebiten.KeyV)
	r.wants("Zap bent wand") // the only one
	r.press(ebiten.KeyV)
	r.asked(protocol.Zap{Item: wand, X: 2, Y: 3})
	r.press(ebiten.KeyT)
	r.wants("Throw what?") // nothing is made for it
	r.writes("c")
	r.press(ebiten.KeyT)
	r.asked(protocol.Throw{Item: potion, X: 2, Y: 3})
	r.press(ebiten.KeyT, ebiten.KeyT)
	r.asked(protocol.Throw{Item: potion, X: 2, Y: 3})
	r.press(ebiten.KeyT, ebiten.KeyI)
	r.wants("Throw what?")
	r.writes("b")
	r.wants("Throw 4 stones")
	r.press(ebiten.KeyEscape)
	r.press(ebiten.KeyF, ebiten.KeyF)
	r.asked(protocol.Shoot{X: 2, Y: 3})
}

// Everything that is done with a stack is done with one of it or with all.
func TestOneOrAll(t *testing.T) {
	for letters, want := range map[string]protocol.Action{
		"d": protocol.Drop{Item: stones, Count: 1}, "a": protocol.Drop{Item: stones, Count: 4},
		"p": protocol.Put{Item: stones, Count: 1, X: 5, Y: 3}, "o": protocol.Put{Item: stones, Count: 4, X: 5, Y: 3},
		"g": protocol.Give{Item: stones, Count: 1, To: "ben"}, "f": protocol.Give{Item: stones, Count: 4, To: "ben"},
		"j": protocol.Junk{Item: stones, On: true},
	} {
		r := caves(t)
		r.tell(client.Change{Update: protocol.View{Seq: 2, Entities: []protocol.Entity{{Entity: "User:ben", Kind: protocol.KindHero, Name: "ben", X: 4, Y: 4}}}})
		r.frames(2)
		r.g.openItem(r.g.top().(*play), stones)
		r.writes(letters)
		r.asked(want)
		r.wants("play")
	}
}

// A cursor that was moved by hand stays where it is put.
func TestACursorMovedByHandStays(t *testing.T) {
	r := caves(t)
	r.press(ebiten.KeyT)
	r.writes("b")
	r.press(ebiten.KeyArrowUp)
	r.tell(client.Change{Update: protocol.View{Seq: 2, Entities: []protocol.Entity{{Entity: rat, Kind: "rat", Name: "rat", X: 3, Y: 3, Attitude: "foe"}}}})
	r.frames(2)
	r.press(ebiten.KeyEnter)
	r.asked(protocol.Throw{Item: stones, X: 2, Y: 2})
}

func TestTakingAllFromAChest(t *testing.T) {
	r := caves(t)
	r.press(ebiten.KeyG)
	r.wants("Take what?")
	// She is busy when she asks for the second.
	busy := 2
	was := r.session.answer
	r.session.answer = func(a protocol.Action) protocol.Response {
		if busy > 0 && a == protocol.Action(protocol.Take{Thing: inChest}) {
			busy--
			return protocol.Response{Status: protocol.Illegal, Data: []byte(`{"message":"busy","reason":"not_ready"}`)}
		}
		return was(a)
	}
	r.writes("a")
	r.frames(8)
	r.asked(protocol.Take{Thing: onGround}, protocol.Take{Thing: inChest}, protocol.Take{Thing: inChest}, protocol.Take{Thing: inChest},
		protocol.Take{Thing: alsoInChest})
	self := *details().Self
	r.update(2, protocol.Details{Self: &self, Things: []protocol.Pile{}})
	r.wants("Take what?")
	if n := len(r.g.top().(*listScreen).list.Rows); n != 3 {
		t.Errorf("%d rows are left of all and 2", n)
	}
	self.Near = nil
	r.update(3, protocol.Details{Self: &self})
	r.wants("play")
}

func TestTalk(t *testing.T) {
	r := caves(t)
	for _, line := range []struct {
		typed string
		want  protocol.Action
	}{
		{"hello", protocol.Say{To: "party", Text: "hello"}},
		{"/all  hello there ", protocol.Say{To: "all", Text: "hello there"}},
		{"still all", protocol.Say{To: "all", Text: "still all"}},
		{"/wave", protocol.Emote{Emote: "wave"}},
		{"/near psst", protocol.Say{To: "near", Text: "psst"}},
	} {
		r.press(ebiten.KeyEnter)
		r.wants("chat")
		r.writes(line.typed)
		r.press(ebiten.KeyEnter)
		r.wants("play")
		r.asked(line.want)
	}
	r.press(ebiten.KeyEnter)
	r.writes("   ")
	r.press(ebiten.KeyEnter)
	r.asked()
	r.press(ebiten.KeyEnter)
	r.writes("never mind")
	r.press(ebiten.KeyEscape)
	r.wants("play")
	r.asked()
}

func TestTravelByTheMap(t *testing.T) {
	r := caves(t)
	r.press(ebiten.KeyM)
	r.wants("map")
	r.press(ebiten.KeyArrowRight, ebiten.KeyArrowRight, ebiten.KeyArrowUp, ebiten.KeyEnter)
	r.wants("play")
	r.asked(protocol.Travel{To: "place", X: 6, Y: 2})
	r.press(ebiten.KeyM, ebiten.KeyPageDown, ebiten.KeyArrowDown, ebiten.KeyEnter)
	r.asked(protocol.Travel{To: "place", Level: "0:0:2", X: 4, Y: 4})
}

// The map of a level is asked for; the cursor stays where it is meanwhile.
func TestTheMapsCursorWaitsForTheMap(t *testing.T) {
	r := caves(t)
	r.session.answer = nil // no map comes that could be read
	r.press(ebiten.KeyM)
	r.X, r.Y = 3, 3
	r.frames(2)
	r.press(ebiten.KeyArrowRight, ebiten.KeyEnter)
	r.asked(protocol.Travel{To: "place", X: 5, Y: 3})
}

func TestARefusalShowsAtItsPlace(t *testing.T) {
	r := caves(t)
	r.session.answer = func(protocol.Action) protocol.Response {
		f := protocol.Failure{Message: "no", Reason: "too_far", Params: map[string]string{"item": "axe"}, At: &protocol.Place{X: 6, Y: 2}}
		return protocol.Response{Status: protocol.Illegal, Data: protocol.AppendRefusal(nil, &f)}
	}
	r.ask(input.Sneak)
	r.frames(2)
	p := r.g.top().(*play)
	const want = "That is too far for axe"
	if p.refused.text != want || p.refused.at != (geom.Pos{X: 6, Y: 2}) {
		t.Errorf("%q shows at %v", p.refused.text, p.refused.at)
	}
	if n := len(p.journal.entries); n == 0 || p.journal.entries[n-1].text != want {
		t.Errorf("the journal has %+v", p.journal.entries)
	}
	r.frames(int(2 * refusalTime / frameTime))
	if p.refused.text != "" {
		t.Error("it stays")
	}
}

func TestAKitIsChosenOnArrival(t *testing.T) {
	d := details()
	d.Self.Kit, d.Self.Depth = "", 0
	r := cavesAs(t, d)
	r.wants("Who are you?")
	l := &r.g.top().(*listScreen).list
	if l.Detail.Title != "Ranger" || l.Detail.Facts[1] != [2]string{"axe ×2", "worn"} {
		t.Errorf("of the first kit it is told: %+v", l.Detail)
	}
	r.press(ebiten.KeyEscape)
	r.frames(5)
	r.wants("play") // it isn't asked twice
	r.g.openKits(r.g.top().(*play))
	r.press(ebiten.KeyArrowDown, ebiten.KeyEnter)
	r.asked(protocol.Kit{Kit: "warden"})
	next := *d.Run
	next.Number = 2
	r.update(2, protocol.Details{Run: &next})
	r.wants("Who are you?") // a new run is begun by who has none
	r.press(ebiten.KeyEscape)
	if r := caves(t); r.screen() != "play" {
		t.Errorf("who has a kit is shown %q", r.screen())
	}
}

func TestTheBoardIsWrittenOn(t *testing.T) {
	r := caves(t)
	r.g.openBoard(r.g.top().(*play))
	r.frames(2)
	r.writes("n")
	r.wants("chat")
	r.writes("mind the step")
	r.press(ebiten.KeyEnter)
	r.asked(protocol.Write{Text: "mind the step"})
	r.wants("play")
}

// Who invited and who is in the party may change while the list of both is
// open; a row means whom it named.
func TestThePartysRowsMeanWhomTheyName(t *testing.T) {
	d := details()
	d.Run.Invited = []string{"cleo", "dora"}
	r := cavesAs(t, d)
	r.press(ebiten.KeyY)
	for !strings.HasSuffix(r.g.top().(*listScreen).list.Focus().Text, "dora") {
		r.press(ebiten.KeyArrowDown)
	}
	r.update(2, protocol.Details{Run: details().Run, Party: []protocol.Member{}})
	r.press(ebiten.KeyEnter)
	r.asked(protocol.JoinParty{User: "dora"})
}

// Marks in lists stand on dark ground; a colour that is dark is lifted, and
// stays the colour it is.
func TestDarkMarksAreLifted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ink := color.RGBA{rapid.Byte().Draw(t, "r"), rapid.Byte().Draw(t, "g"), rapid.Byte().Draw(t, "b"), 255}
		got := legible(ink)
		if brightest := max(got.R, got.G, got.B); brightest < 0x90 && ink != (color.RGBA{A: 255}) {
			t.Errorf("%v becomes %v", ink, got)
		}
		if (ink.R >= ink.G) != (got.R >= got.G) && got.R != got.G {
			t.Errorf("%v becomes another colour, %v", ink, got)
		}
	})
}

// TestALenientDeathIsShown brings the hero back at once.
func TestALenientDeathIsShown(t *testing.T) {
	r := caves(t)
	self, run := *details().Self, *details().Run
	run.Death = "lenient"
	self.Recap = []protocol.Cause{{Text: "The rat bites.", Damage: 4}}
	r.update(2, protocol.Details{Self: &self, Run: &run})
	r.wants("You have died")
	if text := r.g.top().(*listScreen).list.Detail.Text; !strings.Contains(text, "camp") {
		t.Errorf("it goes on by %q", text)
	}
	r.listen()
	r.press(ebiten.KeyEscape)
	r.update(3, protocol.Details{Self: &self})
	r.wants("play")
}

// TestWhyAnIntentEndedIsTold wants the reason at the place where it is, and not
// what else happens there.
func TestWhyAnIntentEndedIsTold(t *testing.T) {
	at := &protocol.Place{X: 5, Y: 3}
	for name, c := range map[string]struct {
		event protocol.Event
		told  bool
	}{
		"a reason":         {protocol.Event{Code: "too_far", At: at, Ends: true}, true},
		"something else":   {protocol.Event{Code: "too_far", At: at}, false},
		"a placeless one":  {protocol.Event{Code: "too_far", Ends: true}, false},
		"an unknown code":  {protocol.Event{Code: "stop_boredom", At: at, Ends: true}, true},
		"that it is there": {protocol.Event{Code: "arrived", At: at, Ends: true}, false},
	} {
		r := caves(t)
		p := r.g.top().(*play)
		r.update(2, protocol.Details{Events: []protocol.Event{c.event, {Code: "hits", At: &protocol.Place{X: 1, Y: 1}}}})
		if told := p.refused.text != "" && p.refused.at == (geom.Pos{X: 5, Y: 3}); told != c.told || !told && p.refused.text != "" {
			t.Errorf("%s: it is told %q at %v", name, p.refused.text, p.refused.at)
		}
	}
}

// TestCommandsWithoutAHero has the server take the hero away while the commands
// are listed.
func TestCommandsWithoutAHero(t *testing.T) {
	for i := range len(commands) + 6 {
		r := caves(t)
		p := r.g.top().(*play)
		r.g.openCommands(p)
		l := r.g.top().(*listScreen)
		r.tell(client.Change{Update: protocol.Snapshot{Seq: 2, Level: "0:0:1", Width: 9, Height: 7}})
		r.frames(2)
		if p.state.Hero() != nil {
			t.Fatal("there still is a hero")
		}
		l.choose(i)
		r.frames(2)
	}
}

// TestHabits changes each of what the server keeps as the player's habits.
func TestHabits(t *testing.T) {
	r := caves(t)
	self := details().Self
	r.g.openPrefs(r.g.top().(*play))
	for _, want := range []protocol.Prefer{
		{Pickup: !self.Pickup, StopHealth: self.StopHealth, Confirm: self.Confirm},
		{Pickup: self.Pickup, StopHealth: self.StopHealth, Confirm: !self.Confirm},
		{Pickup: self.Pickup, StopHealth: 25, Confirm: self.Confirm},
	} {
		r.press(ebiten.KeyEnter)
		r.asked(want)
		r.press(ebiten.KeyArrowDown)
	}
}

// TestDoorsOfAnotherServer opens and closes what that server calls by other names.
func TestDoorsOfAnotherServer(t *testing.T) {
	for cell, open := range map[string]bool{"+": true, "'": false} {
		r := caves(t)
		r.tell(client.Change{Update: protocol.View{Seq: 2, Terrain: []protocol.Strip{{X: 4, Y: 2, Cells: cell}}}})
		r.frames(2)
		r.press(ebiten.KeyC)
		r.asked(protocol.Door{X: 4, Y: 2, Open: open})
	}
}

// TestUsesOfAnotherServer finds what that server says can be used, by its word for
// that.
func TestUsesOfAnotherServer(t *testing.T) {
	r := caves(t)
	r.press(ebiten.KeyE)
	r.wants("Use what?")
	r.press(ebiten.KeyEnter)
	r.asked(protocol.Use{Item: potion})
	r.g.openItem(r.g.top().(*play), potion)
	if text := r.form().Items[2].Text; !strings.Contains(text, "Quaff") {
		t.Errorf("the first button says %q", text)
	}
}

// TestWhomOneIgnores lists them, hears one again and ignores another.
func TestWhomOneIgnores(t *testing.T) {
	d := details()
	d.Run.Ignored = []string{"cleo"}
	r := cavesAs(t, d)
	p := r.g.top().(*play)
	r.g.openIgnored(p)
	r.writes("b")
	r.asked(protocol.Ignore{User: "cleo"})
	r.g.openIgnored(p)
	r.writes("a")
	r.writes("dora")
	r.press(ebiten.KeyEnter)
	r.asked(protocol.Ignore{User: "dora", On: true})
}

// TestARefusedWishIsTold shows why at the place.
func TestARefusedWishIsTold(t *testing.T) {
	r := caves(t)
	r.session.refused <- client.Answered(protocol.Travel{To: "altar"}, protocol.Response{
		Status: protocol.Illegal, Data: []byte(`{"message":"no","reason":"too_far","params":{"item":"the altar"},"at":{"x":2,"y":3}}`),
	}, nil)
	r.frames(2)
	p := r.g.top().(*play)
	if p.refused.text != "That is too far for the altar" || p.refused.at != (geom.Pos{X: 2, Y: 3}) {
		t.Errorf("it is told %q at %v", p.refused.text, p.refused.at)
	}
}

// TestTheHallShowsWhereARunEnded opens the map of a run, from its list and back.
func TestTheHallShowsWhereARunEnded(t *testing.T) {
	r := caves(t)
	r.g.openHall(r.g.top().(*play))
	r.listen()
	r.press(ebiten.KeyEnter)
	m, ok := r.g.top().(*runMap)
	if !ok || m.fields != image.Rect(2, 1, 7, 3) || m.box.Dx() != 5*m.side || m.side < 16 {
		t.Fatalf("it shows %+v", r.g.top())
	}
	r.frames(2)
	r.press(ebiten.KeyEscape)
	r.wants("The hall of fame")
}

// TestAHoldWithoutAHero asks for a hold while the server shows no hero of hers.
func TestAHoldWithoutAHero(t *testing.T) {
	r := caves(t)
	p := r.g.top().(*play)
	p.state = client.NewState()
	r.g.partyDeed(p, 1)
	r.asked(protocol.Hold{On: true})
}
