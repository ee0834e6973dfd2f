package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"runtime/pprof"

	"laneya/server"
)

// serve is this program as a server: it prints where it listens and serves
// until its input ends. An argument names the file for a CPU profile.
func serve(role string, args []string, stdin io.Reader, stdout io.Writer) error {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	if len(args) > 0 {
		stop, err := profile(args[0])
		if err != nil {
			return err
		}
		defer stop()
	}
	fmt.Fprintln(stdout, ln.Addr())
	if role == roleLeast {
		return serveLeast(ln, stdin)
	}
	return serveOurs(ln, stdin)
}

// serveOurs runs our server as cmd/laneyad does, in memory and without fog.
// Lines of the log are made, and then thrown away.
func serveOurs(ln net.Listener, stdin io.Reader) error {
	srv, err := server.New(server.Config{
		Seed: 1, FogOff: true, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
	})
	if err != nil {
		return err
	}
	served := make(chan error, 1)
	go func() { served <- srv.Serve(ln) }()
	_, err = io.Copy(io.Discard, stdin)
	err = errors.Join(err, srv.Shutdown(context.Background()))
	if reason := <-served; !errors.Is(reason, server.ErrStopped) {
		err = errors.Join(err, reason)
	}
	return err
}

func serveLeast(ln net.Listener, stdin io.Reader) error {
	served := make(chan error, 1)
	go func() { served <- newLeast().serve(ln) }()
	_, err := io.Copy(io.Discard, stdin)
	_ = ln.Close() // which serve tells of
	if reason := <-served; !errors.Is(reason, net.ErrClosed) {
		err = errors.Join(err, reason)
	}
	return err
}

// profile writes a CPU profile until stop is called.
func profile(path string) (stop func(), err error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return func() {
		pprof.StopCPUProfile()
		_ = f.Close() // a profile cut short shows when it is read
	}, nil
}
