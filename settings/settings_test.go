package settings

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestWhatIsSavedIsLoaded saves any settings and reads them again.
func TestWhatIsSavedIsLoaded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "settings.toml")
	rapid.Check(t, func(t *rapid.T) {
		s := Settings{
			Keys: drawTable(t, "keys"), Gamepad: drawTable(t, "gamepad"),
			Scale: rapid.Int().Draw(t, "scale"), Volume: rapid.Int().Draw(t, "volume"),
			Effects: rapid.Int().Draw(t, "effects"), Ambience: rapid.Int().Draw(t, "ambience"), Music: rapid.Int().Draw(t, "music"), Subtitles: rapid.Bool().Draw(t, "subtitles"),
			Shake: rapid.Bool().Draw(t, "shake"), Marks: rapid.Bool().Draw(t, "marks"), Contrast: rapid.Bool().Draw(t, "contrast"),
			Colours:    rapid.SampledFrom([]Colours{UsualColours, TritanColours, "sepia"}).Draw(t, "colours"),
			Quality:    rapid.SampledFrom([]Quality{AutomaticQuality, LowQuality, "superb"}).Draw(t, "quality"),
			Fullscreen: rapid.Bool().Draw(t, "full"), Calm: rapid.Bool().Draw(t, "calm"), Pictures: rapid.SampledFrom(append(slices.Clone(Ways), "oils")).Draw(t, "pictures"),
			Minimap: rapid.Bool().Draw(t, "minimap"), VSync: rapid.Bool().Draw(t, "vsync"), Pace: rapid.SampledFrom([]int{60, 30, 7}).Draw(t, "pace"),
			Window: Place{Monitor: "a\n\"", X: rapid.Int().Draw(t, "x"), Width: rapid.Int().Draw(t, "width"), Height: 7},
			Name:   rapid.StringN(0, 30, -1).Draw(t, "name"),
			Host: Host{
				Port: rapid.Int().Draw(t, "port"), From: rapid.SampledFrom(append(slices.Clone(Froms), "")).Draw(t, "from"), LAN: rapid.Bool().Draw(t, "lan"),
				Clock: rapid.SampledFrom(append(slices.Clone(Clocks), "slow")).Draw(t, "clock"), Death: rapid.SampledFrom(Deaths).Draw(t, "death"), Party: rapid.SampledFrom(Parties).Draw(t, "party"),
			},
		}
		if err := s.Save(path); err != nil {
			t.Fatal(err)
		}
		got, err := Load(path)
		if err != nil || got != s.within() {
			t.Fatalf("%+v comes back as %+v, %v", s, got, err)
		}
	})
	text, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(text), "# laneya's settings") {
		t.Errorf("the file begins %.40q, %v", text, err)
	}
}

// drawTable draws any table that can be kept.
func drawTable(t *rapid.T, name string) Table {
	text := rapid.StringMatching(`[^\n\t]{1,9}`)
	return TableOf(rapid.MapOfN(text, rapid.SliceOfN(text, 0, 4), 0, 5).Draw(t, name))
}

func TestWithoutAFileTheUsualHolds(t *testing.T) {
	if s, err := Load(filepath.Join(t.TempDir(), "none")); err != nil || s != Default() {
		t.Errorf("%+v, %v", s, err)
	}
}

// TestBadFilesAreKeptAside edits the file badly.
func TestBadFilesAreKeptAside(t *testing.T) {
	for _, text := range []string{"scale = ", "scale = \"wide\"", "\x00\xff", "[scale]\n[scale]"} {
		path := filepath.Join(t.TempDir(), "settings.toml")
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		s, err := Load(path)
		if s != Default() || err == nil || !strings.Contains(err.Error(), path+".bad") {
			t.Errorf("%q: %+v, %v", text, s, err)
		}
		if kept, err := os.ReadFile(path + ".bad"); err != nil || string(kept) != text {
			t.Errorf("%q is not kept: %q, %v", text, kept, err)
		}
	}
}

// TestPartsOfAFileHold reads a file that sets one thing, and one that sets another out
// of its bounds.
func TestPartsOfAFileHold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.toml")
	if err := os.WriteFile(path, []byte("calm = true\nscale = 900\nfuture = 1\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	want := Default()
	want.Calm, want.Scale = true, MostScale
	if s, err := Load(path); err != nil || s != want {
		t.Errorf("%+v, %v", s, err)
	}
}
