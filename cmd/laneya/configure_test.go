package main

import (
	"reflect"
	"testing"
)

// TestConfigureLeavesNothingOut looks for what the game can be given and isn't, which
// it would take for not being there.
func TestConfigureLeavesNothingOut(t *testing.T) {
	o, err := parse(nil)
	if err != nil {
		t.Fatal(err)
	}
	o.solo = false
	cfg, err := configure(o)
	if err != nil {
		t.Fatal(err)
	}
	usual := map[string]bool{"Today": true, "Dial": true} // nil is what the game has for it
	v := reflect.ValueOf(cfg)
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		if f := v.Field(i); f.Kind() == reflect.Func && f.IsNil() && !usual[name] {
			t.Errorf("the game has no %s", name)
		}
	}
}
