package app

import (
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"laneya/input"
)

const (
	// heartbeat is how often the window is shown its picture although nothing
	// changed: one that was covered doesn't say that its picture is gone. Where
	// the mouse moves on it, somebody looks, and it is done sooner.
	heartbeat = 5 * time.Second
	lookedAt  = time.Second
	// minimisedEvery is in how many frames a window without the keyboard is
	// asked whether it is minimised.
	minimisedEvery = 3
)

// exposures are how long after the window was uncovered it is shown its
// picture. Once isn't enough: a window manager may paint it black a while after
// it said that it is there.
var exposures = [...]time.Duration{0, 50 * time.Millisecond, 100 * time.Millisecond, 300 * time.Millisecond, 600 * time.Millisecond, time.Second}

// exposure finds out when a window lost its picture, as far as that can be told,
// and wants it shown again.
type exposure struct {
	since     time.Duration // when the window was last uncovered
	next      int           // of the exposures
	minimised bool
	frames    int           // without the keyboard
	lastShown time.Duration // when the picture was last wanted shown again
	asked     uint64        // how often it was
	shown     uint64        // and what of that Draw has done
	dot       *ebiten.Image
}

// expose notes that the window may have been uncovered.
func (e *exposure) expose(now time.Duration) { e.since, e.next = now, 0 }

// watch looks whether the picture is to be shown again. It was drawn anew at
// lastNew.
func (e *exposure) watch(in *input.Snapshot, w Window, lastNew time.Duration) {
	e.look(in, w)
	due := false
	for e.next < len(exposures) && in.Now-e.since >= exposures[e.next] {
		e.next++
		due = true
	}
	old := in.Now - max(lastNew, e.lastShown)
	beat := !e.minimised && (old >= heartbeat || in.Pointer.Moved && old >= lookedAt)
	if due || beat {
		e.asked++
		e.lastShown = in.Now
	}
}

// look asks whether the window is minimised. One that has the keyboard isn't,
// and need not be asked, which is a way to the window system and back.
func (e *exposure) look(in *input.Snapshot, w Window) {
	was := e.minimised
	if in.Focused {
		e.frames, e.minimised = 0, false
	} else {
		if e.frames%minimisedEvery == 0 {
			e.minimised = w.Minimised()
		}
		e.frames++
	}
	if was && !e.minimised {
		e.expose(in.Now)
	}
}

// again makes the engine bring the picture that it keeps to the window once
// more, which takes a fraction of drawing it: it does so wherever anything was
// drawn, be it a dot that can't be seen.
func (e *exposure) again(dst *ebiten.Image) {
	if e.dot == nil {
		e.dot = ebiten.NewImage(1, 1)
	}
	dst.DrawImage(e.dot, nil)
}
