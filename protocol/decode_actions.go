package protocol

import (
	"bytes"

	"github.com/go-json-experiment/json/jsontext"

	"laneya/geom"
)

var (
	moveShape   = shape{`the data of "move"`, []string{"direction"}, nil}
	getMapShape = shape{`the data of "get_map"`, []string{"map_id"}, nil}
	logoutShape = shape{`the data of "logout"`, nil, nil}
	pingShape   = shape{`the data of "ping"`, nil, nil}
	watchShape  = shape{`the data of "watch"`, []string{"min_version", "max_version", "seen"}, []string{"language"}}
	batchShape  = shape{`the data of "batch"`, []string{"actions"}, nil}
	itemShape   = shape{"an action of a batch", []string{"action", "data"}, nil}
)

// moves are made once: a Move is the commonest request.
var moves = [...]Action{
	geom.Stop: Move{geom.Stop}, geom.North: Move{geom.North}, geom.East: Move{geom.East},
	geom.South: Move{geom.South}, geom.West: Move{geom.West},
}

func decodeMove(data []byte) (Action, error) {
	var s spans
	if err := moveShape.read(data, &s); err != nil {
		return nil, err
	}
	d, err := readDir(s[0], "direction")
	return moves[d], err
}

func decodeGetMap(data []byte) (Action, error) {
	var s spans
	if err := getMapShape.read(data, &s); err != nil {
		return nil, err
	}
	return GetMap{jsontext.Value(bytes.Clone(s[0]))}, nil
}

func decodeLogout(data []byte) (Action, error) {
	var s spans
	return Logout{}, logoutShape.read(data, &s)
}

func decodePing(data []byte) (Action, error) {
	var s spans
	return Ping{}, pingShape.read(data, &s)
}

func decodeWatch(data []byte) (Action, error) {
	var s spans
	if err := watchShape.read(data, &s); err != nil {
		return nil, err
	}
	var w Watch
	r := reader{}
	w.MinVersion = int(r.int(s[0], "min_version", 1, maxSmall))
	w.MaxVersion = int(r.int(s[1], "max_version", 1, maxSmall))
	w.Seen = uint64(r.int(s[2], "seen", 0, maxCounter))
	if s[3] != nil {
		w.Language = r.text(s[3], "language")
	}
	if r.err == nil {
		r.err = w.Validate()
	}
	return w, r.err
}

func decodeBatch(data []byte) (Action, error) {
	var s spans
	if err := batchShape.read(data, &s); err != nil {
		return nil, err
	}
	actions, err := readList(s[0], "actions", MaxBatch, decodeItem)
	return Batch{actions}, err
}

func decodeItem(v []byte) (Action, error) {
	var s spans
	if err := itemShape.read(v, &s); err != nil {
		return nil, err
	}
	return readAction(s[0], s[1])
}
