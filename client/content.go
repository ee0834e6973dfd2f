package client

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json"

	"laneya/protocol"
)

// Content are a server's tables: what it calls things, how they look and what
// they do. A Content is never changed once made.
type Content struct {
	Hash    string
	tables  map[string]map[string]*protocol.Row // by table and key
	terrain [128]*protocol.Row                  // by code
	clouds  [128]*protocol.Row                  // by code
}

// Row returns the row of a table with that key, nil if there is none or if c
// is nil. The row must not be changed.
func (c *Content) Row(table, key string) *protocol.Row {
	if c == nil {
		return nil
	}
	return c.tables[table][key]
}

// Terrain returns the row of a terrain, nil if it isn't known.
func (c *Content) Terrain(t Terrain) *protocol.Row {
	if c == nil || t > '~' {
		return nil
	}
	return c.terrain[t]
}

// Cloud returns the row of the cloud with that code, nil if it isn't known.
func (c *Content) Cloud(code byte) *protocol.Row {
	if c == nil || code > '~' {
		return nil
	}
	return c.clouds[code]
}

// Name returns the name of a kind, or the key in words if it isn't known.
func (c *Content) Name(table, key string) string {
	if r := c.Row(table, key); r != nil && r.Name != "" {
		return plainText(r.Name, maxName)
	}
	return strings.ReplaceAll(key, "_", " ")
}

// Say returns the sentence of an event, and its tone: "good", "bad", "danger",
// "info" or "quiet".
func (c *Content) Say(e *protocol.Event) (text, tone string) {
	r := c.Row(protocol.TableMessages, e.Code)
	if r == nil {
		return plainText(strings.Join(strings.Fields(e.Actor+" "+strings.ReplaceAll(e.Code, "_", " ")+" "+e.Target+" "+e.Text), " "), maxMessage), "info"
	}
	text = fill(r.Text, func(name string) string {
		switch name {
		case "actor":
			return e.Actor
		case "target":
			return e.Target
		case "item":
			return e.Item
		case "user":
			return e.User
		case "text":
			return e.Text
		case "kind":
			return e.Kind
		case "status":
			return c.Name(protocol.TableStatuses, e.Status)
		case "n":
			return fmt.Sprint(e.N)
		}
		return ""
	})
	return text, r.Tone
}

// Refusal returns the sentence that says why a request was refused.
func (c *Content) Refusal(f *protocol.Failure) string {
	if r := c.Row(protocol.TableMessages, f.Reason); r != nil {
		return fill(r.Text, func(name string) string { return f.Params[name] })
	}
	return plainText(f.Message, maxMessage)
}

// Gesture returns what a gesture of that user looks like, in words.
func (c *Content) Gesture(key, user string) string {
	r := c.Row(protocol.TableEmotes, key)
	if r == nil {
		return key
	}
	return fill(r.Text, func(string) string { return user })
}

// You is what a server calls the one who reads what it tells.
const You = "you"

// names are the words of a template that stand for what is named.
var names = map[string]bool{
	"actor": true, "target": true, "item": true, "n": true, "status": true, "user": true, "text": true, "kind": true,
}

// fill returns the template with each {name} replaced, as a sentence that can be
// shown. Of {others|yours} it takes the second where the person who was named last
// is the reader, and of {name|yours} where the one who is named there is.
func fill(template string, word func(name string) string) string {
	var b strings.Builder
	who := ""
	for {
		before, rest, found := strings.Cut(template, "{")
		b.WriteString(before)
		inside, after, closed := strings.Cut(rest, "}")
		if !found || !closed {
			break
		}
		template = after
		w, yours, forms := strings.Cut(inside, "|")
		about := who
		if names[w] {
			name := w
			if w = word(name); name == "actor" || name == "target" || name == "user" {
				who = w
			}
			about = w
		} else if !forms {
			w = word(w)
		}
		if forms && about == You {
			w = yours
		}
		b.WriteString(w)
	}
	s := plainText(b.String(), maxMessage)
	if r, n := utf8.DecodeRuneInString(s); unicode.ToUpper(r) != r {
		s = string(unicode.ToUpper(r)) + s[n:]
	}
	return s
}

// Part is one part of the tables, as servers send it and a Cache keeps it.
type Part struct {
	Name string
	Rows []protocol.Row
}

// NewContent puts the parts of the tables with that hash together.
func NewContent(hash string, parts []Part) *Content {
	c := &Content{Hash: hash, tables: make(map[string]map[string]*protocol.Row)}
	for _, p := range parts {
		table := protocol.TableOf(p.Name)
		rows := c.tables[table]
		if rows == nil {
			rows = make(map[string]*protocol.Row)
			c.tables[table] = rows
		}
		for i := range p.Rows {
			r := &p.Rows[i]
			r.Use, r.Put = plainText(r.Use, maxName), plainText(r.Put, maxName)
			rows[r.Key] = r
			if len(r.Code) != 1 || r.Code[0] > '~' {
				continue
			}
			switch table {
			case protocol.TableTerrain:
				c.terrain[r.Code[0]] = r
			case protocol.TableClouds:
				c.clouds[r.Code[0]] = r
			}
		}
	}
	return c
}

// Cache keeps the tables of servers from one start of the game to the next. Its
// methods are called from one goroutine of a Session.
type Cache interface {
	// Load returns what was saved under a hash, or an error.
	Load(hash string) ([]byte, error)
	// Save keeps data under a hash.
	Save(hash string, data []byte) error
}

// maxParts bounds what a server may say its tables come in.
const maxParts = 64

// fetchContent asks the server for its tables, or takes them from the cache if
// they are there.
func fetchContent(ctx context.Context, net *protocol.Client, cache Cache, language string) (*Content, error) {
	head, err := askContent(ctx, net, language, "")
	if err != nil {
		return nil, err
	}
	if len(head.Parts) > maxParts {
		return nil, errors.New("the server's tables have too many parts")
	}
	if parts := cached(cache, head.Hash, head.Parts); parts != nil {
		return NewContent(head.Hash, parts), nil
	}
	parts := make([]Part, 0, len(head.Parts))
	for _, name := range head.Parts {
		r, err := askContent(ctx, net, language, name)
		if err != nil {
			return nil, err
		}
		if r.Hash != head.Hash {
			return nil, errors.New("the server's tables changed meanwhile")
		}
		rows, err := protocol.DecodeRows(r.Tables)
		if err != nil {
			return nil, fmt.Errorf("part %s of the server's tables: %w", name, err)
		}
		parts = append(parts, Part{name, rows})
	}
	if cache != nil {
		if data, err := json.Marshal(parts); err == nil {
			// Without the cache the tables are asked for again next time.
			_ = cache.Save(head.Hash, data)
		}
	}
	return NewContent(head.Hash, parts), nil
}

// cached returns the parts that the cache has under the hash, nil if it has not
// all of those names in a form that can be read.
func cached(cache Cache, hash string, names []string) []Part {
	if cache == nil {
		return nil
	}
	data, err := cache.Load(hash)
	var parts []Part
	if err != nil || json.Unmarshal(data, &parts) != nil {
		return nil
	}
	if !slices.EqualFunc(parts, names, func(p Part, name string) bool { return p.Name == name && len(p.Rows) > 0 }) {
		return nil
	}
	return parts
}

func askContent(ctx context.Context, net *protocol.Client, language, name string) (r protocol.ContentResult, err error) {
	resp, err := net.Do(ctx, protocol.Content{Part: name, Language: language})
	if err != nil {
		return r, err
	}
	if resp.Status != protocol.Success {
		return r, errors.New(resp.Message())
	}
	return r, protocol.DecodeResult(resp.Data, &r)
}

// Keys returns the keys of a table that begin with prefix, sorted.
func (c *Content) Keys(table, prefix string) (keys []string) {
	if c == nil {
		return nil
	}
	for key := range c.tables[table] {
		if strings.HasPrefix(key, prefix) {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}
