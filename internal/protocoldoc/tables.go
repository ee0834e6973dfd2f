package main

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"laneya/protocol"
)

// The lines between which update writes.
const (
	beginMark = "<!-- The tables from here on are made by go generate ./protocol. -->"
	endMark   = "<!-- The tables end here. -->"
)

// update returns the document with its tables made anew from the source in src.
func update(src, doc string) (string, error) {
	head, rest, ok := strings.Cut(doc, beginMark)
	_, tail, ok2 := strings.Cut(rest, endMark)
	if !ok || !ok2 {
		return "", errors.New("the document lacks the two lines between which the tables stand")
	}
	said, err := readComments(src)
	if err != nil {
		return "", err
	}
	t := tables{said: said}
	t.write()
	return head + beginMark + "\n\n" + t.out.String() + endMark + tail, nil
}

// tables writes the reference. Structs that are met on the way get a table of
// their own at the end.
type tables struct {
	said    comments
	out     strings.Builder
	structs []reflect.Type
}

func (t *tables) printf(format string, args ...any) { fmt.Fprintf(&t.out, format, args...) }

func (t *tables) write() {
	t.overview("Actions", true)
	t.overview("Updates", false)
	for _, e := range protocol.Catalogue() {
		t.entry(e)
	}
	t.printf("### Parts\n\n")
	t.met(reflect.TypeFor[protocol.Failure]())
	t.met(reflect.TypeFor[protocol.Row]())
	for i := 0; i < len(t.structs); i++ {
		part := t.structs[i]
		t.printf("#### %s\n\n%s\n\n", part.Name(), t.prose(part.Name()))
		t.fields(part)
	}
}

// overview writes the list of all actions or all updates.
func (t *tables) overview(title string, actions bool) {
	t.printf("### %s\n\n", title)
	if actions {
		t.printf("| action | vocabulary | kind | a success holds |\n|---|---|---|---|\n")
	} else {
		t.printf("| update | vocabulary |\n|---|---|\n")
	}
	for _, e := range protocol.Catalogue() {
		if (e.Class != protocol.None) != actions {
			continue
		}
		vocabulary := fmt.Sprintf("since version %d", e.Since)
		if e.Original {
			vocabulary = "original"
		}
		t.printf("| [`%s`](#%s) | %s |", e.Name, e.Name, vocabulary)
		if actions {
			t.printf(" %s | %s |", e.Class, t.result(e))
		}
		t.printf("\n")
	}
	t.printf("\n")
}

func (t *tables) result(e protocol.Entry) string {
	if e.Result == nil {
		return "`{}`"
	}
	return t.link(reflect.TypeOf(e.Result))
}

func (t *tables) entry(e protocol.Entry) {
	kind := reflect.TypeOf(e.Value)
	t.printf("### `%s`\n\n%s\n\n", e.Name, t.prose(kind.Name()))
	t.fields(kind)
	if e.Class != protocol.None {
		t.printf("A success holds %s.\n\n", t.result(e))
	}
}

// fields writes the table of a struct's fields.
func (t *tables) fields(s reflect.Type) {
	if s.NumField() == 0 {
		t.printf("`data` is `{}`.\n\n")
		return
	}
	t.printf("| field | JSON | meaning |\n|---|---|---|\n")
	t.rows(s)
	t.printf("\n")
}

// rows writes one row for each field of a struct, those of an embedded one as if
// they were its own.
func (t *tables) rows(s reflect.Type) {
	for i := range s.NumField() {
		f := s.Field(i)
		if f.Anonymous {
			t.rows(f.Type)
			continue
		}
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		json := t.json(f.Type)
		if name == "data" {
			json = "object"
		}
		if options != "" {
			json += ", may be left out"
		}
		t.printf("| `%s` | %s | %s |\n", name, json, t.words(t.said[s.Name()+"."+f.Name]))
	}
}

// json says what a Go type is in JSON.
func (t *tables) json(kind reflect.Type) string {
	switch kind.Kind() {
	case reflect.Uint8: // one of a few words
		return "string"
	case reflect.Interface:
		return "object"
	case reflect.String:
		return "string"
	case reflect.Bool:
		return "boolean"
	case reflect.Int, reflect.Uint64:
		return "integer"
	case reflect.Struct:
		return t.link(kind)
	case reflect.Pointer:
		return t.link(kind.Elem())
	case reflect.Map:
		return "object of " + t.json(kind.Elem())
	case reflect.Slice:
		if kind.Elem().Kind() == reflect.Uint8 {
			return "any value"
		}
		return "array of " + t.json(kind.Elem())
	}
	return kind.String()
}

func (t *tables) link(s reflect.Type) string {
	t.met(s)
	return fmt.Sprintf("[%s](#%s)", s.Name(), strings.ToLower(s.Name()))
}

func (t *tables) met(s reflect.Type) {
	if !slices.Contains(t.structs, s) {
		t.structs = append(t.structs, s)
	}
}

// prose returns what the source says of a struct.
func (t *tables) prose(name string) string { return t.words(t.said[name]) }

var goName = regexp.MustCompile(`\b[A-Z]\w+\b`)

// words replaces the Go names of actions and updates by their words on the wire,
// and keeps a table's cells apart.
func (t *tables) words(text string) string {
	text = strings.ReplaceAll(text, "|", `\|`)
	return goName.ReplaceAllStringFunc(text, func(name string) string {
		for _, e := range protocol.Catalogue() {
			if reflect.TypeOf(e.Value).Name() == name {
				return "`" + e.Name + "`"
			}
		}
		return name
	})
}
