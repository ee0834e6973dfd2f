package synth

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// drop finds one sound.
func drop(name string) *Description {
	if name != "drop" {
		return nil
	}
	d, err := Parse("variants 2 spread 0.1\nlength 400\npeak 0.5\ntone from 900 decay 300 level 1")
	if err != nil {
		return nil
	}
	return d
}

func TestParseAmbienceRefuses(t *testing.T) {
	const good = "length 2000\npeak 0.3\nhiss from 440 width 0.5 level 0.2 sway 2 depth 0.5\n"
	if _, err := ParseAmbience(good+"fall drop count 3 level 0.2", drop); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"":                                      "1: an ambience needs",
		"length 2000\npeak 0.3":                 "1: an ambience needs",
		good + "length 90000":                   "1: an ambience needs",
		good + "peak 0.95":                      "1: an ambience needs",
		good + "fall stone count 3 level 1":     `4: there is no sound "stone"`,
		good + "fall":                           `4: fall needs`,
		good + "fall drop count 999 level 1":    "at most 200",
		good + "tone from 9 level 1":            "between 20 and 7000",
		good + "tone from 90 level 1 depth 1.5": "a depth up to 1",
		good + "beep 5":                         `4: unknown word "beep"`,
	} {
		if _, err := ParseAmbience(text, drop); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
}

// TestNoiseIsAsLoudOverTheSeam compares the beginning, over which the end lies, with the
// rest.
func TestNoiseIsAsLoudOverTheSeam(t *testing.T) {
	a, err := ParseAmbience("length 9000\npeak 0.5\nhiss from 2000 width 2 level 1", drop)
	if err != nil {
		t.Fatal(err)
	}
	samples := a.Render()
	power := func(part []int16) (sum float64) {
		for _, v := range part {
			sum += float64(v) * float64(v)
		}
		return sum / float64(len(part))
	}
	if louder := 10 * math.Log10(power(samples[:overlap/2])/power(samples[overlap/2:])); math.Abs(louder) > 0.8 {
		t.Errorf("it is %.1f dB louder", louder)
	}
}

// TestAmbiencesHaveNoSeam compares the step over the seam with the others.
func TestAmbiencesHaveNoSeam(t *testing.T) {
	for _, bed := range []string{"tone from 441.7 level 1 sway 3 depth 0.7", "rumble from 90 level 1", "hiss from 600 level 1 sway 1 depth 1"} {
		a, err := ParseAmbience("length 1500\npeak 0.5\n"+bed+"\nfall drop count 5 level 0.1", drop)
		if err != nil {
			t.Fatal(err)
		}
		samples := a.Render()
		if len(samples) != AmbienceRate*3/2 {
			t.Fatalf("%s: %d samples", bed, len(samples))
		}
		steps := make([]int, len(samples))
		for i := range samples {
			steps[i] = int(math.Abs(float64(samples[i]) - float64(samples[(i+1)%len(samples)])))
		}
		if seam, most := steps[len(steps)-1], slices.Max(steps[:len(steps)-1]); seam > most {
			t.Errorf("%s: jumps by %d, elsewhere by %d", bed, seam, most)
		}
		if again := a.Render(); !slices.Equal(samples, again) {
			t.Errorf("%s: sounds different the second time", bed)
		}
	}
}
