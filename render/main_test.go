package render

import (
	"flag"
	"fmt"
	"os"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

var update = flag.Bool("update", false, "write the golden pictures instead of comparing them")

// harness runs all tests within the game loop, as pictures can't be read
// outside of it.
type harness struct {
	m    *testing.M
	code int
}

func (h *harness) Update() error              { h.code = h.m.Run(); return ebiten.Termination }
func (h *harness) Draw(*ebiten.Image)         {}
func (h *harness) Layout(int, int) (int, int) { return 64, 64 }

func TestMain(m *testing.M) {
	h := &harness{m: m, code: 1}
	ebiten.SetWindowSize(64, 64)
	ebiten.SetVsyncEnabled(false)
	if err := ebiten.RunGameWithOptions(h, &ebiten.RunGameOptions{InitUnfocused: true}); err != nil {
		fmt.Fprintln(os.Stderr, "these tests draw and need a display:", err)
		os.Exit(2)
	}
	os.Exit(h.code)
}
