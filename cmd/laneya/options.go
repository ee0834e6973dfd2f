package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"laneya/app"
	"laneya/server"
	"laneya/settings"
)

// options are the flags, checked.
type options struct {
	solo, mute, narrate bool
	connect, host, name string
	world, clock        string
	seed                uint64
	death, party        string
	fogOff              bool
	ownSight            bool
	friendlyFire        bool
	freeDescent         bool
	noHold              bool
	lan                 bool
	from, title         string
	named               bool // the name was asked for
	depths              int
	logger              *slog.Logger
	geometry            geometry
}

// geometry is the size and the place of the window; a size of 0 stands for the
// usual one.
type geometry struct {
	w, h, x, y int
	placed     bool
}

// parse makes options out of the command line. Its errors are sentences.
func parse(args []string) (*options, error) {
	o := &options{}
	var t texts
	f := flags(o, &t)
	if err := f.Parse(args); err != nil {
		return nil, flagError(err)
	}
	if f.NArg() > 0 {
		return nil, fmt.Errorf("unexpected %q; see laneya -help", f.Arg(0))
	}
	if o.named = o.name != ""; !o.named {
		o.name = defaultName()
	}
	// One complaint at a time is enough.
	return o, cmp.Or(o.check(), o.setSeed(t.seed), o.setHouse(&t), o.setLog(t.level), o.geometry.set(t.geometry))
}

// flagError makes a sentence of what package flag complains about.
func flagError(err error) error {
	const see = "; see laneya -help"
	text := err.Error()
	if name, ok := strings.CutPrefix(text, "flag provided but not defined: "); ok {
		return errors.New("there is no flag " + name + see)
	}
	if name, ok := strings.CutPrefix(text, "flag needs an argument: "); ok {
		return errors.New(name + " needs a value" + see)
	}
	return errors.New(strings.TrimSuffix(text, ": parse error") + see)
}

// texts are flags that take another form when they are checked.
type texts struct{ lan, seed, fog, sight, fire, descent, hold, level, geometry string }

// flags are those of about.Usage.
func flags(o *options, t *texts) *flag.FlagSet {
	f := flag.NewFlagSet("laneya", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.Usage = func() {}
	f.BoolVar(&o.solo, "solo", false, "")
	f.BoolVar(&o.mute, "mute", false, "")
	f.BoolVar(&o.narrate, "narrate", false, "")
	f.StringVar(&o.connect, "connect", "", "")
	f.StringVar(&o.host, "host", "", "")
	f.StringVar(&o.name, "name", "", "")
	f.StringVar(&o.world, "world", "", "")
	f.StringVar(&t.seed, "seed", "0", "")
	f.StringVar(&o.clock, "clock", "adaptive", "")
	f.StringVar(&t.fog, "fog", "on", "")
	f.StringVar(&o.death, "death", "ghost", "")
	f.StringVar(&o.party, "party", "all", "")
	f.StringVar(&t.sight, "shared-sight", "on", "")
	f.StringVar(&t.fire, "friendly-fire", "off", "")
	f.StringVar(&t.descent, "free-descent", "off", "")
	f.IntVar(&o.depths, "depths", server.MaxDepths, "")
	f.StringVar(&t.hold, "hold", "on", "")
	f.StringVar(&o.title, "title", "", "")
	f.StringVar(&o.from, "from", settings.Froms[0], "")
	f.StringVar(&t.lan, "lan", "on", "")
	f.StringVar(&t.level, "log", "warn", "")
	f.StringVar(&t.geometry, "geometry", "", "")
	return f
}

func (o *options) check() error {
	if o.connect != "" && (o.solo || o.host != "") {
		return errors.New("-connect plays in a friend's world and goes with neither -solo nor -host")
	}
	if err := app.CheckName(o.name); err != nil {
		return fmt.Errorf("-name %q: %w", o.name, err)
	}
	if o.clock != "adaptive" && o.clock != "realtime" {
		return fmt.Errorf("-clock has to be adaptive or realtime, not %q", o.clock)
	}
	if o.death != "ghost" && o.death != "lenient" && o.death != "hardcore" {
		return fmt.Errorf("-death has to be ghost, lenient or hardcore, not %q", o.death)
	}
	if o.depths < 1 || o.depths > server.MaxDepths {
		return fmt.Errorf("-depths has to be 1 to %d, not %d", server.MaxDepths, o.depths)
	}
	if o.party != "all" && o.party != "invite" {
		return fmt.Errorf("-party has to be all or invite, not %q", o.party)
	}
	if !slices.Contains(settings.Froms, o.from) {
		return fmt.Errorf("-from has to be all or lan, not %q", o.from)
	}
	if len(o.title) > maxTitle || !utf8.ValidString(o.title) {
		return fmt.Errorf("-title has to be at most %d bytes of text", maxTitle)
	}
	if o.connect != "" {
		address, err := app.ParseAddress(o.connect)
		if err != nil {
			return fmt.Errorf("-connect %q: %w", o.connect, err)
		}
		o.connect = address
	}
	if o.host != "" {
		if err := checkListen(o.host); err != nil {
			return fmt.Errorf("-host %q: %w", o.host, err)
		}
	}
	return nil
}

// maxTitle is how many bytes the title of a world may have.
const maxTitle = 64

// checkListen returns what is wrong with an address to listen on, in words for a
// person.
func checkListen(address string) error {
	host, port, err := net.SplitHostPort(address)
	if err != nil || strings.ContainsAny(host, " /\\") {
		return errors.New("it has to look like :5001 or 192.168.1.7:5001")
	}
	// Port 0 is any that is free.
	if n, err := strconv.Atoi(port); err != nil || n < 0 || n > 65535 {
		return errors.New("the port has to be a number from 0 to 65535")
	}
	return nil
}

func (o *options) setSeed(s string) (err error) {
	if o.seed, err = strconv.ParseUint(s, 0, 64); err != nil {
		return fmt.Errorf("-seed has to be a whole number from 0 to 18446744073709551615, not %q", s)
	}
	return nil
}

// setHouse sets the rules of the player's own world that are on or off.
func (o *options) setHouse(t *texts) error {
	var fog, sight, hold bool
	err := cmp.Or(onOff("fog", t.fog, &fog), onOff("shared-sight", t.sight, &sight),
		onOff("friendly-fire", t.fire, &o.friendlyFire), onOff("free-descent", t.descent, &o.freeDescent),
		onOff("hold", t.hold, &hold), onOff("lan", t.lan, &o.lan))
	o.fogOff, o.ownSight, o.noHold = !fog, !sight, !hold
	return err
}

// onOff sets what a flag says.
func onOff(name, text string, to *bool) error {
	*to = text == "on"
	if text != "on" && text != "off" {
		return fmt.Errorf("-%s has to be on or off, not %q", name, text)
	}
	return nil
}

func (o *options) setLog(s string) error {
	var level slog.Level
	if err := level.UnmarshalText([]byte(s)); err != nil {
		return fmt.Errorf("-log has to be debug, info, warn or error, not %q", s)
	}
	o.logger = slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: level}))
	return nil
}

var geometryForm = regexp.MustCompile(`^(?:(\d{1,5})x(\d{1,5}))?(?:\+(\d{1,5})\+(\d{1,5}))?$`)

// set reads WxH, +X+Y or both; an empty s is neither.
func (g *geometry) set(s string) error {
	m := geometryForm.FindStringSubmatch(s)
	if m == nil {
		return fmt.Errorf("-geometry has to look like 1280x800+0+0, not %q", s)
	}
	for i, to := range []*int{&g.w, &g.h, &g.x, &g.y} {
		if m[i+1] != "" {
			*to, _ = strconv.Atoi(m[i+1]) // the form lets only digits through
		}
	}
	g.placed = m[3] != ""
	return nil
}

// oneLine returns text without line breaks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
