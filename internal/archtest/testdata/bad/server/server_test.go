package server

import (
	"os"
	"testing"

	"laneya/render"

	"pgregory.net/rapid"
)

func TestMain(m *testing.M) {
	rapid.Check(render.Draw)
	os.Exit(m.Run())
}
