package main

import (
	"os"
	"testing"
)

func TestUsageOfThisProcess(t *testing.T) {
	u, err := usage(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if u.memory < 1<<20 || u.memory > 8<<30 || u.files < 3 || u.cpu < 0 {
		t.Errorf("usage = %+v", u)
	}
	f, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	more, err := usage(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if more.files != u.files+1 {
		t.Errorf("with one more file open, %d are counted instead of %d", more.files, u.files+1)
	}
}
