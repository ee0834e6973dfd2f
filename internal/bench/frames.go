package main

import "errors"

var (
	errFrame   = errors.New("the server sent what is no netstring")
	errRefused = errors.New("the server did not answer with success")
)

// Where in a payload stand the first letters of what tells messages apart, given
// that a response has a key of the usual digits.
const (
	typeAt   = len(`{"type":"`)
	statusAt = len(`{"type":"response","key":1000000,"status":"`)
)

// frames counts the netstrings in a stream of bytes that comes in pieces. It
// looks at the length, the type and the status and skips the rest.
type frames struct {
	size     int // as far as the length was read
	left     int // bytes still to come of the payload and its comma; 0 in a length
	at       int // bytes of the payload that have come
	response bool
}

// count takes the next piece and returns how many responses and updates ended
// in it.
func (f *frames) count(b []byte) (responses, updates int, err error) {
	for len(b) > 0 {
		if f.left == 0 {
			if b, err = f.header(b); err != nil {
				return responses, updates, err
			}
			continue
		}
		part := b[:min(f.left, len(b))]
		if err := f.look(part); err != nil {
			return responses, updates, err
		}
		f.at += len(part)
		f.left -= len(part)
		b = b[len(part):]
		switch {
		case f.left > 0:
		case f.response:
			responses++
		default:
			updates++
		}
	}
	return responses, updates, nil
}

// header reads the length, as far as it is there.
func (f *frames) header(b []byte) (rest []byte, err error) {
	for i, c := range b {
		if c == ':' {
			f.left, f.size, f.at = f.size+1, 0, 0
			return b[i+1:], nil
		}
		if c < '0' || c > '9' {
			return nil, errFrame
		}
		f.size = f.size*10 + int(c-'0')
	}
	return nil, nil
}

// look looks at the next part of a payload.
func (f *frames) look(part []byte) error {
	if i := typeAt - f.at; i >= 0 && i < len(part) {
		f.response = part[i] == 'r'
	}
	if i := statusAt - f.at; f.response && i >= 0 && i < len(part) && part[i] != 's' {
		return errRefused
	}
	return nil
}
