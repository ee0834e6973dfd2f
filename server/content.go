package server

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"sync"

	"laneya/internal/version"
	"laneya/lang"
	"laneya/protocol"
	"laneya/rules"
	"laneya/rules/content"
)

// tables are the answers to content by the name of the part that is asked for.
// They are never changed once made, so any goroutine may read them.
type tables struct{ parts map[string][]byte }

// maxPart bounds the rows of a part, in bytes, so that the answers that wait for a
// connection always fit into its queue.
const maxPart = 48 << 10

// library has the tables of this build's content in each language, made when they are
// first wanted.
var library struct {
	mu sync.Mutex // guards the following fields
	of map[*lang.Language]*tables
}

// tablesIn returns the tables as they are said in that language.
func tablesIn(say *lang.Language) (*tables, error) {
	library.mu.Lock()
	defer library.mu.Unlock()
	if t := library.of[say]; t != nil {
		return t, nil
	}
	t, err := newTables(say)
	if err != nil {
		return nil, err
	}
	if library.of == nil {
		library.of = make(map[*lang.Language]*tables)
	}
	library.of[say] = t
	return t, nil
}

// faults are what is wrong with the content of a development build, nil if nothing
// is or the build is another: those were tested.
var faults = sync.OnceValue(func() error {
	if version.String() != version.Development {
		return nil
	}
	return content.Validate()
})

// newTables makes the tables of this build's content in a language.
func newTables(say *lang.Language) (*tables, error) {
	type table struct {
		name string
		rows []protocol.Row
	}
	var names []string
	parts := map[string][]byte{}
	for _, t := range []table{
		{protocol.TableTerrain, terrainRows(say)},
		{protocol.TableClouds, cloudRows(say)},
		{protocol.TableFoes, foeRows(say)},
		{protocol.TableItems, itemRows(say)},
		{protocol.TableStatuses, statusRows(say)},
		{protocol.TableKits, kitRows(say)},
		{protocol.TableRunes, runeRows(say)},
		{protocol.TableShots, shotRows(say)},
		{protocol.TableColours, colourRows(say)},
		{protocol.TableMessages, messageRows(say)},
		{protocol.TableEmotes, emoteRows(say)},
		{protocol.TableSlots, slotRows(say)},
		{protocol.TableLevels, levelRows(say)},
		{protocol.TableDeeds, deedRows(say)},
	} {
		pieces, err := split(t.rows)
		if err != nil {
			return nil, fmt.Errorf("encode the table %s: %w", t.name, err)
		}
		for i, rows := range pieces {
			name := t.name
			if i > 0 {
				name = fmt.Sprintf("%s.%d", t.name, i+1)
			}
			names = append(names, name)
			parts[name] = rows
		}
	}
	sum := sha256.New()
	for _, name := range names {
		_, _ = fmt.Fprintf(sum, "%s %d ", name, len(parts[name])) // a hash takes anything
		_, _ = sum.Write(parts[name])
	}
	return answers(names, parts, hex.EncodeToString(sum.Sum(nil)[:16]))
}

// answers puts each part, and the head under "", into the data of an answer.
func answers(names []string, parts map[string][]byte, hash string) (*tables, error) {
	t := &tables{parts: make(map[string][]byte, len(names)+1)}
	for _, name := range append([]string{""}, names...) {
		res := protocol.ContentResult{Hash: hash, Part: name, Tables: parts[name]}
		if name == "" {
			res.Parts = names
		}
		data, err := protocol.AppendResult(nil, &res)
		if err != nil {
			return nil, fmt.Errorf("encode the part %s: %w", name, err)
		}
		t.parts[name] = data
	}
	return t, nil
}

// split encodes rows in as few pieces as their size allows, at least one.
func split(rows []protocol.Row) ([][]byte, error) {
	whole, err := protocol.AppendRows(nil, rows)
	if err != nil {
		return nil, err
	}
	if len(whole) <= maxPart || len(rows) < 2 {
		return [][]byte{whole}, nil
	}
	first, err := split(rows[:len(rows)/2])
	if err != nil {
		return nil, err
	}
	second, err := split(rows[len(rows)/2:])
	return append(first, second...), err
}

// plural returns what several things are called, "" where that is regular.
func plural(say *lang.Language, name, own string) string {
	if several := content.Several(say, name, own); several != content.Plural(name, "") {
		return several
	}
	return own
}

func glyph(r rune) string {
	if r == 0 {
		return ""
	}
	return string(r)
}

func terrainRows(say *lang.Language) (rows []protocol.Row) {
	for i := range content.Terrains {
		t := &content.Terrains[i]
		rows = append(rows, protocol.Row{
			Key: t.Key, Name: content.Name(say, t.Name), Text: say.Text(t.Text), Code: string(t.Code), Glyph: glyph(t.Glyph), Colour: t.Colour,
			Picture: t.Picture, Sound: t.Sound, Open: t.Walk, Opaque: t.Opaque, Avoid: t.Avoid, Verbs: t.Verbs, Put: say.Text(t.Put),
			Light: t.Light, Tint: t.Tint, Step: t.Slow, Damage: t.Harm,
		})
	}
	return rows
}

func cloudRows(say *lang.Language) (rows []protocol.Row) {
	for i := range content.Clouds {
		c := &content.Clouds[i]
		rows = append(rows, protocol.Row{
			Key: c.Key, Name: content.Name(say, c.Name), Text: say.Text(c.Text), Code: string(c.Code), Glyph: glyph(c.Glyph), Colour: c.Colour,
			Picture: c.Picture, Opaque: c.Opaque, Light: c.Light, Tint: c.Tint,
		})
	}
	return rows
}

func foeRows(say *lang.Language) (rows []protocol.Row) {
	for i := range content.Foes {
		f := &content.Foes[i]
		rows = append(rows, protocol.Row{
			Key: f.Key, Name: content.Name(say, f.Name), Text: say.Text(f.Text), Glyph: glyph(f.Glyph), Colour: f.Colour, Picture: f.Picture, Sound: f.Sound,
			Depth: f.Depth, Health: f.Health, Damage: f.Damage, Hit: f.Hit, Armour: f.Armour, Range: f.Range,
			Step: f.Walk, Ticks: f.Strike, Light: f.Light, Tint: f.Tint, Traits: f.Ways.Traits(say),
		})
	}
	return rows
}

func itemRows(say *lang.Language) (rows []protocol.Row) {
	for i := range content.Items {
		it := &content.Items[i]
		verbs, use := it.Class.Verbs()
		rows = append(rows, protocol.Row{
			Key: it.Key, Name: content.Name(say, it.Name), Plural: plural(say, it.Name, it.Plural), Text: say.Text(it.Text), Class: it.Class.String(), Slot: content.SlotNames[it.Slot],
			Glyph: glyph(it.Glyph), Colour: it.Colour, Picture: it.Picture, Sound: it.Sound,
			Verbs: verbs, Use: say.Text(use), Onto: it.Class == content.Rune,
			Depth: it.Depth, Damage: it.Damage, Armour: it.Armour, Block: it.Block, Range: it.Reach(), Ticks: it.Speed,
			Light: it.Light, Tint: it.Tint, Fuel: it.Fuel, Charges: it.Charges, Traits: it.Traits(say),
		})
	}
	return append(rows, lookRows(say)...)
}

// lookRows are the rows of what isn't known yet: one for each class that has such
// things, and one for each look.
func lookRows(say *lang.Language) (rows []protocol.Row) {
	for c, looks := range content.Looks {
		class := content.Class(c)
		if len(looks) == 0 {
			continue
		}
		row := protocol.Row{
			Key: class.UnknownKey(), Name: say.Format("unknown %s", say.Text(class.String())), Class: class.String(), Picture: looks[0].Picture,
			Colour: looks[0].Colour,
		}
		verbs, use := class.Verbs()
		row.Verbs, row.Use = verbs, say.Text(use)
		for i := range content.Items {
			if it := &content.Items[i]; it.Class == class {
				row.Glyph = glyph(it.Glyph)
				break
			}
		}
		rows = append(rows, row)
		for _, l := range looks {
			look := row
			look.Key, look.Name, look.Plural = l.Name, content.Name(say, l.Name), plural(say, l.Name, l.Plural)
			look.Colour, look.Picture = l.Colour, l.Picture
			rows = append(rows, look)
		}
	}
	return rows
}

func statusRows(say *lang.Language) (rows []protocol.Row) {
	for i := range content.Statuses {
		s := &content.Statuses[i]
		rows = append(rows, protocol.Row{
			Key: s.Key, Name: s.Called(say), Text: say.Text(s.Text), Glyph: glyph(s.Glyph), Colour: s.Colour, Picture: s.Picture, Good: s.Good,
		})
	}
	return rows
}

func kitRows(say *lang.Language) (rows []protocol.Row) {
	for i := range content.Kits {
		k := &content.Kits[i]
		row := protocol.Row{Key: k.Key, Name: content.Name(say, k.Name), Text: say.Text(k.Text), Picture: k.Picture, Health: k.Health}
		if k.Gift != "" {
			row.Traits = []string{say.Text(k.Gift)}
		}
		for _, it := range k.Items {
			row.Items = append(row.Items, protocol.KitItem{Item: it.Item, Count: it.Count, Worn: it.Worn})
		}
		rows = append(rows, row)
	}
	return rows
}

func runeRows(say *lang.Language) (rows []protocol.Row) {
	for i := range content.Runes {
		r := &content.Runes[i]
		if r.Key == "" {
			continue // none
		}
		rows = append(rows, protocol.Row{Key: r.Key, Name: say.Text(r.Name), Text: say.Text(r.Text), Damage: r.Damage, Armour: r.Armour, Good: !r.Bad})
	}
	return rows
}

func shotRows(say *lang.Language) (rows []protocol.Row) {
	for i := range content.Shots {
		s := &content.Shots[i]
		rows = append(rows, protocol.Row{Key: s.Key, Name: content.Name(say, s.Name), Glyph: glyph(s.Glyph), Picture: s.Picture, Sound: s.Sound})
	}
	return rows
}

func colourRows(say *lang.Language) (rows []protocol.Row) {
	for i := range content.Colours {
		c := &content.Colours[i]
		name := ""
		if chosen, ok := strings.CutPrefix(c.Name, "party_"); ok {
			name = say.Text(chosen)
		}
		rows = append(rows, protocol.Row{Key: c.Name, Name: name, RGB: []int{int(c.R), int(c.G), int(c.B)}})
	}
	return rows
}

func messageRows(say *lang.Language) (rows []protocol.Row) {
	for i := range content.Messages {
		m := &content.Messages[i]
		rows = append(rows, protocol.Row{Key: m.Code, Text: content.Template(say, m), Tone: m.Tone, Sound: m.Sound, Picture: m.Picture})
	}
	return rows
}

func emoteRows(say *lang.Language) (rows []protocol.Row) {
	for i := range content.Emotes {
		e := &content.Emotes[i]
		rows = append(rows, protocol.Row{Key: e.Key, Text: say.Text(e.Text)})
	}
	return rows
}

func slotRows(say *lang.Language) (rows []protocol.Row) {
	for slot, words := range content.SlotWords {
		rows = append(rows, protocol.Row{Key: slot, Name: say.Text(words)})
	}
	return rows
}

func levelRows(say *lang.Language) (rows []protocol.Row) {
	for key, name := range rules.LevelKinds() {
		rows = append(rows, protocol.Row{Key: key, Name: say.Text(name), Picture: "theme_" + key, Sound: "ambience_" + key})
	}
	return rows
}

func deedRows(say *lang.Language) (rows []protocol.Row) {
	for _, d := range content.Deeds {
		rows = append(rows, protocol.Row{Key: d.Key, Name: say.Text(d.Name), Ticks: d.Ticks})
	}
	return rows
}
