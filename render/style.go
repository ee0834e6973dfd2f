package render

import (
	"time"

	"laneya/vision"
)

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
	Letters  Letters
	Calm     bool // nothing flashes, recoils or flies
	Quality  Quality
	Shake    bool // the window trembles after heavy blows
	Signs    bool // shapes tell friends, foes, things and danger apart
	Contrast bool // floors are darker, walls brighter, and figures have an outline
	Eyes     vision.Kind
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
	was := s.style
	s.style, s.fresh = style, true
	s.ambience.beat = beats[min(style.Quality, Low)]
	if style.Calm {
		s.calm()
	}
	if was.Letters == style.Letters && was.Eyes == style.Eyes && was.Contrast == style.Contrast {
		return
	}
	s.eyes.kind = style.Eyes
	s.layer.floors, s.layer.walls = 1, 1
	if style.Contrast {
		s.layer.floors, s.layer.walls = 0.62, 1.5
	}
	s.ground.letters, s.cast.letters = style.Letters == AllLetters, style.Letters != NoLetters
	// All of it is chosen anew.
	s.revision, s.mapRev, s.details = ^uint64(0), ^uint64(0), ^uint64(0)
	s.ground.codes = nil
}

// calm ends what flashes, flies and moves by itself.
func (s *Scene) calm() {
	s.ambience.beat = 0
	s.effects.forget()
	s.particles.forget()
	s.shake = shake{}
	for _, f := range s.cast.figures {
		f.breathes, f.acts = false, 0
	}
}
