package synth

import (
	"reflect"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	got, err := Parse(`
# a remark
variants 3 spread 0.1
length 250   # another
peak 0.5
tone from 440 to 220.5 at 10 attack 2 decay 60 level 0.125
hiss from 900 decay 50 level 1
room level 0.2 decay 300
`)
	if err != nil {
		t.Fatal(err)
	}
	want := &Description{
		variants: 3, spread: 100, length: 250000, peak: 500,
		layers: []layer{
			{kind: "tone", from: 440000, to: 220500, width: 1000, at: 10000, attack: 2000, decay: 60000, level: 125},
			{kind: "hiss", from: 900000, to: 900000, width: 1000, decay: 50000, level: 1000},
		},
		room: room{200, 300000},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestParseRefuses(t *testing.T) {
	const good = "length 50\npeak 0.5\ntone from 440 decay 30 level 1\n"
	tests := map[string]string{
		"":                                                "needs a length",
		"length 50\npeak 0.5\n":                           "needs a length",
		good + "beep 5":                                   "4: unknown word",
		good + "tone decay 5 level 1":                     `4: tone needs "from"`,
		good + "tone from 50 pitch 5":                     `tone has no "pitch"`,
		good + "tone from 9 decay 5 level 1":              "between 20 and 7000",
		good + "tone from 9000 decay 5 level 1":           "between 20 and 7000",
		good + "tone from 90 decay 1 level 1":             "at least 2 ms",
		good + "tone from x decay 5 level 1":              "no number",
		good + "tone from 90.1234 decay 5 level 1":        "three decimals",
		good + "tone from -90 decay 5 level 1":            "no number",
		good + "peak 0.9":                                 "no room above",
		good + "length 6000":                              "at most 5000",
		good + "variants 10":                              "1 to 9",
		good + "variants 0":                               "1 to 9",
		good + "tone from 99999999999999 decay 5 level 1": "no number",
	}
	for text, want := range tests {
		if _, err := Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
}
