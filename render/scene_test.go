package render

import (
	"testing"
	"time"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
)

const frameTime = time.Second / 60

// settled returns a scene that shows st and in which nothing moves any more.
func settled(t testing.TB, st *client.State) *Scene {
	t.Helper()
	s := NewScene()
	s.Resize(640, 400, 1)
	for range 600 {
		if !s.Update(st, frameTime) {
			return s
		}
	}
	t.Fatal("the picture never comes to rest")
	return nil
}

// known returns a State with all of a small hall in sight.
func known(w *world, others ...protocol.Entity) *client.State {
	st := client.NewState()
	st.Apply(online())
	st.Apply(w.snapshot(true, others...))
	return st
}

func hall() *world {
	return newWorld("############", "#..........#", "#....@.....#", "#..........#", "#..........#", "############")
}

// tell applies an update of one view's entities.
func tell(st *client.State, w *world, es ...protocol.Entity) {
	w.seq++
	st.Apply(client.Change{Update: protocol.View{Seq: w.seq, Tick: w.seq, Entities: es}})
}

func anna(x, y int, facing geom.Dir) protocol.Entity { return hero("anna", x, y, facing) }

func TestNothingMovesAtRest(t *testing.T) {
	w := hall()
	glow := ghost(2, 2)
	glow.Light = 4
	st := known(w, glow, hero("ben", 8, 3, geom.West))
	s := settled(t, st)
	for range 120 {
		if s.Update(st, frameTime) {
			t.Fatal("the picture changes although nothing happens")
		}
	}
	st.Apply(client.Change{Link: &protocol.Link{Phase: protocol.Online, RTT: 7 * time.Millisecond}})
	if s.Update(st, frameTime) {
		t.Error("another round-trip time changes the picture")
	}
}

// TestWhoBearsALightBringsIt lets one come into sight, and go.
func TestWhoBearsALightBringsIt(t *testing.T) {
	w := hall()
	st := known(w)
	s := settled(t, st)
	glow := ghost(2, 2)
	glow.Light = 4
	tell(st, w, glow)
	if s.Update(st, frameTime); len(s.glows) != 1 {
		t.Errorf("with a light in sight there are %d", len(s.glows))
	}
	w.seq++
	st.Apply(client.Change{Update: protocol.View{Seq: w.seq, Gone: []string{glow.Entity}}})
	if s.Update(st, frameTime); len(s.glows) != 0 {
		t.Errorf("with none in sight there are %d", len(s.glows))
	}
}

func TestWhatChangesThePicture(t *testing.T) {
	for name, do := range map[string]func(*world, *client.State, *Scene){
		"a step":     func(w *world, st *client.State, _ *Scene) { tell(st, w, anna(6, 2, geom.East)) },
		"a turn":     func(w *world, st *client.State, _ *Scene) { tell(st, w, anna(5, 2, geom.East)) },
		"a newcomer": func(w *world, st *client.State, _ *Scene) { tell(st, w, hero("ben", 3, 3, geom.East)) },
		"sleep": func(w *world, st *client.State, _ *Scene) {
			e := anna(5, 2, geom.South)
			e.Asleep = true
			tell(st, w, e)
		},
		"someone gone": func(w *world, st *client.State, _ *Scene) {
			w.seq++
			st.Apply(client.Change{Update: protocol.View{Seq: w.seq, Gone: []string{"Ghost:wisp"}}})
		},
		"less in sight": func(w *world, st *client.State, _ *Scene) {
			w.seq++
			st.Apply(client.Change{Update: protocol.View{Seq: w.seq, Sight: []protocol.Run{{X: 4, Y: 2, N: 3}}}})
		},
		"the link lost": func(_ *world, st *client.State, _ *Scene) {
			st.Apply(client.Change{Link: &protocol.Link{Phase: protocol.Reconnecting}})
		},
		"another size":         func(_ *world, _ *client.State, s *Scene) { s.Resize(800, 500, 1) },
		"another scale factor": func(_ *world, _ *client.State, s *Scene) { s.Resize(640, 400, 2) },
	} {
		w := hall()
		st := known(w, ghost(2, 2))
		s := settled(t, st)
		do(w, st, s)
		if !s.Update(st, frameTime) {
			t.Errorf("%s doesn't change the picture", name)
		}
	}
}

func TestStepsAreWalkedAndHeard(t *testing.T) {
	w := hall()
	st := known(w, ghost(2, 2))
	s := settled(t, st)
	tell(st, w, anna(6, 2, geom.East), protocol.Entity{Entity: "Ghost:wisp", Kind: protocol.KindGhost, Name: "wisp", X: 2, Y: 3})
	s.Update(st, frameTime)
	steps := s.Footsteps()
	if len(steps) != 1 || steps[0] != (Footstep{Pos: geom.Pos{X: 6, Y: 2}, Own: true}) {
		t.Fatalf("footsteps %v", steps)
	}
	if x := s.cast.own.x; x <= 5 || x >= 6 {
		t.Errorf("one frame after the step the hero is drawn at %v", x)
	}
	s.Update(st, frameTime)
	if len(s.Footsteps()) != 0 {
		t.Errorf("the step is heard again: %v", s.Footsteps())
	}
	for range 60 {
		s.Update(st, frameTime)
	}
	if s.cast.own.x != 6 || s.cast.own.frame() != 0 {
		t.Errorf("a second later the hero is drawn at %v with frame %d", s.cast.own.x, s.cast.own.frame())
	}
}

func TestTheFarOffArePlaced(t *testing.T) {
	w := hall()
	st := known(w)
	s := settled(t, st)
	w.hero = geom.Pos{X: 9, Y: 4}
	st.Apply(w.snapshot(true))
	s.Update(st, time.Millisecond)
	if f := s.cast.own; f.x != 9 || f.y != 4 || len(s.Footsteps()) != 0 {
		t.Errorf("after a gap the hero is drawn at %v, %v", f.x, f.y)
	}
}

// A jump of two fields is no walk that anyone saw.
func TestAJumpIsNotWalked(t *testing.T) {
	w := hall()
	st := known(w)
	s := settled(t, st)
	tell(st, w, anna(7, 2, geom.East))
	s.Update(st, time.Millisecond)
	if x := s.cast.own.x; x != 7 {
		t.Errorf("the hero is drawn at %v", x)
	}
}

// Steps that came while the window stood still are walked one after the other.
func TestStepsThatCameTogetherAreWalked(t *testing.T) {
	w := hall()
	st := known(w)
	s := settled(t, st)
	tell(st, w, anna(6, 2, geom.East))
	tell(st, w, anna(6, 3, geom.South))
	s.Update(st, frameTime)
	if f := s.cast.own; f.y != 2 || f.x <= 5 || f.x >= 6 {
		t.Errorf("one frame after two steps the hero is drawn at %v, %v", f.x, f.y)
	}
}

func TestLabels(t *testing.T) {
	w := hall()
	st := known(w, ghost(2, 2), hero("ben", 8, 1, geom.West))
	s := settled(t, st)
	labels := s.Labels()
	if len(labels) != 2 || labels[0].Text != "ben" || labels[1].Text != "anna" || labels[0].Own || !labels[1].Own {
		t.Fatalf("labels %+v", labels)
	}
	cell := float64(16 * s.Zoom())
	if dx, dy := labels[0].X-labels[1].X, labels[0].Y-labels[1].Y; dx != 3*cell || dy != -cell {
		t.Errorf("the labels of heroes 3 to the east and 1 to the north are %v, %v apart", dx, dy)
	}
}

func TestCameraShowsNothingOffALargeLevel(t *testing.T) {
	w := readWorld(t, "halls.txt")
	for _, p := range []geom.Pos{{X: 1, Y: 1}, {X: 58, Y: 1}, {X: 58, Y: 38}, {X: 1, Y: 38}} {
		w.hero = p
		s := settled(t, known(w))
		v := &s.view
		if v.left < 0 || v.top < 0 || v.left+v.w > 60*v.cell() || v.top+v.h > 40*v.cell() {
			t.Errorf("with the hero at %v the window begins at %d, %d", p, v.left, v.top)
		}
	}
}

func TestASmallLevelIsInTheMiddle(t *testing.T) {
	s := settled(t, known(hall()))
	v := &s.view
	if 2*-v.left != v.w-12*v.cell() || 2*-v.top != v.h-6*v.cell() {
		t.Errorf("the window begins at %d, %d", v.left, v.top)
	}
}
