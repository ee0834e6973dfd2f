package protocol

import "github.com/go-json-experiment/json/jsontext"

// Status says what became of a request.
type Status string

// The four statuses.
const (
	Success  Status = "success"  // performed; data holds the action's result
	Invalid  Status = "invalid"  // not a request of this protocol; nothing was done
	Illegal  Status = "illegal"  // the rules of the game do not allow it now; nothing was done
	Internal Status = "internal" // the server failed; nobody knows how much was done
)

// Request asks the server to perform an action for a user.
type Request struct {
	Key    Key
	User   string
	Action Action
	// Digest tells bodies apart: it is equal for two requests exactly when
	// their user, action and data are the same bytes. Decoding sets it.
	Digest Digest
}

// Digest is the SHA-256 of a request's body.
type Digest [32]byte

// Response answers the request with the same key. Data is one JSON object: the
// action's result on success, otherwise a Failure.
type Response struct {
	Key    Key
	Status Status
	Data   jsontext.Value
}

// Failure is the data of every response that is not a success.
type Failure struct {
	Message string            `json:"message"`         // one sentence for a person
	Reason  string            `json:"reason,omitzero"` // a stable word for programs, as "version" when client and server speak no version in common, or the key of a message of the content; left out where the message is all
	Params  map[string]string `json:"params,omitzero"` // what the content's message speaks of, as "ticks": "7"; a name and its text for each
	At      *Place            `json:"at,omitzero"`     // the field that it is about
}

// ReasonVersion is the Reason of a Watch that was refused because client and
// server speak no version of the protocol in common. Asking again is of no use.
const ReasonVersion = "version"

// Action is what a request asks for: one of the request structs of the
// catalogue (Move, GetMap, Travel, Take and so on).
type Action interface {
	// Name returns the action's word on the wire.
	Name() string
	// Validate reports in one sentence what is wrong with the fields, nil if
	// nothing is.
	Validate() error
}

// Update is what the server tells unasked: one of the update structs of the
// catalogue (Position, Snapshot, View, Goodbye).
type Update interface {
	// Name returns the update's word on the wire.
	Name() string
	// Validate reports in one sentence what is wrong with the fields, nil if
	// nothing is.
	Validate() error
}
