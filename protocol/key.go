package protocol

import (
	"bytes"
	"errors"
	"strconv"
)

// Key names one request, so that its response can be told from others and a
// repetition of it can be recognised. There are two forms:
//
//   - an integer, as the original client counts them up from 1 in each of its
//     processes; it means something on its own connection only;
//   - an epoch and a counter, written "0123456789abcdef-7": sixteen lower-case
//     hexadecimal digits drawn at random once for a client process, and a
//     number counted up from 1. It means the same on every connection of its
//     user.
//
// Keys are comparable. The zero Key is no key; on the wire it is null and
// stands only in a response to a request whose key could not be read.
type Key struct {
	form  keyForm
	epoch uint64 // of an epoch key
	n     int64  // the integer, or the counter
}

type keyForm uint8

const (
	noKey keyForm = iota
	intKey
	epochKey
)

// maxCounter keeps counters within the integers that every JSON reader holds
// exactly.
const maxCounter = 1<<53 - 1

const epochDigits = 16

var errKey = errors.New(`key must be a whole number or of the form "0123456789abcdef-1"`)

// IntKey returns the key that the original client would call n, which is from
// -(2^53-1) to 2^53-1.
func IntKey(n int64) Key { return Key{form: intKey, n: n} }

// EpochKey returns the key with that epoch and counter; counter is from 1 to
// 2^53-1.
func EpochKey(epoch, counter uint64) Key {
	return Key{form: epochKey, epoch: epoch, n: int64(counter)}
}

// IsZero reports whether k is no key.
func (k Key) IsZero() bool { return k.form == noKey }

// Int returns the number of an integer key; ok is false for any other.
func (k Key) Int() (n int64, ok bool) {
	if k.form != intKey {
		return 0, false
	}
	return k.n, true
}

// Epoch returns the two parts of an epoch key; ok is false for any other.
func (k Key) Epoch() (epoch, counter uint64, ok bool) {
	if k.form != epochKey {
		return 0, 0, false
	}
	return k.epoch, uint64(k.n), true
}

// String returns the key as it stands in JSON, null for no key.
func (k Key) String() string { return string(k.append(nil)) }

// valid reports whether k can stand in a request.
func (k Key) valid() bool {
	switch k.form {
	case intKey:
		return -maxCounter <= k.n && k.n <= maxCounter
	case epochKey:
		return 1 <= k.n && k.n <= maxCounter
	default:
		return false
	}
}

// append appends the key as it stands in JSON.
func (k Key) append(dst []byte) []byte {
	switch k.form {
	case intKey:
		return strconv.AppendInt(dst, k.n, 10)
	case epochKey:
		const hex = "0123456789abcdef"
		dst = append(dst, '"')
		for shift := 60; shift >= 0; shift -= 4 {
			dst = append(dst, hex[k.epoch>>shift&15])
		}
		dst = append(dst, '-')
		dst = strconv.AppendInt(dst, k.n, 10)
		return append(dst, '"')
	default:
		return append(dst, "null"...)
	}
}

// parseKey reads a key from its JSON token. Only the form that append writes
// is a key, so that there are no two spellings of one.
func parseKey(token []byte) (Key, error) {
	if n, ok := parseInt(token); ok {
		return IntKey(n), nil
	}
	const quotesAndDash = 3
	if len(token) <= quotesAndDash+epochDigits || token[0] != '"' || token[1+epochDigits] != '-' {
		return Key{}, errKey
	}
	var epoch uint64
	for _, c := range token[1 : 1+epochDigits] {
		switch {
		case '0' <= c && c <= '9':
			epoch = epoch<<4 | uint64(c-'0')
		case 'a' <= c && c <= 'f':
			epoch = epoch<<4 | uint64(c-'a'+10)
		default:
			return Key{}, errKey
		}
	}
	counter, ok := parseInt(bytes.TrimSuffix(token[2+epochDigits:], []byte{'"'}))
	if !ok || counter < 1 {
		return Key{}, errKey
	}
	return EpochKey(epoch, uint64(counter)), nil
}

// parseInt reads a whole number from -maxCounter to maxCounter in its only
// spelling: no plus, no leading zero, no minus zero, no fraction, no exponent.
func parseInt(token []byte) (n int64, ok bool) {
	digits := bytes.TrimPrefix(token, []byte{'-'})
	if len(digits) == 0 || len(digits) > 16 || digits[0] == '0' && len(token) > 1 {
		return 0, false
	}
	for _, c := range digits {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	if n > maxCounter {
		return 0, false
	}
	if len(digits) != len(token) {
		n = -n
	}
	return n, true
}
