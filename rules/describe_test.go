package rules

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// code returns the code of a Refusal, "" for no error.
func code(t testing.TB, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	var r *Refusal
	if !errors.As(err, &r) {
		t.Fatalf("%v is no refusal", err)
	}
	return r.Code
}

// TestUnseenIsRefusedLikeAbsent asks for what is there and can't be perceived.
func TestUnseenIsRefusedLikeAbsent(t *testing.T) {
	w := unseen(t, `
####################
#a.......#.........#
#........#........<#
####################`)
	l := w.levels[0]
	behind := foeAt(t, w, "cave_rat", geom.Pos{X: 14, Y: 1})
	lurking := foeAt(t, w, "roof_spider", geom.Pos{X: 3, Y: 1})
	lurking.Hidden = true
	l.settleLight()
	far := l.newItem(kindOf(t, "dagger"), 1)
	l.lay(far, geom.Pos{X: 12, Y: 2})
	for name, what := range map[string]What{
		"no entity": {Entity: 12345}, "a foe behind a wall": {Entity: behind.ID}, "an ambusher": {Entity: lurking.ID},
		"no item": {Item: 12345}, "an item behind a wall": {Item: far.ID}, "a foe as an item": {Item: behind.ID},
		"an item as an entity": {Entity: far.ID}, "nothing": {},
	} {
		if _, err := w.Describe("a", what); code(t, err) != "not_in_sight" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := w.Describe("a", What{Status: "tall"}); code(t, err) != "unknown_status" {
		t.Errorf("of no status: %v", err)
	}
	// Fields are described by what is known of them only.
	for _, p := range []geom.Pos{behind.Pos, {X: 12, Y: 2}} {
		d, err := w.Describe("a", What{At: &p})
		if err != nil || d.Title != "unexplored" || len(d.Facts) > 0 {
			t.Errorf("the field %v is described as %+v (%v)", p, d, err)
		}
	}
	d, err := w.Describe("a", What{At: &lurking.Pos})
	if err != nil || slices.ContainsFunc(d.Facts, func(f Fact) bool { return f.Name == "here" }) {
		t.Errorf("the field of the ambusher is described as %+v (%v)", d, err)
	}
}

// TestMimicsPassForThings compares a mimic in hiding with a real thing.
func TestMimicsPassForThings(t *testing.T) {
	const hall = `
##########
#a......<#
#........#
##########`
	spot := geom.Pos{X: 5, Y: 2}
	for _, key := range []string{"dagger", "potion_healing", "wand_sparks"} {
		genuine, fake := unseen(t, hall), unseen(t, hall)
		it := genuine.levels[0].newItem(kindOf(t, key), 1)
		genuine.levels[0].lay(it, spot)
		f := foeAt(t, fake, "false_find", spot)
		f.Hidden, f.Disguise, f.ID = true, it.Kind, it.ID
		for _, w := range []*World{genuine, fake} {
			w.levels[0].darkened = true
			w.settle()
			w.levels[0].look(w.hero("a"))
		}
		a, b := view(t, genuine, "a"), view(t, fake, "a")
		if !reflect.DeepEqual(a.Things, b.Things) || len(b.Things) != 1 || len(b.Entities) != 1 {
			t.Errorf("%s: the thing is shown as %v, the mimic as %v with %d entities", key, a.Things, b.Things, len(b.Entities))
		}
		for _, what := range []What{{Item: it.ID}, {Entity: it.ID}, {At: &spot}} {
			da, erra := genuine.Describe("a", what)
			db, errb := fake.Describe("a", what)
			if !reflect.DeepEqual(da, db) || code(t, erra) != code(t, errb) {
				t.Errorf("%s: the thing is described as %+v (%v), the mimic as %+v (%v)", key, da, erra, db, errb)
			}
		}
		for _, w := range []*World{genuine, fake} {
			if ticks, why := setOut(t, w, Command{User: "a", Verb: Attack, Target: it.ID}, 10); ticks != 0 || why != "target_gone" {
				t.Errorf("%s: an attack on it took %d ticks and ended by %q", key, ticks, why)
			}
		}
		// Whoever goes for it finds out.
		setOut(t, fake, Command{User: "a", Verb: Explore}, 100)
		if f.Hidden {
			t.Errorf("%s: exploring has not gone for the mimic", key)
		}
	}
}

// TestUnknownMagicDoesNotShow compares what is said of things that differ only
// in what isn't known of them.
func TestUnknownMagicDoesNotShow(t *testing.T) {
	rune_ := content.RuneKind(slices.IndexFunc(content.Runes, func(r content.RuneRow) bool { return r.Key == "the_edge" }))
	for _, shown := range []bool{false, true} {
		var said []Description
		for _, it := range []Item{{}, {Bonus: 3}, {Bonus: -2, Cursed: true}, {Rune: rune_}} {
			w := fromPicture(t, lane)
			h := w.hero("a")
			sword := w.levels[0].newItem(kindOf(t, "short_sword"), 1)
			sword.Bonus, sword.Cursed, sword.Rune, sword.Shown = it.Bonus, it.Cursed, it.Rune, shown
			h.Pack = append(h.Pack, sword)
			d, err := w.Describe("a", What{Item: sword.ID})
			if err != nil {
				t.Fatal(err)
			}
			said = append(said, d)
			if sword.Bonus != it.Bonus || sword.Rune != it.Rune || sword.Slot != content.NoSlot {
				t.Fatal("describing changed the thing")
			}
		}
		for _, d := range said[1:] {
			if same := reflect.DeepEqual(d, said[0]); same == shown {
				t.Errorf("shown %v: %+v against %+v", shown, d, said[0])
			}
		}
	}
}

// TestWearingTellsWhatChanges describes armour that is carried, and then the
// same where it lies.
func TestWearingTellsWhatChanges(t *testing.T) {
	w := fromPicture(t, lane)
	h := w.hero("a")
	coat := h.level.newItem(kindOf(t, "leather_coat"), 1)
	want := []Change{{"armour", "0", "1"}}
	h.Pack = append(h.Pack, coat)
	if d, err := w.Describe("a", What{Item: coat.ID}); err != nil || !slices.Equal(d.Changes, want) {
		t.Errorf("carried, it would change %v (%v)", d.Changes, err)
	}
	h.Pack = h.Pack[:1]
	h.level.lay(coat, h.Pos)
	hash := w.Hash()
	if d, err := w.Describe("a", What{Item: coat.ID}); err != nil || !slices.Equal(d.Changes, want) {
		t.Errorf("lying, it would change %v (%v)", d.Changes, err)
	}
	if w.Hash() != hash {
		t.Error("describing changed the world")
	}
}

// TestEverythingIsDescribed asks about all that a hero of a stocked level knows
// of, and about every foe and thing there is.
func TestEverythingIsDescribed(t *testing.T) {
	w := fromPicture(t, `
####################
#a.................#
#.................<#
####################`)
	h := w.hero("a")
	l := h.level
	for i := range content.Items {
		it := l.newItem(content.ItemKind(i), 1)
		it.Shown = true
		h.Pack = append(h.Pack, it)
		h.party.Known = append(h.party.Known, it.Kind)
	}
	var whats []What
	for _, it := range h.Pack {
		whats = append(whats, What{Item: it.ID})
	}
	for i := range content.Statuses {
		whats = append(whats, What{Status: content.Statuses[i].Key})
	}
	for i := range geom.LevelCells {
		p := geom.CellAt(i)
		if i < len(content.Terrains) {
			l.Ground[i] = content.TerrainKind(i)
		}
		whats = append(whats, What{At: &p})
	}
	check := func(what What) {
		t.Helper()
		hash := w.Hash()
		d, err := w.Describe("a", what)
		if err != nil {
			t.Fatalf("%+v: %v", what, err)
		}
		if d.Title == "" || d.Text == "" || len(d.Text) > 2000 || len(d.Facts) > 64 || len(d.Changes) > 64 {
			t.Errorf("%+v is described as %+v", what, d)
		}
		for _, f := range d.Facts {
			if f.Name == "" || f.Value == "" || strings.Contains(f.Value, "%p") {
				t.Errorf("%+v: the fact %+v", what, f)
			}
		}
		if len(what.Status) > 0 || what.Item != 0 || what.Entity != 0 {
			if w.Hash() != hash {
				t.Fatalf("%+v: describing it changed the world", what)
			}
		}
	}
	for _, what := range whats {
		check(what)
	}
	for k := range content.Foes {
		f := foeAt(t, w, content.Foes[k].Key, geom.Pos{X: 9, Y: 1})
		check(What{Entity: f.ID})
		l.removeFoe(f)
	}
	check(What{Entity: h.ID})
}

// TestAnswersKeepToWhatIsKnown looks at the guide, the chart and what is found
// in a world that a hero has seen little of.
func TestAnswersKeepToWhatIsKnown(t *testing.T) {
	w := NewWorld(Options{Seed: 3, Fog: true})
	do(t, w, Command{User: "a", Verb: Join, Level: geom.LevelID{Z: 4}})
	h := w.hero("a")
	k := h.knows(h.Level)
	c, err := w.Chart("a", h.Level)
	if err != nil || c.Explored != k.Explored {
		t.Fatalf("the chart shows other fields than are explored (%v)", err)
	}
	for i, kind := range c.Ground {
		if !c.Explored.Has(geom.CellAt(i)) && kind != content.Rock {
			t.Fatalf("the chart shows %v at %v", kind, geom.CellAt(i))
		}
	}
	if _, err := w.Chart("a", geom.LevelID{Z: 9}); code(t, err) != "unknown_place" {
		t.Errorf("a level that nobody has seen: %v", err)
	}
	for _, query := range []string{"a", "e", "ladder", "potion", "door"} {
		found, err := w.Find("a", query)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			known := slices.ContainsFunc(k.Things, func(th Thing) bool { return th.Pos == f.Pos })
			if f.Level != h.Level || !k.Explored.Has(f.Pos) && !known {
				t.Errorf("%q finds %+v", query, f)
			}
		}
	}
	pages, err := w.Guide("a", "")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		if key, ok := strings.CutPrefix(p.Key, "foe_"); ok {
			if kind, ok := content.FoeByKey(key); ok && !slices.Contains(h.party.Met, kind) {
				t.Errorf("the guide tells of %s, which nobody has met", key)
			}
		}
	}
}

func BenchmarkDescribeFoe(b *testing.B) {
	w := fromPicture(b, lane)
	h := w.hero("a")
	f := foeAt(b, w, "hob", geom.Pos{X: 6, Y: 1})
	for i := range 20 {
		h.Pack = append(h.Pack, h.level.newItem(content.ItemKind(i), 1))
	}
	for b.Loop() {
		if _, err := w.Describe("a", What{Entity: f.ID}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkWay finds the longest way of a level.
func BenchmarkWay(b *testing.B) {
	w := NewWorld(Options{Seed: 1, Quiet: true})
	do(b, w, Command{User: "a", Verb: Join, Level: geom.LevelID{Z: 2}})
	h := w.hero("a")
	l := h.level
	for b.Loop() {
		if _, _, ok := l.waysOf(h).nearest(func(p geom.Pos) bool { return p == l.Links.Down }); !ok {
			b.Fatal("there is no way down")
		}
	}
}

// BenchmarkExploring is a tick of a hero who explores.
func BenchmarkExploring(b *testing.B) {
	w := NewWorld(Options{Seed: 1, Quiet: true, Fog: true})
	do(b, w, Command{User: "a", Verb: Join, Level: geom.LevelID{Z: 2}})
	h := w.hero("a")
	for b.Loop() {
		if h.Intent.Kind == Idle {
			h.Known = nil
			do(b, w, Command{User: "a", Verb: Explore})
		}
		w.Step(nil)
		w.Forget()
	}
}

// TestDescribedHealingIsItsDrinkers compares what using things is said to change
// with what it changes.
func TestDescribedHealingIsItsDrinkers(t *testing.T) {
	for _, key := range []string{"potion_healing", "bandage", "potion_life", "staff_hands"} {
		w := inCaves(t, Options{}, "######\n#a...#\n######")
		h := w.hero("a")
		h.Health = 5
		it := give(t, w, "a", key, 1)
		h.party.learn(it.Kind)
		d, err := w.Describe("a", What{Item: it.ID})
		if err != nil {
			t.Fatal(err)
		}
		c := Command{User: "a", Verb: Use, Item: it.ID}
		if it.row().Class == content.Staff {
			c.Verb, c.At = Zap, geom.Pos{X: 4, Y: 1}
		}
		do(t, w, c)
		want := map[string]string{"health": strconv.Itoa(h.Health), "health at most": strconv.Itoa(h.MaxHealth)}
		for _, change := range d.Changes {
			if change.Then != want[change.Name] {
				t.Errorf("%s: %s is said to become %s, and is %s", key, change.Name, change.Then, want[change.Name])
			}
		}
		if (len(d.Changes) == 0) != (key == "staff_hands") {
			t.Errorf("%s: %v", key, d.Changes)
		}
	}
}

// TestThingsUponFoesAreTold asks what all that is carried would do to a foe.
func TestThingsUponFoesAreTold(t *testing.T) {
	w := inCaves(t, Options{}, "########\n#.a....#\n########")
	a := w.hero("a")
	a.Pack = nil
	f := putFoe(t, w.levels[0], "hob", 4, 1)
	var all []*Item
	for _, key := range []string{
		"wand_sparks", "wand_fire", "wand_frost", "wand_slumber", "wand_lead", "scroll_lullaby", "scroll_dread", "long_sword",
		"throwing_knife", "javelin", "potion_fire", "blast_bomb",
	} {
		it := give(t, w, "a", key, 1)
		a.party.learn(it.Kind)
		all = append(all, it)
	}
	d, err := w.Describe("a", What{Entity: f.ID})
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range all {
		if name := w.itemName(a, it); !slices.ContainsFunc(d.Facts, func(f Fact) bool { return f.Name == name }) {
			t.Errorf("nothing is told of the %s", name)
		}
	}
}

// TestBossesStand zaps bosses with what does nothing to them, and reads what was
// promised.
func TestBossesStand(t *testing.T) {
	for _, kind := range []string{"wand_slumber", "wand_frost"} {
		for _, boss := range []string{"tollmaster", "old_weaver", "drowned_abbot", "heartwarden"} {
			w := inCaves(t, Options{}, "########\n#.a....#\n########")
			a := w.hero("a")
			f := putFoe(t, w.levels[0], boss, 4, 1)
			it := give(t, w, "a", kind, 1)
			a.party.learn(it.Kind)
			if text := w.upon(a, f, it); !strings.Contains(text, "immune") {
				t.Errorf("of %s on the %s it is told: %s", kind, boss, text)
			}
			do(t, w, Command{User: "a", Verb: Zap, Item: it.ID, At: f.Pos})
			if len(f.Status) > 0 {
				t.Errorf("the %s is in %v", boss, f.Status)
			}
		}
	}
}

// TestTheGuideForgetsNothing eats the only bread that was ever seen, and asks
// for what has no page by being seen.
func TestTheGuideForgetsNothing(t *testing.T) {
	w := inCaves(t, Options{}, "########\n#.a....#\n########")
	it := give(t, w, "a", "honey_cake", 1)
	w.hero("a").Wait = 0
	w.hero("a").level.meetKinds()
	do(t, w, Command{User: "a", Verb: Use, Item: it.ID})
	w = reopened(t, w)
	for query, want := range map[string]string{
		"honey cake": "Honey cake", "poison gas": "Poison gas", "of the leech": "The rune of the leech", "arcanist": "Arcanist",
	} {
		pages, err := w.Guide("a", query)
		if err != nil || len(pages) == 0 || pages[0].Title != want {
			t.Errorf("%q finds %v, %v", query, pages, err)
		}
	}
}
