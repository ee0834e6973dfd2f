package app

import (
	"testing"

	"laneya/client"
	"laneya/protocol"
)

// TestTheJournalWaitsForWords tells of something before the server's tables are there.
func TestTheJournalWaitsForWords(t *testing.T) {
	r := playing(t)
	p := r.g.top().(*play)
	r.tell(client.Change{Update: protocol.View{Seq: 2, Details: protocol.Details{Events: []protocol.Event{{Code: "hits", Actor: "you", Target: "the rat", N: 3}}}}})
	r.frames(2)
	if n := len(p.journal.entries); n != 0 {
		t.Fatalf("without the tables it says %q", p.journal.entries[0].String())
	}
	r.tell(client.Change{Content: tables()})
	r.frames(2)
	if len(p.journal.entries) != 1 || p.journal.entries[0].String() != "You hits the rat for 3" {
		t.Errorf("with the tables it says %v", p.journal.entries)
	}
}
