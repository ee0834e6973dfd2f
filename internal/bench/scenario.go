package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"time"
)

// plan says how long and how often is measured.
type plan struct {
	turns   int           // of each server, in a scenario that goes by turns
	warm    time.Duration // at the start of a turn, before it counts
	turn    time.Duration // that counts
	walk    time.Duration // of a crowd, which isn't set against the least server
	stalled time.Duration // of a crowd among peers that don't read
	dropped int           // connections opened and dropped in a turn
	idle    int           // connections whose memory is measured
	bench   time.Duration // of each benchmark of the rules, three times
	frames  int           // of the busiest scene
	starts  int           // of the game
	play    time.Duration // in its window
	settle  time.Duration // before the window counts as idle
	rest    time.Duration // of the idle window
}

var (
	thorough = plan{
		turns: 11, warm: 100 * time.Millisecond, turn: 400 * time.Millisecond,
		walk: 10 * time.Second, stalled: 3 * time.Second, dropped: 10_000, idle: 2_000,
		bench: time.Second, frames: 300, starts: 5, play: 20 * time.Second, settle: 5 * time.Second, rest: 20 * time.Second,
	}
	hasty = plan{
		turns: 2, warm: 100 * time.Millisecond, turn: 300 * time.Millisecond,
		walk: 2 * time.Second, stalled: time.Second, dropped: 10_000, idle: 2_000,
		bench: 100 * time.Millisecond, frames: 60, starts: 2, play: 4 * time.Second, settle: 5 * time.Second, rest: 5 * time.Second,
	}
)

// bench is one run of the program.
type bench struct {
	ctx      context.Context
	plan     plan
	log      io.Writer // for the person who waits
	profiles string    // folder, "" for none
	scenario string    // being measured
}

// scenario is one thing that is measured.
type scenario struct {
	section *section
	name    string
	run     func(*bench) ([]row, error)
}

// scenarios are all there are, in the order of their tables.
var scenarios = []scenario{
	{serverSection, "outstanding-1", func(b *bench) ([]row, error) { return b.outstanding(1) }},
	{serverSection, "outstanding-50", func(b *bench) ([]row, error) { return b.outstanding(50) }},
	{serverSection, "outstanding-200", func(b *bench) ([]row, error) { return b.outstanding(200) }},
	{serverSection, "pipelined", (*bench).pipelined},
	{serverSection, "map", (*bench).getMap},
	{serverSection, "walk", func(b *bench) ([]row, error) { return b.crowd("200 walkers seen by all", false) }},
	{serverSection, "watch", func(b *bench) ([]row, error) { return b.crowd("200 watching walkers seen by all", true) }},
	{serverSection, "drop", (*bench).drop},
	{serverSection, "memory", (*bench).memory},
	{serverSection, "flood", func(b *bench) ([]row, error) { return b.deaf("a peer that asks for maps and never reads", flooding) }},
	{serverSection, "stall", func(b *bench) ([]row, error) { return b.deaf("a peer that walks and never reads", stalled) }},
	{rulesSection, "rules", (*bench).rules},
	{frameSection, "frame", (*bench).frame},
	{frameSection, "draws", (*bench).draws},
	{frameSection, "window", (*bench).window},
}

// all runs the scenarios with matching names. One that fails doesn't stop the
// others.
func (b *bench) all(match *regexp.Regexp) (map[*section][]row, error) {
	rows := map[*section][]row{}
	var failed error
	for _, s := range scenarios {
		if !match.MatchString(s.name) || b.ctx.Err() != nil {
			continue
		}
		fmt.Fprintf(b.log, "%s\n", s.name)
		b.scenario = s.name
		more, err := s.run(b)
		rows[s.section] = append(rows[s.section], more...)
		if err != nil {
			failed = errors.Join(failed, fmt.Errorf("%s: %w", s.name, err))
		}
	}
	if b.scenario == "" && failed == nil {
		failed = fmt.Errorf("no scenario has a name that matches %q", match)
	}
	return rows, errors.Join(failed, b.ctx.Err())
}

// byTurns measures ours and the least server in that many turns each.
func (b *bench) byTurns(turns int, measure func(*child) error) error {
	ours, err := b.start(roleOurs)
	if err != nil {
		return err
	}
	defer ours.kill()
	least, err := b.start(roleLeast)
	if err != nil {
		return err
	}
	defer least.kill()
	for range turns {
		for _, server := range []*child{ours, least} {
			if err := measure(server); err != nil {
				return fmt.Errorf("%s: %w", server.role, err)
			}
		}
	}
	return errors.Join(ours.stop(), least.stop())
}
