package protocol

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"laneya/geom"
)

// Limits of what a client takes from a server.
const (
	MaxMapSide  = 512    // cells along each side of a level
	MaxEntities = 10_000 // entities in one update
	MaxText     = 1000   // bytes of a text; a longer one is cut
)

// readCut reads a text and cuts it to MaxText bytes of whole characters.
func readCut(v []byte, name string) (string, error) {
	if v[0] != '"' {
		return "", fmt.Errorf("%s must be a text", name)
	}
	return string(cutText(unquote(nil, v), MaxText)), nil
}

// cutText cuts text to at most most bytes of whole characters.
func cutText(text []byte, most int) []byte {
	if len(text) <= most {
		return text
	}
	end := most
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}

// isWord reports whether v is the text word.
func isWord(v []byte, word string) bool {
	var room [64]byte
	return len(v) > 0 && v[0] == '"' && string(unquote(room[:0], v)) == word
}

// readInt reads a whole number from low to high.
func readInt(v []byte, name string, low, high int64) (int64, error) {
	n, ok := parseInt(v)
	if !ok || n < low || n > high {
		return 0, fmt.Errorf("%s must be a whole number from %d to %d", name, low, high)
	}
	return n, nil
}

// readBool reads true or false.
func readBool(v []byte, name string) (bool, error) {
	switch string(v) {
	case "true":
		return true, nil
	case "false":
		return false, nil
	}
	return false, fmt.Errorf("%s must be true or false", name)
}

// readDir reads the word of a direction.
func readDir(v []byte, name string) (geom.Dir, error) {
	if v[0] == '"' {
		var room [16]byte
		if d, ok := parseDir(unquote(room[:0], v)); ok {
			return d, nil
		}
	}
	return 0, fmt.Errorf("%s must be north, east, south, west or stop", name)
}

func parseDir(word []byte) (geom.Dir, bool) {
	for d := geom.Stop; d.Valid(); d++ {
		if d.String() == string(word) {
			return d, true
		}
	}
	return 0, false
}

// readList reads an array of at most most values with read.
func readList[T any](v []byte, name string, most int, read func(v []byte) (T, error)) ([]T, error) {
	c := cursor{text: v}
	if !c.open('[') {
		return nil, fmt.Errorf("%s must be an array", name)
	}
	list := make([]T, 0, min(most, bytes.Count(v, []byte(","))+1, 64))
	for c.more(']') {
		if len(list) == most {
			return nil, fmt.Errorf("%s must hold at most %d values", name, most)
		}
		item, err := read(c.value())
		if err != nil {
			return nil, fmt.Errorf("%s, number %d: %w", name, len(list)+1, err)
		}
		list = append(list, item)
	}
	return list, nil
}
