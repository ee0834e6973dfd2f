package protocol

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// Limits of the JSON in one message.
const (
	MaxDepth  = 16   // levels of objects and arrays
	MaxTokens = 1024 // braces, brackets, names and values in a request
)

// strictness is what a text is held to beyond being JSON.
type strictness struct {
	tokens int  // the most that it may have, 0 for any number
	nul    bool // whether texts may hold NUL characters
}

var (
	fromClient = strictness{tokens: MaxTokens}
	fromServer = strictness{nul: true} // whose frames and lists have limits of their own
)

// checkJSON reports what is wrong with text as one strict JSON text: syntax,
// UTF-8, names that stand twice in an object, numbers that no float64 can hold,
// more than MaxDepth levels, and what want adds. It is the one place that knows
// the JSON library, and what it passes is safe to walk with a cursor.
func checkJSON(text []byte, want strictness) error {
	if err := checkSize(text, want); err != nil {
		return err
	}
	if jsontext.Value(text).IsValid() {
		return nil
	}
	return explainJSON(text)
}

// explainJSON says in words why the library doesn't accept text.
func explainJSON(text []byte) error {
	dec := jsontext.NewDecoder(bytes.NewReader(text))
	_, err := dec.ReadValue()
	switch {
	case err == nil:
		return errors.New("there is something after the JSON object")
	case errors.Is(err, jsontext.ErrDuplicateName):
		return errors.New("a name stands twice in an object")
	case !bytes.Equal(bytes.ToValidUTF8(text, nil), text):
		return errors.New("the text is not UTF-8")
	default:
		return errors.New("the text is not JSON")
	}
}

// checkSize counts levels and tokens and looks at numbers and NULs. It runs
// before the text is known to be JSON, so that the library is never led deep;
// what it counts in other texts means nothing.
func checkSize(text []byte, want strictness) error {
	depth, tokens := 0, 0
	for i := 0; i < len(text); {
		switch c := text[i]; c {
		case ' ', '\t', '\n', '\r', ',', ':':
			i++
			continue
		case '{', '[':
			if depth++; depth > MaxDepth {
				return fmt.Errorf("more than %d levels", MaxDepth)
			}
			i++
		case '}', ']':
			depth--
			i++
		case '"':
			end, escapes := stringEnd(text, i)
			if escapes && !want.nul && hasNUL(text[i:end]) {
				return errors.New("a text holds a NUL character")
			}
			i = end
		default:
			end := scalarEnd(text, i)
			if (c == '-' || '0' <= c && c <= '9') && tooLarge(text[i:end]) {
				return errors.New("a number is too large")
			}
			i = end
		}
		if tokens++; want.tokens > 0 && tokens > want.tokens {
			return fmt.Errorf("more than %d tokens", want.tokens)
		}
	}
	return nil
}

// hasNUL tells an escaped NUL in a quoted text from an escaped backslash that
// u0000 follows.
func hasNUL(quoted []byte) bool {
	for i := 0; i < len(quoted); i++ {
		if quoted[i] != '\\' {
			continue
		}
		if bytes.HasPrefix(quoted[i:], []byte(`\u0000`)) {
			return true
		}
		i++
	}
	return false
}

func tooLarge(number []byte) bool {
	const always = 300 // a number of fewer digits and no exponent fits a float64
	if len(number) < always && bytes.IndexByte(number, 'e') < 0 && bytes.IndexByte(number, 'E') < 0 {
		return false
	}
	_, err := strconv.ParseFloat(string(number), 64)
	return errors.Is(err, strconv.ErrRange)
}

// stringEnd returns the index behind the quoted text that begins at i, and
// whether there is a backslash in it.
func stringEnd(text []byte, i int) (end int, escapes bool) {
	for i++; i < len(text); i++ {
		switch text[i] {
		case '"':
			return i + 1, escapes
		case '\\':
			escapes = true
			i++
		}
	}
	return len(text), escapes
}

// scalarEnd returns the index behind the number or word that begins at i.
func scalarEnd(text []byte, i int) int {
	for i++; i < len(text); i++ {
		switch text[i] {
		case ' ', '\t', '\n', '\r', ',', ':', '{', '}', '[', ']', '"':
			return i
		}
	}
	return len(text)
}

// rescueKey looks for the request's key in a text that checkJSON refused, so
// that even then the answer can be told from others. The key is read if what
// comes before it is JSON, duplicates and bad UTF-8 aside, and if it is the only
// one. It goes token by token, which takes no stack however deep the text is.
func rescueKey(text []byte) Key {
	dec := jsontext.NewDecoder(bytes.NewReader(text),
		jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	var key Key
	seen := false
	for {
		tok, err := dec.ReadToken()
		if err != nil || dec.StackDepth() == 0 {
			return key
		}
		if !isKeyName(dec, tok) {
			continue
		}
		kind := dec.PeekKind()
		if seen || kind == '{' || kind == '[' {
			return Key{}
		}
		value, err := dec.ReadValue()
		if err != nil {
			return Key{}
		}
		seen = true
		key, _ = parseKey(value)
	}
}

// isKeyName reports whether tok, just read from dec, is the name "key" of a
// member of the outermost object.
func isKeyName(dec *jsontext.Decoder, tok jsontext.Token) bool {
	if dec.StackDepth() != 1 || tok.Kind() != '"' {
		return false
	}
	kind, n := dec.StackIndex(1)
	return kind == '{' && n%2 == 1 && tok.String() == "key"
}
