package archtest

import (
	"fmt"
	"go/ast"
	"slices"
	"strings"
	"unicode"
)

// docs complains of packages that do not say what they are.
func docs(t tree) (complaints []string) {
	for p := range t.packages() {
		if p.name != "" && !p.documented() {
			complaints = append(complaints, fmt.Sprintf("%s has no package comment that begins with %q", p.path, p.openings()[0]))
		}
	}
	return complaints
}

func (p *pkg) documented() bool {
	return slices.ContainsFunc(p.files, func(f *file) bool {
		if f.test || f.syntax.Doc == nil {
			return false
		}
		text := f.syntax.Doc.Text()
		return slices.ContainsFunc(p.openings(), func(s string) bool { return strings.HasPrefix(text, s) })
	})
}

// openings are the ways in which a package's comment may begin.
func (p *pkg) openings() []string {
	if p.name != "main" {
		return []string{"Package " + p.name + " "}
	}
	command := []rune(p.path[strings.LastIndexByte(p.path, '/')+1:])
	capital := string(unicode.ToUpper(command[0])) + string(command[1:])
	return []string{"Command " + string(command) + " ", capital + " "}
}

// exits complains of packages other than main that end the process.
func exits(t tree) (complaints []string) {
	for p := range t.packages() {
		if p.name == "main" || mayExit[p.path] != "" {
			continue
		}
		for _, f := range p.files {
			if !f.test && f.ends() {
				complaints = append(complaints, f.path+" ends the process; return an error instead")
			}
		}
	}
	return complaints
}

func (f *file) ends() bool {
	return f.uses("os", "Exit") || f.uses("syscall", "Exit") ||
		f.uses("log", "Fatal") || f.uses("log", "Fatalf") || f.uses("log", "Fatalln")
}

// sleeps complains of time.Sleep, in tests too; but not in those whose time is
// faked by testing/synctest, where sleeping takes no time and is exact.
func sleeps(t tree) (complaints []string) {
	for p := range t.packages() {
		for _, f := range p.files {
			faked := f.test && slices.Contains(f.imports, "testing/synctest")
			if f.uses("time", "Sleep") && !faked {
				complaints = append(complaints, f.path+" calls time.Sleep; wait for the thing itself, or test with testing/synctest")
			}
		}
	}
	return complaints
}

// goroutines complains of goroutines that the rules of the game start.
func goroutines(t tree) (complaints []string) {
	for p := range t.packages() {
		if !slices.Contains(singleThreaded, p.path) {
			continue
		}
		for _, f := range p.files {
			if !f.test && f.startsGoroutine() {
				complaints = append(complaints, f.path+" starts a goroutine; what it works on has one owner at a time")
			}
		}
	}
	return complaints
}

func (f *file) startsGoroutine() bool {
	found := false
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		if _, ok := n.(*ast.GoStmt); ok {
			found = true
		}
		return !found
	})
	return found
}

// lengths complains of files that are too long to be read in one sitting.
func lengths(t tree) (complaints []string) {
	for p := range t.packages() {
		for _, f := range p.files {
			if f.lines > maxLines && !f.generated {
				complaints = append(complaints, fmt.Sprintf("%s has %d lines; split it below %d", f.path, f.lines, maxLines))
			}
		}
	}
	return complaints
}
