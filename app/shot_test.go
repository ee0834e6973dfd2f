package app

import (
	"errors"
	"image"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

// TestScreenshots takes a picture, one that can't be kept, and one where none are.
func TestScreenshots(t *testing.T) {
	for name, c := range map[string]struct {
		shot func(image.Image) (string, error)
		says string
	}{
		"kept":     {func(image.Image) (string, error) { return "/there.png", nil }, "The picture is /there.png"},
		"no room":  {func(image.Image) (string, error) { return "", errors.New("no room") }, "No room."},
		"no files": {},
	} {
		t.Run(name, func(t *testing.T) {
			var got image.Image
			r := newRig(t, func(cfg *Config) {
				if c.shot != nil {
					cfg.Shot = func(img image.Image) (string, error) { got = img; return c.shot(img) }
				}
			})
			r.press(ebiten.KeyF12)
			r.g.leaving.Wait()
			r.frames(2)
			if r.g.toast.text != c.says {
				t.Errorf("it says %q", r.g.toast.text)
			}
			if c.shot != nil && (got == nil || got.Bounds() != image.Rect(0, 0, 800, 500)) {
				t.Errorf("the picture is %v", got)
			}
			r.frames(int(toastTime/frameTime) + 2)
			if r.g.toast.text != "" {
				t.Error("it says so for ever")
			}
		})
	}
}
