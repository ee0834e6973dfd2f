// Command laneyad runs a laneya world for many players, without a window.
//
// It exits with 0 when it was told to stop and saved the world, and with 2
// when it could not start: a bad flag, a port in use, an unreadable world.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"
	"unicode/utf8"

	"laneya/internal/version"
	"laneya/lan"
	"laneya/server"
)

const (
	exitOK    = 0
	exitFault = 1
	exitUsage = 2
)

// maxTitle is how many bytes the title of a world may have.
const maxTitle = 64

// stopTimeout is how long stopping may take before the process gives up.
const stopTimeout = 10 * time.Second

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second signal ends a stop that takes too long.
	context.AfterFunc(ctx, cancel)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	cancel()
	os.Exit(code)
}

type options struct {
	addr    string
	log     string
	version bool
	lan     bool
	server  server.Config
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	opts, err := parse(args, stdout)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case err != nil:
		return fail(stderr, err)
	case opts.version:
		fmt.Fprintln(stdout, "laneyad", version.String())
		return exitOK
	}
	if opts.server.Log, err = logger(opts.log, stderr); err != nil {
		return fail(stderr, err)
	}
	ln, err := net.Listen("tcp", opts.addr)
	if err != nil {
		return fail(stderr, listenError(opts.addr, err))
	}
	srv, err := server.New(opts.server)
	if err != nil {
		_ = ln.Close() // nothing was accepted on it
		return fail(stderr, err)
	}
	if opts.lan && !opts.server.Silent {
		defer lan.Announce(ln.Addr(), opts.server.Log, func() lan.Game {
			return lan.Game{Name: opts.server.Title, Players: srv.Players(), Version: version.String()}
		})()
	}
	return serve(ctx, srv, ln, opts.server.Log, stderr)
}

// serve runs the server until the context ends, and then stops it cleanly.
func serve(ctx context.Context, srv *server.Server, ln net.Listener, log *slog.Logger, stderr io.Writer) int {
	log.Info("listening", "addr", ln.Addr().String(), "version", version.String())
	served := make(chan error, 1)
	go func() { served <- srv.Serve(ln) }()
	var fault error
	select {
	case <-ctx.Done():
		log.Info("stopping")
	case fault = <-served:
	}
	stopping, cancel := context.WithTimeout(context.Background(), stopTimeout)
	defer cancel()
	if err := errors.Join(fault, srv.Shutdown(stopping)); err != nil {
		fmt.Fprintln(stderr, "laneyad:", err)
		return exitFault
	}
	return exitOK
}

func parse(args []string, help io.Writer) (options, error) {
	var o options
	fs := flag.NewFlagSet("laneyad", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.StringVar(&o.addr, "addr", "127.0.0.1:5001", "address to listen on, `host:port`; \":5001\" listens to every network")
	fs.StringVar(&o.server.World, "world", "", "`file` to keep the world in, made when it isn't there (default: in memory only)")
	seed := fs.String("seed", "0", "seed of a new world, a whole `number`; 0 draws one")
	fs.StringVar(&o.server.Clock, "clock", "adaptive", "\"adaptive\": time waits for a hero who is alone on a level; or \"realtime\"")
	fog := fs.String("fog", "on", "\"on\": a hero knows what she has seen; \"off\": everybody sees the whole level")
	fs.StringVar(&o.server.Death, "death", "ghost", "what becomes of the dead: \"ghost\", wisps until they are revived; \"lenient\", back in the camp; \"hardcore\", gone until a new run")
	fs.StringVar(&o.server.Party, "party", "all", "\"all\": everybody is of one party; \"invite\": parties are made by inviting")
	fire := fs.String("friendly-fire", "off", "\"on\": heroes can hurt each other; or \"off\"")
	sight := fs.String("shared-sight", "on", "\"on\": a party sees what each of it sees; or \"off\"")
	descent := fs.String("free-descent", "off", "\"on\": heroes climb down alone; \"off\": a party goes down together")
	hold := fs.String("hold", "on", "\"on\": any of a party may ask that a level goes step by step; or \"off\"")
	depths := fs.Int("depths", server.MaxDepths, "how deep the Heart lies, 1 to 10: fewer make a short run")
	fs.StringVar(&o.server.Title, "title", "", "what the world is called to those who look for one; at most 64 `bytes`")
	about := fs.String("about", "on", "\"on\": who asks is told the world's title and how many play; or \"off\"")
	lan := fs.String("lan", "on", "\"on\": who looks for games on the local network finds this one; or \"off\"")
	fs.StringVar(&o.log, "log", "info", "how much to log: debug, info, warn or error")
	fs.BoolVar(&o.version, "version", false, "print the version and exit")
	fs.Usage = func() {} // an error is one sentence, not the whole list
	if err := fs.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			fmt.Fprintf(help, "laneyad runs a laneya world for many players.\n\n")
			fs.SetOutput(help)
			fs.PrintDefaults()
			return o, err
		}
		return o, fmt.Errorf("%w; see laneyad -help", err)
	}
	if err := checkAddress(o.addr); err != nil {
		return o, err
	}
	if fs.NArg() > 0 {
		return o, fmt.Errorf("there is no use for %q; see laneyad -help", fs.Arg(0))
	}
	var err error
	if o.server.Seed, err = strconv.ParseUint(*seed, 10, 64); err != nil {
		return o, fmt.Errorf("-seed must be a whole number from 0 to 18446744073709551615, not %q", *seed)
	}
	if o.server.Depths = *depths; *depths < 1 || *depths > server.MaxDepths {
		return o, fmt.Errorf("-depths must be 1 to %d, not %d", server.MaxDepths, *depths)
	}
	if len(o.server.Title) > maxTitle || !utf8.ValidString(o.server.Title) {
		return o, fmt.Errorf("-title must be at most %d bytes of text", maxTitle)
	}
	var fogOn, sightOn, holdOn, aboutOn bool
	err = errors.Join(onOff("fog", *fog, &fogOn), onOff("shared-sight", *sight, &sightOn),
		onOff("friendly-fire", *fire, &o.server.FriendlyFire), onOff("free-descent", *descent, &o.server.FreeDescent),
		onOff("hold", *hold, &holdOn), onOff("about", *about, &aboutOn), onOff("lan", *lan, &o.lan))
	o.server.FogOff, o.server.OwnSight, o.server.NoHold = !fogOn, !sightOn, !holdOn
	o.server.Silent = !aboutOn
	return o, err
}

// onOff sets what a flag says.
func onOff(name, text string, to *bool) error {
	*to = text == "on"
	if text != "on" && text != "off" {
		return fmt.Errorf("-%s must be on or off, not %q", name, text)
	}
	return nil
}

// checkAddress refuses what net.Listen would take for every network and a random
// port, or say in words of its own.
func checkAddress(addr string) error {
	_, port, err := net.SplitHostPort(addr)
	if err == nil {
		_, err = strconv.ParseUint(port, 10, 16)
	}
	if err != nil {
		return fmt.Errorf("-addr must be host:port with a port up to 65535, as in 127.0.0.1:5001, not %q", addr)
	}
	return nil
}

var levels = map[string]slog.Level{
	"debug": slog.LevelDebug, "info": slog.LevelInfo, "warn": slog.LevelWarn, "error": slog.LevelError,
}

func logger(level string, w io.Writer) (*slog.Logger, error) {
	l, ok := levels[level]
	if !ok {
		return nil, fmt.Errorf("-log must be debug, info, warn or error, not %q", level)
	}
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: l})), nil
}

// listenError says what to do about an address that can't be listened on.
func listenError(addr string, err error) error {
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("%s is in use by another program; choose another port with -addr", addr)
	}
	return fmt.Errorf("can't listen on %s: %w", addr, err)
}

func fail(stderr io.Writer, err error) int {
	fmt.Fprintln(stderr, "laneyad:", err)
	return exitUsage
}
