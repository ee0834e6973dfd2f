package settings

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// TestTablesOfTheFile reads tables that are partly no names.
func TestTablesOfTheFile(t *testing.T) {
	for text, want := range map[string]map[string][]string{
		"[keys]\nexplore = [\"O\", \"Shift+E\"]\nrest = \"Z\"\nquit = []\n": {"explore": {"O", "Shift+E"}, "rest": {"Z"}, "quit": {}},
		"[keys]\nexplore = [1, \"O\"]\nrest = 3\nx = {y = 1}\n":             {"explore": {"O"}},
		"keys = 7\n": {},
		"":           {},
	} {
		path := filepath.Join(t.TempDir(), "settings.toml")
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		s, err := Load(path)
		if got := s.Keys.Rows(); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
}

// FuzzLoad reads any file, keeps it, and reads the same again.
func FuzzLoad(f *testing.F) {
	for _, text := range []string{
		"", "scale = 125\n[keys]\nexplore = [\"O\"]\n", "[gamepad]\n\"walk north\" = \"Up\"\n", "[keys]\na = [[]]\n[gamepad.b]\n", "keys = [1]\n", "[[keys]]\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		path := filepath.Join(t.TempDir(), "settings.toml")
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		s, err := Load(path)
		if err != nil {
			return
		}
		if err := s.Save(path); err != nil {
			t.Fatalf("%q is read and can't be kept: %v", text, err)
		}
		if again, err := Load(path); err != nil || again != s {
			t.Errorf("%q comes back as %+v, %v", text, again, err)
		}
	})
}
