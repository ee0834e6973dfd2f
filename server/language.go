package server

import (
	"laneya/lang"
	"laneya/protocol"
)

// languageOf returns the language that suits a tag, nil for English, which is also
// what suits those that nobody speaks here.
func languageOf(tag string) *lang.Language {
	if tag == "" {
		return nil
	}
	if l := lang.For(tag); l != lang.For() {
		return l
	}
	return nil
}

// listen takes over in which language the user wants to be told, before her hero
// appears, of which she is told as well. Who wants another than before is told
// everything anew on all her connections.
func (t *turn) listen(c *call, a protocol.Action) {
	w, ok := a.(protocol.Watch)
	if !ok {
		return
	}
	acc, say := c.member.account, languageOf(w.Language)
	if acc.say.Swap(say) == say {
		return
	}
	if t.world.HasHero(acc.name) {
		t.world.Speak(acc.name, say)
	}
	acc.parked = nil
	for _, ss := range t.sessions {
		for _, m := range ss.attached {
			if m.account == acc {
				m.stream.fresh = true
			}
		}
	}
}
