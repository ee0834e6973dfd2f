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
	shot := func(key string, spoil func(*Shot)) func(*testing.T) {
		return func(t *testing.T) { spoil(&Shots[find(t, Shots, key)]) }
	}
	for want, spoil := range map[string]func(*testing.T){
		"foe hob hits in 59 percent":                        foe("hob", func(f *Foe) { f.Hit = 59 }),
		"foe hob deals no damage":                           foe("hob", func(f *Foe) { f.Damage = 0 }),
		"foe hob costs nothing":                             foe("hob", func(f *Foe) { f.Cost = 0 }),
		"foe hob is found at no depth":                      foe("hob", func(f *Foe) { f.Depth = 0 }),
		"foe hob makes no sound":                            foe("hob", func(f *Foe) { f.Sound = "" }),
		"foe puffling bursts into none":                     foe("puffling", func(f *Foe) { f.Bursts = NoCloud }),
		`foe bone_caller calls "nobody"`:                    foe("bone_caller", func(f *Foe) { f.Calls = "nobody" }),
		`foe hob_slinger shoots "peas"`:                     foe("hob_slinger", func(f *Foe) { f.Shot = "peas" }),
		"boss tollmaster is found like any foe":             foe("tollmaster", func(f *Foe) { f.Weight = 3 }),
		"no foe looks like an item":                         foe("false_find", func(f *Foe) { f.Ways &^= Mimic }),
		`the foe "hob" stands twice`:                        foe("cave_rat", func(f *Foe) { f.Key = "hob" }),
		`a foe has the key "Cave Rat"`:                      foe("cave_rat", func(f *Foe) { f.Key = "Cave Rat" }),
		"item club is nowhere to be had":                    func(t *testing.T) { Items[find(t, Items, "club")].Weight = 0; Kits[Warden].Items = nil },
		"no weapon comes back":                              item("bent_wing", func(i *Item) { i.Skills = 0 }),
		"no item makes something else of the one it hits":   item("wand_changes", func(i *Item) { i.Effects = nil }),
		`item scroll_company calls the foe ""`:              item("scroll_company", func(i *Item) { i.Effects = []Effect{{Kind: Summon}} }),
		`writes the rune "chalk"`:                           item("runestone_embers", func(i *Item) { i.Effects = []Effect{{Kind: Etch, Rune: "chalk"}} }),
		"makes 24 of no cloud":                              item("potion_fire", func(i *Item) { i.Effects = []Effect{{Kind: Gas, Power: 24}} }),
		"inflicts hasted for no time":                       item("potion_haste", func(i *Item) { i.Effects = []Effect{{Kind: Inflict, Status: Hasted}} }),
		"item wand_friendship makes an ally for no time":    item("wand_friendship", func(i *Item) { i.Effects[0].Ticks = 0 }),
		"does what only using does":                         item("ring_of_minds", func(i *Item) { i.Worn = []Effect{{Kind: Heal, Power: 3}} }),
		"nothing can be shot with blowpipe":                 item("blowpipe", func(i *Item) { i.Calibre = "pea" }),
		"item wand_frost has 0 charges":                     item("wand_frost", func(i *Item) { i.Charges = 0 }),
		"staff staff_owls is never full again":              item("staff_owls", func(i *Item) { i.Refill = 0 }),
		"item torch is worn nowhere":                        item("torch", func(i *Item) { i.Slot = NoSlot }),
		"terrain mud has the code of":                       func(*testing.T) { Terrains[Mud].Code = Terrains[Floor].Code },
		"message miss names {victim}":                       func(t *testing.T) { message(t, "miss").Text = "{victim} is missed." },
		"message miss names {actor misses":                  func(t *testing.T) { message(t, "miss").Text = "{actor misses" },
		`the message miss has the tone "loud"`:              func(t *testing.T) { message(t, "miss").Tone = "loud" },
		"the message hit stands twice":                      func(t *testing.T) { message(t, "miss").Code = "hit" },
		`the colour "white" stands twice`:                   func(*testing.T) { Colours[1].Name = "white" },
		"terrain mud has no name":                           func(*testing.T) { Terrains[Mud].Name = "" },
		"terrain mud has no description":                    func(*testing.T) { Terrains[Mud].Text = "" },
		"terrain mud has no picture":                        func(*testing.T) { Terrains[Mud].Picture = "" },
		"terrain mud has no glyph":                          func(*testing.T) { Terrains[Mud].Glyph = 0 },
		"terrain mud makes no sound":                        func(*testing.T) { Terrains[Mud].Sound = "" },
		`terrain lava shines in "red"`:                      func(*testing.T) { Terrains[Lava].Tint = "red" },
		"terrain mud has the code '\\n'":                    func(*testing.T) { Terrains[Mud].Code = '\n' },
		"cloud smoke has the code of another":               func(*testing.T) { Clouds[Smoke].Code = Clouds[Fire].Code },
		"cloud smoke has no picture":                        func(*testing.T) { Clouds[Smoke].Picture = "" },
		`cloud fire shines in "red"`:                        func(*testing.T) { Clouds[Fire].Tint = "red" },
		"status lit has no picture":                         func(*testing.T) { Statuses[Lit].Picture = "" },
		`the status "lit" stands twice`:                     func(*testing.T) { Statuses[Marked].Key = "lit" },
		"foe hob is found down to 1 and from 2 on":          foe("hob", func(f *Foe) { f.Depth, f.Last = 2, 1 }),
		"foe hob has 0 health":                              foe("hob", func(f *Foe) { f.Health = 0 }),
		"foe moss_bear is nowhere to be met":                item("scroll_company", func(i *Item) { i.Effects[0].Foe = "lantern_owl" }),
		`foe hob fights "nobody"`:                           foe("hob", func(f *Foe) { f.Feuds = []string{"nobody"} }),
		"shot spit lacks something":                         shot("spit", func(s *Shot) { s.Picture = "" }),
		"no foe shoots pea":                                 shot("spit", func(s *Shot) { s.Key = "pea" }),
		"item potion_haste makes no sound":                  item("potion_haste", func(i *Item) { i.Sound = "" }),
		"item torch is found at no depth":                   item("torch", func(i *Item) { i.Depth = 0 }),
		"item torch is found down to 1 and from 2 on":       item("torch", func(i *Item) { i.Depth, i.Last = 2, 1 }),
		"using item potion_haste takes no time":             item("potion_haste", func(i *Item) { i.Speed = 0 }),
		"item club deals 0":                                 item("club", func(i *Item) { i.Damage = 0 }),
		"item club can do what has no words":                item("club", func(i *Item) { i.Skills |= 1 << 15 }),
		"rune \"embers\" says nothing":                      func(t *testing.T) { Runes[find(t, Runes, "embers")].Text = "" },
		`a rune has the key "Of Embers"`:                    func(t *testing.T) { Runes[find(t, Runes, "embers")].Key = "Of Embers" },
		"kinds of wand have 1 looks":                        func(*testing.T) { Looks[Wand] = Looks[Wand][:1] },
		`the look "red potion" lacks something`:             func(*testing.T) { Looks[Potion][0].Picture = "" },
		`the look "red potion" has the colour "crimson"`:    func(*testing.T) { Looks[Potion][0].Colour = "crimson" },
		`the look "red potion" stands twice`:                func(*testing.T) { Looks[Potion][1].Name = "red potion" },
		"kit warden lacks something":                        func(*testing.T) { Kits[Warden].Gift = "" },
		`a kit has the key "The Warden"`:                    func(*testing.T) { Kits[Warden].Key = "The Warden" },
		`kit warden has 0 of "club"`:                        func(*testing.T) { Kits[Warden].Items = []KitItem{{Item: "club"}} },
		"the emote nod stands twice":                        func(*testing.T) { Emotes[0].Key = "nod" },
		"the emote wave stands twice or says nothing":       func(*testing.T) { Emotes[0].Text = "" },
		"emote wave names {actor}":                          func(*testing.T) { Emotes[0].Text = "{actor} waves." },
		`a page has the key "Pace"`:                         func(t *testing.T) { Pages[0].Key = "Pace" },
		"the page first_steps stands twice or says nothing": func(t *testing.T) { Pages[0].Text = "" },
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
	keepRows(t, Foes)
	keepRows(t, Items)
	keepRows(t, Runes)
	keepRows(t, Shots)
	keepRows(t, Colours)
	keepRows(t, Messages)
	keepRows(t, Emotes)
	keepRows(t, Pages)
	keepRows(t, Terrains[:])
	keepRows(t, Clouds[:])
	keepRows(t, Statuses[:])
	keepRows(t, Kits[:])
	keepRows(t, Looks[:])
	keepRows(t, Looks[Potion])
	for i := range Items {
		keepRows(t, Items[i].Effects)
	}
}

func keepRows[R any](t *testing.T, rows []R) {
	old := slices.Clone(rows)
	t.Cleanup(func() { copy(rows, old) })
}
