package archtest

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"testing"
)

// windows are the packages whose words are all for the player.
var windows = []string{"app", "render", "ui", "ui/paint"}

// phrase is at least two words of a person's language.
var phrase = regexp.MustCompile(`\pL{2,}[,:;]? \pL{2,}`)

// TestWindowsSayAllInTheirLanguage looks for sentences that no language can have.
func TestWindowsSayAllInTheirLanguage(t *testing.T) {
	repository, err := readTree("../..")
	if err != nil {
		t.Fatal(err)
	}
	for p := range repository.packages() {
		if !slices.Contains(windows, p.path) {
			continue
		}
		for _, f := range p.files {
			if !f.test {
				for _, complaint := range f.mute() {
					t.Error(complaint)
				}
			}
		}
	}
}

func TestSentencesAreFound(t *testing.T) {
	const source = `package app
import "not a sentence"
func f() {
	lang.Text("said in German")
	panic("never to be seen")
	draw("not said", "%d, %s", "word")
}`
	syntax, err := parser.ParseFile(token.NewFileSet(), "app/f.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{`app/f.go has "not said", which no language can say otherwise`}
	if got := (&file{path: "app/f.go", syntax: syntax}).mute(); !slices.Equal(got, want) {
		t.Errorf("complains of %q, not of %q", got, want)
	}
}

// mute complains of sentences of a file that it doesn't say by package lang. What it
// panics with is for those who mend it.
func (f *file) mute() (complaints []string) {
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.CallExpr:
			if name, ok := n.Fun.(*ast.Ident); ok && name.Name == "panic" {
				return false
			}
			return sayers[sayer(n.Fun)] == nil
		case *ast.BasicLit:
			if s, err := strconv.Unquote(n.Value); n.Kind == token.STRING && err == nil && phrase.MatchString(s) {
				complaints = append(complaints, fmt.Sprintf("%s has %q, which no language can say otherwise", f.path, s))
			}
		}
		return true
	})
	return complaints
}
