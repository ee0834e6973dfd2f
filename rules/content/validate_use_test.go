package content

import (
	"slices"
	"strings"
	"testing"
)

// find returns the index of the row with that key.
func find[R keyed](t *testing.T, rows []R, key string) int {
	t.Helper()
	i := slices.IndexFunc(rows, func(r R) bool { return r.key() == key })
	if i < 0 {
		t.Fatalf("there is no row %q", key)
	}
	return i
}

// Each way of breaking a row is found out, and by what it is.
func TestEachFaultIsFound(t *testing.T) {
	foe := func(key string, spoil func(*Foe)) func(*testing.T) {
		return func(t *testing.T) { spoil(&Foes[find(t, Foes, key)]) }
	}
	item := func(key string, spoil func(*Item)) func(*testing.T) {
		return func(t *testing.T) { spoil(&Items[find(t, Items, key)]) }
	}
	for want, spoil := range map[string]func(*testing.T){
		"foe hob hits in 59 percent":                      foe("hob", func(f *Foe) { f.Hit = 59 }),
		"foe hob deals no damage":                         foe("hob", func(f *Foe) { f.Damage = 0 }),
		"foe hob costs nothing":                           foe("hob", func(f *Foe) { f.Cost = 0 }),
		"foe hob is found at no depth":                    foe("hob", func(f *Foe) { f.Depth = 0 }),
		"foe hob makes no sound":                          foe("hob", func(f *Foe) { f.Sound = "" }),
		"foe puffling bursts into none":                   foe("puffling", func(f *Foe) { f.Bursts = NoCloud }),
		`foe bone_caller calls "nobody"`:                  foe("bone_caller", func(f *Foe) { f.Calls = "nobody" }),
		`foe hob_slinger shoots "peas"`:                   foe("hob_slinger", func(f *Foe) { f.Shot = "peas" }),
		"boss tollmaster is found like any foe":           foe("tollmaster", func(f *Foe) { f.Weight = 3 }),
		"no foe looks like an item":                       foe("false_find", func(f *Foe) { f.Ways &^= Mimic }),
		`the foe "hob" stands twice`:                      foe("cave_rat", func(f *Foe) { f.Key = "hob" }),
		`a foe has the key "Cave Rat"`:                    foe("cave_rat", func(f *Foe) { f.Key = "Cave Rat" }),
		"item club is nowhere to be had":                  func(t *testing.T) { Items[find(t, Items, "club")].Weight = 0; Kits[Warden].Items = nil },
		"no weapon comes back":                            item("bent_wing", func(i *Item) { i.Skills = 0 }),
		"no item makes something else of the one it hits": item("wand_changes", func(i *Item) { i.Effects = nil }),
		`item scroll_company calls the foe ""`:            item("scroll_company", func(i *Item) { i.Effects = []Effect{{Kind: Summon}} }),
		`writes the rune "chalk"`:                         item("runestone_embers", func(i *Item) { i.Effects = []Effect{{Kind: Etch, Rune: "chalk"}} }),
		"makes 24 of no cloud":                            item("potion_fire", func(i *Item) { i.Effects = []Effect{{Kind: Gas, Power: 24}} }),
		"inflicts hasted for no time":                     item("potion_haste", func(i *Item) { i.Effects = []Effect{{Kind: Inflict, Status: Hasted}} }),
		"item wand_friendship makes an ally for no time":  item("wand_friendship", func(i *Item) { i.Effects[0].Ticks = 0 }),
		"does what only using does":                       item("ring_of_minds", func(i *Item) { i.Worn = []Effect{{Kind: Heal, Power: 3}} }),
		"nothing can be shot with blowpipe":               item("blowpipe", func(i *Item) { i.Calibre = "pea" }),
		"item wand_frost has 0 charges":                   item("wand_frost", func(i *Item) { i.Charges = 0 }),
		"staff staff_owls is never full again":            item("staff_owls", func(i *Item) { i.Refill = 0 }),
		"item torch is worn nowhere":                      item("torch", func(i *Item) { i.Slot = NoSlot }),
		"terrain mud has the code of":                     func(*testing.T) { Terrains[Mud].Code = Terrains[Floor].Code },
		"message miss names {victim}":                     func(t *testing.T) { message(t, "miss").Text = "{victim} is missed." },
		"message miss names {actor misses":                func(t *testing.T) { message(t, "miss").Text = "{actor misses" },
		`the message miss has the tone "loud"`:            func(t *testing.T) { message(t, "miss").Tone = "loud" },
		"the message hit stands twice":                    func(t *testing.T) { message(t, "miss").Code = "hit" },
	} {
		t.Run(want, func(t *testing.T) {
			keepTables(t)
			spoil(t)
			if err := Validate(); err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("not found: %v", err)
			}
		})
	}
}

func message(t *testing.T, code string) *Message {
	t.Helper()
	i := slices.IndexFunc(Messages, func(m Message) bool { return m.Code == code })
	if i < 0 {
		t.Fatalf("there is no message %q", code)
	}
	return &Messages[i]
}

// keepTables puts the tables back as they were when the test ends.
func keepTables(t *testing.T) {
	foes, items, messages := slices.Clone(Foes), slices.Clone(Items), slices.Clone(Messages)
	terrains, kits := Terrains, Kits
	t.Cleanup(func() {
		copy(Foes, foes)
		copy(Items, items)
		copy(Messages, messages)
		Terrains, Kits = terrains, kits
	})
}
