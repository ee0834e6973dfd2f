package render

// Label is a name to be drawn over a figure.
type Label struct {
	X, Y   float64 // the middle of the lower edge of the text, in device pixels
	Text   string
	Own    bool // it is the player's own hero
	Asleep bool // its player is away
}

// Labels returns the names of the heroes in the picture as of the last Update,
// from the far ones to the near. The slice is good until the next one.
func (s *Scene) Labels() []Label { return s.labels }

// label makes the labels.
func (s *Scene) label() {
	s.labels = s.labels[:0]
	v := &s.view
	for _, f := range s.cast.figures {
		if f.ghost || f.name == "" || !v.shows(f) {
			continue
		}
		lift := heroLift + 1
		if f.asleep {
			lift += 6
		}
		s.labels = append(s.labels, Label{
			X:    float64(v.device(f.x) - v.left + v.cell()/2),
			Y:    float64(v.device(f.y) - v.top - lift*v.zoom),
			Text: f.name, Own: f.own, Asleep: f.asleep,
		})
	}
}
