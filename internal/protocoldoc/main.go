// Command protocoldoc writes the reference tables of PROTOCOL.md, between their two
// markers, from the catalogue of package protocol and the comments on its
// structs. It is run by go generate in protocol.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	src := flag.String("src", ".", "the folder of package protocol")
	doc := flag.String("doc", "../PROTOCOL.md", "the document to bring up to date")
	flag.Parse()
	if err := run(*src, *doc); err != nil {
		fmt.Fprintln(os.Stderr, "protocoldoc:", err)
		os.Exit(1)
	}
}

func run(src, doc string) error {
	old, err := os.ReadFile(doc)
	if err != nil {
		return err
	}
	updated, err := update(src, string(old))
	if err != nil || updated == string(old) {
		return err
	}
	return os.WriteFile(doc, []byte(updated), 0o644)
}
