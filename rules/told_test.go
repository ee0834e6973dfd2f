package rules

import (
	"testing"

	"laneya/geom"
	"laneya/lang"
	"laneya/rules/content"
)

// TestPlayersAreTold lets things happen that a player wants to know of.
func TestPlayersAreTold(t *testing.T) {
	const cave = "########\n#a..:..#\n#......#\n########"
	beside := geom.Pos{X: 2, Y: 1}
	tests := map[string]func(t *testing.T, w *World, l *level, h *hero){
		"put_out": func(t *testing.T, w *World, l *level, h *hero) {
			l.inflict(&h.Actor, content.Burning, 20, 1, nil)
			l.set(beside, content.ShallowWater)
			l.walkTo(h, beside)
		},
		"lava_damage": func(t *testing.T, w *World, l *level, h *hero) {
			l.set(h.Pos, content.Lava)
			l.endure()
		},
		"steam_damage": func(t *testing.T, w *World, l *level, h *hero) {
			for range 6 {
				l.puff(h.Pos, content.Steam, 30)
				w.Step(nil)
			}
		},
		"fall_damage": func(t *testing.T, w *World, l *level, h *hero) {
			l.walkTo(h, geom.Pos{X: 4, Y: 1})
			w.deliver()
		},
		"grabs": func(t *testing.T, w *World, l *level, h *hero) {
			l.afterFoeBlow(foeOfWay(t, l, content.Grabber, 2, 1), &h.Actor, 1)
		},
		"drains": func(t *testing.T, w *World, l *level, h *hero) {
			f := foeOfWay(t, l, content.Leech, 2, 1)
			f.Health = 1
			l.afterFoeBlow(f, &h.Actor, 3)
		},
		"strengthens": func(t *testing.T, w *World, l *level, h *hero) {
			f := foeOfWay(t, l, content.Shaman, 5, 1)
			putFoe(t, l, "cave_brute", 5, 2)
			l.mend(f)
		},
		"slams": func(t *testing.T, w *World, l *level, h *hero) {
			f := putFoe(t, l, "cave_brute", 6, 1)
			l.shove(h, &f.Actor, &content.Effect{Kind: content.Push, Power: 3})
		},
		"immune": func(t *testing.T, w *World, l *level, h *hero) {
			f := foeOfWay(t, l, content.Firebrand, 2, 1)
			l.afflict(h, &f.Actor, content.Burning, 20, 1)
		},
		"reveals": func(t *testing.T, w *World, l *level, h *hero) {
			f := putFoe(t, l, "false_find", 2, 1)
			f.Hidden, f.Disguise = true, kindOf(t, "rope")
			l.unmask(f)
			e := h.heard[0]
			if s := content.Sentence(nil, e.Code, content.Words{Actor: e.Actor, Item: e.Item}); s != "The rope was the false find all along." {
				t.Errorf("it says %q", s)
			}
		},
		"lost_below": func(t *testing.T, w *World, l *level, h *hero) {
			it := l.newItem(kindOf(t, "potion_fire"), 1)
			l.lay(it, geom.Pos{X: 4, Y: 1})
			if h.heard[0].Item != l.theItem(h, it, lang.Nominative) || h.familiar(it.Kind) {
				t.Errorf("what is unknown falls as %q", h.heard[0].Item)
			}
			w.deliver()
		},
		"runs_dry": func(t *testing.T, w *World, l *level, h *hero) {
			it := give(t, w, "a", "wand_sparks", 1)
			h.party.learn(it.Kind)
			it.Charges = 1
			do(t, w, Command{User: "a", Verb: Zap, Item: it.ID, At: beside})
		},
		"charge_back": func(t *testing.T, w *World, l *level, h *hero) {
			it := give(t, w, "a", "staff_embers", 1)
			it.Charges = 0
			for range it.row().Refill {
				w.Step(nil)
			}
		},
		"marked_junk": func(t *testing.T, w *World, l *level, h *hero) {
			do(t, w, Command{User: "a", Verb: MarkJunk, Item: give(t, w, "a", "rope", 1).ID, On: true})
		},
		"wields": func(t *testing.T, w *World, l *level, h *hero) {
			do(t, w, Command{User: "a", Verb: Equip, Item: give(t, w, "a", "mace", 1).ID})
		},
		"light_off": func(t *testing.T, w *World, l *level, h *hero) {
			it := give(t, w, "a", "lantern", 1)
			it.Slot = content.LightSlot
			do(t, w, Command{User: "a", Verb: Use, Item: it.ID})
		},
		"puts_in": func(t *testing.T, w *World, l *level, h *hero) {
			l.Stores = append(l.Stores, &store{Pos: beside, Kind: ChestStore})
			do(t, w, Command{User: "a", Verb: Put, Item: give(t, w, "a", "rope", 1).ID, At: beside})
		},
		"takes_out": func(t *testing.T, w *World, l *level, h *hero) {
			it := l.newItem(kindOf(t, "rope"), 1)
			l.Stores = append(l.Stores, &store{Pos: beside, Kind: ChestStore, Items: []*Item{it}})
			do(t, w, Command{User: "a", Verb: Take, Item: it.ID})
		},
		"nothing_unknown": func(t *testing.T, w *World, l *level, h *hero) {
			do(t, w, Command{User: "a", Verb: Use, Item: give(t, w, "a", "scroll_knowing", 1).ID})
		},
		"boss_near": func(t *testing.T, w *World, l *level, h *hero) {
			foeOfBoss(t, l)
			w.arrived(h, "fall")
		},
		"heart_near": func(t *testing.T, w *World, l *level, h *hero) {
			l.lay(l.newItem(kindOf(t, "heart"), 1), beside)
			w.arrived(h, "fall")
		},
		"goes_on": func(t *testing.T, w *World, l *level, h *hero) {
			give(t, w, "a", "heart", 1)
			do(t, w, Command{User: "a", Verb: Share})
		},
	}
	for code, happen := range tests {
		t.Run(code, func(t *testing.T) {
			w := inCaves(t, Options{Clock: RealTime}, cave)
			happen(t, w, w.levels[0], w.hero("a"))
			checkHeard(t, w, "a", code)
			checkLedger(t, w)
		})
	}
}

// foeOfBoss puts a boss onto the level.
func foeOfBoss(t *testing.T, l *level) {
	t.Helper()
	for i := range content.Foes {
		if content.Foes[i].Has(content.Boss) {
			putFoe(t, l, content.Foes[i].Key, 6, 2)
			return
		}
	}
}

// TestWhoCantMoveDoesNothing asks things of a hero who is frozen or asleep.
func TestWhoCantMoveDoesNothing(t *testing.T) {
	for status, want := range map[content.StatusKind]string{content.Frozen: "frozen_stiff", content.Asleep: "asleep", content.Stuck: ""} {
		w := inCaves(t, Options{}, "#####\n#a..#\n#####")
		h := w.hero("a")
		h.level.inflict(&h.Actor, status, 20, 0, nil)
		it := give(t, w, "a", "potion_healing", 1)
		for _, c := range []Command{{Verb: Use}, {Verb: Throw, At: geom.Pos{X: 3, Y: 1}}, {Verb: Drop}} {
			c.User, c.Item = "a", it.ID
			if got := refusal(t, w, c); got != want {
				t.Errorf("%v while %v: %q", c.Verb, status.Row().Name, got)
			}
		}
		if got := refusal(t, w, Command{User: "a", Verb: Say, Name: "near", Text: "hm"}); got != "" {
			t.Errorf("talking while %v: %q", status.Row().Name, got)
		}
	}
}
