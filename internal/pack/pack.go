package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// An entry is a file in an archive.
type entry struct {
	name string // in the archive
	mode fs.FileMode
	data []byte
}

// read returns the files at paths as entries of folder, sorted by name.
func read(folder, executable string, paths []string) ([]entry, error) {
	var entries []entry
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, err
		}
		data, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		e := entry{name: path.Join(folder, filepath.Base(p)), mode: 0o644, data: data}
		if info.Mode()&0o100 != 0 || filepath.Base(p) == executable {
			e.mode = 0o755
		}
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.name, b.name) })
	return entries, nil
}

// pack returns an archive of the kind that its name tells.
func pack(name string, when time.Time, entries []entry) ([]byte, error) {
	var out bytes.Buffer
	var err error
	switch {
	case strings.HasSuffix(name, ".tar.gz"):
		err = packTar(&out, when, entries)
	case strings.HasSuffix(name, ".zip"):
		err = packZip(&out, when, entries)
	default:
		err = fmt.Errorf("%q ends neither with .tar.gz nor with .zip", name)
	}
	return out.Bytes(), err
}

func packTar(out io.Writer, when time.Time, entries []entry) error {
	// The header of the compressed stream holds no time and no name.
	compressed, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return err
	}
	archive := tar.NewWriter(compressed)
	for _, e := range entries {
		h := &tar.Header{Name: e.name, Mode: int64(e.mode), Size: int64(len(e.data)), ModTime: when, Format: tar.FormatUSTAR}
		if err := archive.WriteHeader(h); err != nil {
			return err
		}
		if _, err := archive.Write(e.data); err != nil {
			return err
		}
	}
	if err := archive.Close(); err != nil {
		return err
	}
	return compressed.Close()
}

func packZip(out io.Writer, when time.Time, entries []entry) error {
	archive := zip.NewWriter(out)
	archive.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestCompression)
	})
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate, Modified: when}
		h.SetMode(e.mode)
		w, err := archive.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := w.Write(e.data); err != nil {
			return err
		}
	}
	return archive.Close()
}
