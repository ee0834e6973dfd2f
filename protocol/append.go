package protocol

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// AppendRequest appends r as JSON, unframed. It is an error if r is not a valid
// request. r.Digest plays no part.
func AppendRequest(dst []byte, r *Request) ([]byte, error) {
	if !r.Key.valid() {
		return dst, errKey
	}
	if err := CheckUser(r.User); err != nil {
		return dst, err
	}
	if r.Action == nil {
		return dst, errors.New("a request must have an action")
	}
	if err := r.Action.Validate(); err != nil {
		return dst, err
	}
	e := lookup([]byte(r.Action.Name()))
	if e == nil || e.appendAction == nil {
		return dst, fmt.Errorf("there is no action %q", r.Action.Name())
	}
	dst = append(dst, `{"type":"request","key":`...)
	dst = r.Key.append(dst)
	dst = append(dst, `,"user":`...)
	dst = appendText(dst, r.User)
	dst = append(dst, ',')
	dst = appendCall(dst, e, r.Action)
	return append(dst, '}'), nil
}

// appendCall appends the two members that say what is asked for.
func appendCall(dst []byte, e *Entry, a Action) []byte {
	dst = append(dst, `"action":"`...)
	dst = append(dst, e.Name...)
	dst = append(dst, `","data":`...)
	return e.appendAction(dst, a)
}

// AppendResponse appends a response as JSON, unframed. data is a JSON object, as
// one of the Append functions for results writes it; none stands for {}.
func AppendResponse(dst []byte, key Key, status Status, data []byte) []byte {
	dst = append(dst, `{"type":"response","key":`...)
	dst = key.append(dst)
	dst = append(dst, `,"status":"`...)
	dst = append(dst, status...)
	dst = append(dst, `","data":`...)
	if len(data) == 0 {
		dst = append(dst, "{}"...)
	}
	dst = append(dst, data...)
	return append(dst, '}')
}

// AppendUpdate appends u as JSON, unframed. It is an error if u is not valid.
func AppendUpdate(dst []byte, u Update) ([]byte, error) {
	if u == nil {
		return dst, errors.New("there is no update")
	}
	if err := u.Validate(); err != nil {
		return dst, err
	}
	e := lookup([]byte(u.Name()))
	if e == nil || e.appendUpdate == nil {
		return dst, fmt.Errorf("there is no update %q", u.Name())
	}
	return e.appendUpdate(dst, u), nil
}

// appendHead begins an update; two closing braces end it.
func appendHead(dst []byte, name string) []byte {
	dst = append(dst, `{"type":"update","action":"`...)
	dst = append(dst, name...)
	return append(dst, `","data":{`...)
}

// appendText appends s as a JSON text. What is not UTF-8 in it becomes U+FFFD.
func appendText(dst []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			dst, _ = jsontext.AppendQuote(dst, s) // the error is about U+FFFD
			return dst
		}
	}
	dst = append(dst, '"')
	dst = append(dst, s...)
	return append(dst, '"')
}

// appendInt appends a member whose value is n; name comes with its quotes, colon
// and, but for the first member, comma.
func appendInt(dst []byte, name string, n int64) []byte {
	dst = append(dst, name...)
	return strconv.AppendInt(dst, n, 10)
}

// appendList appends the items as a JSON array.
func appendList[T any](dst []byte, items []T, one func([]byte, *T) []byte) []byte {
	dst = append(dst, '[')
	for i := range items {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = one(dst, &items[i])
	}
	return append(dst, ']')
}
