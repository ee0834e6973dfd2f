package server

import (
	"reflect"
	"testing"

	"laneya/geom"
	"laneya/protocol"
	"laneya/rules"
	"laneya/rules/content"
)

// fill sets every field of what p points to, but for functions and what isn't
// exported.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i))
			}
		}
	case reflect.Bool:
		v.SetBool(true)
	case reflect.String:
		v.SetString("x")
	case reflect.Int, reflect.Int64:
		v.SetInt(1)
	case reflect.Uint8, reflect.Uint32, reflect.Uint64:
		v.SetUint(1)
	}
}

// checkFilled fails for each field that none of the forms that are told has set.
func checkFilled[T any](t *testing.T, told ...T) {
	t.Helper()
	for i := range reflect.TypeFor[T]().NumField() {
		set := false
		for _, w := range told {
			set = set || !reflect.ValueOf(w).Field(i).IsZero()
		}
		if !set {
			t.Errorf("%v.%s is never told", reflect.TypeFor[T](), reflect.TypeFor[T]().Field(i).Name)
		}
	}
}

func full[T any]() *T {
	v := new(T)
	fill(reflect.ValueOf(v).Elem())
	return v
}

// TestNothingOnTheWireStaysEmpty tells what has all that it can have.
func TestNothingOnTheWireStaysEmpty(t *testing.T) {
	hero, foe, carried := full[rules.Entity](), full[rules.Entity](), full[rules.Carried]()
	hero.Kind, foe.Kind, carried.Class = rules.KindHero, rules.KindFoe, content.Wand
	checkFilled(t, wireEntity(hero), wireEntity(foe))
	checkFilled(t, wireItem(carried))
	checkFilled(t, wirePile(full[rules.Thing]()))
	checkFilled(t, wireMember(full[rules.Member]()))
	checkFilled(t, wireMark(full[rules.Mark]()))
	checkFilled(t, wireEvent(full[rules.Event]()))

	v := full[rules.View]()
	v.Entities = []rules.Entity{*hero, *foe}
	v.Self.Target, v.Self.Intent, v.Self.To = foe.ID, rules.Travelling, &geom.Pos{}
	v.Self.Path, v.Self.Status = []geom.Pos{{}}, []rules.Condition{*full[rules.Condition]()}
	v.Self.Near, v.Self.Recap = []rules.Near{*full[rules.Near]()}, []rules.Cause{*full[rules.Cause](), *full[rules.Cause]()}
	v.Run.Waiting, v.Run.Invited, v.Run.Holding, v.Run.Ignored = []string{"b"}, []string{"c"}, []string{"b"}, []string{"d"}
	var d protocol.Details
	(&speaker{}).addDetails(&d, &told{}, v, true)
	checkFilled(t, *d.Self)
	checkFilled(t, *d.Run)
	if wireEvent(&rules.Event{Code: "zaps", Sound: "zap_fire"}).Sound != "zap_fire" {
		t.Error("an event loses its sound")
	}
}
