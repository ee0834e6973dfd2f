package protocol

import (
	"fmt"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// The tables of the content. A server may have others, which clients pass over.
const (
	TableTerrain  = "terrain"  // what fields are made of
	TableClouds   = "clouds"   // what hangs in the air over them
	TableFoes     = "foes"     // all that acts and is no hero
	TableItems    = "items"    // items, and the looks of those that are not known yet
	TableStatuses = "statuses" // conditions that heroes and foes are in
	TableKits     = "kits"     // what heroes begin with
	TableRunes    = "runes"    // what makes a weapon or armour special
	TableShots    = "shots"    // what flies
	TableColours  = "colours"  // the colours that the other tables name; those that begin with "party_" are for heroes
	TableMessages = "messages" // sentences for the codes of events and the reasons of failures
	TableEmotes   = "emotes"   // gestures, by what is typed for them
	TableSlots    = "slots"    // where a worn thing is, for a person
	TableLevels   = "levels"   // kinds of level
	TableDeeds    = "deeds"    // how many ticks things take of which no other table says it
)

// Row is a row of a table of the content. Every table goes by the members that
// mean something in it, and those that are zero are left out. A client passes over
// members that it doesn't know.
type Row struct {
	Key     string   `json:"key"`              // names the kind in updates and other tables; stable
	Name    string   `json:"name,omitzero"`    // for a person, in the singular
	Plural  string   `json:"plural,omitzero"`  // of an item
	Text    string   `json:"text,omitzero"`    // a description; the sentence of a message or emote
	Glyph   string   `json:"glyph,omitzero"`   // one character, for who has no picture of it
	Colour  string   `json:"colour,omitzero"`  // of the glyph, the key of a colour
	Picture string   `json:"picture,omitzero"` // key of its picture; of a message, of what is seen for a moment where it happens
	Sound   string   `json:"sound,omitzero"`   // key of its sound: a step on terrain, a foe that notices one, an item that is used, a message, what a kind of level sounds like all the time
	Code    string   `json:"code,omitzero"`    // of terrain and clouds: the character of a Strip
	Tone    string   `json:"tone,omitzero"`    // of a message: "good", "bad", "danger", "info" or "quiet"
	Class   string   `json:"class,omitzero"`   // of an item: "weapon", "potion" and so on
	Slot    string   `json:"slot,omitzero"`    // of an item: where it is worn
	Verbs   []string `json:"verbs,omitzero"`   // what can be asked of an item: use, zap, or what it is made for, throw or shoot; of terrain, from next to it: door, touch, take, put or board, and from it: climb_down or climb_up
	Use     string   `json:"use,omitzero"`     // of an item: what using it is called, "Drink"
	Put     string   `json:"put,omitzero"`     // of terrain: where one puts something, "into the chest"
	Onto    bool     `json:"onto,omitzero"`    // of an item: it is used on another one that can be worn
	RGB     []int    `json:"rgb,omitzero"`     // of a colour: red, green and blue, 0 to 255

	Open   bool   `json:"open,omitzero"`   // of terrain: it can be walked on
	Opaque bool   `json:"opaque,omitzero"` // of terrain and clouds: it blocks sight
	Avoid  bool   `json:"avoid,omitzero"`  // of terrain: a hero steps onto it by cross only
	Good   bool   `json:"good,omitzero"`   // of a status: good for who is in it
	Light  int    `json:"light,omitzero"`  // radius of the light that it gives, in cells
	Tint   string `json:"tint,omitzero"`   // the key of that light's colour

	Depth   int       `json:"depth,omitzero"`   // the first that it is found at
	Health  int       `json:"health,omitzero"`  // points at most, of a foe or kit
	Damage  int       `json:"damage,omitzero"`  // of a hit, before armour, on average
	Hit     int       `json:"hit,omitzero"`     // percent of a foe's hits that hit
	Armour  int       `json:"armour,omitzero"`  // taken off each hit
	Block   int       `json:"block,omitzero"`   // percent of hits that a shield stops
	Range   int       `json:"range,omitzero"`   // cells that a foe shoots, and that an item flies, shoots or is zapped
	Step    int       `json:"step,omitzero"`    // ticks of a foe's step; of terrain, ticks that a step onto it costs besides
	Ticks   int       `json:"ticks,omitzero"`   // that an attack with it, or using it, takes; of a deed, that it takes
	Fuel    int       `json:"fuel,omitzero"`    // ticks of light that a fresh one has
	Charges int       `json:"charges,omitzero"` // of a fresh wand or staff
	Traits  []string  `json:"traits,omitzero"`  // its ways in words
	Items   []KitItem `json:"items,omitzero"`   // of a kit
}

// Can reports whether that can be asked of what the row, which may be nil, is
// about: one of its Verbs.
func (r *Row) Can(verb string) bool { return r != nil && slices.Contains(r.Verbs, verb) }

// KitItem is one thing of a kit.
type KitItem struct {
	Item  string `json:"item"`          // its key
	Count int    `json:"count"`         // how many
	Worn  bool   `json:"worn,omitzero"` // whether it is worn at first
}

// TableOf returns the table that a part of the content belongs to. A large table
// comes in several parts: "items", "items.2" and so on.
func TableOf(part string) string {
	table, _, _ := strings.Cut(part, ".")
	return table
}

// DecodeRows reads the rows of a part from ContentResult.Tables.
func DecodeRows(tables jsontext.Value) ([]Row, error) {
	if err := checkJSON(tables, fromServer); err != nil {
		return nil, err
	}
	var rows []Row
	if err := json.Unmarshal(tables, &rows); err != nil {
		return nil, fmt.Errorf("the tables can't be read: %w", err)
	}
	return rows, nil
}

// AppendRows appends rows as ContentResult.Tables has them.
func AppendRows(dst []byte, rows []Row) ([]byte, error) {
	text, err := json.Marshal(rows, json.Deterministic(true))
	return append(dst, text...), err
}
