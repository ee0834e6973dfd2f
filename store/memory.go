package store

import (
	"maps"
	"slices"
	"sync"
)

// Memory is a Store that forgets when the process ends.
type Memory struct {
	mu      sync.Mutex // guards the rest
	records map[string][]byte
	closed  bool
}

var _ Store = (*Memory)(nil)

// NewMemory returns a store without records.
func NewMemory() *Memory { return &Memory{records: map[string][]byte{}} }

// Load implements Store.
func (m *Memory) Load() ([]Record, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return nil, ErrClosed
	}
	var recs []Record
	for _, key := range slices.Sorted(maps.Keys(m.records)) {
		recs = append(recs, Record{key, clone(m.records[key])})
	}
	return recs, nil
}

// Commit implements Store.
func (m *Memory) Commit(recs []Record) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return ErrClosed
	}
	if slices.ContainsFunc(recs, func(r Record) bool { return r.Key == "" }) {
		return ErrKey
	}
	for _, rec := range recs {
		if rec.Value == nil {
			delete(m.records, rec.Key)
		} else {
			m.records[rec.Key] = clone(rec.Value)
		}
	}
	return nil
}

// Close implements Store.
func (m *Memory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.closed = true
	return nil
}

// clone returns a copy that isn't nil.
func clone(b []byte) []byte { return append([]byte{}, b...) }
