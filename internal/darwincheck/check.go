package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// A listed package is what go list tells of one.
type listed struct {
	Dir        string
	ImportPath string
	GoFiles    []string
	CgoFiles   []string
	ImportMap  map[string]string
	Error      *struct{ Err string }
	Module     struct{ Main bool }
}

// check type-checks the packages that match patterns in dir, and all that they
// import, and returns what a compiler for macOS would complain of.
func check(dir, arch string, patterns []string) ([]error, error) {
	packages, err := list(dir, arch, patterns)
	if err != nil {
		return nil, err
	}
	c := &checker{
		files: token.NewFileSet(),
		done:  map[string]*types.Package{"unsafe": types.Unsafe},
		sizes: types.SizesFor("gc", arch),
	}
	// go list gives what a package imports before the package.
	for _, p := range packages {
		c.check(p)
	}
	return c.complaints, nil
}

// list asks the Go tool for packages and all that they import, as for macOS.
// It runs no cgo.
func list(dir, arch string, patterns []string) ([]*listed, error) {
	cmd := exec.Command("go", append([]string{"list", "-e", "-deps", "-json"}, patterns...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOOS=darwin", "GOARCH="+arch, "CGO_ENABLED=1")
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w: %s", err, &complaints)
	}
	var packages []*listed
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		p := new(listed)
		if err := decoder.Decode(p); errors.Is(err, io.EOF) {
			return packages, nil
		} else if err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		packages = append(packages, p)
	}
}

type checker struct {
	files      *token.FileSet
	done       map[string]*types.Package // by import path
	sizes      types.Sizes
	complaints []error
}

func (c *checker) complain(err error) { c.complaints = append(c.complaints, err) }

// check type-checks one package whose imports are done. Of packages of other
// modules it looks only at what others see of them.
func (c *checker) check(p *listed) {
	if p.ImportPath == "unsafe" {
		return
	}
	if p.Error != nil {
		c.complain(fmt.Errorf("%s: %s", p.ImportPath, p.Error.Err))
	}
	var files []*ast.File
	for _, name := range slices.Concat(p.GoFiles, p.CgoFiles) {
		f, err := parser.ParseFile(c.files, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			c.complain(err)
			continue
		}
		files = append(files, f)
	}
	config := &types.Config{
		Importer:         importer{c, p.ImportMap},
		FakeImportC:      true,
		IgnoreFuncBodies: !p.Module.Main,
		Sizes:            c.sizes,
		Error:            c.complain,
	}
	// Whatever is wrong has been told to complain.
	c.done[p.ImportPath], _ = config.Check(p.ImportPath, c.files, files, nil)
}

// An importer finds packages that were checked before.
type importer struct {
	*checker
	names map[string]string // of a package's imports, where they differ
}

func (i importer) Import(path string) (*types.Package, error) {
	if actual, ok := i.names[path]; ok {
		path = actual
	}
	if p := i.done[path]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("%s was not found for macOS", path)
}
