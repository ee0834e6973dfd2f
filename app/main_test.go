package app

import (
	"fmt"
	"os"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	_ "laneya/internal/display" // says it in one sentence where there is none
)

// harness runs all tests within the first Update, where pictures can be read.
type harness struct {
	m    *testing.M
	code int
}

func (h *harness) Update() error              { h.code = h.m.Run(); return ebiten.Termination }
func (h *harness) Draw(*ebiten.Image)         {}
func (h *harness) Layout(w, _ int) (a, b int) { return 64, 64 }

func TestMain(m *testing.M) {
	h := &harness{m: m, code: 1}
	ebiten.SetWindowSize(64, 64)
	if err := ebiten.RunGameWithOptions(h, &ebiten.RunGameOptions{InitUnfocused: true}); err != nil {
		fmt.Fprintln(os.Stderr, "the tests need a display with OpenGL:", err)
		os.Exit(2)
	}
	os.Exit(h.code)
}
