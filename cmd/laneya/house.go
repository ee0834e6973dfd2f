package main

import (
	"context"
	"errors"
	"net"
	"syscall"
	"time"

	"fmt"

	"laneya/app"
	"laneya/lang"
	"laneya/server"
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
	w, err := h.start()
	h.ready = w
	return h, err
}

// open opens the world. One call at a time.
func (h *house) open(context.Context) (*app.World, error) {
	if w := h.ready; w != nil {
		h.ready = nil
		return w, nil
	}
	return h.start()
}

// start runs a server, on the network as well if there is an address.
func (h *house) start() (*app.World, error) {
	o := h.opts
	path, err := worldPath(o.world)
	if err != nil {
		return nil, err
	}
	var ln net.Listener
	if o.host != "" {
		if ln, err = net.Listen("tcp", o.host); err != nil {
			return nil, listenError(o.host, err)
		}
	}
	srv, err := server.New(server.Config{
		World: path, Seed: o.seed, Clock: o.clock, FogOff: o.fogOff, Death: o.death, Party: o.party,
		FriendlyFire: o.friendlyFire, OwnSight: o.ownSight, FreeDescent: o.freeDescent, NoHold: o.noHold, Depths: o.depths,
		Log: o.logger,
	})
	if err != nil {
		if ln != nil {
			_ = ln.Close() // nobody was let in yet
		}
		return nil, worldTrouble(path, err)
	}
	w := &app.World{Dial: srv.Dial, Close: func() { h.stop(srv) }}
	if ln != nil {
		w.Invite = inviteLine(ln.Addr())
		go h.serve(srv, ln)
	}
	return w, nil
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
func listenError(address string, err error) error {
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
	return fmt.Errorf("-host %s: %s", address, why)
}
