package score

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"laneya/sounds/synth"
)

// library has a voice that sounds for long and one that sounds for a moment.
func library() *Library {
	return NewLibrary(func(name string) (*synth.Description, error) {
		texts := map[string]string{
			"long":  "pitch 440\nrelease 50\nlength 4000\npeak 0.5\ntone from 440 attack 5 decay 60000 level 1",
			"short": "pitch 440\nrelease 50\nlength 100\npeak 0.5\ntone from 440 attack 5 decay 60 level 1",
			"noise": "length 100\npeak 0.5\nhiss from 440 decay 60 level 1",
		}
		text, ok := texts[name]
		if !ok {
			return nil, errors.New("there is no voice " + name)
		}
		return synth.Parse(text)
	})
}

func tune(t testing.TB, text string) *Tune {
	t.Helper()
	s, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	made, err := s.Arrange(library())
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// power returns the root of the mean square of what the left ear hears from one share
// of the frames to another.
func power(frames []float32, from, to float64) float64 {
	n := len(frames) / 2
	var sum float64
	a, b := int(float64(n)*from), int(float64(n)*to)
	for i := a; i < b; i++ {
		sum += float64(frames[2*i]) * float64(frames[2*i])
	}
	return math.Sqrt(sum / float64(b-a))
}

func TestPitch(t *testing.T) {
	for name, want := range map[string]float64{"a4": 440, "a3": 220, "c4": 261.626, "f#3": 184.997, "bb2": 116.541, "d5": 587.33, "cb4": 246.942} {
		if got, ok := pitch(name); !ok || math.Abs(got-want) > 0.01 {
			t.Errorf("%s is at %f, want %f", name, got, want)
		}
	}
	for _, name := range []string{"", "a", "4", "h4", "a9", "ax4", "a44", " 4", "a-1", "é4"} {
		if got, ok := pitch(name); ok {
			t.Errorf("%q is at %f", name, got)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	const good = "tempo 60\nbars 4\nlayer a\nlong | a4 . | - |\n"
	if _, err := Parse(good); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"":                                    "1: a piece needs bars",
		"bars 4":                              "1: a piece needs bars",
		good + "long | a4 | a4 | a4 |":        "5: 3 bars don't fit into the 4",
		good + "long | a4 h4 |":               `5: "h4" is no note`,
		good + "long level 2 | a4 |":          "level and pan are 0 to 1",
		good + "long gain 1 | a4 |":           `"gain" is none of level, pan`,
		good + "long level | a4 |":            `"level" is none of`,
		good + "layer b calm 2":               "calm is 0 to 1",
		good + "layer b angry 1":              `"angry" is none of`,
		good + "bars 8":                       "bars can't be 8 here",
		good + "tempo 1000":                   "no number between 0 and 1000",
		good + "tempo 900":                    "tempo can't be 900",
		good + "tempo NaN":                    "no number between",
		good + "| a4 |":                       "a line begins with its voice",
		"bars 4\nlong | a4 |":                 "2: notes belong to a layer",
		good + strings.Repeat("layer x\n", 8): "at most 8 layers",
	} {
		if _, err := Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
	for line, want := range map[string]string{"flute | a4 |": "no voice flute", "noise | a4 |": "no pitch", "long | a8 |": "can't play a8"} {
		s, err := Parse("bars 1\nlayer a\n" + line)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Arrange(library()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", line, err, want)
		}
	}
}

// TestNoTextPanics reads lines made of the words that scores are made of.
func TestNoTextPanics(t *testing.T) {
	word := rapid.SampledFrom([]string{"tempo", "bars", "beats", "level", "layer", "long", "short", "pan", "|", "%", ".", "-", "a4", "c3+e3", "f#2!", "+", "!", "4", "0", "60", "\n", "\n", "#", "calm"})
	rapid.Check(t, func(t *rapid.T) {
		text := "bars 2\nlayer a\n" + strings.Join(rapid.SliceOfN(word, 0, 40).Draw(t, "words"), " ")
		s, err := Parse(text)
		if err != nil {
			return
		}
		if made, err := s.Arrange(library()); err == nil {
			var b Band
			levels := made.Only("")
			b.Play(made, levels)
			b.Mix(make([]float32, 2*5000), &levels)
		}
	})
}

// TestNotesAreWhereTheyAreWritten plays two bars of two beats, a second each.
func TestNotesAreWhereTheyAreWritten(t *testing.T) {
	made := tune(t, "tempo 60\nbeats 2\nbars 2\nlayer a\nshort pan 0 | a4 . | . a4, |\n")
	if made.Frames() != 4*synth.Rate {
		t.Fatalf("lasts %d frames", made.Frames())
	}
	heard := made.Render(made.Only("a"))
	loud, quiet, soft := power(heard, 0, 0.03), power(heard, 0.2, 0.24), power(heard, 0.75, 0.78)
	if loud < 20*quiet || soft > 0.8*loud || soft < 0.4*loud {
		t.Errorf("on the note %f, between notes %f, on a soft one %f", loud, quiet, soft)
	}
}

func TestNotesAreLetGo(t *testing.T) {
	held := tune(t, "tempo 60\nbeats 4\nbars 1\nlayer a\nlong | a4 . . . |\n")
	let := tune(t, "tempo 60\nbeats 4\nbars 1\nlayer a\nlong | a4 . - . |\n")
	if h, l := power(held.Render(held.Only("")), 0.6, 0.7), power(let.Render(let.Only("")), 0.6, 0.7); l > h/10 {
		t.Errorf("held at %f, let go at %f", h, l)
	}
}

// TestWhatSoundsGoesOnOverTheSeam lets a note begin just before the end.
func TestWhatSoundsGoesOnOverTheSeam(t *testing.T) {
	made := tune(t, "tempo 60\nbeats 4\nbars 1\nlayer a\nlong | . . . a4 |\n")
	heard := made.Render(made.Only("a"))
	if before, after := power(heard, 0.9, 1), power(heard, 0, 0.1); after < before/2 {
		t.Errorf("before the seam %f, after it %f", before, after)
	}
	var most float64
	for i := 2; i < len(heard); i += 2 {
		most = max(most, math.Abs(float64(heard[i]-heard[i-2])))
	}
	if jump := math.Abs(float64(heard[0] - heard[len(heard)-2])); jump > most {
		t.Errorf("jumps by %f, elsewhere by %f", jump, most)
	}
}

// TestLayersStayTogether lets a layer come in late: it is where it would be had it
// sounded all the while.
func TestLayersStayTogether(t *testing.T) {
	const text = "tempo 240\nbeats 4\nbars 4\nlayer a\nlong pan 0 | a4 . a4 . |\nlayer b\nlong pan 1 | c4 . . e4 | g4 . . . |\n"
	made := tune(t, text)
	all := made.Only("")
	var late, whole Band
	late.Play(made, made.Only("a"))
	whole.Play(made, all)
	early := made.Only("a")
	mix := func(b *Band, frames int, levels *Levels) []float32 {
		out := make([]float32, 2*frames)
		b.Mix(out, levels)
		return out
	}
	mix(&late, 31234, &early)
	mix(&whole, 31234, &all)
	mix(&late, 4*synth.Rate, &all)
	mix(&whole, 4*synth.Rate, &all)
	a, b := mix(&late, 20000, &all), mix(&whole, 20000, &all)
	for i := range a {
		if math.Abs(float64(a[i]-b[i])) > 1e-3 {
			t.Fatalf("frame %d is %f, want %f", i/2, a[i], b[i])
		}
	}
}

// TestSizesDontMatter plays a tune in pieces of any size.
func TestSizesDontMatter(t *testing.T) {
	made := tune(t, "tempo 240\nbeats 4\nbars 1\nlayer a\nlong | a4 c5 . - |\nshort | a3 a3 a3 |\n")
	rapid.Check(t, func(t *rapid.T) {
		levels := made.Only("")
		var one, other Band
		one.Play(made, levels)
		other.Play(made, levels)
		frames := rapid.IntRange(1, 60000).Draw(t, "frames")
		whole := make([]float32, 2*frames)
		one.Mix(whole, &levels)
		pieces := make([]float32, 2*frames)
		for rest := pieces; len(rest) > 0; {
			n := min(2*rapid.IntRange(1, 20000).Draw(t, "piece"), len(rest))
			other.Mix(rest[:n], &levels)
			rest = rest[n:]
		}
		for i := range whole {
			if math.Abs(float64(whole[i]-pieces[i])) > 1e-4 {
				t.Fatalf("sample %d is %f, in pieces %f", i, whole[i], pieces[i])
			}
		}
	})
}

func TestLevels(t *testing.T) {
	made := tune(t, "bars 1\nlayer a calm 0.5 fight 0 camp 0\nlong | a4 |\nlayer b upper 0 deep 0.8\nlong | a4 |\n")
	for _, c := range []struct {
		danger Danger
		depth  float64
		a, b   float32
	}{{Calm, -1, 0, 1}, {Calm, 0, 0.5, 0}, {Wary, 0.5, 1, 0.4}, {Fight, 1, 0, 0.8}, {200, 7, 0, 0.8}} {
		got := made.Levels(c.danger, c.depth)
		if math.Abs(float64(got[0]-c.a)) > 1e-6 || math.Abs(float64(got[1]-c.b)) > 1e-6 {
			t.Errorf("danger %d at %v: %v", c.danger, c.depth, got[:2])
		}
	}
}

// TestMoreNotesThanThereIsRoomFor writes a chord of very many.
func TestMoreNotesThanThereIsRoomFor(t *testing.T) {
	chord := "a4" + strings.Repeat("+a4", 2*maxNotes)
	made := tune(t, fmt.Sprintf("tempo 20\nbars 1\nlayer a\nlong | %s |\n", chord))
	var b Band
	levels := made.Only("a")
	b.Play(made, levels)
	b.Mix(make([]float32, 2*4*synth.Rate), &levels)
	if b.n > maxNotes {
		t.Errorf("%d notes", b.n)
	}
}

func TestBeatsAreStressed(t *testing.T) {
	made := tune(t, "tempo 60\nbeats 4\nbars 1\nlayer a\nshort | a4 a4 a4 a4 |\n")
	heard := made.Render(made.Only(""))
	if first, second := power(heard, 0, 0.03), power(heard, 0.25, 0.28); first < 1.05*second {
		t.Errorf("the first is at %f, the second at %f", first, second)
	}
}
