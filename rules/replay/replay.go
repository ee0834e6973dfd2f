package replay

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"github.com/go-json-experiment/json"

	"laneya/rules"
	"laneya/rules/content"
)

// format is the number of the form that replays have.
const format = 1

// maxLine is how long a line of a replay may be, in bytes.
const maxLine = 64 << 10

// maxSteps bounds what one entry may ask for.
const maxSteps = 1 << 24

// Head begins a replay.
type Head struct {
	Format  int
	Rules   string // Fingerprint of the rules that it was recorded by
	Options rules.Options
}

// Entry is one thing that happened: so many steps, or a command, or the end.
type Entry struct {
	Steps   int            `json:",omitzero"`
	Command *rules.Command `json:",omitzero"`
	Hash    string         `json:",omitzero"` // of the world at the end, in hexadecimal
}

// Fingerprint tells the rules of this program from others: by their version and
// all tables of the content.
func Fingerprint() string {
	sum := sha256.New()
	fmt.Fprintf(sum, "%d\n", rules.Version)
	for _, table := range [...]any{
		content.Terrains, content.Clouds, content.Statuses, content.Foes, content.Items, content.Runes,
		content.Kits, content.Shots, content.Pace, content.Loudness, content.Looks, content.ClassNames, content.SlotNames,
		content.Colours, content.Messages, content.Emotes, content.Pages, content.Deeds,
	} {
		fmt.Fprintf(sum, "%+v\n", table)
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}

// Recorder writes a replay. It belongs to whoever owns the world.
type Recorder struct {
	w     io.Writer
	steps int // not written yet
	err   error
}

// NewRecorder begins the replay of a new world with those options.
func NewRecorder(w io.Writer, o rules.Options) *Recorder {
	r := &Recorder{w: w}
	r.write(Head{Format: format, Rules: Fingerprint(), Options: o})
	return r
}

// Note notes a command that the world has performed, or with nil a step.
func (r *Recorder) Note(c *rules.Command) {
	if c == nil {
		r.steps++
		return
	}
	r.flush()
	r.write(Entry{Command: c})
}

// End writes the hash of the world as it is now, and returns the first error
// of all writing.
func (r *Recorder) End(w *rules.World) error {
	r.flush()
	hash := w.Hash()
	r.write(Entry{Hash: hex.EncodeToString(hash[:])})
	return r.err
}

func (r *Recorder) flush() {
	if r.steps > 0 {
		r.write(Entry{Steps: r.steps})
		r.steps = 0
	}
}

func (r *Recorder) write(v any) {
	if r.err != nil {
		return
	}
	line, err := json.Marshal(v, json.Deterministic(true))
	if err == nil {
		_, err = r.w.Write(append(line, '\n'))
	}
	r.err = err
}

// The ways in which a replay comes to something else than was recorded.
var (
	// ErrChanged says that the rules are others than those it was recorded by.
	ErrChanged = errors.New("the rules have changed since this was recorded")
	// ErrBroken says that the same rules made something else of it.
	ErrBroken = errors.New("the same log made another world")
)

// Play plays a replay again and returns the world that it comes to. It fails
// with ErrChanged or ErrBroken where that is another one than was recorded, and
// with some other error for what is no replay.
func Play(in io.Reader) (*rules.World, error) {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	var head Head
	if err := next(lines, &head); err != nil {
		return nil, fmt.Errorf("head of the replay: %w", err)
	}
	if head.Format != format {
		return nil, fmt.Errorf("the replay has format %d, and this program reads %d", head.Format, format)
	}
	w := rules.NewWorld(head.Options)
	for n := 2; ; n++ {
		var e Entry
		if err := next(lines, &e); err != nil {
			return nil, fmt.Errorf("line %d of the replay: %w", n, err)
		}
		if e.Hash != "" {
			return w, compare(w, &head, e.Hash)
		}
		if e.Steps < 0 || e.Steps > maxSteps {
			return nil, fmt.Errorf("line %d of the replay: there can't be %d steps", n, e.Steps)
		}
		if err := apply(w, &e); err != nil {
			return nil, fmt.Errorf("line %d of the replay: %w", n, failure(&head, err))
		}
	}
}

func next(lines *bufio.Scanner, into any) error {
	if !lines.Scan() {
		if err := lines.Err(); err != nil {
			return err
		}
		return io.ErrUnexpectedEOF
	}
	return json.Unmarshal(bytes.TrimSpace(lines.Bytes()), into, json.RejectUnknownMembers(true))
}

func apply(w *rules.World, e *Entry) error {
	if e.Command != nil {
		return w.Perform(*e.Command)
	}
	for range e.Steps {
		w.Step(nil)
		w.Forget()
	}
	return nil
}

// failure returns what it means that a command which was performed is refused.
func failure(head *Head, err error) error {
	if head.Rules != Fingerprint() {
		return fmt.Errorf("%w: %w", ErrChanged, err)
	}
	return fmt.Errorf("%w: %w", ErrBroken, err)
}

func compare(w *rules.World, head *Head, want string) error {
	hash := w.Hash()
	switch got := hex.EncodeToString(hash[:]); {
	case got == want:
		return nil
	case head.Rules != Fingerprint():
		return ErrChanged
	}
	return ErrBroken
}
