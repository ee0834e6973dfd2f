package protocol

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/go-json-experiment/json/jsontext"
)

var (
	responseShape = shape{"a response", []string{"type", "key", "status", "data"}, nil}
	updateShape   = shape{"an update", []string{"type", "action", "data"}, nil}
)

// DecodeMessage reads a message as a client gets it: a response or an update,
// of which the other is zero. Nothing of what it returns is part of payload.
// What a server may send is limited, see MaxMapSide and the constants with it;
// texts that are too long are cut. The error is always an *InvalidError.
func DecodeMessage(payload []byte) (Response, Update, error) {
	if err := checkJSON(payload, fromServer); err != nil {
		return Response{}, nil, &InvalidError{rescueKey(payload), err.Error()}
	}
	if isWord(member(payload, "type"), "update") {
		u, err := readUpdate(payload)
		if err != nil {
			return Response{}, nil, &InvalidError{Message: err.Error()}
		}
		return Response{}, u, nil
	}
	r, err := readResponse(payload)
	if err != nil {
		return Response{}, nil, &InvalidError{r.Key, err.Error()}
	}
	return r, nil, nil
}

// readResponse reads a response; with an error it returns one that holds no more
// than the key, if that could be read.
func readResponse(payload []byte) (Response, error) {
	var s spans
	err := responseShape.read(payload, &s)
	var key Key
	if v := s[1]; v != nil && string(v) != "null" {
		var bad error
		if key, bad = parseKey(v); err == nil {
			err = bad
		}
	}
	if err == nil && !isWord(s[0], "response") {
		err = errors.New(`type must be "response" or "update"`)
	}
	var status Status
	if err == nil {
		status, err = readStatus(s[2])
	}
	if err == nil && s[3][0] != '{' {
		err = errors.New("data must be an object")
	}
	if err != nil {
		return Response{Key: key}, err
	}
	return Response{key, status, jsontext.Value(bytes.Clone(s[3]))}, nil
}

func readStatus(v []byte) (Status, error) {
	for _, status := range [...]Status{Success, Invalid, Illegal, Internal} {
		if isWord(v, string(status)) {
			return status, nil
		}
	}
	return "", errors.New("status must be success, invalid, illegal or internal")
}

func readUpdate(payload []byte) (Update, error) {
	var s spans
	if err := updateShape.read(payload, &s); err != nil {
		return nil, err
	}
	if s[1][0] != '"' {
		return nil, errors.New("action must be a text")
	}
	var room [64]byte
	e := lookup(unquote(room[:0], s[1]))
	if e == nil || e.decodeUpdate == nil {
		return nil, fmt.Errorf("there is no update %s", quoteShort(s[1]))
	}
	u, err := e.decodeUpdate(s[2])
	if err != nil {
		return nil, err
	}
	if err := u.Validate(); err != nil {
		return nil, err
	}
	return u, nil
}
