package app

import (
	"testing"
	"time"

	"laneya/render"
	"laneya/settings"
)

// run lets frames of that length pass for a while and returns the steps of quality.
func (p *pace) run(now *time.Duration, frame, whole time.Duration) (changes int) {
	for end := *now + whole; *now < end; {
		if *now += frame; p.frame(*now, true) {
			changes++
		}
	}
	return changes
}

func TestQualityFollowsFromFrames(t *testing.T) {
	const good, slow = time.Second / 60, 40 * time.Millisecond
	var p pace
	now := time.Duration(0)
	if n := p.run(&now, good, time.Minute); n != 0 || p.quality != render.High {
		t.Fatalf("with good frames the quality is %d", p.quality)
	}
	if p.run(&now, slow, 5*time.Second); p.quality != render.Medium {
		t.Errorf("after 5 s of slow frames the quality is %d", p.quality)
	}
	if p.run(&now, slow, 10*time.Second); p.quality != render.Low {
		t.Errorf("after 15 s the quality is %d", p.quality)
	}
	if p.run(&now, good, 15*time.Second); p.quality != render.Low {
		t.Errorf("it is raised after 15 s already, to %d", p.quality)
	}
	if p.run(&now, good, time.Minute); p.quality != render.High {
		t.Errorf("a minute of good frames leaves it at %d", p.quality)
	}
}

// A machine that can do the lower quality only changes less and less often.
func TestQualityComesToRest(t *testing.T) {
	var p pace
	now := time.Duration(0)
	count := func(whole time.Duration) (n int) {
		for end := now + whole; now < end; {
			frame := time.Second / 60
			if p.quality == render.High {
				frame = 30 * time.Millisecond
			}
			if now += frame; p.frame(now, true) {
				n++
			}
		}
		return n
	}
	first := count(5 * time.Minute)
	if count(20 * time.Minute); first < 3 {
		t.Errorf("only %d changes at first", first)
	}
	if later := count(5 * time.Minute); later > 2 {
		t.Errorf("%d changes in five minutes, half an hour later", later)
	}
}

// Pauses between frames in which nothing changed are no slow frames.
func TestQualityIgnoresPauses(t *testing.T) {
	var p pace
	for i := range 10000 {
		if p.frame(time.Duration(i)*100*time.Millisecond, i%2 == 0) {
			t.Fatal("the quality changes")
		}
	}
}

// The setting says what holds, scenes are told, and a fixed quality stays.
func TestTheQualityThatHolds(t *testing.T) {
	r := playing(t)
	r.g.pace.quality = render.Medium
	if got := qualitySetting.shown(r.g); got != "automatic: medium now" {
		t.Errorf("it says %q", got)
	}
	if r.g.style().Quality != render.Medium {
		t.Error("scenes are drawn in another quality")
	}
	r.g.set.Quality = settings.HighQuality
	if got := qualitySetting.shown(r.g); got != "high" || r.g.style().Quality != render.High {
		t.Errorf("it says %q", got)
	}
}

// Slow frames of the game itself lower the quality, as time is injected.
func TestTheGameMeasuresItsFrames(t *testing.T) {
	c := newCrowd(t)
	for range 60 {
		c.step()
		for range framesPerStep {
			c.Time += 20 * time.Millisecond // besides the frame's own
			c.frame()
		}
	}
	if c.g.pace.quality == render.High {
		t.Error("slow frames change nothing")
	}
}
