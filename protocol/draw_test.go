package protocol

import (
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"pgregory.net/rapid"

	"laneya/geom"
)

// Generators of everything that travels. Texts hold what is hard to escape.

func drawKey(t *rapid.T) Key {
	if rapid.Bool().Draw(t, "integer key") {
		return IntKey(rapid.Int64Range(-maxCounter, maxCounter).Draw(t, "key"))
	}
	return EpochKey(rapid.Uint64().Draw(t, "epoch"), rapid.Uint64Range(1, maxCounter).Draw(t, "counter"))
}

func drawText(t *rapid.T) string {
	hard := rapid.SampledFrom([]rune("az\"\\/\b\f\n\r\t\x01\x7f<>&é世\u2028\u2029\U0001f409\ufffd\uffff"))
	return string(rapid.SliceOfN(rapid.OneOf(hard, rapid.Rune()), 0, 12).Draw(t, "text"))
}

var drawUser = rapid.StringMatching(`[A-Za-z0-9_-]{1,20}`)

var drawDir = rapid.Custom(func(t *rapid.T) geom.Dir {
	return geom.Dir(rapid.IntRange(0, 4).Draw(t, "direction"))
})

func drawCounter(t *rapid.T) uint64 { return rapid.Uint64Range(0, maxCounter).Draw(t, "n") }

var drawValue = rapid.SampledFrom([]string{"null", "1", `"x"`, `[1,{"a":[]}]`, `{"A":1,"a":2}`, "-1.5e3", `"\\u0000"`})

func drawOneAction(t *rapid.T) Action {
	switch rapid.IntRange(0, 3).Draw(t, "kind") {
	case 0:
		return Move{drawDir.Draw(t, "direction")}
	case 1:
		return GetMap{jsontext.Value(drawValue.Draw(t, "map"))}
	case 2:
		return Logout{}
	default:
		return Ping{}
	}
}

func drawAction(t *rapid.T) Action {
	switch rapid.IntRange(0, 3).Draw(t, "action") {
	case 0:
		low := rapid.IntRange(1, maxSmall).Draw(t, "low")
		return Watch{low, rapid.IntRange(low, maxSmall).Draw(t, "high"), drawCounter(t)}
	case 1:
		return drawBatch(t)
	default:
		return drawOneAction(t)
	}
}

func drawBatch(t *rapid.T) Batch {
	actions := rapid.SliceOfN(rapid.Custom(drawOneAction), 1, MaxBatch).Draw(t, "actions")
	maps := 0
	for i, a := range actions {
		if _, ok := a.(GetMap); ok {
			if maps++; maps > 1 {
				actions[i] = Ping{}
			}
		}
	}
	return Batch{actions}
}

func drawRequest(t *rapid.T) Request {
	return Request{Key: drawKey(t), User: drawUser.Draw(t, "user"), Action: drawAction(t)}
}

func drawStrip(w, h int) *rapid.Generator[Strip] {
	return rapid.Custom(func(t *rapid.T) Strip {
		x := rapid.IntRange(0, w-1).Draw(t, "x")
		cells := rapid.SliceOfN(rapid.SampledFrom([]rune(" #.")), 1, w-x).Draw(t, "cells")
		return Strip{x, rapid.IntRange(0, h-1).Draw(t, "y"), string(cells)}
	})
}

func drawRun(w, h int) *rapid.Generator[Run] {
	return rapid.Custom(func(t *rapid.T) Run {
		x := rapid.IntRange(0, w-1).Draw(t, "x")
		return Run{x, rapid.IntRange(0, h-1).Draw(t, "y"), rapid.IntRange(1, w-x).Draw(t, "n")}
	})
}

func drawEntity(w, h int) *rapid.Generator[Entity] {
	return rapid.Custom(func(t *rapid.T) Entity {
		return Entity{
			Entity: drawText(t), Kind: drawText(t), Name: drawText(t),
			X: rapid.IntRange(0, w-1).Draw(t, "x"), Y: rapid.IntRange(0, h-1).Draw(t, "y"),
			Facing: drawDir.Draw(t, "facing"), Asleep: rapid.Bool().Draw(t, "asleep"),
		}
	})
}

func drawSome[T any](t *rapid.T, name string, g *rapid.Generator[T]) []T {
	return rapid.SliceOfN(g, 0, 5).Draw(t, name)
}

func drawSnapshot(t *rapid.T) Snapshot {
	w, h := rapid.IntRange(1, MaxMapSide).Draw(t, "w"), rapid.IntRange(1, MaxMapSide).Draw(t, "h")
	level := geom.LevelID{X: rapid.IntRange(-9, 9).Draw(t, "x"), Z: rapid.IntRange(0, 20).Draw(t, "z")}
	return Snapshot{
		Seq: drawCounter(t), Tick: drawCounter(t), Level: level.String(), Width: w, Height: h, Hero: drawText(t),
		Terrain:  drawSome(t, "terrain", drawStrip(w, h)),
		Sight:    drawSome(t, "sight", drawRun(w, h)),
		Entities: drawSome(t, "entities", drawEntity(w, h)),
	}
}

// drawView leaves out what is empty, as encoding does.
func drawView(t *rapid.T) View {
	v := View{
		Seq: drawCounter(t), Tick: drawCounter(t),
		Terrain:  drawSome(t, "terrain", drawStrip(60, 40)),
		Sight:    drawSome(t, "sight", drawRun(60, 40)),
		Entities: drawSome(t, "entities", drawEntity(60, 40)),
		Gone:     drawSome(t, "gone", rapid.Custom(drawText)),
	}
	if len(v.Terrain) == 0 {
		v.Terrain = nil
	}
	if len(v.Sight) == 0 {
		v.Sight = nil
	}
	if len(v.Entities) == 0 {
		v.Entities = nil
	}
	if len(v.Gone) == 0 {
		v.Gone = nil
	}
	return v
}

func drawUpdate(t *rapid.T) Update {
	switch rapid.IntRange(0, 3).Draw(t, "update") {
	case 0:
		place := rapid.IntRange(-maxSmall, maxSmall)
		return Position{place.Draw(t, "x"), place.Draw(t, "y"), drawText(t)}
	case 1:
		return drawSnapshot(t)
	case 2:
		return drawView(t)
	default:
		return Goodbye{strings.Repeat(drawText(t), 3)}
	}
}

var drawStatus = rapid.SampledFrom([]Status{Success, Invalid, Illegal, Internal})
