package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"time"
)

// row is one line of the table. What doesn't apply is empty.
type row struct {
	what    string
	ours    string
	least   string
	ratio   string // ours to the least server's
	goal    string
	verdict string
}

// judge returns the verdict on a goal.
func judge(met bool) string {
	if met {
		return "met"
	}
	return "**missed**"
}

// report is the outcome of a run.
type report struct {
	machine string
	quick   bool
	rows    []row
}

// print writes the report in Markdown.
func (r report) print(w io.Writer) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "Measured on %s, %s\n\n", time.Now().UTC().Format(time.DateOnly), r.machine)
	if r.quick {
		b.WriteString("These are figures of short turns, for trying only.\n\n")
	}
	b.WriteString("| measured | ours | least server | ratio | goal | |\n|---|---|---|---|---|---|\n")
	for _, l := range r.rows {
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", l.what, l.ours, l.least, l.ratio, l.goal, l.verdict)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// The lines that the report stands between in a file.
var (
	openMarker  = []byte("<!-- figures: written by make bench, not by hand -->\n")
	closeMarker = []byte("<!-- end of figures -->\n")
)

// replaceIn puts the report in the place of what stands between the markers.
func (r report) replaceIn(path string) error {
	old, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	before, rest, found := bytes.Cut(old, openMarker)
	_, after, closed := bytes.Cut(rest, closeMarker)
	if !found || !closed {
		return fmt.Errorf("%s has no lines to put the table between", path)
	}
	var b bytes.Buffer
	b.Write(before)
	b.Write(openMarker)
	b.WriteByte('\n')
	if err := r.print(&b); err != nil {
		return err
	}
	b.WriteByte('\n')
	b.Write(closeMarker)
	b.Write(after)
	return os.WriteFile(path, b.Bytes(), 0o666)
}

// perSecond writes a rate.
func perSecond(rate float64) string {
	switch {
	case rate >= 1e6:
		return fmt.Sprintf("%.2f M/s", rate/1e6)
	case rate >= 1e3:
		return fmt.Sprintf("%.1f k/s", rate/1e3)
	}
	return fmt.Sprintf("%.0f/s", rate)
}

// seconds writes a time in the unit that suits it.
func seconds(s float64) string {
	switch {
	case s >= 1:
		return fmt.Sprintf("%.3g s", s)
	case s >= 1e-3:
		return fmt.Sprintf("%.3g ms", s*1e3)
	}
	return fmt.Sprintf("%.3g µs", s*1e6)
}

// milli writes a time in milliseconds to a tenth.
func milli(s float64) string { return fmt.Sprintf("%.1f ms", s*1e3) }

func kilobytes(bytes float64) string { return fmt.Sprintf("%.1f KB", bytes/1024) }
