//go:build !js

package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// File is a Store in a file on disk.
type File struct {
	path string
	mu   sync.Mutex // guards the rest
	db   *sql.DB    // of one connection; nil once closed
	// broken is set by an error after which nobody knows what reached the
	// disk; from then on nothing is acknowledged any more.
	broken error
}

var _ Store = (*File)(nil)

const (
	putSQL    = `INSERT INTO records (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`
	deleteSQL = `DELETE FROM records WHERE key = ?`
	loadSQL   = `SELECT key, value FROM records ORDER BY key`
)

// Path returns the absolute path of the file.
func (f *File) Path() string { return f.path }

// Load implements Store.
func (f *File) Load() ([]Record, error) {
	var recs []Record
	err := f.use("read", func(db *sql.DB) error {
		rows, err := db.QueryContext(context.Background(), loadSQL)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var (
				rec   Record
				value sql.RawBytes
			)
			if err := rows.Scan(&rec.Key, &value); err != nil {
				return err
			}
			rec.Value = clone(value)
			recs = append(recs, rec)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, err
	}
	return recs, nil
}

// Commit implements Store. After an error of the disk itself every later
// Commit fails too, because what the disk holds is no longer known: the world
// has to be opened anew. A full disk is no such error.
func (f *File) Commit(recs []Record) error {
	return f.use("save", func(db *sql.DB) error {
		ctx := context.Background()
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		if err := apply(ctx, tx, recs); err != nil {
			return errors.Join(err, tx.Rollback())
		}
		return tx.Commit()
	})
}

func apply(ctx context.Context, tx *sql.Tx, recs []Record) error {
	put, err := tx.PrepareContext(ctx, putSQL)
	if err != nil {
		return err
	}
	defer put.Close()
	for _, rec := range recs {
		if rec.Key == "" {
			return ErrKey
		}
		if rec.Value == nil {
			_, err = tx.ExecContext(ctx, deleteSQL, rec.Key)
		} else {
			_, err = put.ExecContext(ctx, rec.Key, rec.Value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Close implements Store.
func (f *File) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.db == nil {
		return nil
	}
	err := f.db.Close()
	f.db = nil
	return f.wrap("close", err)
}

// use calls do with the database and says what failed.
func (f *File) use(deed string, do func(*sql.DB) error) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch {
	case f.db == nil:
		return f.wrap(deed, ErrClosed)
	case f.broken != nil:
		return f.wrap(deed, f.broken)
	}
	err := do(f.db)
	if code := codeOf(err); code == sqlite3.SQLITE_IOERR || code == sqlite3.SQLITE_CORRUPT {
		f.broken = err
	}
	return f.wrap(deed, err)
}

// wrap makes err a sentence about this file, with one of the errors of this
// package where one fits.
func (f *File) wrap(deed string, err error) error {
	if err == nil {
		return nil
	}
	var kind error
	switch codeOf(err) {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		kind = ErrInUse
	case sqlite3.SQLITE_NOTADB:
		kind = ErrNotWorld
	case sqlite3.SQLITE_CORRUPT:
		kind = ErrDamaged
	default:
		return fmt.Errorf("can't %s the world %s: %w", deed, f.path, err)
	}
	if kind == ErrInUse {
		return fmt.Errorf("can't %s the world %s: %w", deed, f.path, kind) // the database's words add nothing
	}
	return fmt.Errorf("can't %s the world %s: %w (%w)", deed, f.path, kind, err)
}

// codeOf returns SQLite's primary code of err, 0 if it isn't SQLite's.
func codeOf(err error) int {
	const primary = 0xff
	if e := (*sqlite.Error)(nil); errors.As(err, &e) {
		return e.Code() & primary
	}
	return 0
}
