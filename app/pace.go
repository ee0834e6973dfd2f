package app

import (
	"time"

	"laneya/render"
	"laneya/settings"
	"laneya/vision"
)

// How long frames may take, and how the quality follows from that.
const (
	paceFrames = 90                    // that are looked at together
	tooLong    = 20 * time.Millisecond // on average: a fifth more than a frame has
	longFrame  = 250 * time.Millisecond
	// A better quality is tried after paceWait without a frame too long, and each time
	// that it proves too much, after twice as long.
	paceWait, longestPaceWait = 20 * time.Second, 10 * time.Minute
)

// pace finds out how much this machine can draw. It looks at frames that were drawn one
// right after the other only: any others wait for something to happen.
type pace struct {
	quality render.Quality
	began   bool          // a frame was drawn, at last
	last    time.Duration // when
	sum     time.Duration // of frames
	frames  int
	fine    time.Duration // for how long frames have taken no longer than they may
	wait    time.Duration // how long that has to be
	raised  bool          // the quality was raised, and it isn't known yet whether that was well
}

// frame notes that a frame was drawn, or was not as nothing has changed. It reports
// whether another quality is due.
func (p *pace) frame(now time.Duration, drawn bool) (changed bool) {
	took := now - p.last
	counts := p.began && drawn && took < longFrame
	p.began, p.last = drawn, now
	if !counts {
		return false
	}
	p.sum += took
	if p.frames++; p.frames < paceFrames {
		return false
	}
	mean := p.sum / paceFrames
	p.fine += p.sum
	p.sum, p.frames = 0, 0
	if p.wait == 0 {
		p.wait = paceWait
	}
	if mean > tooLong {
		return p.lower()
	}
	return p.raise()
}

// lower takes a step down, if there is one.
func (p *pace) lower() bool {
	p.fine = 0
	if p.raised {
		p.wait = min(2*p.wait, longestPaceWait)
	}
	p.raised = false
	if p.quality == render.Low {
		return false
	}
	p.quality++
	return true
}

// raise takes a step up, if there is one and there has been room for long enough.
func (p *pace) raise() bool {
	if p.fine < p.wait || p.quality == render.High {
		return false
	}
	p.fine, p.raised = 0, true
	p.quality--
	return true
}

// measure looks at how long frames take.
func (g *Game) measure() {
	if g.cycle == noFrame {
		return
	}
	drawn := g.cycle == newFrame && g.focused && !g.rested
	g.cycle = noFrame
	if g.pace.frame(g.now, drawn) && g.set.Quality == settings.AutomaticQuality {
		g.moved = true // scenes are told by their layout
	}
}

// cycle is what the last Draw has done.
type cycle uint8

const (
	noFrame cycle = iota // there was none since the last Update
	sameFrame
	newFrame
)

// quality is how much is drawn now.
func (g *Game) quality() render.Quality {
	switch g.set.Quality {
	case settings.HighQuality:
		return render.High
	case settings.MediumQuality:
		return render.Medium
	case settings.LowQuality:
		return render.Low
	}
	return g.pace.quality
}

// eyes is for whose eyes colours are chosen.
func (g *Game) eyes() vision.Kind {
	switch g.set.Colours {
	case settings.ProtanColours:
		return vision.Protan
	case settings.DeutanColours:
		return vision.Deutan
	case settings.TritanColours:
		return vision.Tritan
	}
	return vision.Usual
}

// visible reports whether something of a screen shows, if the player looks.
func (g *Game) visible(s screen) bool {
	if !g.focused {
		return false
	}
	for i := len(g.stack) - 1; i >= 0; i-- {
		if g.stack[i] == s {
			return true
		}
		if g.stack[i].covers() {
			return false
		}
	}
	return false
}
