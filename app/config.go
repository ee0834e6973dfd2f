package app

import (
	"context"
	"image"
	"image/gif"
	"io"
	"net"
	"time"

	"laneya/client"
	"laneya/geom"
	"laneya/input"
	"laneya/protocol"
	"laneya/settings"
	"laneya/sounds"
	"laneya/ui"
)

// Dialer opens a connection to a server.
type Dialer = func(context.Context) (net.Conn, error)

// Session is the network's side of a game. client.Session is the real one.
type Session interface {
	Changes() <-chan client.Change
	Walk(geom.Dir)
	Want(intent protocol.Action)
	Refusals() <-chan *client.Reply // what was wanted and refused
	Speak(language string)          // a tag: in it the server tells from now on
	Do(protocol.Action) *client.Reply
	Retry() // to connect, now
	Leave(context.Context) error
	Close()
}

// World is a world that runs inside this process.
type World struct {
	Dial   Dialer
	Invite string   // the line with which friends join; "" where they can't
	Others []string // more addresses that it is reached at, as host:port
	Port   int      // that friends are let in by
	Near   bool     // only those in the same network are
	Close  func()   // saves and ends it; may take a second
}

// Nearby is a world that was found on the local network.
type Nearby struct {
	Address string // host:port
	Title   string
	Players int
	Version string
}

// Sounds plays effects, and what lies under them. sounds.Player is the real one.
type Sounds interface {
	Play(e sounds.Effect, gain, pan float64)
	PlayDull(e sounds.Effect, gain, pan float64) // through a wall
	SetMood(sounds.Mood)
	SetVolumes(sounds.Volumes)
}

// Window is the window that the game is in.
type Window interface {
	Fullscreen() bool
	SetFullscreen(bool)
	Minimised() bool
	Closing() bool // the player wants it closed
	SetVSync(bool)
	// Place tells where it is; false while it fills a screen or none.
	Place() (settings.Place, bool)
}

// Composer lets input methods write a line. input.Composer is the real one.
type Composer interface {
	Compose(text string, a, b int, at image.Rectangle, written []rune) (input.Composed, []rune)
	End()
}

// Begin says which screen the game opens with.
type Begin uint8

// The screens to begin with.
const (
	AtTitle Begin = iota
	InOwnWorld
	Joining
)

// Config is what a Game is made of. Connect is needed; what else is left out
// has a default that does no harm.
type Config struct {
	Version string // shown on the title screen
	Name    string // what the player is called unless she says otherwise
	Begin   Begin
	Address string // where Joining goes to, as host:port

	// Own opens the player's own world. It runs on a goroutine of its own and
	// may take its time; its error is a sentence for a person. Without it
	// there is no Play on the title screen.
	Own func(context.Context) (*World, error)
	// Host opens the player's own world to friends, as Own does otherwise. title is
	// what they see it called. Without it there is no Host on the title screen.
	Host func(ctx context.Context, how settings.Host, title string) (*World, error)
	// Seek finds worlds on the local network until ctx ends, and tells of each as
	// often as something about it is new. It runs on a goroutine of its own. nil
	// where there is no looking.
	Seek func(ctx context.Context, found func(Nearby)) error
	// Servers are the friends' worlds that the player was in, the last one first,
	// and KeepServers keeps them when they change; nil for keeping nothing.
	Servers     []settings.Server
	KeepServers func([]settings.Server) error
	// Today says which day it is; nil for the system's.
	Today func() time.Time
	// Named is whether Name is what the player asked for on the command line, so that
	// the name that she is known by doesn't count.
	Named bool
	// Dial makes the Dialer for a friend's address; nil for TCP.
	Dial func(address string) Dialer
	// Connect starts a session.
	Connect func(dial Dialer, name string) Session

	// Settings are those to begin with, and Keep keeps them when they change; nil
	// for the usual ones, and for keeping nothing. Told is what the
	// title tells the player, a sentence for her; nil for nothing.
	Settings *settings.Settings
	Keep     func(settings.Settings) error
	Told     error

	// Locales are the languages that the system says the player speaks, most wanted
	// first, as lang.For takes them. What she has set comes before them.
	Locales []string

	// Narrate gets what there is to see as lines of text; nil for nobody.
	Narrate io.Writer

	// Shot keeps a picture of the window and returns where; nil where none are kept.
	// It is called on a goroutine of its own, and its error is a sentence.
	Shot func(image.Image) (path string, err error)

	// Clipboard is where texts are copied to; nil for one of the game's own.
	Clipboard ui.Clipboard

	// Composer is what an input method writes through; nil for the system's.
	Composer Composer

	// KeepReplay keeps the last seconds as a moving picture, as Shot does a single
	// one.
	KeepReplay func(*gif.GIF) (path string, err error)

	Sounds Sounds       // nil for silence
	Source input.Source // nil for the real keyboard, mouse and gamepads
	Window Window       // nil for the real one
	// Stop is closed when the game is to end as if the player had quit. It may
	// be nil.
	Stop <-chan struct{}
	// Restless is for tests, in which time isn't real: the loop doesn't slow
	// down while nothing happens.
	Restless bool
}

func (c Config) withDefaults() Config {
	if c.Settings == nil {
		s := settings.Default()
		c.Settings = &s
	}
	if !c.Named && c.Settings.Name != "" {
		c.Name = c.Settings.Name
	}
	if c.Name == "" {
		c.Name = "hero"
	}
	if c.Dial == nil {
		c.Dial = dialTCP
	}
	if c.Today == nil {
		c.Today = time.Now
	}
	if c.KeepServers == nil {
		c.KeepServers = func([]settings.Server) error { return nil }
	}
	if c.Keep == nil {
		c.Keep = func(settings.Settings) error { return nil }
	}
	if c.Clipboard == nil {
		c.Clipboard = new(ownClipboard)
	}
	if c.Composer == nil {
		c.Composer = new(input.Composer)
	}
	if c.Sounds == nil {
		c.Sounds = silence{}
	}
	if c.Source == nil {
		c.Source = input.NewDevices()
	}
	if c.Window == nil {
		c.Window = realWindow{}
	}
	return c
}

// dialTimeout is how long a friend's machine has to answer.
const dialTimeout = 5 * time.Second

func dialTCP(address string) Dialer {
	return func(ctx context.Context) (net.Conn, error) {
		d := net.Dialer{Timeout: dialTimeout}
		return d.DialContext(ctx, "tcp", address)
	}
}

// ownClipboard is a clipboard that no other program has.
type ownClipboard string

func (c *ownClipboard) Read() string      { return string(*c) }
func (c *ownClipboard) Write(text string) { *c = ownClipboard(text) }

type silence struct{}

func (silence) Play(sounds.Effect, float64, float64)     {}
func (silence) PlayDull(sounds.Effect, float64, float64) {}
func (silence) SetMood(sounds.Mood)                      {}
func (silence) SetVolumes(sounds.Volumes)                {}
