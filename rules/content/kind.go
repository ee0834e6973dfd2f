package content

import "fmt"

// keyed is what the rows of all tables have in common.
type keyed interface{ key() string }

// table finds the kinds of one table by their keys.
type table[K ~uint8, R keyed] struct {
	what string
	rows []R
	byID map[string]K
}

func newTable[K ~uint8, R keyed](what string, rows []R) table[K, R] {
	t := table[K, R]{what: what, rows: rows, byID: make(map[string]K, len(rows))}
	for i, r := range rows {
		t.byID[r.key()] = K(i)
	}
	return t
}

func (t *table[K, R]) lookup(key string) (K, bool) {
	k, ok := t.byID[key]
	return k, ok
}

func (t *table[K, R]) marshal(k K) ([]byte, error) {
	if int(k) >= len(t.rows) {
		return nil, fmt.Errorf("there is no %s number %d", t.what, k)
	}
	return []byte(t.rows[k].key()), nil
}

func (t *table[K, R]) unmarshal(k *K, text []byte) error {
	found, ok := t.byID[string(text)]
	if !ok {
		return fmt.Errorf("there is no %s %q", t.what, text)
	}
	*k = found
	return nil
}
