package sounds

import "testing"

// TestEverySoundHasWords looks for words of each key, and for words of no key.
func TestEverySoundHasWords(t *testing.T) {
	b, err := load()
	if err != nil {
		t.Fatal(err)
	}
	for key := range b {
		if Words(key) == "" {
			t.Errorf("%s has no words", key)
		}
	}
	for key := range words {
		if b[key] == nil {
			t.Errorf("there are words for %s, but no sound", key)
		}
	}
	if w := Words("yodel"); w != "" {
		t.Errorf("a sound that isn't there is %q", w)
	}
}
