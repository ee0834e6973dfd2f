package replay_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"laneya/geom"
	"laneya/rules"
	"laneya/rules/replay"
)

// TestRecordedRuns plays the runs that parties of bots have played before. One
// that is broken fails; where the rules were changed on purpose, `make replays`
// records them anew.
func TestRecordedRuns(t *testing.T) {
	files, err := filepath.Glob("testdata/*.jsonl")
	if err != nil || len(files) < 10 {
		t.Fatalf("there are %d recorded runs, want 10 (%v)", len(files), err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			f, err := os.Open(name)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			w, err := replay.Play(f)
			switch {
			case errors.Is(err, replay.ErrChanged):
				t.Fatalf("%v; if that was meant, run `make replays` and look at docs/balance.md", err)
			case errors.Is(err, replay.ErrBroken):
				t.Fatalf("%v; raise rules.Version if its code was changed on purpose", err)
			case err != nil:
				t.Fatal(err)
			}
			if err := w.Ledger(); err != nil {
				t.Error(err)
			}
		})
	}
}

// record returns the replay of a short walk.
func record(t *testing.T) string {
	t.Helper()
	o := rules.Options{Seed: 3, Fog: true, Clock: rules.RealTime}
	w := rules.NewWorld(o)
	var b bytes.Buffer
	r := replay.NewRecorder(&b, o)
	do := func(c rules.Command) {
		if err := w.Perform(c); err != nil {
			t.Fatal(err)
		}
		r.Note(&c)
	}
	do(rules.Command{User: "anna", Verb: rules.Join})
	for i := range 40 {
		do(rules.Command{User: "anna", Verb: rules.Walk, Dir: geom.Dirs[i%4]})
		w.Step(nil)
		r.Note(nil)
	}
	if err := r.End(w); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestReplayTellsWhatIsWrong(t *testing.T) {
	good := record(t)
	lines := strings.SplitAfter(good, "\n")
	for name, test := range map[string]struct {
		text string
		want error
	}{
		"as recorded":            {good, nil},
		"another command":        {strings.Replace(good, `"Dir":1`, `"Dir":2`, 1), replay.ErrBroken},
		"a command that is gone": {strings.Join(append(append([]string(nil), lines[:9]...), lines[10:]...), ""), replay.ErrBroken},
		"another hash":           {good[:len(good)-6] + `0"}` + "\n", replay.ErrBroken},
		"other rules":            {strings.Replace(strings.Replace(good, replay.Fingerprint(), "0123456789abcdef", 1), `"Dir":1`, `"Dir":2`, 1), replay.ErrChanged},
	} {
		_, err := replay.Play(strings.NewReader(test.text))
		if !errors.Is(err, test.want) || test.want == nil && err != nil {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
	}
	for name, text := range map[string]string{
		"nothing": "", "half": good[:len(good)/2], "no replay": "hello\n", "steps without end": lines[0] + `{"Steps":99999999999}` + "\n",
	} {
		if _, err := replay.Play(strings.NewReader(text)); err == nil || errors.Is(err, replay.ErrBroken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
