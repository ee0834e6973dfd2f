package content

import (
	"regexp"
	"strings"
	"testing"
)

// thirdPerson finds verbs that don't go with "you", as far as they can be told
// from other words by what comes before.
var thirdPerson = regexp.MustCompile(`(?:^|[.,:] |and )[Yy]ou (?:is|was|has|does|goes|[a-z]*[a-rt-z]s)\b`)

// TestSentencesAgreeWithYou says every message to the one whom it is about.
func TestSentencesAgreeWithYou(t *testing.T) {
	for i := range Messages {
		m := &Messages[i]
		if strings.Contains(m.Text, "|") {
			if s := Sentence(nil, m.Code, Words{Actor: "ann", Target: "the rat"}); strings.Contains(s, "|") {
				t.Errorf("%s: %q", m.Code, s)
			}
		}
		// What foes do, nobody does herself.
		if isOf(foeMessages, m.Code) || foesOnly[m.Code] {
			continue
		}
		if s := Sentence(nil, m.Code, Words{Actor: You, Target: You}); thirdPerson.MatchString(s) {
			t.Errorf("%s: %q", m.Code, s)
		}
	}
}

// foesOnly are the codes outside of foeMessages whose actor is never the reader.
var foesOnly = map[string]bool{
	"hit_hero": true, "die": true, "drains": true, "grabs": true, "status_on": true, "stagger": true, "boss_dies": true,
	"ally_comes": true, "changes": true, "coffin_wakes": true, "follows_foe": true,
	"stop_danger": true, "stop_asleep": true, "stop_blocked": true, "danger_explore": true, "target_away": true,
	"not_wisp": true, "friend_full": true,
}

func isOf(messages []Message, code string) bool {
	for i := range messages {
		if messages[i].Code == code {
			return true
		}
	}
	return false
}
