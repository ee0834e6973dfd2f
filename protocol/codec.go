package protocol

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"sync"
)

// An InvalidError says why bytes are no message of this protocol.
type InvalidError struct {
	Key     Key    // the message's, where it could be read
	Message string // one sentence for a person
}

// Error implements error.
func (e *InvalidError) Error() string { return e.Message }

var requestShape = shape{"a request", []string{"type", "key", "user", "action", "data"}, nil}

// DecodeRequest reads a request as a server gets it. Nothing of what it returns
// is part of payload. The error is always an *InvalidError.
func DecodeRequest(payload []byte) (Request, error) {
	var d requestDecoder
	return d.decode(payload)
}

// requestDecoder decodes the requests of one connection. It keeps the last user
// because the next one is nearly always the same.
type requestDecoder struct{ user string }

func (d *requestDecoder) decode(payload []byte) (Request, error) {
	if err := checkJSON(payload, fromClient); err != nil {
		return Request{}, &InvalidError{rescueKey(payload), err.Error()}
	}
	var s spans
	err := requestShape.read(payload, &s)
	var r Request
	if key := s[1]; key != nil {
		var bad error
		if r.Key, bad = parseKey(key); err == nil {
			err = bad
		}
	}
	if err == nil {
		err = d.fields(&s, &r)
	}
	if err != nil {
		return Request{}, &InvalidError{r.Key, err.Error()}
	}
	return r, nil
}

// fields reads what follows the key.
func (d *requestDecoder) fields(s *spans, r *Request) error {
	if !isWord(s[0], "request") {
		return errors.New(`type must be "request"`)
	}
	var err error
	if r.User, err = d.readUser(s[2]); err != nil {
		return err
	}
	if r.Action, err = readAction(s[3], s[4]); err != nil {
		return err
	}
	r.Digest = digest(s[2], s[3], s[4])
	return nil
}

func (d *requestDecoder) readUser(v []byte) (string, error) {
	if v[0] != '"' {
		return "", errUser
	}
	var room [64]byte
	name := unquote(room[:0], v)
	if string(name) == d.user && d.user != "" {
		return d.user, nil
	}
	user := string(name)
	if err := CheckUser(user); err != nil {
		return "", err
	}
	d.user = user
	return user, nil
}

var errUser = fmt.Errorf("user must be a text of 1 to %d letters, digits, _ or -", MaxName)

// CheckUser reports in one sentence what is wrong with a user's name, nil if
// nothing is: it is 1 to MaxName ASCII letters, digits, '_' and '-'. Names that
// differ in case are different users.
func CheckUser(name string) error {
	if len(name) < 1 || len(name) > MaxName {
		return errUser
	}
	for i := range len(name) {
		c := name[i]
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		if !letter && (c < '0' || c > '9') && c != '_' && c != '-' {
			return errUser
		}
	}
	return nil
}

// readAction reads an action from the values of its two fields.
func readAction(word, data []byte) (Action, error) {
	if word[0] != '"' {
		return nil, errors.New("action must be a text")
	}
	var room [64]byte
	e := lookup(unquote(room[:0], word))
	if e == nil || e.decodeAction == nil {
		return nil, fmt.Errorf("there is no action %s", quoteShort(word))
	}
	a, err := e.decodeAction(data)
	if err != nil {
		return nil, err
	}
	if err := a.Validate(); err != nil {
		return nil, err
	}
	return a, nil
}

// digest sums up who asks for what, as the values stand in the request.
func digest(user, action, data []byte) Digest {
	room := digestRoom.Get().(*[]byte)
	b := append((*room)[:0], user...)
	b = append(b, action...)
	b = append(b, data...)
	sum := sha256.Sum256(b)
	*room = b
	digestRoom.Put(room)
	return sum
}

var digestRoom = sync.Pool{New: func() any { return new([]byte) }}
