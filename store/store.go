// Package store keeps a world in a file: values under keys, changed all or
// nothing. It knows nothing of what they mean.
//
// A world file is an SQLite database with an application ID of laneya's own
// and one table, records. PRAGMA user_version is the number of migrations that
// it has been through; a file from a newer program is refused untouched.
//
// The file is written ahead (WAL) and synced at every commit, so a Commit that
// returned nil survives kill -9 and a power cut, and one that didn't return is
// there wholly or not at all. One process uses a file at a time.
//
// To keep the commands of each tick beside the records, a further migration
// adds a table ticks(tick INTEGER PRIMARY KEY, commands BLOB NOT NULL), Commit
// writes its row in the transaction that it has already, and a Commit of
// records that states up to which tick they hold deletes the rows before it.
// Then Load yields the records and the ticks to play on top of them.
package store

import "errors"

// Record is a value under a key. In a Commit, a nil Value deletes the key.
type Record struct {
	Key   string // not empty
	Value []byte
}

// Store keeps records. It is safe for concurrent use.
type Store interface {
	// Load returns all records, sorted by key, none with a nil Value. They are
	// the caller's.
	Load() ([]Record, error)
	// Commit applies the records in order, all of them or, with an error,
	// none. When it returns nil they are kept for good.
	Commit([]Record) error
	// Close gives the store back. After it, everything but Close fails.
	Close() error
}

// What may be wrong with a world file, or with the use of a store.
var (
	ErrInUse    = errors.New("another program is using this world")
	ErrNewer    = errors.New("this world was saved by a newer version of the game")
	ErrNotWorld = errors.New("this file is not a world")
	ErrDamaged  = errors.New("this world is damaged")
	ErrClosed   = errors.New("the world is closed already")
	ErrKey      = errors.New("a record has no key")
)
