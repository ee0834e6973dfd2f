package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strconv"
	"syscall"
	"time"

	"laneya/app"
	"laneya/internal/version"
	"laneya/lan"
	"laneya/lang"
	"laneya/server"
	"laneya/settings"
)

// saveTimeout is how long the end of the program waits for the world to be
// saved.
const saveTimeout = 5 * time.Second

// house is where the player's own world runs, with its door open to friends or
// not.
type house struct {
	opts  *options
	ready *app.World // opened already, for the first time of asking
}

// newHouse returns the house. Where the flags ask for the player's own world at
// once, it is opened now, so that what is wrong can be said on the command
// line.
func newHouse(o *options) (*house, error) {
	h := &house{opts: o}
	if !o.solo && o.host == "" {
		return h, nil
	}
	w, err := h.start(o.terms())
	if err != nil && o.host != "" {
		err = fmt.Errorf("-host %s: %w", o.host, err)
	}
	h.ready = w
	return h, err
}

// open opens the world as the flags say. One call at a time.
func (h *house) open(context.Context) (*app.World, error) {
	if w := h.ready; w != nil {
		h.ready = nil
		return w, nil
	}
	return h.start(h.opts.terms())
}

// host opens the world to friends as the player says. One call at a time, and not
// while it is open otherwise.
func (h *house) host(_ context.Context, how settings.Host, title string) (*app.World, error) {
	return h.start(h.opts.hosting(how, title))
}

// terms are how a world is opened.
type terms struct {
	listen string // where friends are let in, "" for nowhere
	near   bool   // only those of the local network are
	lan    bool   // and they find the world there
	server server.Config
}

// terms are those of the flags.
func (o *options) terms() terms {
	return terms{listen: o.host, near: o.from == settings.Froms[1], lan: o.lan, server: server.Config{
		Seed: o.seed, Clock: o.clock, FogOff: o.fogOff, Death: o.death, Party: o.party,
		FriendlyFire: o.friendlyFire, OwnSight: o.ownSight, FreeDescent: o.freeDescent, NoHold: o.noHold, Depths: o.depths,
		Title: o.title, Log: o.logger,
	}}
}

// hosting are the terms of the flags, but for what the player says.
func (o *options) hosting(how settings.Host, title string) terms {
	t := o.terms()
	t.listen, t.near, t.lan = net.JoinHostPort("", strconv.Itoa(how.Port)), how.From == settings.Froms[1], how.LAN
	t.server.Clock, t.server.Death, t.server.Party, t.server.FriendlyFire, t.server.Depths = how.Clock, how.Death, how.Party, how.FriendlyFire, how.Depths
	t.server.Title = title
	return t
}

// start runs a server, on the network as well if there is an address.
func (h *house) start(t terms) (*app.World, error) {
	path, err := worldPath(h.opts.world)
	if err != nil {
		return nil, err
	}
	t.server.World = path
	var ln net.Listener
	if t.listen != "" {
		if ln, err = net.Listen("tcp", t.listen); err != nil {
			return nil, listenError(err)
		}
		if t.near {
			ln = lan.Near(ln)
		}
	}
	srv, err := server.New(t.server)
	if err != nil {
		if ln != nil {
			_ = ln.Close() // nobody was let in yet
		}
		return nil, worldTrouble(path, err)
	}
	w := &app.World{Dial: srv.Dial, Close: func() { h.stop(srv) }}
	if ln == nil {
		return w, nil
	}
	w.Invite, w.Others = inviteLine(ln.Addr()), otherAddresses(ln.Addr(), interfaceAddresses())
	w.Near = t.near
	if at, ok := ln.Addr().(*net.TCPAddr); ok {
		w.Port = at.Port
	}
	go h.serve(srv, ln)
	if t.lan {
		found := lan.Announce(ln.Addr(), t.server.Log, func() lan.Game {
			return lan.Game{Name: t.server.Title, Players: srv.Players(), Version: version.String()}
		})
		w.Close = func() { found(); h.stop(srv) }
	}
	return w, nil
}

// seek finds worlds on the local network.
func seek(ctx context.Context, found func(app.Nearby)) error {
	return lan.Seek(ctx, func(f lan.Found) {
		found(app.Nearby{Address: f.Address(), Title: f.Name, Players: f.Players, Version: f.Version})
	})
}

// serve lets friends in until the server stops.
func (h *house) serve(srv *server.Server, ln net.Listener) {
	if err := srv.Serve(ln); err != nil && !errors.Is(err, server.ErrStopped) {
		h.opts.logger.Error("friends can no longer join", "error", err)
	}
}

func (h *house) stop(srv *server.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), saveTimeout)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		h.opts.logger.Error("the world may not be saved", "error", err)
	}
}

// listenError makes a sentence of why the door can't be opened.
func listenError(err error) error {
	why := lang.Text("friends can't be let in there")
	var unknown *net.DNSError
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		why = lang.Text("another program uses that port already")
	case errors.Is(err, syscall.EACCES):
		why = lang.Text("the system lets only its own programs use that port")
	case errors.Is(err, syscall.EADDRNOTAVAIL), errors.As(err, &unknown):
		why = lang.Text("this machine doesn't have that address")
	}
	return errors.New(why)
}
