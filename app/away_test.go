package app

import (
	"strings"
	"testing"
	"time"

	"laneya/client"
	"laneya/protocol"
)

// missing tells the game that so many tries came to nothing.
func missing(r *rig, tries int) {
	r.tell(client.Change{Link: &protocol.Link{Phase: protocol.Reconnecting, Message: "The server can't be reached.", Retry: 4 * time.Second, Tries: tries}})
	r.frames(2)
}

// TestAServerThatIsAway loses the connection for a blink, for longer, and for good.
func TestAServerThatIsAway(t *testing.T) {
	r := playing(t)
	missing(r, 1)
	r.wants("play")
	missing(r, patientTries)
	r.wants("The connection is lost")
	if f := r.form(); f.Items[awayWhy].Text != "The server can't be reached." || !strings.HasPrefix(f.Items[awayNext].Text, "Try 3 in 4 s.") {
		t.Errorf("it says %q and %q", f.Items[awayWhy].Text, f.Items[awayNext].Text)
	}
	r.frames(90)
	choose(r, keyboard{}, idRetry)
	r.wants("The connection is lost")
	if r.session.retried != 1 {
		t.Errorf("it was tried %d times", r.session.retried)
	}
	missing(r, 5)
	if f := r.form(); !strings.HasPrefix(f.Items[awayNext].Text, "Try 6 in 4 s.") {
		t.Errorf("it says %q", f.Items[awayNext].Text)
	}
	r.tell(link(protocol.Online, ""))
	r.frames(2)
	r.wants("play")
	missing(r, 9)
	r.frames(90)
	choose(r, keyboard{}, idBack)
	r.wants("title")
}
