package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"regexp"
	"time"
)

// timeLimit ends a run that has got stuck.
const timeLimit = 10 * time.Minute

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	cancel()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	switch {
	case len(args) > 0 && (args[0] == roleOurs || args[0] == roleLeast):
		return serve(args[0], args[1:], stdin, stdout)
	case len(args) == 3 && args[0] == roleObserve:
		return observe(args[1], args[2], stdout)
	}
	var out, only string
	b := bench{plan: thorough, log: stderr}
	fs := flag.NewFlagSet("bench", flag.ContinueOnError)
	fs.SetOutput(stderr)
	quick := fs.Bool("quick", false, "short turns: for trying, not for figures to keep")
	fs.StringVar(&only, "run", "", "measure only the scenarios whose names match this regular `expression`")
	fs.StringVar(&out, "out", "", "also put the tables between the markers of this `file`")
	fs.StringVar(&b.profiles, "cpuprofile", "", "keep CPU profiles of our server in this `folder`, one for each scenario")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if *quick {
		b.plan = hasty
	}
	match, err := regexp.Compile(only)
	if err != nil {
		return fmt.Errorf("-run: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, timeLimit)
	defer cancel()
	b.ctx = ctx
	rows, failed := b.all(match)
	for _, section := range sections {
		if len(rows[section]) == 0 {
			continue
		}
		report := report{section: section, machine: machine(), quick: *quick, rows: rows[section]}
		if err := report.print(stdout); err != nil {
			return err
		}
		if out == "" {
			continue
		}
		if err := report.replaceIn(out); err != nil {
			return err
		}
	}
	return failed
}
