package settings

// Paces are how many pictures a second may be drawn, the usual one first.
var Paces = []int{60, 30}

// Place is where a window was: its size and the corner's distance from that of its
// monitor, in the desktop's units. A width of 0 is none yet.
type Place struct {
	Monitor string `toml:"monitor"` // its name
	X       int    `toml:"x"`
	Y       int    `toml:"y"`
	Width   int    `toml:"width"`
	Height  int    `toml:"height"`
}

// within returns a place that a window can have, or none.
func (p Place) within() Place {
	const most = 1 << 15
	p.Monitor = line(p.Monitor)
	sane := p.Width > 0 && p.Height > 0 && p.Width < most && p.Height < most && p.X > -most && p.Y > -most && p.X < most && p.Y < most
	if !sane {
		return Place{}
	}
	return p
}
