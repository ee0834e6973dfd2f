package app

import (
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/input"
	"laneya/lang"
	"laneya/protocol"
	"laneya/sprites"
	"laneya/ui"
)

// everyScreen opens each screen of the caves over the game; nil is the game
// itself.
func everyScreen(r *rig, p *play) map[string]func() {
	g := r.g
	look := func() { g.aimLook(p); r.frames(3) }
	return map[string]func(){
		"game": nil, "menu": func() { g.openPause(p) }, "quit": g.askToQuit, "commands": func() { g.openCommands(p) },
		"pack": func() { g.openInventory(p, 0) }, "item": func() { g.openItem(p, stones) }, "take": func() { g.takeHere(p) },
		"use": func() { g.openPack(p, lang.Text("Use what?"), can("use"), g.useItem) }, "party": func() { g.openParty(p) }, "no hold": func() {
			run := p.state.Run()
			held := run.Holding
			run.Holding = nil
			g.openParty(p)
			run.Holding = held
		},
		"guide": func() { g.openGuide(p) }, "find": func() { g.openFind(p); r.writes("ladder") }, "travel": func() { g.openTravel(p) },
		"journal": func() { g.openJournal(p) }, "board": func() { g.openBoard(p) }, "hall": func() { g.openHall(p) },
		"run map": func() {
			g.push(newRunMap(p, &protocol.HallRun{Number: 3, Cause: "All are dead. The last to fall was ben, to a cave brute.", Map: []protocol.Strip{{X: 30, Y: 12, Cells: "#..>.#"}}}))
		},
		"kits": func() { g.openKits(p) }, "habits": func() { g.openPrefs(p) }, "colours": func() { g.openColours(p) },
		"invite": func() { g.askName(p, lang.Text("Invite whom?"), func(string) {}) },
		"death":  func() { g.openDeath(p); r.listen() }, "end": func() { g.openEnd(p, 0); r.listen() }, "share": func() { g.share(p) },
		"look": look, "shoot": func() { g.aimShot(p) }, "throw": func() { g.aimThrow(p, stones) }, "zap": func() { g.aimZap(p, wand) },
		"point": func() { g.aimPoint(p) }, "mark": func() { g.aimPoint(p); g.top().(*aim).pick(g); r.frames(2) },
		"maps": func() { g.openCharts(p) }, "atlas": func() {
			c := &charts{play: p}
			g.openAtlas(c)
		}, "settings": g.openSettings, "keys": g.openKeys, "letters": func() {
			if g.openChat(p); r.screen() == "chat" {
				g.top().(*chat).openLetters(g)
			}
		},
		"gestures": func() { g.openGestures(p) }, "run": func() { g.openRun(p) }, "ignored": func() { g.openIgnored(p) }, "usual": g.askUsual,
		"capture": func() { g.capture(input.Explore, false) }, "chat": func() { g.openChat(p) },
	}
}

// player is one device, used alone.
type player interface {
	hand
	// row brings the focus to row i of the list on top.
	row(r *rig, l *ui.List, i int)
	// read turns the page of the list's detail.
	read(r *rig, l *ui.List)
	// point brings the cursor on top from one field to another.
	point(r *rig, from, to geom.Pos, cell image.Rectangle)
	// deeper shows the map of the next depth.
	deeper(r *rig)
	// back leaves the screen on top.
	back(r *rig)
}

func (k keyboard) row(r *rig, l *ui.List, i int) {
	for range len(l.Rows) {
		if l.Index() > i {
			k.tap(r, ebiten.KeyArrowUp)
		} else if l.Index() < i {
			k.tap(r, ebiten.KeyArrowDown)
		}
	}
}
func (k keyboard) read(r *rig, _ *ui.List) { k.tap(r, ebiten.KeyPageDown) }
func (k keyboard) point(r *rig, from, to geom.Pos, _ image.Rectangle) {
	steps(from, to, func(d geom.Dir) {
		k.tap(r, map[geom.Dir]ebiten.Key{geom.North: ebiten.KeyArrowUp, geom.East: ebiten.KeyArrowRight, geom.South: ebiten.KeyArrowDown, geom.West: ebiten.KeyArrowLeft}[d])
	})
}
func (k keyboard) deeper(r *rig) { k.tap(r, ebiten.KeyPageDown) }
func (k keyboard) back(r *rig)   { k.tap(r, ebiten.KeyEscape) }

func (p gamepad) row(r *rig, l *ui.List, i int) {
	for range len(l.Rows) {
		if l.Index() > i {
			p.tap(r, ebiten.StandardGamepadButtonLeftTop)
		} else if l.Index() < i {
			p.tap(r, ebiten.StandardGamepadButtonLeftBottom)
		}
	}
}
func (p gamepad) read(r *rig, _ *ui.List) { p.tap(r, ebiten.StandardGamepadButtonFrontBottomRight) }
func (p gamepad) point(r *rig, from, to geom.Pos, _ image.Rectangle) {
	steps(from, to, func(d geom.Dir) {
		p.tap(r, map[geom.Dir]ebiten.StandardGamepadButton{
			geom.North: ebiten.StandardGamepadButtonLeftTop, geom.East: ebiten.StandardGamepadButtonLeftRight,
			geom.South: ebiten.StandardGamepadButtonLeftBottom, geom.West: ebiten.StandardGamepadButtonLeftLeft,
		}[d])
	})
}
func (p gamepad) deeper(r *rig) { p.tap(r, ebiten.StandardGamepadButtonFrontTopRight) }
func (p gamepad) back(r *rig)   { p.tap(r, ebiten.StandardGamepadButtonRightRight) }

// mouse has a wheel, and buttons on the screen.
func (mouse) row(r *rig, l *ui.List, i int) {
	at := l.Box(max(l.Index(), 0))
	r.X, r.Y = at.Min.X+3, at.Min.Y+3
	for range len(l.Rows) {
		if l.Box(i).Empty() {
			r.Roll(map[bool]float64{true: -1, false: 1}[i > l.Index()])
		} else {
			r.X, r.Y = l.Box(i).Min.X+3, l.Box(i).Min.Y+3
		}
		r.frame()
	}
}
func (mouse) read(r *rig, l *ui.List) {
	r.X, r.Y = l.Bounds().Max.X-l.Bounds().Dx()/10, l.Bounds().Min.Y+l.Bounds().Dy()/2
	r.Roll(-1)
	r.frame()
}
func (mouse) point(r *rig, _, _ geom.Pos, cell image.Rectangle) {
	r.X, r.Y = cell.Min.X+cell.Dx()/2, cell.Min.Y+cell.Dy()/2
	r.frame()
	r.frame()
}
func (mouse) deeper(r *rig) { r.Roll(-1); r.frame(); r.frame() }
func (m mouse) back(r *rig) {
	var box image.Rectangle
	switch s := r.g.top().(type) {
	case *listScreen:
		box = s.list.BackBox()
	case *aim:
		box = s.corner.box
	case *letters:
		box = image.Rect(2, 2, 6, 6) // beside it
	case *charts:
		box = s.corner.box
	case *runMap:
		box = s.corner.box
	case *chat:
		box = s.corner.box
	case *menu:
		for i := range s.form.Items {
			if it := &s.form.Items[i]; it.Kind == ui.Button && (it.ID == idBack || it.ID == idStay || it.ID == 0) {
				box = s.form.Box(i)
			}
		}
	}
	click(r, box)
}

// rightMouse goes back by its right button.
type rightMouse struct{ mouse }

func (rightMouse) back(r *rig) { r.RightClick(); r.frame(); r.frame() }

// steps calls step for each field of the way, first to the side.
func steps(from, to geom.Pos, step func(geom.Dir)) {
	for from != to {
		d := geom.West
		switch {
		case from.X < to.X:
			d = geom.East
		case from.X == to.X && from.Y < to.Y:
			d = geom.South
		case from.X == to.X:
			d = geom.North
		}
		step(d)
		from = from.Step(d)
	}
}

func TestEverythingIsReachedByEachDeviceAlone(t *testing.T) {
	for name, d := range map[string]player{"keyboard": keyboard{}, "gamepad": gamepad{}, "mouse": mouse{}, "right mouse button": rightMouse{}} {
		t.Run(name, func(t *testing.T) {
			r := crowded(t)
			r.g.resize(image.Pt(800, 500), 3)
			r.frames(5)
			for screen := range everyScreen(r, nil) {
				t.Run(screen, func(t *testing.T) {
					r.t = t
					visit(r, d, screen)
				})
			}
		})
	}
}

// visit opens a screen, reaches what it has, and leaves it.
func visit(r *rig, d player, screen string) {
	t := r.t
	p := r.g.top().(*play)
	open := everyScreen(r, p)[screen]
	if open == nil {
		open = func() { d.menu(r) }
	}
	defer func() {
		for r.g.top() != screenOf(p) {
			r.g.pop()
		}
	}()
	open()
	r.frames(3)
	if r.g.top() == screenOf(p) {
		t.Fatal("it didn't open")
	}
	if _, ok := r.g.top().(*capture); ok {
		return // takes whatever is pressed
	}
	switch s := r.g.top().(type) {
	case *listScreen:
		reachRows(r, d, &s.list)
		reachEnd(r, d, &s.list)
	case *menu:
		for i := range s.form.Items {
			if it := &s.form.Items[i]; it.Kind == ui.Button || it.Kind == ui.Field {
				d.reach(r, i)
			}
		}
	case *aim:
		readOn(r, d, &s.card)
		for _, at := range []geom.Pos{{X: 1, Y: 1}, {X: 7, Y: 1}, {X: 7, Y: 5}} {
			if d.point(r, s.at, at, p.scene.Cell(at)); s.at != at {
				t.Errorf("the cursor is at %v, want %v", s.at, at)
			}
		}
	case *charts:
		at := geom.Pos{X: 6, Y: 2}
		c := image.Rectangle{Min: s.box.Min.Add(image.Pt(6*s.cell.X, 2*s.cell.Y)), Max: s.box.Min.Add(image.Pt(7*s.cell.X, 3*s.cell.Y))}
		if d.point(r, s.cursor, at, c); s.cursor != at {
			t.Errorf("the cursor is at %v, want %v", s.cursor, at)
		}
		d.deeper(r)
		r.frames(2)
		if s.at.Z != 2 {
			t.Errorf("it shows depth %d", s.at.Z)
		}
		edge := image.Rect(s.box.Max.X+s.cell.X, s.cursor.Y, s.box.Max.X+2*s.cell.X, s.cursor.Y+20)
		if d.point(r, s.cursor, geom.Pos{X: s.chart.Width, Y: s.cursor.Y}, edge); s.at.X == 0 {
			r.Click(r.X, r.Y) // a mouse points beside the map, and means it by a click
		}
		r.frames(3)
		if s.at.X != 1 {
			t.Errorf("it shows the level %v, not the one in the east", s.at)
		}
	}
	for range 3 {
		if r.g.top() != screenOf(p) {
			d.back(r)
			r.frames(2)
		}
	}
	r.wants("play")
	if did := r.did(); len(did) > 0 {
		t.Errorf("looking around asked for %v", did)
	}
}

func screenOf(p *play) screen { return p }

func reachRows(r *rig, d player, l *ui.List) {
	for i := range l.Rows {
		if l.Rows[i].Head {
			continue
		}
		if d.row(r, l, i); l.Index() != i {
			r.t.Fatalf("row %d, %q, is not reached", i, l.Rows[i].Text)
		}
	}
}

// reachEnd reads the detail of the first row to its end.
func reachEnd(r *rig, d player, l *ui.List) {
	if l.Index() < 0 {
		return
	}
	for i := range l.Rows {
		if !l.Rows[i].Head {
			d.row(r, l, i)
			break
		}
	}
	readOn(r, d, l)
}

// readOn reads a detail to its end.
func readOn(r *rig, d player, l *ui.List) {
	words := strings.Fields(l.Detail.Text)
	if len(words) == 0 {
		return
	}
	for range 60 {
		var c page
		l.Draw(&c)
		for _, text := range c.words {
			if strings.HasSuffix(text, words[len(words)-1]) && (len(l.Detail.Facts) == 0 || has(c.words, l.Detail.Facts[len(l.Detail.Facts)-1])) {
				return
			}
		}
		d.read(r, l)
	}
	r.t.Errorf("the end of what is said of %q never shows", l.Detail.Title)
}

// has reports whether the fact's value shows, or the end of it where it is long.
func has(words []string, fact [2]string) bool {
	last := strings.Fields(fact[0] + " " + fact[1])
	for _, w := range words {
		if strings.HasSuffix(w, last[len(last)-1]) {
			return true
		}
	}
	return false
}

// crowded returns a rig with much of everything, in a world that is shared.
func crowded(t testing.TB) *rig {
	d := details()
	for i := range 30 {
		d.Items = append(d.Items, protocol.Item{ID: uint64(100 + i), Kind: "stone", Class: "stone", Name: fmt.Sprintf("stone of the %dth kind", i), Count: 3})
		d.Self.Recap = append(d.Self.Recap, protocol.Cause{Ago: i, Text: "The rat bites again.", Damage: i})
	}
	for i := range 9 {
		d.Party = append(d.Party, protocol.Member{User: fmt.Sprintf("friend%d", i), Colour: "party_red", Kit: "ranger", Level: "0:0:2", Health: 9, MaxHealth: 28})
		d.Self.Status = append(d.Self.Status, protocol.Condition{Status: "regenerating", Ticks: 90 + i})
		d.Self.Near = append(d.Self.Near, protocol.Pile{ID: uint64(200 + i), Kind: "stone", Name: "stone", Count: 1, X: 5, Y: 3, In: "chest"})
	}
	d.Run.Story = strings.Repeat("They went down and did not come back. ", 8)
	d.Run.Clock, d.Run.Waiting = "hold", []string{"friend0", "friend1", "friend2", "friend3"}
	d.Run.Holding = d.Run.Waiting
	d.Run.Invited = []string{"cleo"}
	r := cavesAs(t, d)
	p := r.g.top().(*play)
	for i := range 40 {
		p.say(fmt.Sprintf("In turn %d the rat bites you for 3, and you bleed, and it doesn't look as if that would end soon.", i), ui.Alarm)
	}
	view := protocol.View{Seq: 2}
	for i := range 9 {
		view.Entities = append(view.Entities, protocol.Entity{Entity: fmt.Sprintf("Rat:%d", 10+i), Kind: "rat", Name: "very old rat", X: 1 + i%7, Y: 1 + 4*(i/7), Attitude: "foe", Health: 3, MaxHealth: 6})
	}
	r.tell(client.Change{Update: view})
	r.frames(5)
	return r
}

// sheet is a painter that notes the texts which can be read: a slab hides what
// is below it.
type sheet struct {
	painter
	page
}

func (s *sheet) Box(b image.Rectangle, look ui.Look, scale float64) {
	if look == ui.Slab {
		s.hide(b)
	}
	s.painter.Box(b, look, scale)
}

func (s *sheet) Icon(b image.Rectangle, id sprites.ID) { s.painter.Icon(b, id) }

func (s *sheet) Fill(b image.Rectangle, c color.RGBA) {
	if b.Min == (image.Point{}) && b.Dx() > 300 && b.Dy() > 300 {
		s.hide(b) // what is below a menu is dimmed
	}
	s.painter.Fill(b, c)
}

func (s *sheet) Text(x, y int, text string, f *ui.Face, c color.RGBA) {
	if n := len(s.words); n > 0 && s.words[n-1] == text && s.texts[n-1].Min.In(image.Rect(x-2, y-2, x+3, y+3)) {
		return // its shadow
	}
	s.page.Text(x, y, text, f, c)
	s.painter.Text(x, y, text, f, c)
}

func (s *sheet) Outlined(x, y int, text string, f *ui.Face, c color.RGBA, scale float64) {
	s.page.Text(x, y, text, f, c)
	s.painter.Outlined(x, y, text, f, c, scale)
}

func (s *sheet) hide(b image.Rectangle) {
	n := 0
	for i := range s.texts {
		if !s.texts[i].Overlaps(b) {
			s.texts[n], s.words[n] = s.texts[i], s.words[i]
			n++
		}
	}
	s.texts, s.words = s.texts[:n], s.words[:n]
}

// At any scale and in any window nothing that is written is cut off, lies over
// another text or is shortened.
func TestEveryScreenOfTheCavesFits(t *testing.T) {
	r := crowded(t)
	notes := &sheet{painter: r.g.painter}
	r.g.painter = notes
	for _, l := range lang.All() {
		t.Run(l.Tag(), func(t *testing.T) {
			r.speaks(t, l)
			everyScreenFits(t, r, notes)
		})
	}
}

func everyScreenFits(t *testing.T, r *rig, notes *sheet) {
	p := r.g.top().(*play)
	for name, open := range everyScreen(r, p) {
		t.Run(name, func(t *testing.T) {
			if open != nil {
				open()
			}
			defer func() {
				for r.g.top() != screenOf(p) {
					r.g.pop()
				}
			}()
			for _, scale := range []float64{1, 1.5, 2, 3} {
				for _, size := range []image.Point{{800, 500}, {1280, 800}} {
					r.g.resize(size, scale)
					r.frames(3)
					notes.page = page{}
					r.g.redraw()
					r.frame()
					if l, ok := r.g.top().(*listScreen); ok && (name == "journal" || name == "board") {
						notes.whole(&l.list)
					}
					notes.check(t, fmt.Sprintf("scale %v in %v", scale, size), size)
				}
			}
		})
	}
}

// whole forgets the rows that are shortened, where the one that has the focus
// shows as a whole beside them.
func (s *sheet) whole(l *ui.List) {
	if l.Index() < 0 || !strings.Contains(l.Detail.Text, strings.TrimSuffix(l.Focus().Text, "…")) {
		return
	}
	for i, w := range s.words {
		s.words[i] = strings.TrimSuffix(w, "…")
	}
}

func (s *sheet) check(t *testing.T, where string, size image.Point) {
	if len(s.texts) < 3 {
		t.Errorf("%s: nothing is shown: %q", where, s.words)
	}
	for i, b := range s.texts {
		if !b.In(image.Rectangle{Max: size}) {
			t.Errorf("%s: %q is cut off: %v", where, s.words[i], b)
		}
		if strings.HasSuffix(s.words[i], "…") {
			t.Errorf("%s: %q is shortened", where, s.words[i])
		}
		for j, o := range s.texts[:i] {
			if over := b.Intersect(o); over.Dx() > 1 && over.Dy() > b.Dy()/3 {
				t.Errorf("%s: %q lies over %q", where, s.words[i], s.words[j])
			}
		}
	}
}
