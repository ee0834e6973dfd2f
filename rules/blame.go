package rules

import (
	"strings"

	"laneya/lang"
	"laneya/rules/content"
)

// What hurt somebody is kept as data, since each reads it in her language: the key of a
// foe or the name of a hero behind one of these words, or an English text.
const (
	blameFoe  = "foe "
	blameHero = "hero "
)

func (f *foe) blame() string  { return blameFoe + f.row().Key }
func (h *hero) blame() string { return blameHero + h.Name }

// blamed says what hurt somebody: "a cave rat", "ann", "fire".
func blamed(say *lang.Language, cause string) string {
	if key, ok := strings.CutPrefix(cause, blameFoe); ok {
		if k, ok := content.FoeByKey(key); ok {
			return k.Row().One(say, lang.Nominative)
		}
	}
	if name, ok := strings.CutPrefix(cause, blameHero); ok {
		return name
	}
	return say.Text(cause)
}
