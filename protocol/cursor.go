package protocol

import (
	"fmt"

	"github.com/go-json-experiment/json/jsontext"
)

// cursor walks through one JSON text that checkJSON has passed.
type cursor struct {
	text []byte
	at   int
}

// value returns the text of the next value and goes behind it.
func (c *cursor) value() []byte {
	c.space()
	start, depth := c.at, 0
	for {
		switch c.text[c.at] {
		case '{', '[':
			depth++
			c.at++
		case '}', ']':
			depth--
			c.at++
		case '"':
			c.at, _ = stringEnd(c.text, c.at)
		case ' ', '\t', '\n', '\r', ',', ':':
			c.at++
			continue // only ever inside an object or array
		default:
			c.at = scalarEnd(c.text, c.at)
		}
		if depth == 0 {
			return c.text[start:c.at]
		}
	}
}

// open goes into the object or array that begins with bracket; it reports
// false when the value is another.
func (c *cursor) open(bracket byte) bool {
	c.space()
	if c.text[c.at] != bracket {
		return false
	}
	c.at++
	return true
}

// more reports whether there is a further member before the closing bracket,
// and goes to it, or else behind the bracket.
func (c *cursor) more(bracket byte) bool {
	c.space()
	switch c.text[c.at] {
	case bracket:
		c.at++
		return false
	case ',':
		c.at++
	}
	return true
}

// colon goes behind the colon that follows a member's name.
func (c *cursor) colon() {
	c.space()
	c.at++
}

func (c *cursor) space() {
	for {
		switch c.text[c.at] {
		case ' ', '\t', '\n', '\r':
			c.at++
		default:
			return
		}
	}
}

// shape is the members that an object of the protocol has: those of must, and
// any of may.
type shape struct {
	what string // for messages, as in "a request"
	must []string
	may  []string
}

// maxMembers is the most members that a shape has.
const maxMembers = 18

// spans are the values of an object's members, in the order of its shape; the
// value of one that isn't there is empty.
type spans [maxMembers][]byte

// read takes the value v apart. It is an error if v is no object or its members
// are not those of the shape. The spans of what could be read are set even then.
func (s *shape) read(v []byte, out *spans) error {
	c := cursor{text: v}
	if !c.open('{') {
		return fmt.Errorf("%s must be an object", s.what)
	}
	var err error
	next := 0 // members nearly always come in the order of the shape
	for c.more('}') {
		name := c.value()
		c.colon()
		value := c.value()
		if i := s.index(name, next); i >= 0 {
			out[i] = value
			next = i + 1
		} else if err == nil {
			err = fmt.Errorf("%s has no field %s", s.what, quoteShort(name))
		}
	}
	if err != nil {
		return err
	}
	for i, name := range s.must {
		if len(out[i]) == 0 {
			return fmt.Errorf("%s must have the field %q", s.what, name)
		}
	}
	return nil
}

// member returns the value of the member with that name of the object v, nil if
// v is no object or has no such member.
func member(v []byte, name string) []byte {
	c := cursor{text: v}
	if !c.open('{') {
		return nil
	}
	for c.more('}') {
		found := isWord(c.value(), name)
		c.colon()
		if value := c.value(); found {
			return value
		}
	}
	return nil
}

// index returns the place of the quoted name in the shape, -1 if it has none. It
// looks at the place guess first.
func (s *shape) index(quoted []byte, guess int) int {
	var room [64]byte
	name := unquote(room[:0], quoted)
	if guess < len(s.must) && s.must[guess] == string(name) {
		return guess
	}
	for i, n := range s.must {
		if n == string(name) {
			return i
		}
	}
	for i, n := range s.may {
		if n == string(name) {
			return len(s.must) + i
		}
	}
	return -1
}

// unquote returns the text that quoted stands for. It is part of quoted, or of
// room where there is something to unescape.
func unquote(room, quoted []byte) []byte {
	inner := quoted[1 : len(quoted)-1]
	for _, c := range inner {
		if c == '\\' {
			text, _ := jsontext.AppendUnquote(room, quoted) // checkJSON passed it
			return text
		}
	}
	return inner
}

// quoteShort shows the beginning of a peer's quoted text in a message.
func quoteShort(quoted []byte) string {
	const most = 40
	text := unquote(nil, quoted)
	if len(text) > most {
		return fmt.Sprintf("%q...", text[:most])
	}
	return fmt.Sprintf("%q", text)
}
