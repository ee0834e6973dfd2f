package archtest

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strconv"
	"testing"

	"laneya/lang"
	game "laneya/rules"
	"laneya/rules/content"
)

// TestLanguagesAreComplete compares what the languages' files say with what the game
// says in English.
func TestLanguagesAreComplete(t *testing.T) {
	repository, err := readTree("../..")
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	for _, complaint := range repository.says(said) {
		t.Error(complaint)
	}
	for _, text := range content.Texts() {
		said[text] = true
	}
	for _, name := range content.Nouns() {
		said["noun|"+name] = true
	}
	for _, name := range game.LevelKinds() {
		said[name] = true
	}
	for _, l := range lang.All()[1:] {
		for _, complaint := range compare(l.Tag(), l.Keys(), said) {
			t.Error(complaint)
		}
	}
}

// TestTextsAreFound finds what a small file says, and what a language lacks of it.
func TestTextsAreFound(t *testing.T) {
	const source = `package app
func f(n int) {
	lang.Text("a" + "b")
	lang.Format("%d c", n)
	w.say.Count(n, "%d d", "%d ds")
	say.In("door", "open")
	lang.Mark(name)
	lang.Text(name)
	other.Text("e")
}`
	syntax, err := parser.ParseFile(token.NewFileSet(), "app/f.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	f := &file{path: "app/f.go", syntax: syntax}
	complaints := append(f.says(said), compare("xx", []string{"%d c", "ab", "f"}, said)...)
	want := []string{
		"app/f.go says by Mark what is no constant text",
		`lang/xx.toml: nothing says "f"`,
		`lang/xx.toml lacks "%d ds"`,
		`lang/xx.toml lacks "door|open"`,
	}
	if !slices.Equal(complaints, want) {
		t.Errorf("complains of %q, not of %q", complaints, want)
	}
}

// says adds the keys of all that the tree says.
func (t tree) says(said map[string]bool) (complaints []string) {
	for p := range t.packages() {
		for _, f := range p.files {
			if !f.test && p.path != "lang" {
				complaints = append(complaints, f.says(said)...)
			}
		}
	}
	return complaints
}

// compare complains of what the language with that tag, which has those keys, lacks of
// what is said, and of what nobody says.
func compare(tag string, keys []string, said map[string]bool) (complaints []string) {
	have := map[string]bool{}
	for _, key := range keys {
		have[key] = true
		if !said[key] {
			complaints = append(complaints, fmt.Sprintf("lang/%s.toml: nothing says %q", tag, key))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(said)) {
		if !have[key] {
			complaints = append(complaints, fmt.Sprintf("lang/%s.toml lacks %q", tag, key))
		}
	}
	return complaints
}

// sayers are the functions and methods of lang by the position of the operands that
// are texts of the code; the last one is the key.
var sayers = map[string][]int{"Text": {0}, "Mark": {0}, "Format": {0}, "In": {0, 1}, "Count": {1, 2}}

// says adds the keys of all that a file says by package lang or by a lang.Language,
// which is a variable or a field named say.
func (f *file) says(said map[string]bool) (complaints []string) {
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		name := sayer(call.Fun)
		at := sayers[name]
		if at == nil || len(call.Args) <= at[len(at)-1] {
			return true
		}
		var words []string
		for _, i := range at {
			if s, ok := constant(call.Args[i]); ok {
				words = append(words, s)
			}
		}
		switch {
		case len(words) == len(at) && name == "In":
			said[words[0]+"|"+words[1]] = true
		case len(words) == len(at):
			said[words[len(words)-1]] = true
		case name == "Mark" || name == "Count":
			complaints = append(complaints, f.path+" says by "+name+" what is no constant text")
		}
		return true
	})
	return complaints
}

// sayer returns the name of a function or method that says something, "" if it does not.
func sayer(fun ast.Expr) string {
	sel, ok := fun.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	switch x := sel.X.(type) {
	case *ast.Ident:
		if x.Name == "lang" || x.Name == "say" {
			return sel.Sel.Name
		}
	case *ast.SelectorExpr:
		if x.Sel.Name == "say" {
			return sel.Sel.Name
		}
	}
	return ""
}

// constant returns the value of an expression that is a text or several joined by +.
func constant(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, e.Kind == token.STRING && err == nil
	case *ast.ParenExpr:
		return constant(e.X)
	case *ast.BinaryExpr:
		a, ok := constant(e.X)
		b, also := constant(e.Y)
		return a + b, ok && also && e.Op == token.ADD
	}
	return "", false
}
