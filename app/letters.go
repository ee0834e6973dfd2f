package app

import (
	"image"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/input"
	"laneya/lang"
	"laneya/sounds"
	"laneya/ui"
)

// letters is a keyboard on the screen, for those who play with a gamepad or a mouse
// alone. It writes into a line of the screen below.
type letters struct {
	editor  *ui.Editor
	prompt  string
	changed func() // the text is another; nil for nothing
	done    func() // what is written is to be used; nil for nothing
	upper   bool
	rows    [][]letterKey
	x, y    int // of the key that has the focus
	armed   *letterKey
	box     image.Rectangle // of all
	line    image.Rectangle // of the text
	edits   []ui.Edit
	clip    ui.Clipboard
}

// facing returns the screen that the player has to do with: below letters, the one that
// they write into.
func (g *Game) facing() screen {
	if _, ok := g.top().(*letters); ok && len(g.stack) > 1 {
		return g.stack[len(g.stack)-2]
	}
	return g.top()
}

// letterKey is one of its keys.
type letterKey struct {
	text string
	do   func(l *letters, g *Game) // nil writes the text
	wide int                       // in keys
	box  image.Rectangle
}

// letterRows are the characters, small and large.
var letterRows = [2][]string{
	{"1234567890", "qwertyuiop", "asdfghjkl'", "zxcvbnm,.-", "äöüß?!:/_@"},
	{"+*#&%=()<>", "QWERTYUIOP", "ASDFGHJKL\"", "ZXCVBNM;…–", "ÄÖÜéèñ[]~$"},
}

// openLetters opens the keyboard for a line.
func (g *Game) openLetters(e *ui.Editor, prompt string, changed, done func()) {
	l := &letters{editor: e, prompt: prompt, changed: changed, done: done, clip: g.cfg.Clipboard}
	l.fill()
	l.x, l.y = 0, 1
	g.push(l)
}

// fill makes the keys for what the line takes.
func (l *letters) fill() {
	set := letterRows[0]
	if l.upper {
		set = letterRows[1]
	}
	l.rows = l.rows[:0]
	for _, characters := range set {
		var row []letterKey
		for _, r := range characters {
			if l.editor.Accepts(r) {
				row = append(row, letterKey{text: string(r), wide: 1})
			}
		}
		if len(row) > 0 {
			l.rows = append(l.rows, row)
		}
	}
	last := []letterKey{{text: lang.Text("Shift"), wide: 2, do: func(l *letters, g *Game) { l.upper = !l.upper; l.fill(); l.layout(g) }}}
	if l.editor.Accepts(' ') {
		last = append(last, letterKey{text: lang.Text("Space"), wide: 2, do: func(l *letters, _ *Game) { l.write([]rune{' '}, nil) }})
	}
	last = append(last,
		letterKey{text: "←", wide: 1, do: func(l *letters, _ *Game) { l.write(nil, []ui.Edit{ui.CursorLeft}) }},
		letterKey{text: "→", wide: 1, do: func(l *letters, _ *Game) { l.write(nil, []ui.Edit{ui.CursorRight}) }},
		letterKey{text: lang.Text("Del"), wide: 2, do: func(l *letters, _ *Game) { l.write(nil, []ui.Edit{ui.Backspace}) }},
		letterKey{text: lang.Text("Done"), wide: 2, do: (*letters).finish},
	)
	l.rows = append(l.rows, last)
	l.y = min(l.y, len(l.rows)-1)
	l.x = min(l.x, len(l.rows[l.y])-1)
}

// write types characters and does what editing keys ask for.
func (l *letters) write(typed []rune, edits []ui.Edit) bool {
	was := l.editor.String()
	changed := l.editor.Edit(typed, edits, l.clip)
	if l.changed != nil && l.editor.String() != was {
		l.changed()
	}
	return changed
}

func (l *letters) finish(g *Game) {
	g.pop()
	if l.done != nil {
		l.done()
	}
}

func (l *letters) tick(*Game, time.Duration) bool { return false }

// columns is how many keys stand side by side.
const columns = 10

func (l *letters) layout(g *Game) {
	face := g.fonts.Face(ui.Label, g.scale)
	key := image.Pt(g.px(46), face.Height()+g.px(12))
	width := min(key.X*columns, g.size.X-g.px(48))
	key.X = width / columns
	height := key.Y*(len(l.rows)+1) + g.px(10)
	at := image.Pt((g.size.X-width)/2, g.size.Y-g.px(40)-height)
	l.line = image.Rect(at.X, at.Y, at.X+width, at.Y+key.Y)
	l.box = image.Rectangle{Min: at, Max: at.Add(image.Pt(width, height))}
	y := l.line.Max.Y + g.px(10)
	for i := range l.rows {
		n := 0
		for j := range l.rows[i] {
			n += l.rows[i][j].wide
		}
		x := at.X + (columns-n)*key.X/2
		for j := range l.rows[i] {
			k := &l.rows[i][j]
			k.box = image.Rect(x, y, x+key.X*k.wide, y+key.Y).Inset(max(g.px(2), 1))
			x += key.X * k.wide
		}
		y += key.Y
	}
}

func (l *letters) handle(g *Game, in *input.Snapshot) bool {
	l.edits = appendEdits(l.edits[:0], in)
	changed := false
	if in.Device == input.Keyboard {
		// Who has a keyboard writes with it, and arrows move the cursor.
		changed = l.write(in.Runes, l.edits)
		if in.Asked.Has(input.Confirm) {
			l.finish(g)
			return true
		}
	} else {
		changed = l.move(in)
	}
	changed = l.point(g, &in.Pointer) || changed
	switch {
	case g.top() != screen(l): // the mouse finished it
	case in.Asked.Has(input.Cancel):
		g.pop()
	case in.Asked.Has(input.Menu):
		l.finish(g)
	case in.Asked.Has(input.Write), in.Asked.Has(input.Previous):
		l.write(nil, []ui.Edit{ui.Backspace})
	case in.Asked.Has(input.Next) && l.editor.Accepts(' '):
		l.write([]rune{' '}, nil)
	case in.Asked.Has(input.Confirm):
		l.press(g, &l.rows[l.y][l.x])
	default:
		return changed
	}
	return true
}

// move moves the focus by the gamepad's cross.
func (l *letters) move(in *input.Snapshot) bool {
	x, y := l.x, l.y
	at := l.rows[y][x].box.Min.X
	switch {
	case in.Asked.Has(input.Left):
		x = (x + len(l.rows[y]) - 1) % len(l.rows[y])
	case in.Asked.Has(input.Right):
		x = (x + 1) % len(l.rows[y])
	case in.Asked.Has(input.Up):
		y = (y + len(l.rows) - 1) % len(l.rows)
	case in.Asked.Has(input.Down):
		y = (y + 1) % len(l.rows)
	default:
		return false
	}
	if y != l.y {
		// The key below is the one that begins nearest.
		x = 0
		for j := range l.rows[y] {
			if l.rows[y][j].box.Min.X <= at {
				x = j
			}
		}
	}
	l.x, l.y = x, y
	return true
}

// point follows the mouse.
func (l *letters) point(g *Game, p *input.Pointer) (changed bool) {
	if !p.Moved && !p.Pressed && !p.Let {
		return false
	}
	var over *letterKey
	for i := range l.rows {
		for j := range l.rows[i] {
			if p.At.In(l.rows[i][j].box) {
				over = &l.rows[i][j]
				changed = changed || l.x != j || l.y != i
				l.x, l.y = j, i
			}
		}
	}
	if p.Pressed {
		l.armed = over
		if over == nil && !p.At.In(l.box.Inset(-g.px(16))) {
			g.pop() // a click beside it closes it
			return true
		}
	}
	if p.Let && over != nil && over == l.armed {
		l.press(g, over)
		return true
	}
	return changed
}

// press does what a key is for.
func (l *letters) press(g *Game, k *letterKey) {
	g.cfg.Sounds.Play(sounds.Click, menuGain, 0)
	l.armed = nil
	if k.do != nil {
		k.do(l, g)
		return
	}
	l.write([]rune(k.text), nil)
}

func (l *letters) draw(g *Game, dst *ebiten.Image) {
	g.painter.Begin(dst)
	g.painter.Fill(g.room(), ui.Alpha(ui.Ink, 0.4))
	g.painter.Box(l.box.Inset(-g.px(14)), ui.Slab, g.scale)
	face := g.fonts.Face(ui.Body, g.scale)
	g.painter.Box(l.line, ui.InsetFocus, g.scale)
	text := l.line.Inset(g.px(6))
	if l.prompt != "" {
		prompt := ui.Ellipsis(face, l.prompt, text.Dx()/2)
		g.painter.Text(text.Min.X, text.Min.Y+(text.Dy()-face.Height())/2, prompt, face, ui.Muted)
		text.Min.X += face.Width(prompt) + g.px(6)
	}
	l.editor.DrawLine(g.painter, face, text, true, g.scale)
	for y := range l.rows {
		for x := range l.rows[y] {
			k, look, ink := &l.rows[y][x], ui.Raised, ui.Cream
			if x == l.x && y == l.y {
				look, ink = ui.RaisedFocus, ui.Flame
			}
			g.painter.Box(k.box, look, g.scale)
			label := g.fonts.Fitting(ui.Label, g.scale, k.text, k.box.Dx()-g.px(4))
			g.painter.Text(k.box.Min.X+(k.box.Dx()-label.Width(k.text))/2, k.box.Min.Y+(k.box.Dy()-label.Height())/2, k.text, label, ink)
		}
	}
	hint := g.prompts.text(lang.Text("{confirm} writes   ·   {write} takes the last away   ·   {cancel} goes back"))
	if g.prompts.device != input.Gamepad {
		hint = g.prompts.text(lang.Text("{confirm} writes   ·   {cancel} goes back"))
	}
	small := g.fonts.Fitting(ui.Small, g.scale, hint, g.size.X-g.px(16))
	g.painter.Outlined((g.size.X-small.Width(hint))/2, g.size.Y-g.px(6)-small.Height(), hint, small, ui.Muted, g.scale)
	g.painter.End()
}

func (l *letters) covers() bool  { return false }
func (l *letters) writing() bool { return true }
func (l *letters) hidden()       { l.armed = nil }
