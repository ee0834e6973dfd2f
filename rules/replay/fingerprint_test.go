package replay_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"laneya/rules/content"
	"laneya/rules/replay"
)

// TestFingerprintHoldsAllTables changes each field of the last row of every
// exported variable of the content.
func TestFingerprintHoldsAllTables(t *testing.T) {
	tables := map[string]any{
		"Terrains": &content.Terrains, "Clouds": &content.Clouds, "Statuses": &content.Statuses, "Foes": &content.Foes,
		"Items": &content.Items, "Runes": &content.Runes, "Kits": &content.Kits, "Shots": &content.Shots, "Pace": &content.Pace,
		"Loudness": &content.Loudness, "Looks": &content.Looks, "ClassNames": &content.ClassNames, "SlotNames": &content.SlotNames,
		"Colours": &content.Colours, "Messages": &content.Messages, "Emotes": &content.Emotes, "Pages": &content.Pages,
		"Deeds": &content.Deeds,
	}
	for _, name := range exportedVariables(t, "../content") {
		if tables[name] == nil {
			t.Errorf("this test doesn't know content.%s", name)
		}
	}
	before := replay.Fingerprint()
	for name, table := range tables {
		changed := 0
		change(reflect.ValueOf(table).Elem(), name, func(path string) {
			changed++
			if replay.Fingerprint() == before {
				t.Errorf("the fingerprint leaves out %s", path)
			}
		})
		if changed == 0 {
			t.Errorf("nothing of %s was changed", name)
		}
	}
}

// change gives each number, string and truth of v, or of its last element,
// another value for as long as it calls then.
func change(v reflect.Value, path string, then func(path string)) {
	old := reflect.New(v.Type()).Elem()
	old.Set(v)
	switch v.Kind() {
	case reflect.Slice, reflect.Array:
		for i := v.Len() - 1; i >= 0; i-- {
			if e := v.Index(i); e.Kind() != reflect.Slice || e.Len() > 0 {
				change(e, path+"[]", then)
				return
			}
		}
		return
	case reflect.Struct:
		for i := range v.NumField() {
			change(v.Field(i), path+"."+v.Type().Field(i).Name, then)
		}
		return
	case reflect.String:
		v.SetString(v.String() + "x")
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Uint8, reflect.Uint16, reflect.Uint32:
		v.SetUint(v.Uint() ^ 1)
	default:
		v.SetInt(v.Int() ^ 1)
	}
	then(path)
	v.Set(old)
}

func exportedVariables(t *testing.T, folder string) (names []string) {
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if d, ok := d.(*ast.GenDecl); ok && d.Tok == token.VAR {
				for _, s := range d.Specs {
					for _, n := range s.(*ast.ValueSpec).Names {
						if n.IsExported() {
							names = append(names, n.Name)
						}
					}
				}
			}
		}
	}
	if len(names) == 0 {
		t.Fatalf("there is no variable in %s", folder)
	}
	return names
}
