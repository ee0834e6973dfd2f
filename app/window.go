package app

import (
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/lang"
	"laneya/settings"
)

// realWindow is Ebitengine's.
type realWindow struct{}

func (realWindow) Fullscreen() bool      { return ebiten.IsFullscreen() }
func (realWindow) SetFullscreen(on bool) { ebiten.SetFullscreen(on) }
func (realWindow) Closing() bool         { return ebiten.IsWindowBeingClosed() }
func (realWindow) Minimised() bool       { return ebiten.IsWindowMinimized() }

func (realWindow) SetVSync(on bool) { ebiten.SetVsyncEnabled(on) }

func (realWindow) Place() (settings.Place, bool) {
	if ebiten.IsFullscreen() || ebiten.IsWindowMaximized() || ebiten.IsWindowMinimized() {
		return settings.Place{}, false
	}
	p := settings.Place{Monitor: ebiten.Monitor().Name()}
	p.X, p.Y = ebiten.WindowPosition()
	p.Width, p.Height = ebiten.WindowSize()
	return p, true
}

var paceSetting = choice(lang.Mark("Pictures a second"), lang.Mark("Fewer make less work and spare a battery. A window without the keyboard draws 30 at most, and one that can't be seen none."),
	func(s *settings.Settings) *int { return &s.Pace }, option[int]{60, lang.Mark("60 at most")}, option[int]{30, lang.Mark("30 at most")})

var vsyncSetting = onOff(lang.Mark("In step with the screen"), lang.Mark("Off, pictures come as soon as they are ready: they may be torn, but come sooner."),
	func(s *settings.Settings) *bool { return &s.VSync })

// awayPace is how many pictures a second a window without the keyboard draws.
const awayPace = 30

// tooSoon reports whether a new picture has to wait a little. Time goes by in frames:
// what is less than half of one early is in time.
func (g *Game) tooSoon() bool {
	pace := time.Duration(max(g.set.Pace, awayPace))
	if !g.focused {
		pace = min(pace, awayPace)
	}
	if g.minimised {
		return g.drawn > 0
	}
	const half = time.Second / 120
	return g.drawn > 0 && g.now-g.painted < time.Second/pace-half
}

// keepPlace keeps where the window is, for the next time.
func (g *Game) keepPlace() {
	if at, ok := g.cfg.Window.Place(); ok && at != g.set.Window {
		g.set.Window = at
		g.keep()
	}
}
