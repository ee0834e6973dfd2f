package sounds

import (
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
)

func TestNilPlayerIsSilent(t *testing.T) {
	var p *Player
	p.Play(Bump, 1, 0)
	p.PlayDull(Bump, 1, 0)
	p.SetVolumes(Volumes{})
	p.SetMood(Mood{Tune: TitleTune})
	if err := p.Err(); err != nil {
		t.Error(err)
	}
	p.Close()
}

func TestTwoPlayersAndAnother(t *testing.T) {
	for range 2 {
		a, b := Open(), Open()
		a.Play(Click, 1, 0)
		b.Play(Click, 1, 0)
		a.Close()
		a.Close()
		b.Close()
	}
}

func TestNothingIsKeptUntilTheCardIsReady(t *testing.T) {
	p := newPlayer()
	p.plug = &plug{}
	p.Play(Join, 1, 0)
	if p.mixer.n != 0 {
		t.Error("what was played before will be heard later")
	}
}

const inChild = "LANEYA_TEST_NO_CARD"

// TestWithoutCard runs this test binary once more, where no sound card can be
// found, and looks at what it prints.
func TestWithoutCard(t *testing.T) {
	if os.Getenv(inChild) != "" {
		openWithoutCard(t)
		return
	}
	nothing := t.TempDir() + "/asound.conf"
	if err := os.WriteFile(nothing, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestWithoutCard$")
	cmd.Env = append(os.Environ(), inChild+"=1", "ALSA_CONFIG_PATH="+nothing)
	var out, complaints strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &complaints
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %s", err, &out)
	}
	if complaints.Len() != 0 {
		t.Errorf("printed %q", &complaints)
	}
}

// openWithoutCard waits until the card was looked for, and plays all the same.
// Only ALSA can be made to find no card.
func openWithoutCard(t *testing.T) {
	p := Open()
	defer p.Close()
	for p.Err() == nil && !p.plug.playing.Load() && t.Context().Err() == nil {
		runtime.Gosched()
	}
	if p.Err() == nil && usesALSA {
		t.Error("a sound card where there is none")
	}
	p.Play(Join, 1, 0)
	if p.Err() != nil && p.mixer.n != 0 {
		t.Error("sounds pile up where nobody hears them")
	}
}
