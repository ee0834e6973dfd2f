// Package drawtest runs tests that draw.
package drawtest

import (
	"fmt"
	"os"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	_ "laneya/internal/display" // says it in one sentence where there is none
)

// Run runs the tests of m and returns the status to exit with, for TestMain.
// They run within the first Update of a small window, since pictures can't be
// read outside of the game loop, and beside it they would differ from run to
// run.
func Run(m *testing.M) int {
	h := &harness{m: m, code: 1}
	ebiten.SetWindowSize(64, 64)
	ebiten.SetVsyncEnabled(false)
	if err := ebiten.RunGameWithOptions(h, &ebiten.RunGameOptions{InitUnfocused: true}); err != nil {
		fmt.Fprintln(os.Stderr, "the tests need a display with OpenGL:", err)
		return 2
	}
	return h.code
}

type harness struct {
	m    *testing.M
	code int
}

func (h *harness) Update() error              { h.code = h.m.Run(); return ebiten.Termination }
func (h *harness) Draw(*ebiten.Image)         {}
func (h *harness) Layout(int, int) (int, int) { return 64, 64 }
