package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestSoundCodePasses(t *testing.T) {
	for _, arch := range []string{"arm64", "amd64"} {
		complaints, err := check("testdata/sound", arch, []string{"."})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range complaints {
			t.Errorf("%s: %v", arch, c)
		}
	}
}

// TestPlantedErrorsAreFound checks code that is sound on other systems and has
// four errors on macOS.
func TestPlantedErrorsAreFound(t *testing.T) {
	complaints, err := check("testdata/broken", "arm64", []string{"."})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range complaints {
		place, what, _ := strings.Cut(fmt.Sprint(c), ": ")
		got = append(got, filepath.Base(place)+": "+what)
	}
	for _, want := range []string{
		"main.go:3:28: not enough arguments",
		`system_darwin.go:5:2: "time" imported and not used`,
		"system_darwin.go:9:10: undefined: syscall.Gettid",
		"system_darwin.go:10:9: cannot use 5",
	} {
		if !slices.ContainsFunc(got, func(g string) bool { return strings.HasPrefix(g, want) }) {
			t.Errorf("not found: %s", want)
		}
	}
	if len(got) != 4 {
		t.Errorf("found %d errors: %s", len(got), strings.Join(got, "\n"))
	}
}

func TestMissingPackage(t *testing.T) {
	complaints, err := check("testdata/sound", "arm64", []string{"./nowhere"})
	if err == nil && len(complaints) == 0 {
		t.Error("no complaint of a package that is not there")
	}
}
