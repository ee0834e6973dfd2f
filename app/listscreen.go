package app

import (
	"slices"
	"strings"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/client"
	"laneya/input"
	"laneya/lang"
	"laneya/protocol"
	"laneya/sounds"
	"laneya/ui"
)

// listScreen is a screen that is a list over the game.
type listScreen struct {
	list   ui.List
	fill   func()               // makes the rows anew; nil where they stay
	stale  func() bool          // what the rows are made of is another now; nil where it stays
	choose func(id int)         // Enter; nil goes back
	step   func(id, d int)      // to the right, 1, or to the left, -1; nil where no row steps
	focus  func(row *ui.Row)    // the focus went to another row, or the rows are new
	letter func(r rune) bool    // a typed character, where nothing is written; whether it means something
	text   func()               // what is written changed
	back   func()               // Esc; nil just closes
	edit   func(e ui.Edit) bool // an editing key, before the filter has it; whether it means something
	closed func()               // the screen was taken away

	sought  search
	deaf    time.Duration // until then keys do nothing
	game    *Game
	waiting []waiting         // for answers that rows or details are made of
	what    protocol.Describe // that the detail is of, or will be
	last    int               // the ID that focus was told of
	told    bool
	edits   []ui.Edit
}

// waiting is an answer that hasn't come, and what to do with it.
type waiting struct {
	reply *client.Reply
	then  func(*client.Reply)
}

// await does something with an answer once it is there. Only the newest counts
// where only is set.
func (l *listScreen) await(r *client.Reply, only bool, then func(*client.Reply)) {
	if only {
		l.waiting = l.waiting[:0]
	}
	l.waiting = append(l.waiting, waiting{r, then})
}

func (l *listScreen) tick(g *Game, _ time.Duration) (changed bool) {
	for i := 0; i < len(l.waiting); i++ {
		w := l.waiting[i]
		if _, _, come := w.reply.Poll(); come {
			l.waiting = append(l.waiting[:i], l.waiting[i+1:]...)
			i--
			w.then(w.reply)
			changed = true
		}
	}
	if l.stale != nil && l.stale() {
		l.renew()
		changed = true
	}
	return changed
}

// renew makes the rows anew, and keeps the focus where it was.
func (l *listScreen) renew() {
	row := l.list.Focus()
	id, had := 0, row != nil
	if had {
		id = row.ID
	}
	if l.fill != nil {
		l.list.Rows = l.list.Rows[:0]
		l.fill()
		l.sought.all = l.sought.all[:0]
	}
	l.sought.choose(&l.list)
	if had {
		l.list.SetFocus(id)
	}
	l.told = false
	l.tellFocus()
}

// tellFocus tells of the row that has the focus, if it is another one.
func (l *listScreen) tellFocus() {
	row := l.list.Focus()
	if row == nil {
		l.list.Detail, l.told = ui.Detail{}, false
		return
	}
	if l.focus != nil && (!l.told || row.ID != l.last) {
		l.last, l.told = row.ID, true
		l.focus(row)
	}
}

// rename makes rows anew that may name keys.
func (l *listScreen) rename(*Game) {
	if l.fill != nil {
		l.renew()
	}
}

func (l *listScreen) layout(g *Game) {
	l.game = g
	room := g.room()
	margin := g.px(16)
	l.list.Aside = ""
	if l.list.Title != "" && l.list.Filter == nil {
		l.list.Aside = lang.Text("[/ searches]")
	}
	l.list.Layout(g.fonts, room.Inset(min(margin, room.Dx()/4, room.Dy()/4)), g.scale)
	l.tellFocus()
}

func (l *listScreen) handle(g *Game, in *input.Snapshot) bool {
	if g.now < l.deaf {
		return false
	}
	if l.handleSearch(g, in) {
		return true
	}
	l.edits = appendEdits(l.edits[:0], in)
	l.edits = slices.DeleteFunc(l.edits, func(e ui.Edit) bool {
		return l.step != nil && (e == ui.CursorLeft || e == ui.CursorRight) || l.edit != nil && l.edit(e)
	})
	if l.list.Filter == nil && l.letter != nil {
		for _, r := range in.Runes {
			if l.letter(r) {
				return true
			}
		}
	}
	r := l.list.Handle(&ui.Input{
		Up: in.Asked.Has(input.Up), Down: in.Asked.Has(input.Down),
		Next: in.Asked.Has(input.Next), Previous: in.Asked.Has(input.Previous),
		Left: in.Asked.Has(input.Left), Right: in.Asked.Has(input.Right),
		PageUp: in.Asked.Has(input.PageUp), PageDown: in.Asked.Has(input.PageDown),
		Confirm: in.Asked.Has(input.Confirm), Cancel: in.Asked.Has(input.Cancel),
		Runes: in.Runes, Edits: l.edits, Clip: g.cfg.Clipboard,
		Pointer: in.Pointer.At, Moved: in.Pointer.Moved, Pressed: in.Pointer.Pressed, Let: in.Pointer.Let,
		Wheel: in.Pointer.Wheel,
	})
	if r.Moved {
		g.cfg.Sounds.Play(sounds.Click, menuGain, 0)
	}
	if r.Changed && l.list.Filter != nil && (len(in.Runes) > 0 || len(in.Edits) > 0) {
		l.written()
	}
	switch {
	case r.Letters, l.list.Filter != nil && in.Asked.Has(input.Write):
		g.openLetters(l.list.Filter, strings.TrimSpace(l.list.Prompt), l.written, nil)
	case r.Step != 0 && l.step != nil:
		g.cfg.Sounds.Play(sounds.Click, menuGain, 0)
		l.step(r.ID, r.Step)
	case r.Chosen && l.choose != nil:
		g.cfg.Sounds.Play(sounds.Confirm, menuGain, 0)
		l.choose(r.ID)
	case r.Cancelled && l.back != nil:
		l.back()
	case r.Cancelled, r.Chosen:
		g.pop()
	}
	l.tellFocus()
	return r.Changed || r.Chosen || r.Cancelled
}

// written tells the owner, or the search, that what is written changed.
func (l *listScreen) written() {
	switch {
	case l.sought.on:
		l.renew()
	case l.text != nil:
		l.text()
	}
}

func (l *listScreen) draw(g *Game, dst *ebiten.Image) {
	g.painter.Begin(dst)
	g.painter.Fill(g.room(), ui.Alpha(ui.Ink, 0.55))
	l.list.Draw(g.painter)
	g.painter.End()
}

func (l *listScreen) covers() bool  { return false }
func (l *listScreen) writing() bool { return l.list.Filter != nil }
func (l *listScreen) hidden()       {}

// gone ends what the screen has going on.
func (l *listScreen) gone() {
	if l.closed != nil {
		l.closed()
	}
}

// end is gone, for the end of the game.
func (l *listScreen) end(*Game) { l.gone() }

// describe fills the detail with what the server says of something. Of the same
// thing the old words stay until the new ones are there.
func (l *listScreen) describe(p *play, what protocol.Describe, icon ui.Icon) {
	switch {
	case what != l.what:
		l.what, l.list.Detail = what, ui.Detail{Icon: icon}
	case len(l.waiting) > 0:
		return
	}
	l.await(p.session.Do(what), true, func(r *client.Reply) {
		l.list.Detail = detailOf(p, r)
		l.list.Detail.Icon = icon
	})
}

// detailOf returns what an answer to Describe says.
func detailOf(p *play, r *client.Reply) ui.Detail {
	if f, refused := r.Refused(); refused {
		return ui.Detail{Text: p.state.Content().Refusal(&f)}
	}
	resp, err, _ := r.Poll()
	if err != nil {
		return ui.Detail{Text: sentence(err)}
	}
	var d protocol.DescribeResult
	if err := protocol.DecodeResult(resp.Data, &d); err != nil {
		return ui.Detail{Text: sentence(err)}
	}
	out := ui.Detail{Title: d.Title, Text: d.Text}
	off := ""
	if what, ok := r.Action.(protocol.Describe); ok {
		if it := p.state.Item(what.Item); it != nil && it.Slot != "" {
			off = lang.Text(", without it")
		}
	}
	for _, c := range d.Changes {
		out.Facts = append(out.Facts, [2]string{c.Name + off, c.Now + " → " + c.Then})
	}
	for _, f := range d.Facts {
		out.Facts = append(out.Facts, [2]string{f.Name, f.Value})
	}
	return out
}
