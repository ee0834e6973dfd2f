package store

import (
	"bytes"
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// model is what a Store should hold.
type model map[string][]byte

func (m model) apply(recs []Record) {
	for _, rec := range recs {
		if rec.Value == nil {
			delete(m, rec.Key)
		} else {
			m[rec.Key] = rec.Value
		}
	}
}

// compare fails t unless s holds what m says.
func (m model) compare(t rapid.TB, s Store) {
	t.Helper()
	recs, err := s.Load()
	if err != nil {
		t.Fatal(err)
	}
	keys := slices.Sorted(maps.Keys(m))
	if len(recs) != len(keys) {
		t.Fatalf("%d records, want %d", len(recs), len(keys))
	}
	for i, rec := range recs {
		if rec.Key != keys[i] || rec.Value == nil || !bytes.Equal(rec.Value, m[rec.Key]) {
			t.Fatalf("record %d is %q=%x, want %q=%x", i, rec.Key, rec.Value, keys[i], m[keys[i]])
		}
	}
}

func drawRecords(t *rapid.T) []Record {
	key := rapid.SampledFrom([]string{"a", "b", "b/ä", "world", "hero/anna", "hero/Anna", "level/0:0:-1"})
	value := rapid.OneOf(rapid.Just[[]byte](nil), rapid.SliceOfN(rapid.Byte(), 0, 40))
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Record {
		return Record{key.Draw(t, "key"), value.Draw(t, "value")}
	}), 0, 6).Draw(t, "records")
}

func TestMemoryKeeps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, m := NewMemory(), model{}
		for range rapid.IntRange(1, 8).Draw(t, "commits") {
			recs := drawRecords(t)
			if err := s.Commit(recs); err != nil {
				t.Fatal(err)
			}
			m.apply(recs)
			m.compare(t, s)
		}
	})
}

func TestFileKeeps(t *testing.T) {
	path := filepath.Join(t.TempDir(), "folder to be made", "a 100% ?#world.lany")
	s := open(t, path)
	m := model{}
	rapid.Check(t, func(t *rapid.T) {
		recs := drawRecords(t)
		if err := s.Commit(recs); err != nil {
			t.Fatal(err)
		}
		m.apply(recs)
		if rapid.IntRange(0, 5).Draw(t, "reopen") == 0 {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			var err error
			if s, err = Open(path); err != nil {
				t.Fatal(err)
			}
		}
		m.compare(t, s)
	})
	t.Cleanup(func() { closeAll(t, s) })
}

func TestCommitIsAllOrNothing(t *testing.T) {
	for name, s := range stores(t) {
		m := model{"a": []byte("1")}
		if err := s.Commit([]Record{{"a", []byte("1")}}); err != nil {
			t.Fatal(name, err)
		}
		err := s.Commit([]Record{{"a", []byte("2")}, {"b", []byte("3")}, {"", []byte("4")}})
		if !errors.Is(err, ErrKey) {
			t.Errorf("%s: a record without a key gives %v", name, err)
		}
		m.compare(t, s)
	}
}

func TestStoreKeepsCopies(t *testing.T) {
	for name, s := range stores(t) {
		value := []byte("before")
		if err := s.Commit([]Record{{"a", value}}); err != nil {
			t.Fatal(name, err)
		}
		copy(value, "after!")
		recs, err := s.Load()
		if err != nil {
			t.Fatal(name, err)
		}
		copy(recs[0].Value, "after!")
		model{"a": []byte("before")}.compare(t, s)
	}
}

func TestClosedStoreRefuses(t *testing.T) {
	for name, s := range stores(t) {
		closeAll(t, s, s)
		if _, err := s.Load(); !errors.Is(err, ErrClosed) {
			t.Errorf("%s: Load gives %v", name, err)
		}
		if err := s.Commit(nil); !errors.Is(err, ErrClosed) {
			t.Errorf("%s: Commit gives %v", name, err)
		}
	}
}

// stores returns a new store of each kind.
func stores(t *testing.T) map[string]Store {
	return map[string]Store{"memory": NewMemory(), "file": open(t, filepath.Join(t.TempDir(), "w"))}
}

func open(t *testing.T, path string) *File {
	t.Helper()
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeAll(t, f) })
	return f
}

func closeAll(t *testing.T, all ...Store) {
	t.Helper()
	for _, s := range all {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// BenchmarkCommit keeps what a tick of 200 heroes changes.
func BenchmarkCommit(b *testing.B) {
	f, err := Open(filepath.Join(b.TempDir(), "w"))
	if err != nil {
		b.Fatal(err)
	}
	recs := make([]Record, 200)
	for i := range recs {
		recs[i] = Record{"hero/" + string(rune('a'+i)), make([]byte, 330)}
	}
	for b.Loop() {
		if err := f.Commit(recs); err != nil {
			b.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
}
