//go:build !js

package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// applicationID tells a world file from other SQLite databases: "lany".
const applicationID = 0x6c616e79

// leastSize is the least size in bytes of a database that isn't empty.
const leastSize = 512

// migrations lead from each version of the schema to the next; the first is
// from an empty file. What they create is checked against schema.
var migrations = []string{
	recordsSQL,
}

const recordsSQL = `CREATE TABLE records (key TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID`

// schema is all that a world file may define, so that a file from a stranger
// can't bring triggers or views of its own.
var schema = []string{recordsSQL}

// pragmas are set on every connection. Nothing here writes to the file.
var pragmas = []string{
	"busy_timeout(100)", // milliseconds; a server that just ends needs that
	"locking_mode(EXCLUSIVE)",
	"synchronous(FULL)",
	"trusted_schema(OFF)",
	"cell_size_check(ON)",
}

// Open opens the world file at path; if there is none it is made, with the
// folders that lead to it. It fails with ErrInUse, ErrNewer, ErrNotWorld,
// ErrDamaged or an error of the file system, and then the file is as it was.
func Open(path string) (*File, error) {
	f := &File{path: path}
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, f.wrap("open", err)
	}
	f.path = abs
	if err := create(abs); err != nil {
		return nil, f.wrap("open", err)
	}
	db, err := sql.Open("sqlite", uri(abs))
	if err != nil {
		return nil, f.wrap("open", err)
	}
	db.SetMaxOpenConns(1)
	if err := prepare(context.Background(), db); err != nil {
		return nil, f.wrap("open", errors.Join(err, db.Close()))
	}
	f.db = db
	return f, nil
}

// create makes an empty file, readable by its owner only, unless there is one.
// An existing file is not opened here: closing it again would drop the lock
// that this process may hold on it already.
func create(path string) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return errors.New("it is a folder")
	case err == nil && info.Size() > 0 && info.Size() < leastSize:
		return ErrNotWorld // SQLite takes a file of one byte for an empty one
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return file.Close()
}

// uri returns the address of the file at the absolute path, in which no
// character of the path is taken for something else.
func uri(path string) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // a drive letter
	}
	query := url.Values{"_pragma": pragmas, "_txlock": {"exclusive"}, "_defensive": {"1"}}
	return (&url.URL{Scheme: "file", Path: slashed, RawQuery: query.Encode()}).String()
}

// prepare checks that db is a world that this program can read, takes hold of
// it and brings its schema up to date.
func prepare(ctx context.Context, db *sql.DB) error {
	version, err := identify(ctx, db)
	if err != nil {
		return err
	}
	var mode, health string
	if err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&health); err != nil {
		return err
	}
	if health != "ok" {
		return fmt.Errorf("%w (%s)", ErrDamaged, health)
	}
	if err := db.QueryRowContext(ctx, "PRAGMA journal_mode = WAL").Scan(&mode); err != nil {
		return err
	}
	if mode != "wal" {
		return errors.New("its folder's file system can't keep a write-ahead log")
	}
	return migrate(ctx, db, version)
}

// identify returns the version of the schema, 0 for an empty file.
func identify(ctx context.Context, db *sql.DB) (version int, err error) {
	var app, objects int
	const query = `SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_application_id, pragma_user_version`
	if err := db.QueryRowContext(ctx, query).Scan(&app, &version, &objects); err != nil {
		return 0, err
	}
	switch {
	case app == 0 && version == 0 && objects == 0:
		return 0, nil
	case app != applicationID:
		return 0, ErrNotWorld
	case version > len(migrations):
		return 0, ErrNewer
	case version < 1:
		return 0, ErrDamaged
	}
	return version, nil
}

// migrate takes the lock for good, runs the migrations from version on and
// checks the schema. Either all of that happens or none.
func migrate(ctx context.Context, db *sql.DB, version int) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := migrateIn(ctx, tx, version); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

func migrateIn(ctx context.Context, tx *sql.Tx, version int) error {
	steps := append([]string{}, migrations[version:]...)
	if len(steps) > 0 {
		steps = append(steps,
			fmt.Sprintf("PRAGMA application_id = %d", applicationID),
			fmt.Sprintf("PRAGMA user_version = %d", len(migrations)))
	}
	for _, step := range steps {
		if _, err := tx.ExecContext(ctx, step); err != nil {
			return err
		}
	}
	return checkSchema(ctx, tx)
}

func checkSchema(ctx context.Context, tx *sql.Tx) error {
	rows, err := tx.QueryContext(ctx, "SELECT coalesce(sql, '') FROM sqlite_schema ORDER BY sql")
	if err != nil {
		return err
	}
	defer rows.Close()
	n := 0
	for ; rows.Next(); n++ {
		var text string
		if err := rows.Scan(&text); err != nil {
			return err
		}
		if n >= len(schema) || text != schema[n] {
			return fmt.Errorf("%w (it defines what no world does)", ErrDamaged)
		}
	}
	if n < len(schema) {
		return fmt.Errorf("%w (it lacks a table)", ErrDamaged)
	}
	return rows.Err()
}
