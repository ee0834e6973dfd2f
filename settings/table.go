package settings

import (
	"maps"
	"slices"
	"strings"
)

// Table is what names stand for other than usual: keys and buttons by what they ask
// for. It is a value that can be compared; the zero value is empty.
type Table struct{ text string }

// The parts of a Table's text. Names that have them in them can't be kept.
const rowEnd, nameEnd = "\n", "\t"

// TableOf returns the table with those rows.
func TableOf(rows map[string][]string) Table {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(rows)) {
		for _, s := range append([]string{name}, rows[name]...) {
			if !strings.ContainsAny(s, rowEnd+nameEnd) {
				b.WriteString(s + nameEnd)
			}
		}
		b.WriteString(rowEnd)
	}
	return Table{b.String()}
}

// Rows returns the rows, for the caller to keep. A row without names is there, too.
func (t Table) Rows() map[string][]string {
	rows := map[string][]string{}
	for _, line := range strings.Split(t.text, rowEnd) {
		names := strings.Split(strings.TrimSuffix(line, nameEnd), nameEnd)
		if names[0] != "" {
			rows[names[0]] = names[1:]
		}
	}
	return rows
}

// tableFrom reads what a file has as a table; what is no name is passed over.
func tableFrom(v any) Table {
	rows := map[string][]string{}
	of, _ := v.(map[string]any)
	for name, value := range of {
		switch value := value.(type) {
		case string:
			rows[name] = []string{value}
		case []any:
			rows[name] = []string{}
			for _, v := range value {
				if s, ok := v.(string); ok {
					rows[name] = append(rows[name], s)
				}
			}
		}
	}
	return TableOf(rows)
}
