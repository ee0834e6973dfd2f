package rules

import (
	"slices"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// TestGroundDoesWhatItSays asks everything of every terrain: what its verbs leave
// out is refused for that reason, and nothing else is.
func TestGroundDoesWhatItSays(t *testing.T) {
	for i := range content.Terrains {
		k := content.TerrainKind(i)
		w, l := fight(t, "#####\n#a..#\n#####")
		h := w.hero("a")
		at := h.Pos.Step(geom.East)
		l.set(at, k)
		switch k {
		case content.Chest:
			l.Stores = append(l.Stores, &store{Kind: ChestStore, Pos: at})
		case content.Gravestone:
			l.Stores = append(l.Stores, &store{Kind: GraveStore, Pos: at, Owner: "b"})
		case content.DoorLocked:
			l.Locks = nil
		}
		item := give(t, w, "a", "rope", 1)
		for _, c := range []struct {
			verb   string
			c      Command
			nobody string // the refusal where nothing of the kind is there
		}{
			{content.VerbTouch, Command{Verb: Touch, At: at}, "nothing_to_touch"},
			{content.VerbDoor, Command{Verb: Door, At: at, On: k.Row().Opaque}, "not_a_door"},
			{content.VerbPut, Command{Verb: Put, At: at, Item: item.ID}, "no_store"},
		} {
			c.c.User = "a"
			can, got := slices.Contains(k.Row().Verbs, c.verb), refusal(t, w, c.c)
			if can == (got == c.nobody) {
				t.Errorf("%s, which says %v: %s is refused with %q", k.Row().Key, k.Row().Verbs, c.verb, got)
			}
		}
	}
}

// TestThingsDoWhatTheySay asks of every item whether it can be used and zapped.
func TestThingsDoWhatTheySay(t *testing.T) {
	w, _ := fight(t, "#####\n#a..#\n#####")
	for i := range content.Items {
		it := give(t, w, "a", content.Items[i].Key, 1)
		verbs, called := it.row().Class.Verbs()
		use := refusal(t, w, Command{User: "a", Verb: Use, Item: it.ID})
		uses := use != "not_usable" && (use != "needs_target" || called != "")
		zaps := refusal(t, w, Command{User: "a", Verb: Zap, Item: it.ID, At: geom.Pos{X: 2, Y: 1}}) != "not_zappable"
		if slices.Contains(verbs, content.VerbUse) != uses || uses != (called != "") || slices.Contains(verbs, content.VerbZap) != zaps {
			t.Errorf("%s says %v, %q; to use it is refused with %q, to zap it %v", it.row().Key, verbs, called, use, zaps)
		}
		w.hero("a").Pack = nil
		w.Made, w.levels[0].Made = 0, 0
	}
}
