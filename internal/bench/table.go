package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

// section is a part of what is measured, with a table of its own.
type section struct {
	name    string
	columns []string
	cells   func(row) []string
}

var (
	serverSection = &section{
		name: "figures", columns: []string{"measured", "ours", "least server", "ratio", "goal", ""},
		cells: func(r row) []string { return []string{r.what, r.ours, r.least, r.ratio, r.goal, r.verdict} },
	}
	frameSection = &section{
		name: "figures of the frame", columns: []string{"measured", "figure", "goal", ""},
		cells: func(r row) []string { return []string{r.what, r.ours, r.goal, r.verdict} },
	}
	rulesSection = &section{
		name: "figures of the rules", columns: []string{"measured", "figure", "allocations", "goal", ""},
		cells: func(r row) []string { return []string{r.what, r.ours, r.least, r.goal, r.verdict} },
	}
	sections = []*section{serverSection, rulesSection, frameSection}
)

// markers are the lines that the section's table stands between in a file.
func (s *section) markers() (before, behind []byte) {
	return fmt.Appendf(nil, "<!-- %s: written by make bench, not by hand -->\n", s.name),
		fmt.Appendf(nil, "<!-- end of %s -->\n", s.name)
}

// row is one line of a table. What doesn't apply is empty.
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

// report is the outcome of a run for one section.
type report struct {
	section *section
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
	line(&b, r.section.columns)
	b.WriteString(strings.Repeat("|---", len(r.section.columns)) + "|\n")
	for _, l := range r.rows {
		line(&b, r.section.cells(l))
	}
	_, err := w.Write(b.Bytes())
	return err
}

// line writes a line of a table.
func line(b *bytes.Buffer, cells []string) {
	for _, c := range cells {
		if c != "" {
			c += " "
		}
		fmt.Fprintf(b, "| %s", c)
	}
	b.WriteString("|\n")
}

// replaceIn puts the report in the place of what stands between the markers.
func (r report) replaceIn(path string) error {
	old, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	open, close := r.section.markers()
	before, rest, found := bytes.Cut(old, open)
	_, after, closed := bytes.Cut(rest, close)
	if !found || !closed {
		return fmt.Errorf("%s has no lines to put the %s between", path, r.section.name)
	}
	var b bytes.Buffer
	b.Write(before)
	b.Write(open)
	b.WriteByte('\n')
	if err := r.print(&b); err != nil {
		return err
	}
	b.WriteByte('\n')
	b.Write(close)
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

func megabytes(bytes float64) string { return fmt.Sprintf("%.0f MB", bytes/(1<<20)) }

func kilobytes(bytes float64) string { return fmt.Sprintf("%.1f KB", bytes/1024) }
