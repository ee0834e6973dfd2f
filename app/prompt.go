package app

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/input"
	"laneya/lang"
	"laneya/ui"
)

// prompts says which keys and buttons ask for what, by pictures of those of the device
// that was used last.
//
// Texts name an action in braces: "{explore} explores". What stands in brackets is for
// those who have a keyboard at hand.
type prompts struct {
	table   input.Bindings
	device  input.Device
	maker   input.Maker
	keyName func(ebiten.Key) string
	shown   map[string]string // texts by what they are shown as
}

// use notes what the player plays with. It reports whether prompts look different now,
// and whether that is for another kind of device.
func (p *prompts) use(in *input.Snapshot) (changed, other bool) {
	if p.device == in.Device && p.maker == in.Maker {
		return false, false
	}
	other = (p.device == input.Gamepad) != (in.Device == input.Gamepad) || p.maker != in.Maker
	p.device, p.maker = in.Device, in.Maker
	clear(p.shown)
	return true, other
}

// text returns a text with its prompts in it.
func (p *prompts) text(text string) string {
	if !strings.ContainsAny(text, "{[") {
		return text
	}
	if s, ok := p.shown[text]; ok {
		return s
	}
	var b strings.Builder
	for rest := text; rest != ""; {
		i := strings.IndexAny(rest, "{[")
		if i < 0 {
			b.WriteString(rest)
			break
		}
		b.WriteString(rest[:i])
		end := strings.IndexAny(rest[i:], "}]")
		if end < 0 {
			b.WriteString(rest[i:])
			break
		}
		inner := rest[i+1 : i+end]
		if rest[i] == '{' {
			b.WriteString(p.named(inner))
		} else if p.device != input.Gamepad {
			b.WriteString(inner)
		}
		rest = rest[i+end+1:]
	}
	if p.shown == nil {
		p.shown = map[string]string{}
	}
	p.shown[text] = b.String()
	return b.String()
}

// named returns the pictures for the name of an action, or of what several do.
func (p *prompts) named(name string) string {
	switch name {
	case "walk":
		return p.walks()
	case "pages":
		return p.pair(input.PageUp, input.PageDown)
	case "sideways":
		return p.pair(input.Left, input.Right)
	}
	for i := range p.table {
		if a := p.table[i].Action; a.Key() == name {
			return p.first(a)
		}
	}
	return "{" + name + "}"
}

// pair returns the pictures of two actions that belong together.
func (p *prompts) pair(a, b input.Action) string {
	if first, second := p.first(a), p.first(b); first != second {
		return first + second
	}
	return p.first(a)
}

// walks returns the pictures for walking.
func (p *prompts) walks() string {
	dirs := [4]input.Action{input.WalkNorth, input.WalkWest, input.WalkSouth, input.WalkEast}
	switch p.device {
	case input.Mouse:
		return ui.Cap(lang.Text("left mouse button"), ui.MouseLeftShape)
	case input.Gamepad:
		usual, pad := input.DefaultBindings(), true
		for _, a := range dirs {
			pad = pad && len(p.table.Pad(a)) > 0 && p.table.Pad(a)[0] == usual.Pad(a)[0]
		}
		if pad {
			return ui.Cap(lang.Text("D-pad"), ui.PadShape)
		}
		return p.first(dirs[0]) + p.first(dirs[1]) + p.first(dirs[2]) + p.first(dirs[3])
	}
	var all []string
	for n := range 2 { // arrows and WASD are enough
		row := ""
		for _, a := range dirs {
			if keys := p.table.Chords(a); n < len(keys) {
				row += p.key(keys[n])
			}
		}
		if row != "" {
			all = append(all, row)
		}
	}
	if len(all) == 0 {
		return lang.Text("no key")
	}
	return strings.Join(all, " ")
}

// first returns the picture of what asks for an action, on the device at hand if
// something there does.
func (p *prompts) first(a input.Action) string {
	if p.device == input.Mouse {
		if s := mousePrompt(a); s != "" {
			return s
		}
	}
	keys, buttons := p.keys(a), p.buttons(a)
	if p.device == input.Gamepad && len(buttons) > 0 || len(keys) == 0 {
		keys = buttons
	}
	if len(keys) == 0 {
		return lang.Text("no key")
	}
	return keys[0]
}

// mousePrompt returns the picture of what of a mouse asks for an action in lists.
func mousePrompt(a input.Action) string {
	switch a {
	case input.Confirm:
		return ui.Cap(lang.Text("left mouse button"), ui.MouseLeftShape)
	case input.Cancel:
		return ui.Cap(lang.Text("right mouse button"), ui.MouseRightShape)
	case input.PageUp, input.PageDown, input.ZoomIn, input.ZoomOut:
		return ui.Cap(lang.Text("mouse wheel"), ui.MouseWheelShape)
	}
	return ""
}

// all returns the pictures of all that asks for an action on the device at hand; of
// what the other device has where this one has nothing.
func (p *prompts) all(a input.Action) string {
	keys, buttons := p.keys(a), p.buttons(a)
	if p.device == input.Gamepad && len(buttons) > 0 {
		keys = buttons
	}
	return strings.Join(keys, " ")
}

func (p *prompts) keys(a input.Action) (all []string) {
	for _, c := range p.table.Chords(a) {
		if c.Key == ebiten.KeyNumpadEnter {
			continue // as good as Enter
		}
		all = append(all, p.key(c))
	}
	return all
}

func (p *prompts) buttons(a input.Action) (all []string) {
	for _, b := range p.table.Pad(a) {
		all = append(all, p.button(b))
	}
	return all
}

// key returns the picture of a key.
func (p *prompts) key(c input.Chord) string { return ui.Cap(p.keyLabel(c), ui.KeyShape) }

// keyLabels are what is on keys that have no character on them.
var keyLabels = map[ebiten.Key]string{
	ebiten.KeySpace: lang.Mark("Space"), ebiten.KeyEnter: lang.Mark("Enter"), ebiten.KeyEscape: lang.Mark("Esc"), ebiten.KeyTab: lang.Mark("Tab"),
	ebiten.KeyBackspace: lang.Mark("Backspace"), ebiten.KeyDelete: lang.Mark("Del"), ebiten.KeyInsert: lang.Mark("Ins"),
	ebiten.KeyHome: lang.Mark("Home"), ebiten.KeyEnd: lang.Mark("End"), ebiten.KeyPageUp: lang.Mark("Page up"), ebiten.KeyPageDown: lang.Mark("Page down"),
	ebiten.KeyArrowUp: "↑", ebiten.KeyArrowRight: "→", ebiten.KeyArrowDown: "↓", ebiten.KeyArrowLeft: "←",
	ebiten.KeyMinus: "-", ebiten.KeyEqual: "=", ebiten.KeyComma: ",", ebiten.KeyPeriod: ".", ebiten.KeySlash: "/", ebiten.KeySemicolon: ";",
	ebiten.KeyQuote: "'", ebiten.KeyBackquote: "`", ebiten.KeyBackslash: "\\", ebiten.KeyBracketLeft: "[", ebiten.KeyBracketRight: "]",
	ebiten.KeyNumpadAdd: lang.Mark("Num +"), ebiten.KeyNumpadSubtract: lang.Mark("Num -"), ebiten.KeyNumpadEnter: lang.Mark("Num Enter"),
}

// keyLabel returns what is on a key.
func (p *prompts) keyLabel(c input.Chord) string {
	label := string(c.Char)
	if c.Char == 0 {
		label = c.Key.String()
		if s, ok := keyLabels[c.Key]; ok {
			label = lang.Text(s)
		}
		// Who has another layout has other characters there.
		if s := p.keyName(c.Key); utf8.RuneCountInString(s) == 1 && unicode.IsPrint([]rune(s)[0]) && s != " " && !strings.HasPrefix(c.Key.String(), "Numpad") {
			label = strings.ToUpper(s)
		}
		label = strings.TrimPrefix(label, "Digit")
	}
	if c.Shift {
		label = lang.Text("Shift") + "+" + label
	}
	return label
}

// padShapes are the buttons that no maker has letters on.
var padShapes = map[input.Button]struct {
	shape ui.Shape
	label string
}{
	ebiten.StandardGamepadButtonLeftTop:     {ui.PadUpShape, lang.Mark("D-pad up")},
	ebiten.StandardGamepadButtonLeftRight:   {ui.PadRightShape, lang.Mark("D-pad right")},
	ebiten.StandardGamepadButtonLeftBottom:  {ui.PadDownShape, lang.Mark("D-pad down")},
	ebiten.StandardGamepadButtonLeftLeft:    {ui.PadLeftShape, lang.Mark("D-pad left")},
	ebiten.StandardGamepadButtonCenterRight: {ui.LinesShape, lang.Mark("Menu")},
}

// padSigns are PlayStation's signs.
var padSigns = map[input.Button]struct {
	shape ui.Shape
	label string
}{
	ebiten.StandardGamepadButtonRightBottom: {ui.CrossShape, lang.Mark("cross")},
	ebiten.StandardGamepadButtonRightRight:  {ui.CircleShape, lang.Mark("circle")},
	ebiten.StandardGamepadButtonRightLeft:   {ui.SquareShape, lang.Mark("square")},
	ebiten.StandardGamepadButtonRightTop:    {ui.TriangleShape, lang.Mark("triangle")},
}

// padLetters are what makers call buttons, where it isn't what input calls them.
var padLetters = map[input.Maker]map[string]string{
	input.XBox:        {"Back": "View", "LeftStick": "LS", "RightStick": "RS"},
	input.PlayStation: {"LB": "L1", "RB": "R1", "LT": "L2", "RT": "R2", "Back": "Share", "LeftStick": "L3", "RightStick": "R3", "Home": "PS"},
	input.Nintendo:    {"A": "B", "B": "A", "X": "Y", "Y": "X", "LB": "L", "RB": "R", "LT": "ZL", "RT": "ZR", "Back": "-", "LeftStick": "LS", "RightStick": "RS"},
}

// button returns the picture of a gamepad's button.
func (p *prompts) button(b input.Button) string {
	sign, ok := padShapes[b]
	switch {
	case p.maker == input.PlayStation && padSigns[b].label != "":
		sign, ok = padSigns[b], true
	case p.maker == input.Nintendo && b == ebiten.StandardGamepadButtonCenterRight:
		return ui.Cap("+", ui.RoundShape)
	}
	if ok {
		return ui.Cap(lang.Text(sign.label), sign.shape)
	}
	name := input.ButtonName(b)
	shape := ui.KeyShape
	if len(name) == 1 {
		shape = ui.RoundShape
	}
	if s := padLetters[p.maker][name]; s != "" {
		name = s
	}
	return ui.Cap(name, shape)
}

// bind makes the settings' keys and buttons hold, and returns the names in them that
// there are not.
func (g *Game) bind() (unknown []string) {
	g.prompts.table, unknown = input.Rebound(g.set.Keys.Rows(), g.set.Gamepad.Rows())
	g.poller.Bind(g.prompts.table)
	g.rename()
	return unknown
}

// rename makes everything new that names keys.
func (g *Game) rename() {
	clear(g.prompts.shown)
	for _, s := range g.stack {
		if r, ok := s.(interface{ rename(g *Game) }); ok {
			r.rename(g)
		}
	}
	g.redraw()
}

// badNames are names of keys that there are not.
type badNames []string

func (e badNames) Error() string {
	const most = 3
	unknown := []string(e)
	if len(unknown) > most {
		unknown = append(unknown[:most:most], "…")
	}
	return lang.Format("Your settings name keys or actions that there are not, which are left out: %s.", strings.Join(unknown, ", "))
}
