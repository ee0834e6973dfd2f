package store

import (
	"errors"
	"fmt"
)

// File stands for a Store in a file, which a browser does not have: there
// worlds are kept in Memory.
type File struct{ Memory }

var errNoFiles = errors.New("a browser has no files to keep it in")

// Open fails: a browser has no files.
func Open(path string) (*File, error) {
	return nil, fmt.Errorf("can't open the world %s: %w", path, errNoFiles)
}
