package render

import "time"

// Letters says what is drawn as the content's characters instead of pictures.
type Letters uint8

// What may be.
const (
	NoLetters     Letters = iota // but for what there is no picture of
	LetterFigures                // heroes and foes
	AllLetters                   // things and ground as well
)

// Style is how a Scene is drawn. The zero value is with pictures, and lively.
type Style struct {
	Letters Letters
	Calm    bool // nothing flashes, recoils or flies
}

// breathTime is how long a figure that stands holds one of its two pictures.
const breathTime = 480 * time.Millisecond

// breathe lets dt pass for those who stand. It changes pictures only where the scene is
// drawn anyway: a cave in which nothing happens costs nothing.
func (s *Scene) breathe(dt time.Duration, drawn bool) {
	s.breath += dt
	if !drawn || s.style.Calm {
		return
	}
	for _, f := range s.cast.figures {
		// Not all of them at once.
		f.breathes = (f.drawn || f.dressed) && !f.asleep && !f.wisp && (int(s.breath/breathTime)+int(f.phase))%2 == 0
	}
}

// SetStyle sets how the scene is drawn from the next Update on.
func (s *Scene) SetStyle(style Style) {
	if s.style == style {
		return
	}
	s.style, s.fresh = style, true
	s.ground.letters, s.cast.letters = style.Letters == AllLetters, style.Letters != NoLetters
	// All of it is chosen anew.
	s.revision, s.mapRev, s.details = ^uint64(0), ^uint64(0), ^uint64(0)
	s.ground.codes = nil
	if style.Calm {
		s.effects.forget()
		for _, f := range s.cast.figures {
			f.breathes, f.acts = false, 0
		}
	}
}
