package store

import (
	"bytes"
	"database/sql"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestSecondOpenIsRefused opens a world that is open already, in this process
// and in another. Twice, to see that a refusal doesn't loosen the first one's
// hold.
func TestSecondOpenIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w")
	first := open(t, path)
	for range 2 {
		if err := checkSentence(t, path); !errors.Is(err, ErrInUse) {
			t.Errorf("the second opener gets %v", err)
		}
		if out := openElsewhere(t, path); !strings.Contains(out, ErrInUse.Error()) {
			t.Errorf("another process gets %q", out)
		}
		if err := first.Commit([]Record{{"a", []byte("1")}}); err != nil {
			t.Fatal(err)
		}
	}
	closeAll(t, first)
	model{"a": []byte("1")}.compare(t, open(t, path))
}

// openElsewhere opens path in another process and returns what that says.
func openElsewhere(t *testing.T, path string) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self)
	cmd.Env = append(os.Environ(), openVariable+"="+path)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatal(err, string(out))
	}
	return string(out)
}

// TestKilledWriterLosesNothing opens what a killed process would leave: the
// files as they are in the middle of use.
func TestKilledWriterLosesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w")
	f := open(t, path)
	m := model{}
	for i := range 20 {
		recs := []Record{{"n", []byte{byte(i)}}, {string(rune('a' + i)), bytes.Repeat([]byte{byte(i)}, 1000)}}
		if err := f.Commit(recs); err != nil {
			t.Fatal(err)
		}
		m.apply(recs)
		left := filepath.Join(t.TempDir(), "w")
		for _, end := range []string{"", "-wal"} {
			write(t, left+end, read(t, path+end))
		}
		m.compare(t, open(t, left))
	}
}

func TestNewerWorldIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w")
	closeAll(t, open(t, path))
	alter(t, path, "PRAGMA user_version = 99")
	checkRefused(t, path, ErrNewer)
}

func TestStrangersFileIsRefused(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"short":      "x",
		"text":       strings.Repeat("a letter to a friend\n", 1000),
		"null bytes": strings.Repeat("\x00", 8192),
	} {
		path := filepath.Join(dir, name)
		write(t, path, []byte(content))
		checkRefused(t, path, ErrNotWorld)
	}
	path := filepath.Join(dir, "another program's database")
	alter(t, path, "CREATE TABLE mail (t TEXT)")
	checkRefused(t, path, ErrNotWorld)
	alter(t, path, "PRAGMA application_id = 7")
	checkRefused(t, path, ErrNotWorld)
}

func TestForeignSchemaIsRefused(t *testing.T) {
	for _, deed := range []string{
		"CREATE TRIGGER t AFTER INSERT ON records BEGIN DELETE FROM records; END",
		"CREATE VIEW v AS SELECT 1",
		"DROP TABLE records",
		"ALTER TABLE records ADD COLUMN more TEXT",
		"PRAGMA user_version = 0",
		"PRAGMA user_version = -1",
	} {
		path := filepath.Join(t.TempDir(), "w")
		closeAll(t, open(t, path))
		alter(t, path, deed)
		checkRefused(t, path, ErrDamaged)
	}
}

// TestCutFileIsRefused cuts a world file at many lengths: each is refused, or
// lacks nothing.
func TestCutFileIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w")
	f := open(t, path)
	m := model{}
	for i := range 40 {
		m.apply([]Record{{string(rune('a' + i)), bytes.Repeat([]byte{byte(i)}, 900)}})
	}
	for key, value := range m {
		if err := f.Commit([]Record{{key, value}}); err != nil {
			t.Fatal(err)
		}
	}
	closeAll(t, f)
	whole := read(t, path)
	for n := 1; n < len(whole); n += 1 + len(whole)/40 {
		cut := filepath.Join(t.TempDir(), "w")
		write(t, cut, whole[:n])
		f, err := Open(cut)
		if err == nil {
			closeAll(t, f)
			t.Errorf("cut to %d of %d bytes, it opens", n, len(whole))
		} else if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNotWorld) {
			t.Errorf("cut to %d of %d bytes: %v", n, len(whole), err)
		}
	}
}

func TestUnusablePathIsRefused(t *testing.T) {
	dir := t.TempDir()
	checkSentence(t, dir)
	write(t, filepath.Join(dir, "file"), nil)
	checkSentence(t, filepath.Join(dir, "file", "w"))
}

func TestReadOnlyFolderIsRefused(t *testing.T) {
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if probe, err := os.Create(filepath.Join(dir, "probe")); err == nil {
		probe.Close()
		if runtime.GOOS != "linux" {
			t.Skip("this user may write into every folder of this system")
		}
		dir = "/proc" // where not even root can make a file
	}
	checkSentence(t, filepath.Join(dir, "w"))
	checkSentence(t, filepath.Join(dir, "folder", "w"))
}

// checkRefused opens path, which must fail with that error and leave the file
// as it was.
func checkRefused(t *testing.T, path string, want error) {
	t.Helper()
	before := read(t, path)
	if err := checkSentence(t, path); !errors.Is(err, want) {
		t.Errorf("%s: %v, want %v", filepath.Base(path), err, want)
	}
	if !bytes.Equal(read(t, path), before) {
		t.Errorf("%s: refused, but changed", filepath.Base(path))
	}
}

// checkSentence opens path, which must fail with one line that names the path.
func checkSentence(t *testing.T, path string) error {
	t.Helper()
	f, err := Open(path)
	if err == nil {
		closeAll(t, f)
		t.Fatalf("%s opens", path)
	}
	if text := err.Error(); !strings.Contains(text, path) || strings.Contains(text, "\n") {
		t.Errorf("the error is not one line with the path: %q", text)
	}
	return err
}

// alter runs a statement on the file at path as another program would.
func alter(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func write(t *testing.T, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}
