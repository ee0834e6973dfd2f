package content

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Validate reports everything in the tables that is not as it should be, each in a
// sentence, nil if nothing is. A test calls it, and development builds when they
// start.
func Validate() error {
	c := checker{colours: map[string]bool{}}
	for i := range Colours {
		c.that(!c.colours[Colours[i].Name], "the colour %q stands twice", Colours[i].Name)
		c.colours[Colours[i].Name] = true
	}
	c.terrain()
	c.clouds()
	c.foes()
	c.shots()
	c.items()
	c.unknown()
	c.statuses()
	c.kits()
	c.words()
	c.used()
	return errors.Join(c.wrong...)
}

// checker collects what is wrong.
type checker struct {
	colours map[string]bool
	wrong   []error
}

func (c *checker) that(ok bool, format string, args ...any) {
	if !ok {
		c.wrong = append(c.wrong, fmt.Errorf(format, args...))
	}
}

// key checks that a row can be named.
func (c *checker) key(what, key string) {
	c.that(key != "" && strings.Trim(key, "abcdefghijklmnopqrstuvwxyz0123456789_") == "", "a %s has the key %q", what, key)
}

// looks checks what every kind has that is shown.
func (c *checker) looks(what, key, name, text, colour, picture string, glyph rune) {
	c.key(what, key)
	c.that(name != "", "%s %s has no name", what, key)
	c.that(text != "", "%s %s has no description", what, key)
	c.that(picture != "", "%s %s has no picture", what, key)
	c.that(glyph != 0, "%s %s has no glyph", what, key)
	c.that(c.colours[colour], "%s %s has the colour %q, which is none", what, key, colour)
}

// once checks that no key stands twice.
func once[R keyed](c *checker, what string, rows []R) {
	seen := map[string]bool{}
	for _, r := range rows {
		c.that(!seen[r.key()], "the %s %q stands twice", what, r.key())
		seen[r.key()] = true
	}
}

func (c *checker) tint(what, key string, light int, tint string) {
	c.that(light == 0 || c.colours[tint], "%s %s shines in %q, which is no colour", what, key, tint)
}

func (c *checker) terrain() {
	once(c, "terrain", Terrains[:])
	codes := map[byte]string{}
	for i := range Terrains {
		t := &Terrains[i]
		c.looks("terrain", t.Key, t.Name, t.Text, t.Colour, t.Picture, t.Glyph)
		c.tint("terrain", t.Key, t.Light, t.Tint)
		c.that(t.Code > ' ' && t.Code <= '~', "terrain %s has the code %q", t.Key, t.Code)
		other := codes[t.Code]
		c.that(other == "" || t.Code == Terrains[Wall].Code, "terrain %s has the code of %s", t.Key, other)
		codes[t.Code] = t.Key
		c.that(!t.Walk || t.Sound != "" || t.Avoid, "terrain %s makes no sound when it is stepped on", t.Key)
	}
}

func (c *checker) clouds() {
	once(c, "cloud", Clouds[:])
	codes := map[byte]bool{}
	for i := range Clouds {
		d := &Clouds[i]
		c.that(!codes[d.Code], "cloud %s has the code of another", d.Key)
		codes[d.Code] = true
		if CloudKind(i) == NoCloud {
			continue
		}
		c.looks("cloud", d.Key, d.Name, d.Text, d.Colour, d.Picture, d.Glyph)
		c.tint("cloud", d.Key, d.Light, d.Tint)
	}
}

func (c *checker) foes() {
	once(c, "foe", Foes)
	called := map[string]bool{}
	for i := range Foes {
		called[Foes[i].Calls] = true
	}
	for i := range Items {
		for _, e := range Items[i].Effects {
			called[e.Foe] = true
		}
	}
	for i := range Foes {
		f := &Foes[i]
		c.looks("foe", f.Key, f.Name, f.Text, f.Colour, f.Picture, f.Glyph)
		c.tint("foe", f.Key, f.Light, f.Tint)
		c.that(f.Sound != "", "foe %s makes no sound", f.Key)
		c.that(f.Depth > 0, "foe %s is found at no depth", f.Key)
		c.that(f.Last == 0 || f.Last >= f.Depth, "foe %s is found down to %d and from %d on", f.Key, f.Last, f.Depth)
		c.that(f.Health > 0 && f.Walk > 0 && f.Strike > 0, "foe %s has %d health and takes %d and %d ticks", f.Key, f.Health, f.Walk, f.Strike)
		c.that(f.Has(Harmless) || f.Damage == 0 || f.Hit >= 60, "foe %s hits in %d percent", f.Key, f.Hit)
		_, shot := ShotByKey(f.Shot)
		c.that(shot && f.Range > 0 || f.Shot == "" && !f.Has(Archer), "foe %s shoots %q over %d", f.Key, f.Shot, f.Range)
		c.that(f.Weight > 0 || f.Has(Boss) || f.Key == "coffin_sleeper" || called[f.Key], "foe %s is nowhere to be met", f.Key)
		_, calls := FoeByKey(f.Calls)
		c.that(calls || !f.Has(Summoner) && f.Calls == "", "foe %s calls %q", f.Key, f.Calls)
		for _, other := range f.Feuds {
			_, ok := FoeByKey(other)
			c.that(ok, "foe %s fights %q", f.Key, other)
		}
		c.fights(f)
	}
}

func (c *checker) shots() {
	once(c, "shot", Shots)
	for i := range Shots {
		s := &Shots[i]
		c.key("shot", s.Key)
		c.that(s.Name != "" && s.Picture != "" && s.Sound != "" && s.Glyph != 0, "shot %s lacks something", s.Key)
		c.that(slices.ContainsFunc(Foes, func(f Foe) bool { return f.Shot == s.Key }), "no foe shoots %s", s.Key)
	}
}

func (c *checker) items() {
	once(c, "item", Items)
	once(c, "rune", Runes)
	given := map[string]bool{}
	for i := range Kits {
		for _, it := range Kits[i].Items {
			given[it.Item] = true
		}
	}
	for i := range Items {
		it := &Items[i]
		c.looks("item", it.Key, it.Name, it.Text, it.Colour, it.Picture, it.Glyph)
		c.tint("item", it.Key, it.Light, it.Tint)
		c.that(it.Sound != "" || len(it.Effects) == 0, "item %s makes no sound when it is used", it.Key)
		c.that(it.Last == 0 || it.Last >= it.Depth, "item %s is found down to %d and from %d on", it.Key, it.Last, it.Depth)
		placed := it.Class == Key || it.Class == HeartClass || it.Class == Corpse
		c.that(it.Depth > 0, "item %s is found at no depth", it.Key)
		c.that(it.Weight > 0 || given[it.Key] || placed, "item %s is nowhere to be had", it.Key)
		c.wares(it)
	}
	for i := range Runes {
		r := &Runes[i]
		c.that((r.Name != "" && r.Text != "") == (i > 0), "rune %q says nothing, or is none and does", r.Key)
		if i > 0 {
			c.key("rune", r.Key)
		}
		c.effects("rune", r.Key, nil, r.Worn)
	}
}

// unknown checks the looks of what must be found out: that they are enough, and
// that each can be seen and told from the others.
func (c *checker) unknown() {
	unknown := [classes]int{}
	for i := range Items {
		if Items[i].Unknown {
			unknown[Items[i].Class]++
		}
	}
	names := map[string]bool{}
	for class, looks := range Looks {
		c.that(unknown[class] <= len(looks), "%d kinds of %s have %d looks", unknown[class], Class(class), len(looks))
		for _, l := range looks {
			c.that(l.Name != "" && l.Plural != "" && l.Picture != "", "the look %q lacks something", l.Name)
			c.that(c.colours[l.Colour], "the look %q has the colour %q, which is none", l.Name, l.Colour)
			c.that(!names[l.Name], "the look %q stands twice", l.Name)
			names[l.Name] = true
		}
	}
}

func (c *checker) statuses() {
	once(c, "status", Statuses[:])
	for i := range Statuses {
		s := &Statuses[i]
		c.looks("status", s.Key, s.Name, s.Text, s.Colour, s.Picture, s.Glyph)
	}
}

func (c *checker) kits() {
	once(c, "kit", Kits[:])
	for i := range Kits {
		k := &Kits[i]
		c.key("kit", k.Key)
		c.that(k.Name != "" && k.Text != "" && k.Gift != "" && k.Picture != "" && k.Health > 0 && k.Stealth > 0, "kit %s lacks something", k.Key)
		for _, it := range k.Items {
			_, ok := ItemByKey(it.Item)
			c.that(ok && it.Count > 0, "kit %s has %d of %q", k.Key, it.Count, it.Item)
		}
	}
}

func (c *checker) words() {
	codes := map[string]bool{}
	for _, m := range Messages {
		c.that(m.Text != "" && !codes[m.Code], "the message %s stands twice or says nothing", m.Code)
		codes[m.Code] = true
		c.sentence("message", m.Code, m.Text, placeholders)
		c.that(slices.Contains(tones, m.Tone), "the message %s has the tone %q", m.Code, m.Tone)
	}
	pages := map[string]bool{}
	for _, p := range Pages {
		c.key("page", p.Key)
		c.that(p.Title != "" && p.Text != "" && !pages[p.Key], "the page %s stands twice or says nothing", p.Key)
		pages[p.Key] = true
	}
	emotes := map[string]bool{}
	for _, e := range Emotes {
		c.key("emote", e.Key)
		c.that(e.Text != "" && !emotes[e.Key], "the emote %s stands twice or says nothing", e.Key)
		emotes[e.Key] = true
		c.sentence("emote", e.Key, e.Text, []string{"user"})
	}
}
