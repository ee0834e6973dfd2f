package app

import (
	"image"
	"image/color"
	"slices"
	"strings"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/geom"
	"laneya/input"
	"laneya/lang"
	"laneya/protocol"
	"laneya/ui"
)

// aim is a cursor over the level, with which a field is chosen: to shoot at, to
// look at, to go to.
type aim struct {
	play    *play
	title   string
	at      geom.Pos
	find    func(*client.State) []target // what Next and Previous go to; nil for nothing
	on      string                       // the entity that the cursor stays on; "" for none
	here    bool                         // it begins at the hero, whatever there is to find
	line    bool                         // the way of a shot is shown
	reach   int                          // cells that it flies, 0 for as far as anyone knows
	bow     bool                         // what she holds shoots, and needs something to
	through bool                         // it may go through who is in its way
	stays   bool                         // choosing doesn't close it
	enter   string                       // tells what Enter does; "" for that it chooses
	key     input.Actions                // that choose as Enter does
	other   func()                       // I: takes something else for it; nil for no such thing
	choose  func(geom.Pos)
	moved   func(a *aim) // the cursor stands elsewhere
	letter  func(r rune) bool
	detail  ui.Detail
	subject subject // what the detail is of
	waiting []waiting
	card    ui.List // shows the detail
	corner  corner
	spot    int // of what is around the level, from 1, that is looked at; 0 for none
}

// openAim puts a cursor over the level. It begins at the first target, or at the
// hero.
func (g *Game) openAim(a *aim) {
	hero := a.play.state.Hero()
	if hero == nil {
		return
	}
	a.at, a.corner.text = hero.Pos, lang.Mark("Back")
	if a.enter == "" {
		a.enter = lang.Text("{confirm} chooses")
	}
	if !a.here {
		a.cycle(1)
	}
	g.push(a)
	if a.moved != nil {
		a.moved(a)
	}
}

// target is what an aim can go to.
type target struct {
	at geom.Pos
	id string // of the entity that stands there; "" for none
}

// foeTargets returns the foes in sight, the nearest first.
func foeTargets(st *client.State) (all []target) {
	for _, e := range appendNearestFoes(nil, st) {
		all = append(all, target{e.Pos, e.ID})
	}
	return all
}

// aimShot shoots with the bow in hand.
func (g *Game) aimShot(p *play) {
	g.openAim(&aim{play: p, title: lang.Format("Shoot at what? %d left", max(p.state.Self().Shots, 0)), find: foeTargets, line: true, bow: true, reach: p.shotReach(), key: input.Actions(0).With(input.Shoot), enter: lang.Text("{confirm} or {shoot} shoots"), choose: func(at geom.Pos) {
		p.do(protocol.Shoot{X: at.X, Y: at.Y})
	}})
}

// aimLastThrow throws what was thrown last, or what is made for it; where neither
// is carried, it asks for something.
func (g *Game) aimLastThrow(p *play) {
	g.aimLast(p, p.thrown, "throw", lang.Text("Throw what?"), throwable, g.aimThrow)
}

// aimLastZap zaps what was zapped last, or the only thing that can be.
func (g *Game) aimLastZap(p *play) {
	g.aimLast(p, p.zapped, "zap", lang.Text("Zap what?"), can("zap"), g.aimZap)
}

// aimLast aims with a thing of that kind, or with the only one that has the verb;
// without one it asks which of those that fit.
func (g *Game) aimLast(p *play, kind, verb, title string, fits filter, aim func(*play, uint64)) {
	var made []uint64
	c := p.state.Content()
	for i := range p.state.Items() {
		it := &p.state.Items()[i]
		if it.Slot != "" {
			continue
		}
		if it.Kind == kind {
			aim(p, it.ID)
			return
		}
		if can(verb)(c, it) {
			made = append(made, it.ID)
		}
	}
	if len(made) == 1 {
		aim(p, made[0])
		return
	}
	g.openPack(p, title, fits, aim)
}

func (g *Game) aimThrow(p *play, id uint64) {
	it := p.state.Item(id)
	if it == nil {
		return
	}
	kind := it.Kind
	g.openAim(&aim{
		play: p, title: lang.Format("Throw %s", it.Name), find: foeTargets, line: true, reach: p.reachOf(it), key: input.Actions(0).With(input.Throw), enter: lang.Text("{confirm} or {throw} throws"),
		other: func() { g.openPack(p, lang.Text("Throw what?"), throwable, g.aimThrow) },
		choose: func(at geom.Pos) {
			p.thrown = kind
			p.do(protocol.Throw{Item: id, X: at.X, Y: at.Y})
		},
	})
}

func (g *Game) aimZap(p *play, id uint64) {
	it := p.state.Item(id)
	if it == nil {
		return
	}
	kind := it.Kind
	g.openAim(&aim{
		play: p, title: lang.Format("Zap %s", it.Name), find: foeTargets, line: true, reach: p.reachOf(it), through: true, key: input.Actions(0).With(input.Zap), enter: lang.Text("{confirm} or {zap} zaps"),
		other: func() { g.openPack(p, lang.Text("Zap what?"), can("zap"), g.aimZap) },
		choose: func(at geom.Pos) {
			p.zapped = kind
			p.do(protocol.Zap{Item: id, X: at.X, Y: at.Y})
		},
	})
}

// reachOf returns how far an item flies or is zapped, 0 where the server doesn't say.
func (p *play) reachOf(it *protocol.Item) int {
	if r := p.state.Content().Row(protocol.TableItems, it.Kind); r != nil {
		return r.Range
	}
	return 0
}

// shotReach returns how far the hero shoots with what she holds.
func (p *play) shotReach() int {
	for i := range p.state.Items() {
		if it := &p.state.Items()[i]; it.Slot != "" && can("shoot")(p.state.Content(), it) {
			return p.reachOf(it)
		}
	}
	return 0
}

// flight returns the fields on the way to the cursor, how many of them what flies
// comes over, as far as the player can know, and what is wrong with that, "" for
// nothing.
func (a *aim) flight() (way []geom.Pos, comes int, wrong string) {
	hero := a.play.state.Hero()
	way = slices.Collect(geom.Line(hero.Pos, a.at))
	if a.bow && a.play.state.Self().Shots <= 0 {
		return way, 0, lang.Text("You have nothing to shoot.")
	}
	if a.reach > 0 && len(way) > a.reach {
		return way, a.reach, lang.Count(a.reach, "Out of reach: it goes %d field.", "Out of reach: it goes %d fields.")
	}
	for i, at := range way {
		if r := a.play.ground(at); r != nil && r.Opaque {
			return way, i, lang.Format("It stops at the %s.", a.play.state.Content().Name(protocol.TableTerrain, r.Key))
		}
		if at == a.at {
			break
		}
		for _, e := range a.play.state.Entities() {
			if e == hero || e.Pos != at || e.Wisp {
				continue
			}
			wrong = asTitle(lang.Format("%s is in the way.", e.Name))
			if !a.through {
				return way, i + 1, wrong
			}
		}
	}
	return way, len(way), wrong
}

// aimLook tells what is on the field under the cursor.
func (g *Game) aimLook(p *play) {
	a := &aim{play: p, title: lang.Text("Look at what?"), stays: true, enter: lang.Text("{confirm} goes there"), find: sights}
	a.moved = func(a *aim) { a.describe() }
	a.choose = func(at geom.Pos) { p.want(g, protocol.Travel{To: "place", X: at.X, Y: at.Y}); g.pop() }
	g.openAim(a)
}

// sights returns what is worth a look: foes, the nearest first, then others, and
// things that lie there.
func sights(st *client.State) []target {
	hero := st.Hero()
	all := foeTargets(st)
	for _, e := range st.Entities() {
		if e != hero && e.Attitude != "foe" {
			all = append(all, target{e.Pos, e.ID})
		}
	}
	for _, t := range st.Things() {
		at := geom.Pos{X: t.X, Y: t.Y}
		if t.Seen && !slices.ContainsFunc(all, func(o target) bool { return o.at == at }) {
			all = append(all, target{at: at})
		}
	}
	return all
}

// subject is what the card of a look is about, and what of it may change.
type subject struct {
	what   protocol.Describe
	away   geom.Delta // from the hero
	health int
	asleep bool
}

// under returns what is on a field.
func (p *play) under(at geom.Pos) subject {
	hero := p.state.Hero()
	s := subject{what: protocol.Describe{X: at.X, Y: at.Y}}
	if hero != nil {
		s.away = at.Sub(hero.Pos)
	}
	for _, e := range p.state.Entities() {
		if e.Pos == at && e != hero {
			s.what, s.health, s.asleep = protocol.Describe{Entity: e.ID}, e.Health, e.Asleep
		}
	}
	return s
}

// describe asks what is on the field.
func (a *aim) describe() {
	a.subject = a.play.under(a.at)
	what := a.subject.what
	a.waiting = append(a.waiting[:0], waiting{a.play.session.Do(what), func(r *client.Reply) { a.detail = detailOf(a.play, r) }})
}

// aimPoint shows a place to the party.
func (g *Game) aimPoint(p *play) {
	a := &aim{play: p, title: lang.Text("Show which place?"), here: true, find: sights}
	mark := func(at geom.Pos, i int) { p.do(protocol.MarkPlace{X: at.X, Y: at.Y, Kind: marks[i].kind}) }
	for _, m := range marks {
		a.title += gap + strings.ToUpper(string(m.letter)) + " " + lang.Text(m.short)
	}
	a.choose = func(at geom.Pos) {
		m := &menu{form: ui.Form{Width: 330, Items: []ui.Item{{Kind: ui.Title, Text: lang.Text("What is there?")}, {Kind: ui.Gap}}}}
		for i := range marks {
			m.form.Items = append(m.form.Items, ui.Item{Kind: ui.Button, ID: 1 + i, Text: lang.Text(marks[i].text)})
		}
		m.form.Items = append(m.form.Items, ui.Item{Kind: ui.Button, Text: lang.Text("Back")})
		m.back = g.pop
		m.choose = func(id int) {
			g.pop()
			if id > 0 {
				mark(at, id-1)
			}
		}
		g.push(m)
	}
	a.letter = func(r rune) bool {
		i := slices.IndexFunc(marks, func(m markKind) bool { return m.letter == r })
		if i >= 0 {
			g.pop()
			mark(a.at, i)
		}
		return i >= 0
	}
	g.openAim(a)
}

// markKind is a kind of mark, which a letter sets at once.
type markKind struct {
	letter            rune
	kind, short, text string
}

var marks = []markKind{
	{'l', "look", lang.Mark("look"), lang.Mark("Look at this")}, {'g', "gather", lang.Mark("gather"), lang.Mark("Gather here")},
	{'d', "danger", lang.Mark("danger"), lang.Mark("Danger")}, {'n', "", lang.Mark("none"), lang.Mark("Take the mark away")},
}

// openTravel asks where to go.
func (g *Game) openTravel(p *play) {
	places := []struct{ to, text string }{
		{"place", lang.Text("To a field that I point at")}, {"down", lang.Text("To the ladder down")}, {"up", lang.Text("To the ladder up")},
		{"passage", lang.Text("To a passage to the level beside")}, {"door", lang.Text("To a door")}, {"altar", lang.Text("To an altar")},
		{"shrine", lang.Text("To a shrine")}, {"fountain", lang.Text("To a fountain")}, {"chest", lang.Text("To the chest")},
		{"board", lang.Text("To the notice board")}, {"grave", lang.Text("To a grave")},
	}
	l := &listScreen{list: ui.List{Title: lang.Text("Go where?"), Letters: true, Wide: 100, Hint: lang.Text("[A letter or ]{confirm} goes to the nearest that you know   ·   {cancel} goes back")}}
	for i, place := range places {
		l.list.Rows = append(l.list.Rows, ui.Row{ID: i, Text: place.text})
	}
	l.choose = func(id int) {
		g.pop()
		if id > 0 {
			p.want(g, protocol.Travel{To: places[id].to})
			return
		}
		g.openAim(&aim{play: p, title: lang.Text("Go where?"), choose: func(at geom.Pos) {
			p.want(g, protocol.Travel{To: "place", X: at.X, Y: at.Y})
		}})
	}
	g.push(l)
}

func (a *aim) tick(g *Game, _ time.Duration) (changed bool) {
	if e := a.play.state.Entity(a.on); e != nil && e.Pos != a.at {
		a.at, changed = e.Pos, true
	}
	for i := 0; i < len(a.waiting); i++ {
		w := a.waiting[i]
		if _, _, come := w.reply.Poll(); come {
			a.waiting = append(a.waiting[:i], a.waiting[i+1:]...)
			i--
			w.then(w.reply)
			a.layout(g)
			changed = true
		}
	}
	if a.stays && a.spot == 0 && len(a.waiting) == 0 && a.play.under(a.at) != a.subject {
		a.describe()
	}
	return changed
}

// pick chooses the field under the cursor.
func (a *aim) pick(g *Game) {
	if s, ok := a.looksAt(); ok {
		g.pop()
		a.play.click(g, s)
		return
	}
	if !a.stays {
		g.pop()
	}
	a.choose(a.at)
}

func (a *aim) handle(g *Game, in *input.Snapshot) bool {
	was := a.at
	if a.told() && a.read(in) {
		return true
	}
	closes, changed := a.corner.handle(&in.Pointer)
	for action, d := range map[input.Action]geom.Dir{input.Up: geom.North, input.Right: geom.East, input.Down: geom.South, input.Left: geom.West} {
		if in.Asked.Has(action) {
			a.at = a.at.Step(d)
		}
	}
	switch {
	case in.Asked.Has(input.Next), in.Pointer.Wheel > 0:
		a.next(g, 1)
	case in.Asked.Has(input.Previous), in.Pointer.Wheel < 0:
		a.next(g, -1)
	}
	if (in.Pointer.Moved || in.Pointer.Pressed) && !a.corner.over {
		a.at = a.play.scene.Field(in.Pointer.At)
	}
	w, h := a.play.state.Size()
	a.at.X, a.at.Y = min(max(a.at.X, 0), max(w-1, 0)), min(max(a.at.Y, 0), max(h-1, 0))
	if a.at != was {
		if a.spot > 0 {
			a.leaveSpots()
		}
		if e := a.play.state.Entity(a.on); e == nil || e.Pos != a.at {
			a.on = ""
		}
		if a.moved != nil {
			a.moved(a)
		}
	}
	if a.letter != nil {
		for _, r := range in.Runes {
			if a.letter(r) {
				return true
			}
		}
	}
	switch {
	case in.Asked.Has(input.Cancel), closes:
		g.pop()
		return true
	case a.other != nil && in.Asked.Has(input.Inventory):
		g.pop()
		a.other()
		return true
	case in.Asked.Has(input.Confirm), in.Asked&a.key != 0, in.Pointer.Pressed && !a.corner.over:
		a.pick(g)
		return true
	}
	return a.at != was || changed || in.Asked.Has(input.Next) || in.Asked.Has(input.Previous)
}

// read turns the pages of the card, and reports whether that was asked for.
func (a *aim) read(in *input.Snapshot) bool {
	wheel := in.Pointer.Wheel
	if !in.Pointer.At.In(a.card.Bounds()) {
		wheel = 0
	}
	turn := ui.Input{PageUp: in.Asked.Has(input.PageUp) || wheel < 0, PageDown: in.Asked.Has(input.PageDown) || wheel > 0}
	if turn.PageUp || turn.PageDown {
		a.card.Handle(&turn)
	}
	return turn.PageUp || turn.PageDown
}

// cycle goes to the next target.
func (a *aim) cycle(d int) {
	if a.find == nil {
		return
	}
	all := a.find(a.play.state)
	n := len(all)
	if n == 0 {
		return
	}
	at := slices.IndexFunc(all, func(t target) bool { return t.at == a.at })
	if at < 0 && d < 0 {
		at = 0
	}
	a.at, a.on = all[(at+d+n)%n].at, all[(at+d+n)%n].id
}

func (a *aim) layout(g *Game) {
	a.corner.layout(g)
	const wide = 330
	bottom := g.size.Y - g.px(60)
	room := image.Rect(g.size.X-g.px(wide+8), a.corner.box.Max.Y+g.px(10), g.size.X-g.px(8), bottom)
	a.card = ui.List{Detail: a.detail}
	a.card.Layout(g.fonts, room, g.scale)
	room.Min.Y = max(room.Min.Y, bottom-a.card.CardHeight())
	a.card.Layout(g.fonts, room, g.scale)
}

func (a *aim) draw(g *Game, dst *ebiten.Image) {
	p := a.play
	g.painter.Begin(dst)
	a.corner.draw(g)
	wrong := ""
	if a.line && p.state.Hero() != nil {
		var way []geom.Pos
		var comes int
		way, comes, wrong = a.flight()
		for i, at := range way {
			cell, ink := p.scene.Cell(at), ui.Alpha(ui.Flame, 0.6)
			if i >= comes {
				ink = ui.Alpha(ui.Rust, 0.45)
			}
			g.painter.Fill(cell.Inset(cell.Dx()*3/8), ink)
		}
	}
	cell, w := p.scene.Cell(a.at), max(g.px(2), 1)
	for _, side := range [4]struct{ x, y, w, h int }{
		{cell.Min.X, cell.Min.Y, cell.Dx(), w}, {cell.Min.X, cell.Max.Y - w, cell.Dx(), w},
		{cell.Min.X, cell.Min.Y, w, cell.Dy()}, {cell.Max.X - w, cell.Min.Y, w, cell.Dy()},
	} {
		g.painter.Fill(imageRect(side.x, side.y, side.w, side.h), ui.Flame)
	}
	face := g.fonts.Face(ui.Body, g.scale)
	// At the right edge are bars.
	left, right := g.px(14), g.size.X-g.px(8+barWide+14)
	row, top := 0, p.top(g)
	tell := func(text string, ink color.RGBA) {
		for _, line := range ui.Wrap(face, text, right-left) {
			x := min(max((g.size.X-face.Width(line))/2, left), right-face.Width(line))
			g.painter.Outlined(x, top+g.px(8)+row*face.Height(), line, face, ink, g.scale)
			row++
		}
	}
	tell(g.prompts.text(a.prompt()), ui.Flame)
	if wrong != "" {
		tell(wrong, ui.Rust)
	}
	if a.told() {
		a.card.Draw(g.painter)
	}
	a.drawSpot(g)
	g.painter.End()
}

// prompt says what the cursor is for and which keys do what.
func (a *aim) prompt() string {
	text := a.title + gap + lang.Text("{next} next") + gap + a.enter
	if a.other != nil {
		text += gap + lang.Text("{inventory} something else")
	}
	return text + gap + lang.Text("{cancel} goes back")
}

// told reports whether there are words about the field under the cursor.
func (a *aim) told() bool { return a.detail.Title != "" || a.detail.Text != "" }

func (a *aim) covers() bool  { return false }
func (a *aim) writing() bool { return false }
func (a *aim) hidden()       {}
