package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var when = time.Unix(1767225600, 0).UTC()

// files writes three files and returns their paths, in no order.
func files(t *testing.T, age time.Duration) []string {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for name, mode := range map[string]os.FileMode{"laneya": 0o700, "README.md": 0o600, "LICENSE": 0o640} {
		p := filepath.Join(dir, name)
		if err := os.WriteFile(p, []byte("This is "+name), mode); err != nil {
			t.Fatal(err)
		}
		old := time.Now().Add(-age)
		if err := os.Chtimes(p, old, old); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, p)
	}
	return paths
}

const want = `laneya-v1/LICENSE -rw-r--r-- 1767225600 This is LICENSE
laneya-v1/README.md -rw-r--r-- 1767225600 This is README.md
laneya-v1/laneya -rwxr-xr-x 1767225600 This is laneya
`

func made(t *testing.T, name string, age time.Duration) []byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), name)
	if err := run(out, "laneya-v1", "laneya", when, files(t, age)); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestSameFilesSameBytes(t *testing.T) {
	for _, name := range []string{"a.tar.gz", "a.zip"} {
		if !bytes.Equal(made(t, name, 0), made(t, name, 100*time.Hour)) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestTar(t *testing.T) {
	plain, err := gzip.NewReader(bytes.NewReader(made(t, "a.tar.gz", 0)))
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for archive := tar.NewReader(plain); ; {
		h, err := archive.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(archive)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&got, "%s %v %d %s\n", h.Name, h.FileInfo().Mode(), h.ModTime.Unix(), data)
	}
	if got.String() != want {
		t.Errorf("got\n%s", &got)
	}
}

func TestZip(t *testing.T) {
	data := made(t, "a.zip", 0)
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&got, "%s %v %d %s\n", f.Name, f.Mode(), f.Modified.Unix(), data)
	}
	if got.String() != want {
		t.Errorf("got\n%s", &got)
	}
}

func TestRefusals(t *testing.T) {
	if err := run(filepath.Join(t.TempDir(), "a.rar"), "", "", when, nil); err == nil {
		t.Error("packed a .rar")
	}
	if err := run(filepath.Join(t.TempDir(), "a.zip"), "", "", when, []string{"nowhere"}); err == nil {
		t.Error("packed a file that is not there")
	}
}
