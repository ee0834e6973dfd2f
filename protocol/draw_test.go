package protocol

import (
	"reflect"
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
	switch rapid.IntRange(0, 7).Draw(t, "kind") {
	case 0:
		return Move{drawDir.Draw(t, "direction")}
	case 1:
		return GetMap{jsontext.Value(drawValue.Draw(t, "map"))}
	case 2:
		return Logout{}
	case 3:
		return Ping{}
	default:
		return drawPlanned(t)
	}
}

// drawPlanned draws one of the actions that have a plan.
func drawPlanned(t *rapid.T) Action {
	e := rapid.SampledFrom(plannedEntries()).Draw(t, "word")
	a := drawStruct(t, reflect.TypeOf(e.Value)).Interface().(Action)
	switch d := a.(type) {
	case Travel:
		if d.To != "place" {
			a = Travel{To: d.To}
		}
	case Describe:
		which := []Action{Describe{X: d.X, Y: d.Y}, Describe{Entity: d.Entity}, Describe{Item: d.Item}, Describe{Status: d.Status}}
		a = rapid.SampledFrom(which).Draw(t, "which")
	}
	return a
}

func plannedEntries() (found []Entry) {
	for _, e := range Catalogue() {
		if plans[reflect.TypeOf(e.Value)] != nil {
			found = append(found, e)
		}
	}
	return found
}

// drawStruct draws a struct of which there is a plan.
func drawStruct(t *rapid.T, kind reflect.Type) reflect.Value {
	p, v := plans[kind], reflect.New(kind).Elem()
	for i := range p.fields {
		f := &p.fields[i]
		if f.must || rapid.Bool().Draw(t, f.name) {
			drawInto(t, &f.rule, v.Field(f.index))
		}
	}
	return v
}

func drawInto(t *rapid.T, r *rule, into reflect.Value) {
	switch into.Kind() {
	case reflect.String:
		into.SetString(drawRuled(t, r))
	case reflect.Bool:
		into.SetBool(rapid.Bool().Draw(t, "bool"))
	case reflect.Int:
		into.SetInt(rapid.Int64Range(r.low, r.high).Draw(t, "int"))
	case reflect.Uint64:
		into.SetUint(rapid.Uint64Range(uint64(r.low), uint64(r.high)).Draw(t, "uint"))
	case reflect.Uint8:
		into.SetUint(uint64(drawDir.Draw(t, "direction")))
	case reflect.Slice:
		if r.of == nil {
			into.SetBytes([]byte(drawValue.Draw(t, "raw")))
			return
		}
		n := rapid.IntRange(0, 3).Draw(t, "values")
		into.Set(reflect.MakeSlice(into.Type(), n, n))
		for i := range n {
			drawInto(t, r.of, into.Index(i))
		}
	case reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		into.Elem().Set(drawStruct(t, into.Type().Elem()))
	case reflect.Map:
		into.Set(reflect.ValueOf(map[string]string{"n": drawText(t), drawText(t): "x"}))
	default:
		into.Set(drawStruct(t, into.Type()))
	}
}

// drawRuled draws a text that the rule allows.
func drawRuled(t *rapid.T, r *rule) string {
	switch {
	case r.words != nil:
		return rapid.SampledFrom(r.words).Draw(t, "word")
	case r.check != nil && r.check("anna") == nil:
		return drawUser.Draw(t, "user")
	case r.check != nil:
		return rapid.SampledFrom([]string{"0:0:0", "-3:7:12"}).Draw(t, "level")
	}
	s := strings.ReplaceAll(drawText(t), "\x00", "") // refused in requests
	if int64(len(s)) < r.low {
		s = "x"
	}
	return s
}

// drawDetails draws what a level of w by h may have besides the ground.
func drawDetails(t *rapid.T, w, h int) Details {
	d := drawStruct(t, detailsType).Interface().(Details)
	d.Clouds = drawSome(t, "clouds", drawStrip(w, h))
	if len(d.Clouds) == 0 && rapid.Bool().Draw(t, "no clouds") {
		d.Clouds = nil
	}
	return d
}

func drawAction(t *rapid.T) Action {
	switch rapid.IntRange(0, 3).Draw(t, "action") {
	case 0:
		low := rapid.IntRange(1, maxSmall).Draw(t, "low")
		return Watch{low, rapid.IntRange(low, maxSmall).Draw(t, "high"), drawCounter(t), rapid.SampledFrom([]string{"", "de", "de-AT", "\u0001x"}).Draw(t, "language")}
	case 1:
		return drawBatch(t)
	default:
		return drawOneAction(t)
	}
}

func drawBatch(t *rapid.T) Batch {
	actions := rapid.SliceOfN(rapid.Custom(drawOneAction), 1, MaxBatch).Draw(t, "actions")
	long := 0
	for i, a := range actions {
		if e, _ := Lookup(a.Name()); e.Long {
			if long++; long > 1 {
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
		cells := rapid.SliceOfN(rapid.SampledFrom([]rune(" #.~\"\\<&=")), 1, w-x).Draw(t, "cells")
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
		e := drawStruct(t, reflect.TypeFor[Entity]()).Interface().(Entity)
		e.X, e.Y = rapid.IntRange(0, w-1).Draw(t, "x"), rapid.IntRange(0, h-1).Draw(t, "y")
		if len(e.Status) == 0 {
			e.Status = nil // left out
		}
		return e
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
		Details:  drawDetails(t, w, h),
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

		Details: drawDetails(t, 60, 40),
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
