package client

import (
	"math"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"laneya/geom"
	"laneya/protocol"
)

// wildInt is any number, most often one that matters.
var wildInt = rapid.OneOf(rapid.IntRange(-2, 8), rapid.SampledFrom([]int{math.MinInt, math.MaxInt, maxSide - 1, maxSide, 1 << 40, -1 << 40}), rapid.Int())

var wildText = rapid.OneOf(rapid.SampledFrom([]string{"", "User:anna", "Ghost:1", "a\x00\u202eb\n", strings.Repeat("ä", 300), "\xff\xfe"}), rapid.String())

func wildEntities(t *rapid.T) []protocol.Entity {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) protocol.Entity {
		return protocol.Entity{
			Entity: wildText.Draw(t, "entity"), Kind: wildText.Draw(t, "kind"), Name: wildText.Draw(t, "name"),
			X: wildInt.Draw(t, "x"), Y: wildInt.Draw(t, "y"), Facing: geom.Dir(rapid.Uint8().Draw(t, "facing")),
		}
	}), 0, 6).Draw(t, "entities")
}

func wildRuns(t *rapid.T) []protocol.Run {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) protocol.Run {
		return protocol.Run{X: wildInt.Draw(t, "x"), Y: wildInt.Draw(t, "y"), N: wildInt.Draw(t, "n")}
	}), 0, 6).Draw(t, "runs")
}

func wildStrips(t *rapid.T) []protocol.Strip {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) protocol.Strip {
		return protocol.Strip{X: wildInt.Draw(t, "x"), Y: wildInt.Draw(t, "y"), Cells: wildText.Draw(t, "cells")}
	}), 0, 6).Draw(t, "strips")
}

// TestApplyTakesAnything applies changes that no decoder lets through.
func TestApplyTakesAnything(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := applied(cave())
		for range rapid.IntRange(1, 6).Draw(rt, "changes") {
			var c Change
			switch rapid.IntRange(0, 3).Draw(rt, "what") {
			case 0:
				side := rapid.OneOf(wildInt, rapid.IntRange(1, 9))
				c.Update = protocol.Snapshot{
					Level: wildText.Draw(rt, "level"), Width: side.Draw(rt, "w"), Height: side.Draw(rt, "h"),
					Terrain: wildStrips(rt), Sight: wildRuns(rt), Entities: wildEntities(rt),
				}
			case 1:
				c.Update = protocol.View{Terrain: wildStrips(rt), Sight: wildRuns(rt), Entities: wildEntities(rt), Gone: rapid.SliceOfN(wildText, 0, 4).Draw(rt, "gone")}
			case 2:
				c.Update = protocol.Position{X: wildInt.Draw(rt, "x"), Y: wildInt.Draw(rt, "y"), Entity: wildText.Draw(rt, "entity")}
			case 3:
				c.Plan = &Plan{Hero: wildText.Draw(rt, "hero"), FloorLayer: rapid.SliceOfN(rapid.SliceOfN(rapid.SampledFrom([]string{"wall", "floor", ""}), 0, 4), 0, 4).Draw(rt, "floor")}
			}
			s.Apply(c)
			check(t, s)
		}
	})
}

// TestStateIsBounded sends ever new entities with long names, one view after
// another.
func TestStateIsBounded(t *testing.T) {
	s := applied(cave())
	long := strings.Repeat("x", protocol.MaxText)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var told []protocol.Entity
	for i := range 4 * maxEntities {
		id := string(rune('a'+i%26)) + strings.Repeat("i", i%200) + string(rune('0'+i/26%10)) + string(rune(0x4e00+i/200))
		told = append(told, protocol.Entity{Entity: id, Name: strings.Clone(long), Kind: strings.Clone(long), X: 1, Y: 1})
		if len(told) == 500 {
			s.Apply(Change{Update: protocol.View{Entities: told}})
			told = nil
		}
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if n := len(s.Entities()); n != maxEntities {
		t.Errorf("%d entities are in sight instead of %d", n, maxEntities)
	}
	if s.Revision() == 0 {
		t.Error("nothing was applied")
	}
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 12<<20 {
		t.Errorf("the state takes %d MiB", grown>>20)
	}
}
