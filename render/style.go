package render

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
	}
}
