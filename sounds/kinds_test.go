package sounds_test

import (
	"testing"

	"laneya/rules/content"
	"laneya/rules/mapgen"
	"laneya/sounds"
)

// TestEveryKindHasASound looks up every sound key of the content.
func TestEveryKindHasASound(t *testing.T) {
	keys := 0
	has := func(table, key, sound string) {
		if sound == "" {
			return
		}
		keys++
		if !sounds.Has(sounds.Effect(sound)) {
			t.Errorf("%s %s: there is no sound %q", table, key, sound)
		}
	}
	for i := range content.Foes {
		has("foe", content.Foes[i].Key, content.Foes[i].Sound)
	}
	for i := range content.Items {
		has("item", content.Items[i].Key, content.Items[i].Sound)
	}
	for i := range content.Terrains {
		has("terrain", content.Terrains[i].Key, content.Terrains[i].Sound)
	}
	for i := range content.Shots {
		has("shot", content.Shots[i].Key, content.Shots[i].Sound)
	}
	for i := range content.Messages {
		has("message", content.Messages[i].Code, content.Messages[i].Sound)
	}
	for key := range mapgen.Kinds() {
		if !sounds.HasAmbience("ambience_" + key) {
			t.Errorf("level %s: there is no ambience", key)
		}
	}
	if keys < 200 {
		t.Errorf("only %d kinds have a sound at all", keys)
	}
}
