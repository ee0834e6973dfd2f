// Command laneya is the game: it opens a window on a world of the player's own,
// or on a friend's.
//
// "laneya -help" tells the flags.
package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/app"
	"laneya/client"
	"laneya/internal/about"
	_ "laneya/internal/display" // first of all: see there
	"laneya/internal/version"
	"laneya/lang"
	"laneya/settings"
	"laneya/sounds"
)

// The ways in which the program ends, as in sysexits.h where it knows one.
const (
	exitFine        = 0
	exitUsage       = 2
	exitUnavailable = 69
)

func main() { os.Exit(run(os.Args[1:])) }

// run plays the game and returns the exit status.
func run(args []string) int {
	if text := about.Answer(args); text != "" {
		fmt.Print(text)
		return exitFine
	}
	o, err := parse(args)
	if err != nil {
		return complain(exitUsage, err)
	}
	stop, cancel := signals()
	defer cancel()
	cfg, err := configure(o)
	if err != nil {
		return complain(exitUsage, err)
	}
	cfg.Stop = stop.Done()
	if o.narrate {
		voice := readAloud(os.Stdout)
		defer voice.finish()
		cfg.Narrate = voice
	}
	if !o.mute {
		player := sounds.Open()
		defer player.Close()
		cfg.Sounds = player
	}
	openWindow(o, cfg.Settings.Window)
	game := app.New(cfg)
	err = ebiten.RunGameWithOptions(game, &ebiten.RunGameOptions{
		X11ClassName: about.Name, X11InstanceName: about.Name,
		// The loop then has no other thread to wake in every tick, which halves
		// what a window costs in which nothing happens.
		SingleThread: true,
	})
	game.Close()
	if err != nil {
		return complain(exitUnavailable, fmt.Errorf("the window cannot be drawn: %w", err))
	}
	return exitFine
}

// signals returns a context that ends with the first signal that asks the
// program to. A second one ends the program at once.
func signals() (context.Context, context.CancelFunc) {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, cancel)
	return ctx, cancel
}

// complain says in one line what is wrong.
func complain(status int, err error) int {
	fmt.Fprintf(os.Stderr, "%s: %s\n", about.Name, oneLine(err.Error()))
	return status
}

// rememberServers lets the friends' worlds be kept that the player was in.
func rememberServers(cfg *app.Config) {
	file := serversFile()
	if file == "" {
		return
	}
	var err error
	if cfg.Servers, err = settings.LoadServers(file); err != nil {
		cfg.Told = cmp.Or(cfg.Told, err)
	}
	cfg.KeepServers = func(list []settings.Server) error { return settings.SaveServers(file, list) }
}

// configure makes the game's configuration out of the flags.
func configure(o *options) (app.Config, error) {
	cfg := app.Config{
		Version: version.String(), Name: o.name, Address: o.connect,
		Connect: func(dial app.Dialer, name string) app.Session {
			return client.Start(client.Config{Dial: dial, User: name, Log: o.logger, Cache: tableCache(), Language: lang.Current().Tag()})
		},
	}
	cfg.Shot, cfg.KeepReplay, cfg.Locales = keepShot, keepReplay, locales()
	cfg.Clipboard = openClipboard()
	set, file := settings.Default(), settingsFile()
	if file != "" {
		var err error
		if set, err = settings.Load(file); err != nil {
			cfg.Told = err
		}
		cfg.Keep = func(s settings.Settings) error { return s.Save(file) }
	}
	cfg.Settings, cfg.Named = &set, o.named
	rememberServers(&cfg)
	if o.title == "" {
		name := o.name
		if !o.named {
			name = cmp.Or(set.Name, name)
		}
		o.title = lang.For(append([]string{set.Language}, cfg.Locales...)...).Format("%s's caves", name)
	}
	h, err := newHouse(o)
	if err != nil {
		return cfg, err
	}
	cfg.Own, cfg.Host, cfg.Seek = h.open, h.host, seek
	switch {
	case o.connect != "":
		cfg.Begin = app.Joining
	case o.solo || o.host != "":
		cfg.Begin = app.InOwnWorld
	}
	return cfg, nil
}
