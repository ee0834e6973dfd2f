package archtest

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A tree is the packages below a folder, by their path relative to it.
type tree map[string]*pkg

// A pkg is one folder of Go files; files for all systems count.
type pkg struct {
	path  string
	name  string // "" where there are tests only
	files []*file
}

type file struct {
	path      string // relative to the tree
	test      bool
	generated bool
	lines     int
	syntax    *ast.File
	imports   []string
}

// packages goes through the packages in the order of their paths.
func (t tree) packages() iter.Seq[*pkg] {
	return func(yield func(*pkg) bool) {
		for _, dir := range slices.Sorted(maps.Keys(t)) {
			if !yield(t[dir]) {
				return
			}
		}
	}
}

// readTree parses all Go files below root, except testdata, folders whose names
// begin with _ or a dot, and folders that are modules of their own.
func readTree(root string) (tree, error) {
	t := make(tree)
	set := token.NewFileSet()
	err := filepath.WalkDir(root, func(p string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return enter(root, p)
		}
		if !strings.HasSuffix(p, ".go") {
			return nil
		}
		return t.read(set, root, p)
	})
	return t, err
}

// enter says by its error whether the walk goes into a folder.
func enter(root, p string) error {
	if p == root {
		return nil
	}
	name := filepath.Base(p)
	if name == "testdata" || strings.HasPrefix(name, "_") || strings.HasPrefix(name, ".") {
		return filepath.SkipDir
	}
	if _, err := os.Stat(filepath.Join(p, "go.mod")); err == nil {
		return filepath.SkipDir
	}
	return nil
}

func (t tree) read(set *token.FileSet, root, p string) error {
	rel, err := filepath.Rel(root, p)
	if err != nil {
		return err
	}
	rel = filepath.ToSlash(rel)
	syntax, err := parser.ParseFile(set, p, nil, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	f := &file{
		path:      rel,
		test:      strings.HasSuffix(rel, "_test.go"),
		generated: ast.IsGenerated(syntax),
		lines:     set.File(syntax.FileStart).LineCount(),
		syntax:    syntax,
	}
	for _, spec := range syntax.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return fmt.Errorf("%s: %w", rel, err)
		}
		f.imports = append(f.imports, imported)
	}
	t.add(f)
	return nil
}

func (t tree) add(f *file) {
	dir := path.Dir(f.path)
	p := t[dir]
	if p == nil {
		p = &pkg{path: dir}
		t[dir] = p
	}
	p.files = append(p.files, f)
	if !f.test {
		p.name = f.syntax.Name.Name
	}
}

// uses says whether f mentions a name of the package that it imports as
// importPath.
func (f *file) uses(importPath, name string) bool {
	local := f.nameOf(importPath)
	found := false
	ast.Inspect(f.syntax, func(node ast.Node) bool {
		if sel, ok := node.(*ast.SelectorExpr); ok && sel.Sel.Name == name {
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == local {
				found = true
			}
		}
		return !found
	})
	return found
}

// nameOf returns what f calls the package it imports as importPath, or "".
func (f *file) nameOf(importPath string) string {
	i := slices.Index(f.imports, importPath)
	switch {
	case i < 0:
		return ""
	case f.syntax.Imports[i].Name != nil:
		return f.syntax.Imports[i].Name.Name
	}
	return path.Base(importPath)
}
