package ui

import (
	"image"
	"image/color"
	"strings"
	"unicode"

	"laneya/lang"
	"laneya/sprites"
)

// Row is one line of a List.
type Row struct {
	ID      int        // what Result tells when it is chosen
	Head    bool       // a heading: it never has the focus
	Icon    Icon       // in front
	Mark    string     // one character in front where there is no icon, "" for none
	MarkInk color.RGBA // of the mark
	Text    string
	Note    string // at the right end
	Tone    Tone   // of Text
	Steps   bool   // Note is what it is set to, which steps to the left and right change
	Bar     bool   // of one that steps: Share is shown, too
	Share   float64
}

// Icon is a picture of the atlas with the side sprites.Size; the zero value is none.
type Icon struct {
	ID    sprites.ID
	Drawn bool
}

// IconOf returns the icon with that key of the content in that colour, none if there
// is no such picture.
func IconOf(picture, colour string) Icon {
	id, ok := sprites.OfColour(picture, colour)
	return Icon{id, ok}
}

// Detail is what a List says of the row that has the focus.
type Detail struct {
	Icon  Icon // above the title
	Large bool // Icon is drawn twice as large as usual
	Title string
	Text  string      // paragraphs are parted by an empty line
	Facts [][2]string // names and values
	Tone  Tone        // of Title
}

// List is a column of rows with room for words about the one that has the
// focus. It may have a line to write into, which the owner looks at to choose
// the rows. One that has a title also has a button to go back, for the mouse;
// one without is a card that shows its detail alone.
type List struct {
	Title  string
	Rows   []Row
	Filter *Editor // nil for none
	Prompt string  // in front of what is written
	Detail Detail
	Hint   string // below everything: which keys do what
	Aside  string // below everything at the right, where there is room for it
	Empty  string // what is said where there are no rows
	Wide   int    // percent of the width that the rows have; 0 is 50
	// Letters is whether rows have letters, of which one chooses its row. They go
	// before keys that move the focus.
	Letters bool
	// Groups is whether Next and Previous go from heading to heading.
	Groups bool

	focus, top   int
	shown        int // rows that fit
	scale        float64
	fonts        *Fonts
	panel        image.Rectangle
	rows, detail image.Rectangle
	lines        []detailLine // of the detail, wrapped
	of           Detail       // that lines were made of
	skip         int          // lines of the detail above its top
	table        int          // what names and values in it take of its width
	armed        int
	back         image.Rectangle // the button to go back
	overBack     bool            // the mouse points at it
	armedBack    bool            // and went down on it
}

// detailLine is a line of a Detail.
type detailLine struct {
	text, value string
	style       Style
	tone        Tone
}

// Focus returns the row that has the focus, nil if there is none.
func (l *List) Focus() *Row {
	l.settle()
	if l.focus < 0 {
		return nil
	}
	return &l.Rows[l.focus]
}

// Index returns the index of the row that has the focus, -1 for none.
func (l *List) Index() int { l.settle(); return l.focus }

// SetFocus gives the focus to the first row with that ID.
func (l *List) SetFocus(id int) {
	for i := range l.Rows {
		if l.Rows[i].ID == id && !l.Rows[i].Head {
			l.focus = i
			break
		}
	}
	l.settle()
}

// Bounds returns where the list stands, in device pixels, after Layout.
func (l *List) Bounds() image.Rectangle { return l.panel }

// Box returns where row i stands, empty if it doesn't show.
func (l *List) Box(i int) image.Rectangle {
	if i < l.top || i >= l.top+l.shown || i >= len(l.Rows) {
		return image.Rectangle{}
	}
	h := l.rowHeight()
	y := l.rows.Min.Y + (i-l.top)*h
	return image.Rect(l.rows.Min.X, y, l.rows.Max.X, y+h)
}

// settle puts the focus onto a row that can have it, and shows that row.
func (l *List) settle() {
	n := len(l.Rows)
	l.focus = min(max(l.focus, 0), n-1)
	if n > 0 && l.Rows[l.focus].Head {
		if !l.step(1) && !l.step(-1) {
			l.focus = -1
		}
	}
	if l.shown <= 0 || l.focus < 0 {
		l.top = 0
		return
	}
	first := l.focus
	if first > 0 && l.Rows[first-1].Head {
		first-- // a heading shows with its first row
	}
	l.top = min(l.top, first)
	l.top = max(l.top, l.focus-l.shown+1)
	l.top = max(min(l.top, n-l.shown), 0)
}

// step moves the focus to the next row that can have it, by steps of d, and
// reports whether there is one.
func (l *List) step(d int) bool {
	for i := l.focus + d; i >= 0 && i < len(l.Rows); i += d {
		if !l.Rows[i].Head {
			l.focus = i
			return true
		}
	}
	return false
}

// Layout places the list within the room, all in device pixels. Where it is too
// small at the scale, everything is made smaller.
func (l *List) Layout(fonts *Fonts, room image.Rectangle, scale float64) {
	const least = 240 // height at scale 1 that a list needs
	l.fonts = fonts
	l.scale = scale
	if l.Title != "" {
		l.scale = max(min(scale, float64(room.Dy())/least, float64(room.Dx())/(2*least)), smallest)
	}
	px := func(v float64) int { return int(v*l.scale + 0.5) }
	size := image.Pt(min(px(1040), room.Dx()), min(px(680), room.Dy()))
	at := room.Min.Add(room.Size().Sub(size).Div(2))
	l.panel = image.Rectangle{Min: at, Max: at.Add(size)}
	inner := l.panel.Inset(px(20))
	if l.Title == "" {
		l.rows, l.detail, l.of, l.lines = image.Rectangle{}, l.panel.Inset(px(14)), Detail{}, nil
		return
	}
	inner.Min.Y += l.fonts.Face(Heading, l.scale).Height() + px(8)
	if l.Filter != nil {
		inner.Min.Y += l.fonts.Face(Body, l.scale).Height() + px(16)
	}
	inner.Max.Y -= l.fonts.Face(Small, l.scale).Height() + px(8)
	l.back = l.placeBack()
	wide := l.Wide
	if wide == 0 {
		wide = 50
	}
	l.rows, l.detail = inner, inner
	l.rows.Max.X = inner.Min.X + inner.Dx()*wide/100
	l.detail.Min.X = l.rows.Max.X + px(18)
	l.shown = max(l.rows.Dy()/l.rowHeight(), 1)
	l.of, l.lines = Detail{}, nil
	l.settle()
}

// backText() is on the button to go back.
func backText() string { return lang.Text("Back") }

// placeBack returns where the button to go back stands: in the corner at the
// right, beside the title.
func (l *List) placeBack() image.Rectangle {
	if l.Title == "" {
		return image.Rectangle{}
	}
	px := func(v float64) int { return int(v*l.scale + 0.5) }
	face := l.fonts.Face(Small, l.scale)
	right, top := l.panel.Max.X-px(20), l.panel.Min.Y+px(16)
	return image.Rect(right-face.Width(backText())-px(24), top, right, top+face.Height()+px(10))
}

// BackBox returns where the button to go back stands, in device pixels, after
// Layout; empty if there is none.
func (l *List) BackBox() image.Rectangle { return l.back }

func (l *List) rowHeight() int {
	return l.fonts.Face(Body, l.scale).Height() + int(4*l.scale+0.5)
}

// Handle does what in asks for. Call it after Layout.
func (l *List) Handle(in *Input) Result {
	before := l.Index()
	var r Result
	if l.Filter != nil {
		r.Changed = l.Filter.Edit(in.Runes, in.Edits, in.Clip)
	}
	if l.Letters && l.choose(in.Runes) {
		return Result{Chosen: true, Changed: true, ID: l.Rows[l.focus].ID}
	}
	if in.Up || in.Previous && !(l.Groups && l.nextHead(-1)) {
		l.step(-1)
	}
	if in.Down || in.Next && !(l.Groups && l.nextHead(1)) {
		l.step(1)
	}
	if in.PageUp || in.PageDown {
		l.page(in.PageDown)
		r.Changed = true
	}
	l.point(in, &r)
	if in.Confirm && l.Index() >= 0 && !r.Chosen {
		r.Chosen, r.ID = true, l.Rows[l.focus].ID
	}
	l.stepRow(in, &r)
	r.Cancelled = r.Cancelled || in.Cancel
	r.Moved = l.Index() != before
	r.Changed = r.Changed || r.Moved
	return r
}

// choose gives the focus to the row of the first letter that has one, and reports
// whether any has.
func (l *List) choose(letters []rune) bool {
	for _, r := range letters {
		for i := range l.Rows {
			if letter := l.letter(i); letter != 0 && letter == unicode.ToLower(r) {
				l.focus = i
				l.settle()
				return true
			}
		}
	}
	return false
}

// letter returns the letter of row i, 0 for none.
func (l *List) letter(i int) rune {
	if !l.Letters || l.Rows[i].Head {
		return 0
	}
	letter := 'a'
	for _, row := range l.Rows[:i] {
		if !row.Head {
			letter++
		}
	}
	if letter > 'z' {
		return 0
	}
	return letter
}

// page turns a page of the detail, and where that is at its end, of the rows.
func (l *List) page(down bool) {
	d := -1
	if down {
		d = 1
	}
	if l.scroll(d * (l.detailFits() - 1)) {
		return
	}
	for range l.shown - 1 {
		l.step(d)
	}
}

// detailFits returns how many lines of the detail have room.
func (l *List) detailFits() int {
	return max(l.detail.Dy()/l.fonts.Face(Body, l.scale).Height(), 2)
}

// CardHeight returns how high a card is that shows all of its detail, in device
// pixels, after Layout.
func (l *List) CardHeight() int {
	l.wrapDetail()
	height := l.panel.Dy() - l.detail.Dy()
	for i := range l.lines {
		height += l.lineHeight(&l.lines[i])
	}
	return height
}

// scroll moves the detail by n lines, as far as it goes, and reports whether it
// moved.
func (l *List) scroll(n int) bool {
	l.wrapDetail()
	was := l.skip
	l.skip = max(min(l.skip+n, len(l.lines)-l.detailFits()), 0)
	return l.skip != was
}

// point follows the mouse. A mouse that lies still takes the focus from nobody.
func (l *List) point(in *Input, r *Result) {
	over := -1
	for i := l.top; i < min(l.top+l.shown, len(l.Rows)); i++ {
		if in.Pointer.In(l.Box(i)) && !l.Rows[i].Head {
			over = i
		}
	}
	if over >= 0 && (in.Moved || in.Pressed) {
		l.focus = over
	}
	if in.Pressed {
		l.armed = over
	}
	if in.Let && over >= 0 && over == l.armed {
		r.Chosen, r.ID = true, l.Rows[over].ID
	}
	l.pointBack(in, r)
	r.Letters = in.Pressed && in.Pointer.In(l.LettersBox())
	if in.Wheel != 0 {
		l.roll(in, r)
	}
}

// pointBack follows the mouse over the button to go back.
func (l *List) pointBack(in *Input, r *Result) {
	over := in.Pointer.In(l.back)
	if in.Pressed {
		l.armedBack = over
	}
	r.Cancelled = in.Let && over && l.armedBack
	r.Changed = r.Changed || over != l.overBack
	l.overBack = over
}

// roll moves what the mouse points at: the detail, or else the focus.
func (l *List) roll(in *Input, r *Result) {
	if in.Pointer.In(l.detail) {
		const lines = 3 // that a notch is worth
		r.Changed = l.scroll(lines*in.Wheel) || r.Changed
		return
	}
	for range max(in.Wheel, -in.Wheel) {
		l.step(in.Wheel / max(in.Wheel, -in.Wheel))
	}
}

// Draw draws the list. Call it after Layout.
func (l *List) Draw(c Canvas) {
	c.Box(l.panel, Slab, l.scale)
	if l.Title == "" {
		l.drawDetail(c)
		return
	}
	px := func(v float64) int { return int(v*l.scale + 0.5) }
	inner := l.panel.Inset(px(20))
	heading := l.fonts.Face(Heading, l.scale)
	c.Text(inner.Min.X, inner.Min.Y, Ellipsis(heading, l.Title, inner.Dx()-l.back.Dx()), heading, Amber)
	l.drawBack(c)
	if l.Filter != nil {
		l.drawFilter(c)
	}
	hint := l.fonts.prompt(l.Hint)
	small := l.fonts.Fitting(Small, l.scale, hint, inner.Dx())
	c.Text(inner.Min.X, inner.Max.Y-small.Height(), Ellipsis(small, hint, inner.Dx()), small, Muted)
	if aside := l.fonts.prompt(l.Aside); aside != "" && small.Width(hint+"   ")+small.Width(aside) < inner.Dx() {
		c.Text(inner.Max.X-small.Width(aside), inner.Max.Y-small.Height(), aside, small, Muted)
	}
	body := l.fonts.Face(Body, l.scale)
	if len(l.Rows) == 0 {
		for i, line := range Wrap(body, l.Empty, l.rows.Dx()) {
			c.Text(l.rows.Min.X, l.rows.Min.Y+i*body.Height(), line, body, Muted)
		}
	}
	for i := l.top; i < min(l.top+l.shown, len(l.Rows)); i++ {
		l.drawRow(c, i, body)
	}
	l.drawBar(c)
	l.drawDetail(c)
}

func (l *List) drawBack(c Canvas) {
	if l.back.Empty() {
		return
	}
	look, ink := Raised, Muted
	if l.overBack {
		look, ink = RaisedFocus, Flame
	}
	c.Box(l.back, look, l.scale)
	face := l.fonts.Face(Small, l.scale)
	c.Text(center(l.back, face, backText()), l.back.Min.Y+(l.back.Dy()-face.Height())/2, backText(), face, ink)
}

// filterBox returns where the line to write into stands.
func (l *List) filterBox() image.Rectangle {
	px := func(v float64) int { return int(v*l.scale + 0.5) }
	inner := l.panel.Inset(px(20))
	y := inner.Min.Y + l.fonts.Face(Heading, l.scale).Height() + px(6)
	return image.Rect(inner.Min.X, y, inner.Max.X, y+l.fonts.Face(Body, l.scale).Height()+px(8))
}

func (l *List) drawFilter(c Canvas) {
	px := func(v float64) int { return int(v*l.scale + 0.5) }
	face, box := l.fonts.Face(Body, l.scale), l.filterBox()
	c.Box(box, InsetFocus, l.scale)
	DrawLetters(c, l.fonts, box, l.scale)
	c.Text(box.Min.X+px(8), box.Min.Y+px(4), l.Prompt, face, Muted)
	box.Max.X = l.LettersBox().Min.X - px(8)
	box.Min.X += px(8) + face.Width(l.Prompt)
	l.Filter.DrawLine(c, face, box, true, l.scale)
}

func (l *List) drawRow(c Canvas, i int, face *Face) {
	row, box := &l.Rows[i], l.Box(i)
	pad := int(8*l.scale + 0.5)
	y := box.Min.Y + (box.Dy()-face.Height())/2
	if row.Head {
		small := l.fonts.Face(Small, l.scale)
		c.Text(box.Min.X, box.Max.Y-small.Height(), Ellipsis(small, row.Text, box.Dx()), small, Amber)
		return
	}
	ink := row.Tone.Color()
	if i == l.focus {
		c.Fill(box, color.RGBA{0x4b, 0x33, 0x22, 0xff})
		c.Fill(image.Rect(box.Min.X, box.Min.Y, box.Min.X+max(pad/3, 1), box.Max.Y), Amber)
		if row.Tone == Plain {
			ink = Flame
		}
	}
	x := box.Min.X + pad
	switch side := sprites.Size * max(box.Dy()/sprites.Size, 1); {
	case row.Icon.Drawn:
		at := image.Pt(x, box.Min.Y+(box.Dy()-side)/2)
		c.Icon(image.Rectangle{Min: at, Max: at.Add(image.Pt(side, side))}, row.Icon.ID)
	case row.Mark != "":
		mono := l.fonts.Face(Mono, l.scale*1.15)
		c.Text(x, box.Min.Y+(box.Dy()-mono.Height())/2, row.Mark, mono, row.MarkInk)
	}
	x += int(22*l.scale + 0.5)
	if letter := l.letter(i); letter != 0 {
		c.Text(x, y, string(letter), face, Muted)
		x += face.Width("m") + pad
	}
	right := box.Max.X - pad
	switch {
	case row.Steps:
		right = l.drawSteps(c, i)
	case row.Note != "":
		small := l.fonts.Face(Small, l.scale)
		// Half of the row at least, and what the text leaves.
		note := Ellipsis(small, row.Note, max((right-x)/2, right-x-pad-face.Width(row.Text)))
		right -= small.Width(note)
		c.Text(right, box.Min.Y+(box.Dy()-small.Height())/2, note, small, Muted)
		right -= pad
	}
	c.Text(x, y, Ellipsis(face, row.Text, right-x), face, ink)
}

// drawBar shows which part of the rows is to be seen, where not all are.
func (l *List) drawBar(c Canvas) {
	n := len(l.Rows)
	if n <= l.shown {
		return
	}
	l.drawPart(c, l.rows, l.top, l.shown, n)
}

// drawPart draws a bar beside r, of which shown of n from first on are to be seen.
func (l *List) drawPart(c Canvas, r image.Rectangle, first, shown, n int) {
	w := max(int(3*l.scale+0.5), 1)
	x, h := r.Max.X+int(4*l.scale+0.5), r.Dy()
	c.Fill(image.Rect(x, r.Min.Y, x+w, r.Max.Y), Stone2)
	c.Fill(image.Rect(x, r.Min.Y+h*first/n, x+w, r.Min.Y+h*min(first+shown, n)/n), Stone4)
}

func (l *List) drawDetail(c Canvas) {
	l.wrapDetail()
	y := l.detail.Min.Y + l.iconHeight()
	if side := l.iconSide(); y > l.detail.Min.Y {
		c.Icon(image.Rectangle{Min: l.detail.Min, Max: l.detail.Min.Add(image.Pt(side, side))}, l.Detail.Icon.ID)
	}
	if l.goesOn() {
		l.drawPart(c, l.detail, l.skip, l.detailFits(), len(l.lines))
	}
	skip := min(l.skip, max(len(l.lines)-1, 0))
	for i := range l.lines[skip:] {
		line := &l.lines[skip+i]
		face := l.fonts.Face(line.style, l.scale)
		if y+face.Height() > l.detail.Max.Y {
			break
		}
		c.Text(l.detail.Min.X, y, line.text, face, line.tone.Color())
		if line.value != "" {
			c.Text(l.detail.Min.X+l.table-face.Width(line.value), y, line.value, face, Worth.Color())
		}
		y += l.lineHeight(line)
	}
}

// iconSide returns the side of the detail's icon, in pixels.
func (l *List) iconSide() int {
	side := sprites.Size * max(int(3*l.scale+0.5), 1)
	if l.Detail.Large {
		return 2 * side
	}
	return side
}

// iconHeight returns what the icon takes of the detail's height: nothing where there
// is none, or once it was read past.
func (l *List) iconHeight() int {
	if !l.Detail.Icon.Drawn || l.skip > 0 || l.detail.Dy() < 3*l.iconSide() {
		return 0
	}
	return l.iconSide() + int(6*l.scale+0.5)
}

// wrapDetail makes the lines of the detail, if it is another one.
func (l *List) wrapDetail() {
	if l.of.Title == l.Detail.Title && l.of.Text == l.Detail.Text && sameFacts(l.of.Facts, l.Detail.Facts) && l.lines != nil {
		return
	}
	l.of, l.skip = l.Detail, 0
	l.lines = l.lines[:0]
	width := l.detail.Dx()
	add := func(text string, s Style, t Tone) {
		for _, line := range Wrap(l.fonts.Face(s, l.scale), text, width) {
			l.lines = append(l.lines, detailLine{text: line, style: s, tone: t})
		}
	}
	if l.Detail.Title != "" {
		tone := l.Detail.Tone
		if tone == Plain {
			tone = Warm
		}
		add(l.Detail.Title, Label, tone)
	}
	if l.Detail.Text != "" {
		for _, para := range strings.Split(l.Detail.Text, "\n\n") {
			add(para, Body, Plain)
			l.lines = append(l.lines, detailLine{style: Small})
		}
	}
	l.table = l.tableWidth(width)
	for _, f := range l.Detail.Facts {
		l.addFact(f, width)
	}
}
