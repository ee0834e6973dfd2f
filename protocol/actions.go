package protocol

import (
	"errors"
	"fmt"

	"github.com/go-json-experiment/json/jsontext"

	"laneya/geom"
)

// Limits of what one request may hold.
const (
	MaxBatch = 32 // actions in one Batch
	MaxName  = 20 // bytes in a user's name
)

// Move sets which way the user's hero walks, one field after another, until
// another Move says otherwise. A step takes a tick; more with an enemy in view,
// when sneaking, and over ground that slows. Walking into something does what
// one does with it: it hits an enemy, opens a door, changes places with an idle
// friend, or else means staying put.
type Move struct {
	Direction geom.Dir `json:"direction"` // "north", "east", "south", "west" or "stop"
}

// GetMap asks for the floor plan of the level that the user's hero is on.
// Ground that the hero hasn't seen is told as wall.
type GetMap struct {
	MapID jsontext.Value `json:"map_id"` // any value; the map is always that of the hero's level
}

// MapResult is the data of the response to GetMap.
type MapResult struct {
	FloorLayer [][]string `json:"floor_layer"` // columns: floor_layer[x][y] is "wall" or "floor"
}

// Logout takes the user's hero out of the world. The user's next request brings
// her back to where she was, with what she had, as long as her party plays the
// same run; one who had nothing but her kit is new again.
type Logout struct{}

// Watch asks that this connection be sent the view updates (Snapshot, View,
// Goodbye) of the request's user instead of Position. It also says in which
// language the user is told, from now on and on all her connections: all names and
// sentences, answers, failures and updates. One who changes it is told everything
// anew.
type Watch struct {
	MinVersion int    `json:"min_version"`       // oldest protocol version that the client speaks, from 1
	MaxVersion int    `json:"max_version"`       // newest protocol version that the client speaks
	Seen       uint64 `json:"seen"`              // sequence number of the last view update seen, 0 for none
	Language   string `json:"language,omitzero"` // a tag such as "de" or "de-AT"; left out, or one that the server doesn't speak, is English
}

// WatchResult is the data of the response to Watch.
type WatchResult struct {
	Version int `json:"version"` // the protocol version that the server chose
	TickMS  int `json:"tick_ms"` // milliseconds from one tick of the world to the next
}

// Batch carries several actions that are performed in order in the same tick.
// Each is tried, whatever became of those before it.
type Batch struct {
	Actions []Action `json:"actions"` // 1 to 32; each an object with exactly "action" and "data"; no watch, no batch, and at most one whose answer may be long
}

// BatchResult is the data of the response to Batch.
type BatchResult struct {
	Results []Result `json:"results"` // one for each action, in order
}

// Result is what became of one action of a Batch.
type Result struct {
	Status Status         `json:"status"` // one of the four
	Data   jsontext.Value `json:"data"`   // the action's result, or a Failure
}

// Ping asks for nothing but an answer.
type Ping struct{}

// Name implements Action.
func (Move) Name() string { return "move" }

// Name implements Action.
func (GetMap) Name() string { return "get_map" }

// Name implements Action.
func (Logout) Name() string { return "logout" }

// Name implements Action.
func (Watch) Name() string { return "watch" }

// Name implements Action.
func (Batch) Name() string { return "batch" }

// Name implements Action.
func (Ping) Name() string { return "ping" }

// Validate implements Action.
func (m Move) Validate() error {
	if !m.Direction.Valid() {
		return errors.New("direction must be north, east, south, west or stop")
	}
	return nil
}

// Validate implements Action. No MapID at all stands for null.
func (g GetMap) Validate() error {
	if len(g.MapID) == 0 {
		return nil
	}
	if err := checkJSON(g.MapID, fromClient); err != nil {
		return fmt.Errorf("map_id: %w", err)
	}
	return nil
}

// Validate implements Action.
func (Logout) Validate() error { return nil }

// Validate implements Action.
func (w Watch) Validate() error {
	switch {
	case w.MinVersion < 1:
		return errors.New("min_version must be at least 1")
	case w.MaxVersion < w.MinVersion:
		return errors.New("max_version must not be less than min_version")
	case w.Seen > maxCounter:
		return errors.New("seen must be at most 2^53-1")
	case len(w.Language) > maxWord:
		return fmt.Errorf("language must have at most %d bytes", maxWord)
	}
	return nil
}

// Validate implements Action.
func (b Batch) Validate() error {
	if len(b.Actions) < 1 || len(b.Actions) > MaxBatch {
		return fmt.Errorf("a batch must hold 1 to %d actions", MaxBatch)
	}
	long := 0
	for i, a := range b.Actions {
		switch a.(type) {
		case nil, Batch, Watch:
			return fmt.Errorf("action %d of the batch must not be a batch or a watch", i+1)
		}
		if e := lookup([]byte(a.Name())); e != nil && e.Long {
			if long++; long > 1 {
				return fmt.Errorf("action %d of the batch must not be a second one with a long answer", i+1)
			}
		}
		if err := a.Validate(); err != nil {
			return fmt.Errorf("action %d of the batch: %w", i+1, err)
		}
	}
	return nil
}

// Validate implements Action.
func (Ping) Validate() error { return nil }
