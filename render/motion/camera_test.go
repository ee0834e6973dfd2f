package motion

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestCameraNearsWithoutPassing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Camera{X: rapid.Float64Range(0, 5).Draw(t, "x")}
		goal := rapid.Float64Range(0, 5).Draw(t, "goal")
		for range 1000 {
			left := math.Abs(goal - c.X)
			moved := c.Follow(goal, 0, frame(t))
			now := math.Abs(goal - c.X)
			if now > left || (goal-c.X)*(goal-c.X) > left*left {
				t.Fatalf("further off: %v, was %v", now, left)
			}
			if !moved && now != 0 {
				t.Fatalf("stands still %v off", now)
			}
			if !moved {
				return
			}
		}
		t.Fatalf("never gets there")
	})
}

func TestCameraCutsToWhatIsFar(t *testing.T) {
	c := Camera{}
	if !c.Follow(30, 20, time.Millisecond) || c != (Camera{30, 20}) {
		t.Errorf("the camera is at %v", c)
	}
}

func TestWithin(t *testing.T) {
	for _, c := range []struct{ middle, view, level, want float64 }{
		{0, 20, 60, 10}, {59, 20, 60, 50}, {33, 20, 60, 33}, {3, 80, 60, 30},
	} {
		if got := Within(c.middle, c.view, c.level); got != c.want {
			t.Errorf("Within(%v, %v, %v) = %v, want %v", c.middle, c.view, c.level, got, c.want)
		}
	}
}

func TestZoom(t *testing.T) {
	for _, c := range []struct {
		w, h  int
		scale float64
		want  int
	}{
		{1280, 800, 1, 3}, {2560, 1600, 2, 6}, {1920, 1080, 1, 4}, {3840, 2160, 1, 8},
		{800, 500, 1, 2}, {1000, 625, 1.25, 3}, {0, 0, 1, 2}, {640, 400, 0, 2},
	} {
		if got := Zoom(c.w, c.h, 16, c.scale); got != c.want {
			t.Errorf("Zoom(%d, %d, scale %v) = %d, want %d", c.w, c.h, c.scale, got, c.want)
		}
	}
}
