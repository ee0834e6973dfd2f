package app

import (
	"image"
	"image/color"
	"slices"
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/input"
	"laneya/protocol"
	"laneya/sprites"
	"laneya/ui"
)

// What each command leads to: a screen that begins so, or an action's name.
var leadsTo = map[input.Action]string{
	input.Explore: "explore", input.Attack: "attack", input.Touch: "Take what?", input.Rest: "rest", input.Search: "search",
	input.Sneak: "sneak", input.ClimbDown: "travel", input.ClimbUp: "travel", input.Door: "play",
	input.Shoot: "Shoot at what?", input.Throw: "Throw what?", input.Zap: "Zap bent wand", input.Use: "Use what?",
	input.Equip: "Wear, wield or take off what?", input.Drop: "Drop what?", input.Hold: "hold",
	input.Inventory: "What you carry", input.Take: "Take what?", input.Travel: "Go where?", input.Look: "Look at what?",
	input.Map: "map", input.Find: "Find", input.Point: "Show which place?", input.Chat: "chat", input.Party: "Your party",
	input.Log: "What happened", input.Guide: "The guide", input.Commands: "What you can do",
}

// What only the list of commands leads to, in the same way.
var onlyListed = []string{"cross", "The notice board", "The hall of fame", "Run 1", "Who are you?", "Make a gesture", "Picking up and stopping"}

// led checks that a command led to where it should, and goes back by back.
func (r *rig) led(what, want string, back func()) {
	r.t.Helper()
	did := r.did()
	switch got := r.screen(); {
	case got == "play":
		if want != "play" && (len(did) != 1 || did[0].Name() != want) {
			r.t.Errorf("%s: asked for %v, want %s", what, did, want)
		}
	case !strings.HasPrefix(got, want):
		r.t.Errorf("%s leads to %q, want %q", what, got, want)
	case len(did) > 0:
		r.t.Errorf("%s asked for %v before anything was chosen", what, did)
	}
	for range 3 {
		if r.screen() != "play" {
			back()
		}
	}
	r.wants("play")
	if did := r.did(); len(did) > 0 {
		r.t.Errorf("going back from %s asked for %v", what, did)
	}
}

func TestEveryCommandByItsKey(t *testing.T) {
	r := caves(t)
	for i := range commands {
		c := &commands[i]
		want, ok := leadsTo[c.action]
		if !ok {
			t.Errorf("it isn't said where %v leads", c.action)
		}
		r.ask(c.action)
		r.led(c.text, want, func() { r.press(ebiten.KeyEscape) })
	}
}

// Each device alone reaches every command through the list of them, and comes
// back.
func TestEveryCommandFromTheList(t *testing.T) {
	pad := func(r *rig, b ebiten.StandardGamepadButton) { gamepad{}.tap(r, b); r.frame() }
	for name, d := range map[string]struct {
		open, down, confirm, back func(r *rig)
	}{
		"keyboard": {
			func(r *rig) { r.press(ebiten.KeyF1) }, func(r *rig) { r.press(ebiten.KeyArrowDown) },
			func(r *rig) { r.press(ebiten.KeyEnter) }, func(r *rig) { r.press(ebiten.KeyEscape) },
		},
		"gamepad": {
			func(r *rig) { pad(r, ebiten.StandardGamepadButtonRightTop) }, func(r *rig) { pad(r, ebiten.StandardGamepadButtonLeftBottom) },
			func(r *rig) { pad(r, ebiten.StandardGamepadButtonRightBottom) }, func(r *rig) { pad(r, ebiten.StandardGamepadButtonRightRight) },
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := caves(t)
			for i := range len(commands) + len(onlyListed) {
				d.open(r)
				r.wants("What you can do")
				for range i {
					d.down(r)
				}
				row := r.g.top().(*listScreen).list.Focus()
				want := ""
				if i < len(commands) {
					if want = leadsTo[commands[i].action]; want == "chat" && name == "gamepad" {
						want = "letters" // over the chat
					}
				} else {
					want = onlyListed[i-len(commands)]
				}
				d.confirm(r)
				r.led(row.Text, want, func() { d.back(r) })
			}
		})
	}
}

// A mouse opens the menu, the list of commands, and what shows of it.
func TestCommandsByMouse(t *testing.T) {
	r := caves(t)
	mouse{}.menu(r)
	choose(r, mouse{}, idCommands)
	r.wants("What you can do")
	l := &r.g.top().(*listScreen).list
	i := slices.IndexFunc(l.Rows, func(row ui.Row) bool { return ui.Spell(row.Note) == "I" })
	click(r, l.Box(i))
	r.wants("What you carry")
	l = &r.g.top().(*listScreen).list
	i = slices.IndexFunc(l.Rows, func(row ui.Row) bool { return strings.HasSuffix(row.Text, "murky potion") })
	click(r, l.Box(i))
	r.wants("murky potion")
	choose(r, mouse{}, doUse)
	if did := r.did(); len(did) != 1 || did[0] != protocol.Action(protocol.Use{Item: potion}) {
		t.Errorf("asked for %v", did)
	}
	r.ask(input.Map)
	at := r.g.top().(*charts)
	click(r, image.Rectangle{Min: at.box.Min.Add(image.Pt(6*at.cell.X, 2*at.cell.Y)), Max: at.box.Min.Add(image.Pt(7*at.cell.X, 3*at.cell.Y))})
	if did := r.did(); len(did) != 1 || did[0] != protocol.Action(protocol.Travel{To: "place", X: 6, Y: 2}) {
		t.Errorf("asked for %v", did)
	}
}

func click(r *rig, b image.Rectangle) {
	r.t.Helper()
	if b.Empty() {
		r.t.Fatalf("nothing to click at in %q", r.screen())
	}
	at := b.Min.Add(b.Size().Div(2))
	r.Click(at.X, at.Y)
	r.frames(3)
}

// page notes where texts are drawn.
type page struct {
	texts []image.Rectangle
	words []string
}

func (p *page) Box(image.Rectangle, ui.Look, float64) {}
func (*page) Icon(image.Rectangle, sprites.ID)        {}

func (p *page) Fill(image.Rectangle, color.RGBA) {}
func (p *page) Text(x, y int, s string, f *ui.Face, _ color.RGBA) {
	if s != "" {
		p.texts = append(p.texts, image.Rect(x, y, x+f.Width(s), y+f.Height()))
		p.words = append(p.words, s)
	}
}

// Nothing of a list is cut off or lies over another, at any scale and in the
// smallest window; nor is anything of the forms that belong to the caves.
func TestEveryListFitsAtEveryScale(t *testing.T) {
	d := details()
	for i := range 30 {
		d.Items = append(d.Items, protocol.Item{ID: uint64(100 + i), Kind: "stone", Class: "stone", Name: strings.Repeat("very long name of a stone ", 1+i%4), Count: 3})
		d.Self.Recap = append(d.Self.Recap, protocol.Cause{Ago: i, Text: strings.Repeat("The rat bites again. ", 1+i%5), Damage: i})
	}
	d.Run.Story = strings.Repeat("They went down and did not come back. ", 8)
	d.Self.Near = append(d.Self.Near, d.Things...)
	r := cavesAs(t, d)
	p := r.g.top().(*play)
	for range 20 {
		p.say(strings.Repeat("Something happens. ", 14), ui.Alarm)
	}
	screens := map[string]func(){
		"pack": func() { r.g.openInventory(p, 0) }, "item": func() { r.g.openItem(p, stones) }, "take": func() { r.g.takeHere(p) },
		"commands": func() { r.g.openCommands(p) }, "party": func() { r.g.openParty(p) }, "guide": func() { r.g.openGuide(p) },
		"find": func() { r.g.openFind(p); r.writes("ladder") }, "travel": func() { r.g.openTravel(p) }, "log": func() { r.g.openJournal(p) },
		"board": func() { r.g.openBoard(p) }, "hall": func() { r.g.openHall(p) }, "kits": func() { r.g.openKits(p) },
		"prefs": func() { r.g.openPrefs(p) }, "colours": func() { r.g.openColours(p) }, "death": func() { r.g.openDeath(p) },
		"end": func() { r.g.openEnd(p, 0) },
	}
	for name, open := range screens {
		open()
		r.frames(3)
		for _, scale := range []float64{1, 1.25, 1.5, 2, 3} {
			for _, size := range []image.Point{{800, 500}, {1280, 800}, {3840, 2160}} {
				r.g.resize(size, scale)
				r.frames(2)
				where := func() string { return name + " at " + size.String() }
				var c page
				bounds := image.Rectangle{}
				switch s := r.g.top().(type) {
				case *listScreen:
					s.list.Draw(&c)
					bounds = s.list.Bounds()
				case *menu:
					s.form.Draw(&c)
					bounds = s.form.Bounds()
				default:
					t.Fatalf("%s is no list and no form", name)
				}
				if len(c.texts) < 2 {
					t.Fatalf("%s, scale %v: nothing is shown", where(), scale)
				}
				if !bounds.In(image.Rectangle{Max: size}) {
					t.Errorf("%s, scale %v: it is cut off: %v", where(), scale, bounds)
				}
				for i, b := range c.texts {
					if !b.In(bounds) {
						t.Errorf("%s, scale %v: %q is cut off", where(), scale, c.words[i])
					}
					for j, o := range c.texts[:i] {
						if over := b.Intersect(o); over.Dx() > 1 && over.Dy() > b.Dy()/3 {
							t.Errorf("%s, scale %v: %q lies over %q", where(), scale, c.words[i], c.words[j])
						}
					}
				}
			}
		}
		for r.g.top() != p {
			r.g.pop()
		}
	}
}
