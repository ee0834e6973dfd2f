package protocol

import "time"

// Phase says how far the client end is with its server.
type Phase uint8

// The phases of a Link.
const (
	Connecting   Phase = iota // not yet connected for the first time
	Online                    // connected, and the server answers
	Reconnecting              // was connected, and tries to be again
	Refused                   // the server speaks no version that this client does; final
	Closed                    // Run has ended; final
)

var phaseNames = [...]string{"connecting", "online", "reconnecting", "refused", "closed"}

// String returns the phase as a lower-case word.
func (p Phase) String() string {
	if int(p) >= len(phaseNames) {
		return "invalid"
	}
	return phaseNames[p]
}

// Link says how the connection to the server is. Links are comparable.
type Link struct {
	Phase    Phase
	RTT      time.Duration // smoothed round trip of a request; 0 before one was measured
	Retry    time.Duration // from now to the next try to connect; 0 where none is planned
	Tries    int           // in a row that came to nothing, since the server was last there
	Message  string        // one sentence for a person, often empty; may come from the server
	Original bool          // the server speaks the original vocabulary only
	Tick     time.Duration // from one tick of the world to the next; 0 before it is known
}
