package e2e

import (
	"context"
	"image"
	"image/color"
	"image/png"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
	"laneya/server"
)

var arrows = map[geom.Dir]string{geom.North: "Up", geom.East: "Right", geom.South: "Down", geom.West: "Left"}
var letters = map[geom.Dir]string{geom.North: "w", geom.East: "d", geom.South: "s", geom.West: "a"}

// freePort returns an address of this machine that nobody listens on.
func freePort(t *testing.T) string {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	return ln.Addr().String()
}

func dialTCP(addr string) func(context.Context) (net.Conn, error) {
	return func(ctx context.Context) (net.Conn, error) {
		var d net.Dialer
		return d.DialContext(ctx, "tcp", addr)
	}
}

// The colours of cloak that the tests tell apart on screenshots, and their keys.
const (
	red  = "party_vermilion"
	pink = "party_pink"
)

// dresses makes a world in which those users have heroes with cloaks of those
// colours, asleep.
func dresses(t *testing.T, file string, seed uint64, cloaks map[string]string) {
	t.Helper()
	s := newServer(t, server.Config{World: file, Seed: seed})
	for user, colour := range cloaks {
		b := newBot(t, user, s.Dial)
		b.at()
		b.session.Do(protocol.Colour{Colour: colour})
		b.until("the colour", func(st *client.State) bool { return st.Hero().Colour == colour })
		b.session.Close()
	}
	shutdown(t, s)
}

// cloak returns the middle of the pixels of the window that can only be a red
// or a pink cloak in the lanterns' light, and how many they are. The middle is
// the median, which a few pixels of such a colour elsewhere don't move.
func cloak(img image.Image, colour string) (centre image.Point, n int) {
	b := img.Bounds()
	var xs, ys []int
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			r, g, bl := int(c.R), int(c.G), int(c.B)
			if colour == red && r > 110 && g*5 < r*2 && bl*5 < r*3 || colour == pink && r > 180 && g*2 < r && bl >= g && bl*10 > r*4 {
				xs, ys = append(xs, x), append(ys, y)
			}
		}
	}
	if len(xs) == 0 {
		return centre, 0
	}
	slices.Sort(xs)
	return image.Pt(xs[len(xs)/2], ys[len(ys)/2]), len(xs)
}

// lanternLight returns how many pixels of the window are as warm as ground in a
// lantern's light.
func lanternLight(img image.Image) (n int) {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			if int(c.R)-int(c.B) > 30 && c.R < 160 {
				n++
			}
		}
	}
	return n
}

func save(t *testing.T, name string, img image.Image) {
	dir := os.Getenv("LANEYA_SHOTS")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

// follow keeps the witness's state current until the named entity fits.
func (b *bot) follow(what, name string, fits func(*client.Entity) bool) geom.Pos {
	b.t.Helper()
	b.until(what, func(*client.State) bool {
		e := b.sees(name)
		return e != nil && fits(e)
	})
	return b.sees(name).Pos
}

func anywhere(*client.Entity) bool { return true }

// Two windows, two heroes, real keys: each walks as its keys say, each window
// shows both, and the server agrees.
func TestTwoWindows(t *testing.T) {
	s := newScreen(t, 800, 1300)
	anna, bert, carl := "anna", "bert", "carl"
	addr := freePort(t)
	world := filepath.Join(t.TempDir(), "w.db")
	dresses(t, world, 11, map[string]string{anna: red, bert: pink})
	hostArgs := []string{"-narrate", "-host", addr, "-name", anna, "-world", world, "-seed", "11", "-fog", "off", "-geometry", "800x600+0+0"}
	host := s.play(hostArgs...)
	witness := newBot(t, carl, dialTCP(addr))
	from := witness.follow("the host's hero", anna, anywhere)

	d := witness.way(from, 2)
	host.opens()
	host.chooses()
	host.shows("her own hero", red)
	host.focus()
	s.keyDown(arrows[d])
	at := witness.follow("the host to walk", anna, func(e *client.Entity) bool { return e.Pos.Sub(from).Taxicab() >= 2 })
	s.keyUp(arrows[d])
	if step := at.Sub(from); step.DX*d.Delta().DY != step.DY*d.Delta().DX {
		t.Errorf("with %s held the hero walked from %v to %v", arrows[d], from, at)
	}
	host.stands(witness, anna)

	defer func() {
		if t.Failed() {
			save(t, "failed", s.shot("root"))
		}
	}()
	guest := s.play("-connect", addr, "-name", bert, "-geometry", "800x600+0+650")
	from = witness.follow("the guest's hero", bert, anywhere)
	d = witness.way(from, 2)
	guest.chooses()
	guest.shows("her own hero", pink)
	guest.focus()
	s.keyDown(letters[d])
	witness.follow("the guest to walk", bert, func(e *client.Entity) bool { return e.Pos.Sub(from).Taxicab() >= 1 })
	s.keyUp(letters[d])
	guest.stands(witness, bert)

	guest.taps(witness, bert, 3)

	apart := witness.sees(bert).Pos.Sub(witness.sees(anna).Pos)
	for name, g := range map[string]*game{"host": host, "guest": guest} {
		g.showsBoth(name, apart)
	}

	// The window that loses the focus lets go of its keys.
	d = witness.way(witness.sees(anna).Pos, 1)
	host.focus()
	s.keyDown(arrows[d])
	guest.focus()
	host.stands(witness, anna)
	s.keyUp(arrows[d])

	guest.survives(t, host, func() *game { return s.play(hostArgs...) }, witness, bert)
}

// opens takes away what shows the line to send to friends.
func (g *game) opens() {
	g.t.Helper()
	said := ""
	eventually(g.t, "the line for friends", func() bool { said += g.spoken.take(); return strings.Contains(said, "Your world is open") })
	g.focus()
	g.tap("Escape")
}

// chooses takes the rogue, whose cloak hides most of her, of the kits that a new hero is
// asked for.
func (g *game) chooses() {
	g.t.Helper()
	eventually(g.t, "the classes in the window", func() bool { return panelled(g.shot()) })
	g.focus()
	g.tap("c")
	eventually(g.t, "the classes to go", func() bool { return !panelled(g.shot()) })
}

// panelled reports whether a panel covers more than half of the window.
func panelled(img image.Image) bool {
	b, n := img.Bounds(), 0
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			if c.R-26 < 9 && c.G-22 < 7 && c.B-30 < 9 {
				n++
			}
		}
	}
	return n > b.Dx()*b.Dy()/2
}

// stands waits until the hero has not moved for a second.
func (g *game) stands(witness *bot, name string) {
	g.t.Helper()
	last, since := geom.Pos{}, uint64(0)
	ticks := uint64(0)
	eventually(g.t, name+" to stand", func() bool {
		for drained := false; !drained; {
			select {
			case c := <-witness.session.Changes():
				witness.state.Apply(c)
			default:
				drained = true
			}
		}
		ticks++
		if at := witness.sees(name).Pos; at != last {
			last, since = at, ticks
		}
		const second = 20
		return ticks-since >= second
	})
}

// taps checks that so many short taps on a key are as many steps.
func (g *game) taps(witness *bot, name string, n int) {
	g.t.Helper()
	from := witness.sees(name).Pos
	d := witness.way(from, n)
	g.focus()
	for range n {
		g.screen.tool("xdotool", "keydown", letters[d], "sleep", "0.04", "keyup", letters[d], "sleep", "0.3")
	}
	g.stands(witness, name)
	if got := witness.sees(name).Pos.Sub(from).Taxicab(); got != n {
		g.t.Errorf("%d taps made %d steps", n, got)
	}
}

// shows waits until the window shows a cloak of that colour.
func (g *game) shows(what string, colour string) {
	g.t.Helper()
	eventually(g.t, what+" in the window", func() bool {
		_, n := cloak(g.shot(), colour)
		return n >= 40
	})
}

// showsBoth checks that the window shows both heroes as far apart as the server
// has them.
func (g *game) showsBoth(name string, apart geom.Delta) {
	g.t.Helper()
	var img image.Image
	var reds, pinks int
	var r, b image.Point
	eventually(g.t, "both heroes in the window of the "+name, func() bool {
		img = g.shot()
		save(g.t, name, img)
		r, reds = cloak(img, red)
		b, pinks = cloak(img, pink)
		return reds >= 40 && pinks >= 40
	})
	const cell = 32 // pixels: the art doubled, which is what fits 800x600
	want := image.Pt(apart.DX*cell, apart.DY*cell)
	if off := b.Sub(r).Sub(want); max(off.X, -off.X, off.Y, -off.Y) > cell/3 {
		t := g.t
		t.Errorf("window of the %s: red at %v (%d pixels), pink at %v (%d); the server has them %v fields apart", name, r, reds, b, pinks, apart)
	}
}

// survives checks that the guest's window keeps its view while the host is gone
// and goes on when it is back.
func (g *game) survives(t *testing.T, host *game, again func() *game, witness *bot, name string) {
	t.Helper()
	lit := lanternLight(g.shot())
	host.tap("Escape")
	host.tap("Up") // the last of the menu is Quit
	host.tap("Return")
	host.tap("Down") // from Stay to Quit
	host.tap("Return")
	if code := host.exitCode(); code != 0 {
		t.Errorf("the host's game ended with %d\n%s", code, host.stderr)
	}
	eventually(t, "the guest's view to turn grey", func() bool { return lanternLight(g.shot()) < lit/4 })
	save(t, "lost", g.shot())
	again()
	witness.until("the witness to be back", func(s *client.State) bool { return s.Link().Phase == protocol.Online })
	witness.follow("the guest to be back", name, func(e *client.Entity) bool { return !e.Asleep })
	eventually(t, "the guest's view to be lit again", func() bool { return lanternLight(g.shot()) > lit/2 })
	from := witness.sees(name).Pos
	d := witness.way(from, 1)
	g.focus()
	g.screen.keyDown(letters[d])
	witness.follow("the guest to walk again", name, func(e *client.Entity) bool { return e.Pos != from })
	g.screen.keyUp(letters[d])
}
