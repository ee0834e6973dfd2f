package protocol

import (
	"errors"
	"fmt"
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
	text string // as in JSON, quotes included; "" is no key
}

// maxCounter keeps counters within the integers that every JSON reader holds
// exactly.
const maxCounter = 1<<53 - 1

var errKey = errors.New(`key must be a whole number or of the form "0123456789abcdef-1"`)

// IntKey returns the key that the original client would call n.
func IntKey(n int64) Key { return Key{strconv.FormatInt(n, 10)} }

// EpochKey returns the key with that epoch and counter; counter is from 1 to
// 2^53-1.
func EpochKey(epoch, counter uint64) Key {
	return Key{fmt.Sprintf(`"%016x-%d"`, epoch, counter)}
}

// IsZero reports whether k is no key.
func (k Key) IsZero() bool { return k.text == "" }

// Int returns the number of an integer key; ok is false for any other.
func (k Key) Int() (n int64, ok bool) {
	n, err := strconv.ParseInt(k.text, 10, 64)
	return n, err == nil
}

// Epoch returns the two parts of an epoch key; ok is false for any other.
func (k Key) Epoch() (epoch, counter uint64, ok bool) {
	const quotesAndDash, hexDigits = 3, 16
	t := k.text
	if len(t) <= quotesAndDash+hexDigits || t[0] != '"' || t[17] != '-' {
		return 0, 0, false
	}
	epoch, err := strconv.ParseUint(t[1:17], 16, 64)
	if err != nil {
		return 0, 0, false
	}
	counter, err = strconv.ParseUint(t[18:len(t)-1], 10, 64)
	return epoch, counter, err == nil
}

// String returns the key as it stands in JSON, null for no key.
func (k Key) String() string {
	if k.IsZero() {
		return "null"
	}
	return k.text
}

// parseKey reads a key from its JSON token.
func parseKey(token string) (Key, error) {
	k := Key{token}
	if n, ok := k.Int(); ok {
		if strconv.FormatInt(n, 10) != token || n > maxCounter || n < -maxCounter {
			return Key{}, errKey
		}
		return k, nil
	}
	epoch, counter, ok := k.Epoch()
	if !ok || counter == 0 || counter > maxCounter || EpochKey(epoch, counter) != k {
		return Key{}, errKey
	}
	return k, nil
}
