package app

import (
	"image"
	"strings"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/input"
	"laneya/lang"
	"laneya/protocol"
	"laneya/ui"
)

func imageRect(x, y, w, h int) image.Rectangle { return image.Rect(x, y, x+w, y+h) }

// chat is the line in which something is said.
type chat struct {
	play   *play
	editor ui.Editor
	to     string // "near", "party" or "all"
	write  bool   // it goes onto the notice board
	corner corner
	edits  []ui.Edit

	composer Composer
}

// maxSaid is how many characters one line of talk takes.
const maxSaid = 240

func (g *Game) openChat(p *play) {
	g.pushChat(&chat{play: p, to: p.talksTo()})
}

// pushChat opens the line, and for who plays by gamepad letters to write it with.
func (g *Game) pushChat(c *chat) {
	c.editor.Max, c.corner.text, c.composer = maxSaid, lang.Mark("Back"), g.cfg.Composer
	g.push(c)
	if g.prompts.device == input.Gamepad {
		c.openLetters(g)
	}
}

// openLetters shows letters on the screen, from which what is written is sent.
func (c *chat) openLetters(g *Game) {
	g.openLetters(&c.editor, strings.TrimSpace(c.prompt()), nil, func() { g.pop(); c.send() })
}

// prompt says to whom it is said.
func (c *chat) prompt() string {
	if c.write {
		return lang.Text("Write:  ")
	}
	return lang.Text(sayTo[c.to])
}

// box returns where the line stands, and in it what says to whom and what opens
// letters on the screen.
func (c *chat) box(g *Game) (box, to, abc image.Rectangle) {
	face := g.fonts.Face(ui.Body, g.scale)
	box = imageRect(g.px(8), c.top(g), min(g.size.X-g.px(16), g.px(820)), face.Height()+g.px(10))
	to = box
	to.Max.X = box.Min.X + g.px(8) + face.Width(c.prompt())
	return box, to, ui.LettersBox(g.fonts, box, g.scale)
}

// talksTo returns whom the player spoke to last.
func (p *play) talksTo() string {
	if p.spoke == "" {
		return "party"
	}
	return p.spoke
}

// openGestures lists the gestures that the server knows.
func (g *Game) openGestures(p *play) {
	l := &listScreen{list: ui.List{Title: lang.Text("Make a gesture"), Letters: true, Wide: 100, Empty: lang.Text("This server knows none."), Hint: lang.Text("[A letter or ]{confirm} makes it   ·   in the line for talk, a slash and its name does   ·   {cancel} goes back")}}
	c := p.state.Content()
	keys := c.Keys(protocol.TableEmotes, "")
	for i, key := range keys {
		l.list.Rows = append(l.list.Rows, ui.Row{ID: i, Text: c.Gesture(key, p.state.Hero().Name), Note: "/" + key})
	}
	l.choose = func(id int) {
		g.pop()
		p.do(protocol.Emote{Emote: keys[id]})
	}
	g.push(l)
}

func (c *chat) tick(*Game, time.Duration) bool { return false }
func (c *chat) layout(g *Game)                 { c.corner.layout(g) }
func (c *chat) covers() bool                   { return false }
func (c *chat) writing() bool                  { return true }
func (c *chat) hidden()                        { c.composer.End() }

// gone is called when the line is taken away.
func (c *chat) gone() { c.composer.End() }

func (c *chat) handle(g *Game, in *input.Snapshot) bool {
	closes, changed := c.corner.handle(&in.Pointer)
	changed = c.compose(g, in) || changed
	c.edits = appendEdits(c.edits[:0], in)
	changed = c.editor.Edit(in.Runes, c.edits, g.cfg.Clipboard) || changed
	_, to, abc := c.box(g)
	switch at := in.Pointer.At; {
	case in.Asked.Has(input.Cancel), closes:
		g.pop()
	case in.Asked.Has(input.Write), in.Pointer.Pressed && at.In(abc):
		c.openLetters(g)
	case (in.Asked.Has(input.Next) || in.Pointer.Pressed && at.In(to)) && !c.write:
		c.to = map[string]string{"party": "near", "near": "all", "all": "party"}[c.to]
	case in.Asked.Has(input.Confirm):
		g.pop()
		c.send()
	default:
		return changed
	}
	return true
}

// compose lets an input method write, and keeps from the line what is the method's.
func (c *chat) compose(g *Game, in *input.Snapshot) (changed bool) {
	if in.Control {
		return false // letters edit
	}
	composed := c.editor.Composing()
	from, to := c.editor.Spot()
	at := c.editor.At(g.fonts.Face(ui.Body, g.scale), c.line(g), g.scale)
	made, typed := c.composer.Compose(c.editor.String(), from, to, at, in.Runes)
	in.Runes = append(in.Runes[:0], typed...)
	changed = c.editor.Compose(made.Text, made.Cursor, made.Draft)
	if composed || c.editor.Composing() {
		in.Asked, in.Edits = 0, in.Edits[:0]
	}
	return changed
}

// line returns where what is written stands.
func (c *chat) line(g *Game) image.Rectangle {
	box, to, abc := c.box(g)
	return image.Rect(to.Max.X, box.Min.Y, abc.Min.X-g.px(8), box.Max.Y)
}

// sayTo asks what to say to whom.
var sayTo = map[string]string{
	"near": lang.Mark("Say to those near:  "), "party": lang.Mark("Say to your party:  "), "all": lang.Mark("Say to all:  "),
}

// send says what was written. A line that begins with a slash says to whom, or
// is a gesture.
func (c *chat) send() {
	text := strings.TrimSpace(c.editor.String())
	p := c.play
	if text == "" {
		return
	}
	if c.write {
		p.do(protocol.Write{Text: text})
		return
	}
	if word, rest, _ := strings.Cut(text, " "); strings.HasPrefix(word, "/") {
		rest = strings.TrimSpace(rest)
		to, ok := map[string]string{"/n": "near", "/near": "near", "/p": "party", "/party": "party", "/a": "all", "/all": "all"}[word]
		if !ok {
			p.do(protocol.Emote{Emote: word[1:]})
			return
		}
		c.to, text = to, rest
		p.spoke = to
		if text == "" {
			return
		}
	}
	p.spoke = c.to
	p.do(protocol.Say{To: c.to, Text: text})
}

// top is where the line begins: it and its hint stand above the bar of health
// and what is beside that, and below the journal.
func (c *chat) top(g *Game) int {
	body, small := g.fonts.Face(ui.Body, g.scale), g.fonts.Face(ui.Small, g.scale)
	rows := c.play.hud.placeChips(g, c.play.right(g), func(*chip, image.Point) {})
	return g.size.Y - g.px(12) - (body.Height() + g.px(6)) - (rows-1)*(small.Height()+g.px(6)) -
		g.px(8) - small.Height() - g.px(4) - (body.Height() + g.px(10))
}

func (c *chat) draw(g *Game, dst *ebiten.Image) {
	g.painter.Begin(dst)
	c.corner.draw(g)
	face := g.fonts.Face(ui.Body, g.scale)
	box, _, _ := c.box(g)
	g.painter.Box(box, ui.InsetFocus, g.scale)
	ui.DrawLetters(g.painter, g.fonts, box, g.scale)
	g.painter.Text(box.Min.X+g.px(8), box.Min.Y+g.px(5), c.prompt(), face, ui.Amber)
	c.editor.DrawLine(g.painter, face, c.line(g), true, g.scale)
	hint := lang.Text("{next} changes to whom   ·   /wave and the like are gestures   ·   {cancel} goes back")
	if c.write {
		hint = lang.Text("{confirm} hangs it up   ·   {cancel} goes back")
	}
	hint = g.prompts.text(hint)
	small := g.fonts.Fitting(ui.Small, g.scale, hint, box.Dx())
	g.painter.Outlined(box.Min.X+g.px(4), box.Max.Y+g.px(2), hint, small, ui.Muted, g.scale)
	g.painter.End()
}
