package app

import (
	"fmt"
	"image"
	"image/color"
	"slices"
	"strings"

	"laneya/client"
	"laneya/lang"
	"laneya/protocol"
	"laneya/sprites"
	"laneya/ui"
)

const (
	logLines   = 6   // of the journal that show while playing
	foesListed = 7   // of those in sight
	healthWide = 220 // of the bar of health, at scale 1
)

// hud is what is drawn around the level: the hero's health and what affects
// her, her party, the foes in sight, and the last lines of the journal.
type hud struct {
	details, revision uint64         // of the state that the texts were made of
	tongue            *lang.Language // that they are in

	health     string
	share      float64 // of health
	conditions []chip
	place      string // the level's name and what the clock does
	doing      string
	party      []bar
	foes       []bar
	near       []*client.Entity // for foes, to be used again
	tail       tail
}

// chip is a short word about the hero.
type chip struct {
	text string
	ink  color.RGBA
	icon ui.Icon
	help string // what it means
}

// bar is a name with a bar of health.
type bar struct {
	icon  ui.Icon
	mark  string // where there is no icon
	ink   color.RGBA
	name  string
	note  string
	share float64
}

// update makes the texts anew where the state they are made of has changed, and
// reports whether they have.
func (h *hud) update(p *play) bool {
	st := p.state
	changed := lang.Current() != h.tongue
	h.tongue = lang.Current()
	if r := st.DetailRevision(); r != h.details || changed {
		h.details = r
		h.readSelf(st)
		h.readParty(st)
		changed = true
	}
	if r := st.Revision(); r != h.revision || changed {
		h.revision = r
		changed = h.readFoes(st) || changed
	}
	return changed
}

func (h *hud) readSelf(st *client.State) {
	self, run, c := st.Self(), st.Run(), st.Content()
	h.health, h.share = "", 0
	if self.MaxHealth > 0 {
		h.health = fmt.Sprintf("%d / %d", self.Health, self.MaxHealth)
		h.share = float64(self.Health) / float64(self.MaxHealth)
	}
	if self.Wisp {
		h.health, h.share = lang.Text("a wisp"), 0
	}
	h.conditions = h.conditions[:0]
	if self.Sneaking {
		h.conditions = append(h.conditions, chip{text: lang.Text("sneaking"), ink: ui.Flame, help: lang.Text("You go more slowly, and are heard and seen less far.")})
	}
	for _, s := range self.Status {
		ink, icon, help := ui.Rust, ui.Icon{}, ""
		if r := c.Row(protocol.TableStatuses, s.Status); r != nil {
			icon, help = ui.IconOf(r.Picture, r.Colour), r.Text
			if r.Good {
				ink = ui.Flame
			}
		}
		text := c.Name(protocol.TableStatuses, s.Status)
		if s.Ticks > 0 {
			text += " " + span(s.Ticks)
		}
		h.conditions = append(h.conditions, chip{text, ink, icon, help})
	}
	if self.Light == 0 && self.Depth > 0 && self.MaxHealth > 0 && !self.Wisp {
		h.conditions = append(h.conditions, chip{text: lang.Text("no light"), ink: ui.Rust, help: lang.Text("You see only what others light, and what is beside you.")})
	} else if self.Fuel > 0 && self.Fuel < 1200 {
		h.conditions = append(h.conditions, chip{text: lang.Format("light %s", span(self.Fuel)), ink: ui.Amber, help: lang.Text("So long your light still burns.")})
	}
	h.place = asTitle(self.LevelName)
	switch {
	case self.Depth > self.Heart:
		h.place = lang.Format("%s, depth %d", h.place, self.Depth)
	case self.Depth > 0:
		h.place = lang.Format("%s, depth %d of %d", h.place, self.Depth, self.Heart)
	}
	switch {
	case run.Clock == "hold":
		h.doing = lang.Text("step by step")
		if len(run.Waiting) > 0 {
			h.doing = lang.Format("step by step: waiting for %s", strings.Join(addressed(st, run.Waiting), ", "))
		}
	case self.Intent != "":
		h.doing = lang.Text(intentWords[self.Intent])
	case len(run.Waiting) > 0:
		h.doing = lang.Format("the ladder waits for %s", strings.Join(addressed(st, run.Waiting), ", "))
	case run.Clock == "turns":
		h.doing = lang.Text("time waits for you")
	default:
		h.doing = ""
	}
}

// intentWords say what a hero is set to do.
var intentWords = map[string]string{
	"move": lang.Mark("walking"), "travel": lang.Mark("travelling"), "explore": lang.Mark("exploring"),
	"rest": lang.Mark("resting"), "attack": lang.Mark("fighting"), "search": lang.Mark("searching"),
	"follow": lang.Mark("following"), "pass": lang.Mark("waiting"),
}

// span returns a number of ticks as a time.
func span(ticks int) string {
	if s := (ticks + 9) / 10; s < 60 {
		return lang.Format("%d s", s)
	} else if s < 6000 {
		return fmt.Sprintf("%d:%02d", s/60, s%60)
	}
	return lang.Text("long")
}

func (h *hud) readParty(st *client.State) {
	h.party = h.party[:0]
	if len(st.Party()) < 2 {
		return
	}
	for _, m := range st.Party() {
		b := bar{mark: "●", ink: colourOf(st.Content(), m.Colour), name: m.User, share: 1}
		if m.MaxHealth > 0 {
			b.share = float64(m.Health) / float64(m.MaxHealth)
		}
		switch {
		case m.Asleep:
			b.note = lang.Text("away")
		case m.Wisp:
			b.note, b.share = lang.Text("wisp"), 0
		case !m.Here:
			b.note = where(st, m.Level)
		}
		h.party = append(h.party, b)
	}
}

// readFoes lists the foes in sight, the nearest first, and reports whether the
// list is another one.
func (h *hud) readFoes(st *client.State) bool {
	hero, c := st.Hero(), st.Content()
	had := len(h.foes) > 0
	h.foes = h.foes[:0]
	if hero == nil {
		return had
	}
	h.near = appendNearestFoes(h.near[:0], st)
	for _, e := range h.near[:min(len(h.near), foesListed)] {
		b := bar{mark: "?", ink: ui.Rust, name: e.Name, share: 1}
		if r := c.Row(protocol.TableFoes, e.Kind); r != nil {
			b.mark, b.ink, b.icon = r.Glyph, legible(colourOf(c, r.Colour)), ui.IconOf(r.Picture, r.Colour)
		}
		if e.MaxHealth > 0 {
			b.share = float64(e.Health) / float64(e.MaxHealth)
		}
		if e.Asleep {
			b.note = lang.Text("asleep")
		}
		h.foes = append(h.foes, b)
	}
	return had || len(h.foes) > 0
}

// appendNearestFoes appends the foes in sight, the nearest to the hero first.
func appendNearestFoes(foes []*client.Entity, st *client.State) []*client.Entity {
	hero := st.Hero()
	if hero == nil {
		return foes
	}
	for _, e := range st.Entities() {
		if e.Attitude == "foe" {
			foes = append(foes, e)
		}
	}
	slices.SortStableFunc(foes, func(a, b *client.Entity) int {
		return a.Pos.Sub(hero.Pos).Taxicab() - b.Pos.Sub(hero.Pos).Taxicab()
	})
	return foes
}

// colourOf returns a colour of the content, cream where it isn't known.
func colourOf(c *client.Content, key string) color.RGBA {
	if r := c.Row(protocol.TableColours, key); r != nil && len(r.RGB) == 3 {
		return color.RGBA{uint8(r.RGB[0]), uint8(r.RGB[1]), uint8(r.RGB[2]), 255}
	}
	return ui.Cream
}

// legible returns a colour that can be read on dark ground: the same, brighter
// where it has to be.
func legible(c color.RGBA) color.RGBA {
	const least = 0x98 // of the brightest channel
	brightest := int(max(c.R, c.G, c.B))
	if brightest >= least || brightest == 0 {
		return c
	}
	lift := func(v uint8) uint8 { return uint8(int(v) * least / brightest) }
	return color.RGBA{lift(c.R), lift(c.G), lift(c.B), c.A}
}

func (h *hud) draw(g *Game, p *play) {
	if h.health == "" {
		return
	}
	bottom := h.drawHealth(g, p)
	if c, ok := g.facing().(*chat); ok {
		bottom = c.top(g)
	}
	if box := h.tail.draw(g, &p.journal, bottom-g.px(8)); !box.Empty() {
		p.mark(box, onJournal, 0)
	}
	y, end := p.corner.box.Max.Y+g.px(10), g.size.Y-g.px(60)
	if box := p.quickBox(g); !box.Empty() {
		end = min(end, box.Min.Y-g.px(4))
	}
	if a, ok := g.top().(*aim); ok && a.told() {
		end = a.card.Bounds().Min.Y - g.px(8)
	}
	if box := p.minimapBox(g); !box.Empty() {
		end = min(end, box.Min.Y-g.px(8))
	}
	end = p.subtitles.draw(g, min(end, bottom-g.px(8)))
	// The foes are what matters most.
	room := (end - y - g.px(8)) / barHeight(g)
	foes := min(len(h.foes), max(room, 0))
	y = h.drawBars(g, p, onMember, min(len(h.party), room-foes), y)
	h.drawBars(g, p, onFoe, foes, y+g.px(8))
}

// drawHealth draws the bar of the hero's health and what affects her, and
// returns where it begins.
func (h *hud) drawHealth(g *Game, p *play) int {
	face := g.fonts.Face(ui.Body, g.scale)
	w, hgt := g.px(healthWide), face.Height()+g.px(6)
	x, y := g.px(14), g.size.Y-g.px(12)-hgt
	box := image.Rect(x, y, x+w, y+hgt)
	g.painter.Box(box, ui.Inset, g.scale)
	p.mark(box, onHealth, 0)
	in := box.Inset(g.px(3))
	full := in
	full.Max.X = in.Min.X + int(float64(in.Dx())*min(max(h.share, 0), 1))
	g.painter.Fill(full, h.barInk(g.set.Contrast))
	tx := x + (w-face.Width(h.health))/2
	g.painter.Text(tx+1, y+g.px(3)+1, h.health, face, ui.Ink)
	g.painter.Text(tx, y+g.px(3), h.health, face, ui.Cream)
	small := g.fonts.Face(ui.Small, g.scale)
	n := 0
	rows := h.placeChips(g, p.right(g), func(c *chip, at image.Point) {
		under := image.Rect(at.X-g.px(6), at.Y-g.px(2), at.X+c.indent(g)+small.Width(c.text)+g.px(6), at.Y+small.Height()+g.px(2))
		g.painter.Fill(under, ui.Alpha(ui.Ink, 0.75))
		p.mark(under, onCondition, n)
		n++
		if c.icon.Drawn {
			side := iconSide(small.Height())
			g.painter.Icon(imageRect(at.X-g.px(3), at.Y+(small.Height()-side)/2, side, side), c.icon.ID)
		}
		g.painter.Text(at.X+c.indent(g), at.Y, c.text, small, c.ink)
	})
	return y - (rows-1)*(small.Height()+g.px(6))
}

// top returns where the bar of health and what is beside it begins.
func (h *hud) top(g *Game, p *play) int {
	body, small := g.fonts.Face(ui.Body, g.scale), g.fonts.Face(ui.Small, g.scale)
	rows := h.placeChips(g, p.right(g), func(*chip, image.Point) {})
	return g.size.Y - g.px(12) - (body.Height() + g.px(6)) - (rows-1)*(small.Height()+g.px(6))
}

// iconSide returns the side of an icon beside words of that height, in pixels: a
// multiple of its own.
func iconSide(height int) int { return sprites.Size * max((height+4)/sprites.Size, 1) }

// indent returns how far the words of a chip are from its beginning: there may be an
// icon.
func (c *chip) indent(g *Game) int {
	if !c.icon.Drawn {
		return 0
	}
	return iconSide(g.fonts.Face(ui.Small, g.scale).Height()) + g.px(2)
}

// placeChips calls put with where each condition is written: beside the bar of
// health, and above that where one row is too short. It returns the number of
// rows, at least 1.
func (h *hud) placeChips(g *Game, right int, put func(c *chip, at image.Point)) (rows int) {
	small, hgt := g.fonts.Face(ui.Small, g.scale), g.fonts.Face(ui.Body, g.scale).Height()+g.px(6)
	left := g.px(14 + healthWide + 10 + 6)
	x, y := left, g.size.Y-g.px(12)-(hgt+small.Height())/2
	rows = 1
	for i := range h.conditions {
		c := &h.conditions[i]
		wide := c.indent(g) + small.Width(c.text)
		if x > left && x+wide > right-g.px(20) {
			x, y = left, y-small.Height()-g.px(6)
			rows++
		}
		put(c, image.Pt(x, y))
		x += wide + g.px(18)
	}
	return rows
}

// barInk returns the colour of the bar of health, which words stand on: high contrast
// makes light colours lighter, and would make them as light as the words.
func (h *hud) barInk(contrast bool) color.RGBA {
	c := healthInk(h.share)
	if contrast {
		c.R, c.G, c.B = c.R/2, c.G/2, c.B/2
	}
	return c
}

// healthInk goes from red to green, and is bright or dark besides.
func healthInk(share float64) color.RGBA {
	switch {
	case share > 0.66:
		return color.RGBA{0x3f, 0x8f, 0x4a, 0xff}
	case share > 0.33:
		return color.RGBA{0xb0, 0x84, 0x24, 0xff}
	}
	return color.RGBA{0xa8, 0x36, 0x2a, 0xff}
}

const barWide = 190 // at scale 1

// barHeight returns how much of the column a bar takes.
func barHeight(g *Game) int { return g.fonts.Face(ui.Small, g.scale).Height() + g.px(11) }

// drawBars draws the first n bars in a column at the right edge, and returns
// where it ends. Where there are more, the last says how many.
func (h *hud) drawBars(g *Game, p *play, kind spotKind, n, y int) int {
	bars := h.foes
	if kind == onMember {
		bars = h.party
	}
	face := g.fonts.Face(ui.Small, g.scale)
	w := g.px(barWide)
	x := g.size.X - g.px(8) - w
	for i := range max(n, 0) {
		b := &bars[i]
		if more := len(bars) - n; more > 0 && i == n-1 {
			b = &bar{name: lang.Format("and %d more", more+1)}
		}
		hgt := barHeight(g) - g.px(3)
		p.mark(image.Rect(x, y, x+w, y+hgt), kind, i)
		g.painter.Fill(image.Rect(x, y, x+w, y+hgt), ui.Alpha(ui.Ink, 0.6))
		under := image.Rect(x+g.px(4), y+hgt-g.px(4), x+w-g.px(4), y+hgt-g.px(1))
		g.painter.Fill(under, ui.Stone1)
		under.Max.X = under.Min.X + int(float64(under.Dx())*min(max(b.share, 0), 1))
		g.painter.Fill(under, healthInk(b.share))
		side := sprites.Size * max(g.px(20)/sprites.Size, 1)
		if b.icon.Drawn {
			g.painter.Icon(imageRect(x+g.px(3), y+(hgt-g.px(3)-side)/2, side, side), b.icon.ID)
		} else {
			g.painter.Text(x+g.px(6), y+g.px(1), b.mark, face, b.ink)
		}
		right := x + w - g.px(6)
		if b.note != "" {
			right -= face.Width(b.note)
			g.painter.Text(right, y+g.px(1), b.note, face, ui.Muted)
			right -= g.px(6)
		}
		left := x + g.px(24)
		g.painter.Text(left, y+g.px(1), ui.Ellipsis(face, b.name, right-left), face, ui.Cream)
		y += hgt + g.px(3)
	}
	return y
}

// addressed returns the names as the player reads them: "you" for her own.
func addressed(st *client.State, users []string) []string {
	out := slices.Clone(users)
	if hero := st.Hero(); hero != nil {
		if i := slices.Index(out, hero.Name); i >= 0 {
			out[i] = lang.In("waiting for", "you")
		}
	}
	return out
}
