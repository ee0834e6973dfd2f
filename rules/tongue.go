package rules

import "laneya/lang"

// In which language a user is told of the world is no part of the world: it isn't
// kept, isn't in the log, and nothing that happens depends on it. What is kept of what
// a hero knows is data; its words stand beside, for View to show, and are made anew
// when the language is another.

// Speak lets the user be told everything in that language from now on; nil is English.
// Of one who has no hero it is good until the next Join.
func (w *World) Speak(user string, say *lang.Language) {
	if h := w.hero(user); h != nil {
		if h.say != say {
			h.say = say
			h.reword()
		}
		return
	}
	if say == nil {
		delete(w.tongues, user)
		return
	}
	if w.tongues == nil {
		w.tongues = make(map[string]*lang.Language)
	}
	w.tongues[user] = say
}

// learnTongue lets h, who comes into the world, be told in the language that was
// said.
func (w *World) learnTongue(h *hero) {
	h.say = w.tongues[h.Name]
	delete(w.tongues, h.Name)
	h.reword()
}

// reword makes the words anew that stand beside what h knows.
func (h *hero) reword() {
	for _, k := range h.Known {
		for i := range k.Things {
			t := &k.Things[i]
			t.Name = t.Label.words(h.say, t.Count)
		}
	}
	for i := range h.Recap {
		h.Recap[i].Text = blamed(h.say, h.Recap[i].By)
	}
	h.story = story{}
}
