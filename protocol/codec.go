package protocol

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"sync"

	"github.com/go-json-experiment/json/jsontext"
)

// An InvalidError says why bytes are no message of this protocol.
type InvalidError struct {
	Key     Key    // the message's, where it could be read
	Message string // one sentence for a person
}

// Error implements error.
func (e *InvalidError) Error() string { return e.Message }

var (
	requestShape  = shape{"a request", []string{"type", "key", "user", "action", "data"}, nil}
	responseShape = shape{"a response", []string{"type", "key", "status", "data"}, nil}
	updateShape   = shape{"an update", []string{"type", "action", "data"}, nil}
)

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
	if err := checkJSON(payload, MaxTokens); err != nil {
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
	if err := checkType(s[0], "request"); err != nil {
		return err
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

func checkType(v []byte, want string) error {
	if v[0] == '"' {
		var room [16]byte
		if string(unquote(room[:0], v)) == want {
			return nil
		}
	}
	return fmt.Errorf("type must be %q", want)
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

// DecodeMessage reads a message as a client gets it: a response or an update,
// of which the other is zero. Nothing of what it returns is part of payload.
// What a server may send is limited, see MaxMapSide and the constants with it;
// texts that are too long are cut. The error is always an *InvalidError.
func DecodeMessage(payload []byte) (Response, Update, error) {
	if err := checkJSON(payload, 0); err != nil {
		return Response{}, nil, &InvalidError{rescueKey(payload), err.Error()}
	}
	var s spans
	if updateShape.read(payload, &s) == nil {
		u, err := readUpdate(&s)
		if err != nil {
			return Response{}, nil, &InvalidError{Message: err.Error()}
		}
		return Response{}, u, nil
	}
	s = spans{}
	err := responseShape.read(payload, &s)
	r, bad := readResponse(&s)
	if err == nil {
		err = bad
	}
	if err != nil {
		return Response{}, nil, &InvalidError{r.Key, err.Error()}
	}
	return r, nil, nil
}

// readResponse reads what of a response is there; it sets the key even when it
// returns an error.
func readResponse(s *spans) (r Response, err error) {
	if key := s[1]; key != nil && string(key) != "null" {
		if r.Key, err = parseKey(key); err != nil {
			return r, err
		}
	}
	for _, v := range s[:4] {
		if v == nil {
			return r, errors.New("a response must have type, key, status and data")
		}
	}
	if err := checkType(s[0], "response"); err != nil {
		return r, err
	}
	if r.Status, err = readStatus(s[2]); err != nil {
		return r, err
	}
	if s[3][0] != '{' {
		return r, errors.New("data must be an object")
	}
	r.Data = jsontext.Value(bytes.Clone(s[3]))
	return r, nil
}

func readStatus(v []byte) (Status, error) {
	if v[0] == '"' {
		var room [16]byte
		word := unquote(room[:0], v)
		for _, status := range [...]Status{Success, Invalid, Illegal, Internal} {
			if string(status) == string(word) {
				return status, nil
			}
		}
	}
	return "", errors.New("status must be success, invalid, illegal or internal")
}

func readUpdate(s *spans) (Update, error) {
	if err := checkType(s[0], "update"); err != nil {
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
