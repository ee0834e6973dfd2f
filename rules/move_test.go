package rules

import (
	"testing"

	"laneya/geom"
)

// TestWalking states what a tick makes of a picture and of who walks where.
func TestWalking(t *testing.T) {
	const n, e, s, w = geom.North, geom.East, geom.South, geom.West
	for name, test := range map[string]struct {
		before string
		walks  map[string]geom.Dir
		after  string
	}{
		"four ways": {`
#########
#...b...#
#.<c.a..#
#...d...#
#########`, map[string]geom.Dir{"a": e, "b": n, "c": w, "d": s}, `
#########
#...b...#
#.c...a.#
#...d...#
#########`},
		"a file of rising IDs": {`
#########
#<abcd..#
#########`, map[string]geom.Dir{"a": e, "b": e, "c": e, "d": e}, `
#########
#<.abcd.#
#########`},
		"a file of falling IDs": {`
#########
#<dcba..#
#########`, map[string]geom.Dir{"a": e, "b": e, "c": e, "d": e}, `
#########
#<.dcba.#
#########`},
		"a file round a corner": {`
#####
#<bc#
###a#
###.#
#####`, map[string]geom.Dir{"a": s, "b": e, "c": s}, `
#####
#<.b#
###c#
###a#
#####`},
		"a file before a wall": {`
#######
#<.abc#
#######`, map[string]geom.Dir{"a": e, "b": e, "c": e}, `
#######
#<.abc#
#######`},
		"nobody changes places": {`
#######
#<.ab.#
#######`, map[string]geom.Dir{"a": e, "b": w}, `
#######
#<.ab.#
#######`},
		"nobody changes places in a ring": {`
####
#ab#
#dc#
####`, map[string]geom.Dir{"a": e, "b": s, "c": w, "d": n}, `
####
#ab#
#dc#
####`},
		"who stands idle makes way": {`
#######
#<.ab.#
#######`, map[string]geom.Dir{"a": e}, `
#######
#<.ba.#
#######`},
		"the ghost is in the way": {`
#######
#<.a&##
#######`, map[string]geom.Dir{"a": e}, `
#######
#<.a&##
#######`},
	} {
		t.Run(name, func(t *testing.T) {
			w := fromPicture(t, test.before)
			for user, d := range test.walks {
				do(t, w, walk(user, d))
			}
			w.Step(nil)
			checkPicture(t, w, test.after)
			for user, d := range test.walks {
				if got := w.hero(user).Facing; got != d {
					t.Errorf("%s faces %v, want %v", user, got, d)
				}
			}
		})
	}
}

// TestContestedFieldIsShared lets two heroes want one field again and again.
func TestContestedFieldIsShared(t *testing.T) {
	won := map[string]int{}
	for tick := range uint64(10) {
		w := fromPicture(t, `
#####
#a.b#
##<##
#####`)
		w.levels[0].Tick = tick
		do(t, w, walk("a", geom.East), walk("b", geom.West))
		w.Step(nil)
		for _, h := range w.heroes {
			if h.Pos == (geom.Pos{X: 2, Y: 1}) {
				won[h.Name]++
			}
		}
	}
	if won["a"] != 5 || won["b"] != 5 {
		t.Errorf("of ten times they won %v", won)
	}
}

const lane = `
############
#<a........#
############`

// checkLane fails unless the one hero of lane is at x.
func checkLane(t *testing.T, w *World, x int) {
	t.Helper()
	if got := w.hero("a").Pos; got != (geom.Pos{X: x, Y: 1}) {
		t.Errorf("the hero is at %v, want x %d", got, x)
	}
}

func TestHeroWalksUntilStopped(t *testing.T) {
	w := fromPicture(t, lane)
	do(t, w, walk("a", geom.East))
	for range 3 {
		w.Step(nil)
		do(t, w, walk("a", geom.East)) // once more changes nothing
	}
	checkLane(t, w, 5)
	do(t, w, walk("a", geom.Stop))
	w.Step(nil)
	checkLane(t, w, 5)
}

func TestTapIsOneStep(t *testing.T) {
	w := fromPicture(t, lane)
	do(t, w, walk("a", geom.East), walk("a", geom.Stop), walk("a", geom.Stop))
	for range 3 {
		w.Step(nil)
	}
	checkLane(t, w, 3)
	do(t, w, walk("a", geom.North), walk("a", geom.East), walk("a", geom.Stop))
	for range 3 {
		w.Step(nil)
	}
	checkLane(t, w, 4)
}

func TestTwoTapsAreTwoSteps(t *testing.T) {
	w := fromPicture(t, `
#####
#a..#
#...#
#####`)
	do(t, w, walk("a", geom.East), walk("a", geom.Stop), walk("a", geom.South), walk("a", geom.Stop))
	from := w.heroes[0].Pos
	for _, want := range []geom.Pos{from.Step(geom.East), from.Step(geom.East).Step(geom.South), from.Step(geom.East).Step(geom.South)} {
		w.Step(nil)
		if got := w.heroes[0].Pos; got != want {
			t.Fatalf("at %v, want %v", got, want)
		}
	}
}

func TestManyRequestsWalkNoFaster(t *testing.T) {
	w := fromPicture(t, lane)
	for range 100 {
		do(t, w, walk("a", geom.Stop), walk("a", geom.East))
	}
	w.Step(nil)
	checkLane(t, w, 3)
}

func TestSleepStops(t *testing.T) {
	w := fromPicture(t, `
############
#<a.......b#
############`)
	do(t, w, walk("a", geom.East), Command{User: "a", Verb: Sleep})
	w.Step(nil)
	checkLane(t, w, 2)
	if err := w.Perform(walk("a", geom.East)); err == nil || err.Error() != refuse("asleep").Error() {
		t.Errorf("a hero asleep that is to walk: %v", err)
	}
	do(t, w, Command{User: "a", Verb: Wake})
	w.Step(nil)
	checkLane(t, w, 2)
	do(t, w, walk("a", geom.East), Command{User: "a", Verb: Wake})
	w.Step(nil)
	checkLane(t, w, 3)
}
