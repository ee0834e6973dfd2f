package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// comments holds what the source says: of a struct under its name, of a field
// under Struct.Field.
type comments map[string]string

// readComments reads the comments on all structs of the package in folder src.
func readComments(src string) (comments, error) {
	names, err := filepath.Glob(filepath.Join(src, "*.go"))
	if err != nil {
		return nil, err
	}
	found := comments{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		found.addFile(file)
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("no structs in %s", src)
	}
	return found, nil
}

func (c comments) addFile(file *ast.File) {
	for _, decl := range file.Decls {
		general, ok := decl.(*ast.GenDecl)
		if !ok || general.Tok != token.TYPE {
			continue
		}
		for _, spec := range general.Specs {
			c.addType(spec.(*ast.TypeSpec), general.Doc)
		}
	}
}

func (c comments) addType(spec *ast.TypeSpec, outer *ast.CommentGroup) {
	doc := spec.Doc
	if doc == nil {
		doc = outer
	}
	c[spec.Name.Name] = oneLine(doc)
	fields, ok := spec.Type.(*ast.StructType)
	if !ok {
		return
	}
	for _, f := range fields.Fields.List {
		for _, name := range f.Names {
			c[spec.Name.Name+"."+name.Name] = oneLine(f.Comment)
		}
	}
}

func oneLine(group *ast.CommentGroup) string {
	return strings.Join(strings.Fields(group.Text()), " ")
}
