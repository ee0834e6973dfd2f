package e2e

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"laneya/client"
	"laneya/protocol"
	"laneya/server"
)

// Two in one world are told in languages of their own, and one who switches is told
// all that she knows anew.
func TestEachIsToldInHerLanguage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t, server.Config{Seed: 7})
		defer shutdown(t, s)
		anna := &bot{t: t, session: client.Start(client.Config{Dial: s.Dial, User: "anna", Language: "de"}), state: client.NewState()}
		t.Cleanup(anna.session.Close)
		bert := newBot(t, "bert", s.Dial)
		says := func(name, item, place string) func(*client.State) bool {
			return func(st *client.State) bool {
				items := st.Items()
				return st.Content() != nil && st.Content().Name(protocol.TableItems, "torch") == name && len(items) > 0 && items[0].Name == item && st.Self().LevelName == place
			}
		}
		german, english := says("Fackel", "Keule", "das Lager"), says("torch", "club", "the camp")
		anna.until("German", german)
		bert.until("English", english)
		hash := anna.state.Content().Hash
		if hash == bert.state.Content().Hash {
			t.Error("the tables of both languages have the same hash")
		}
		refused := func(b *bot) string {
			r := b.session.Do(protocol.Climb{Way: "up"})
			time.Sleep(time.Second) // of the bubble's time
			f, _ := r.Refused()
			return b.state.Content().Refusal(&f) + f.Message
		}
		if told := refused(anna); !strings.HasPrefix(told, "Du ") || strings.Contains(told, "You") {
			t.Errorf("in German she is refused by %q", told)
		}
		anna.session.Speak("en")
		anna.until("English", english)
		if told := refused(anna); !strings.HasPrefix(told, "You ") {
			t.Errorf("in English she is refused by %q", told)
		}
		anna.session.Speak("de")
		anna.until("German again", german)
		if anna.state.Content().Hash != hash {
			t.Error("the German tables have another hash than before")
		}
	})
}
