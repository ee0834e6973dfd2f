package content

import (
	"fmt"
	"strconv"
	"strings"

	"laneya/lang"
)

// page collects the paragraphs and facts of a page.
type page struct {
	say   *lang.Language
	text  strings.Builder
	facts []string
}

func (p *page) paragraph(s string) {
	if s == "" {
		return
	}
	if p.text.Len() > 0 {
		p.text.WriteString("\n\n")
	}
	p.text.WriteString(s)
}

// fact notes one number in words, if it isn't zero.
func (p *page) fact(n int, format string) {
	if n != 0 {
		p.facts = append(p.facts, fmt.Sprintf(format, n))
	}
}

func (p *page) finish(key, title string) Page {
	p.paragraph(sentence(strings.Join(p.facts, ", ")))
	return Page{Key: key, Title: title, Text: p.text.String()}
}

// sentence makes a sentence of a clause, and nothing of none.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	return capital(s) + "."
}

// FoePage describes a kind of foe: its text, its ways and its numbers.
func FoePage(say *lang.Language, k FoeKind) Page {
	f := k.Row()
	p := page{say: say}
	p.paragraph(say.Text(f.Text))
	traits := f.Ways.Traits(say)
	if f.Undead {
		traits = append(traits, say.Text("is undead: holy weapons hurt it twice as much"))
	}
	if calls, ok := FoeByKey(f.Calls); ok {
		traits = append(traits, say.Format("calls %s", calls.Row().several(say)))
	}
	if s, ok := ShotByKey(f.Shot); ok && s.Ticks > 0 {
		traits = append(traits, say.Format("its %s leaves you %s", Name(say, s.Name), s.Status.Row().Called(say)))
	}
	if f.Bursts != NoCloud {
		traits = append(traits, say.Format("leaves %s", Name(say, f.Bursts.Row().Name)))
	}
	p.paragraph(sentence(strings.Join(traits, "; ")))
	p.paragraph(feuds(say, f))
	p.paragraph(immunities(say, f))
	p.paragraph(sentence(depths(say, f.Depth, f.Last)))
	p.fact(f.Health, say.Text("health %d"))
	if f.Damage > 0 {
		p.fact(f.Damage, say.Text("damage %d"))
		p.fact(f.Hit, say.Text("hits %d times in a hundred"))
		p.fact(f.Strike, say.Text("a strike takes %d ticks"))
	}
	p.fact(f.Armour, say.Text("armour %d"))
	if !f.Has(Stationary) {
		p.fact(f.Walk, say.Text("a step takes %d ticks"))
	}
	p.fact(f.Range, say.Text("reaches %d fields"))
	return p.finish("foe_"+f.Key, capital(Name(say, f.Name)))
}

// several returns what more than one of the foes are called.
func (f *Foe) several(say *lang.Language) string { return Several(say, f.Name, "") }

func feuds(say *lang.Language, f *Foe) string {
	var names []string
	for _, key := range f.Feuds {
		if k, ok := FoeByKey(key); ok {
			names = append(names, k.Row().several(say))
		}
	}
	if names == nil {
		return ""
	}
	return say.Format("It fights %s on sight.", List(say, names))
}

func immunities(say *lang.Language, f *Foe) string {
	var names []string
	for _, s := range f.Immune {
		names = append(names, s.Row().Called(say))
	}
	if names == nil {
		return ""
	}
	return say.Format("It is immune to this: %s.", strings.Join(names, ", "))
}

// depths says where something is found.
func depths(say *lang.Language, first, last int) string {
	switch {
	case last == 0:
		return say.Format("found from depth %d on", first)
	case first == last:
		return say.Format("found at depth %d", first)
	}
	return say.Format("found at depths %d to %d", first, last)
}

// StatusPage describes a kind of status.
func StatusPage(say *lang.Language, k StatusKind) Page {
	s := k.Row()
	p := page{say: say}
	p.paragraph(say.Text(s.Text))
	if s.Good {
		p.paragraph(say.Text("Good for the one who has it."))
	}
	return p.finish("status_"+s.Key, capital(s.Called(say)))
}

// CloudPage describes a kind of cloud.
func CloudPage(say *lang.Language, k CloudKind) Page {
	c := k.Row()
	p := page{say: say}
	p.paragraph(say.Text(c.Text))
	var says []string
	if c.Opaque {
		says = append(says, say.Text("blocks sight"))
	}
	if c.Spreads {
		says = append(says, say.Text("spreads"))
	}
	p.paragraph(sentence(strings.Join(says, "; ")))
	p.fact(c.Light, say.Text("light %d fields"))
	return p.finish("cloud_"+c.Key, capital(Name(say, c.Name)))
}

// RunePage describes a kind of rune.
func RunePage(say *lang.Language, k RuneKind) Page {
	r := k.Row()
	p := page{say: say}
	p.paragraph(say.Text(r.Text))
	if r.Bad {
		p.paragraph(say.Text("A curse: what bears it comes off only when the curse is lifted."))
	}
	p.fact(r.Damage, say.Text("damage %d"))
	p.fact(r.Armour, say.Text("armour %d"))
	return p.finish("rune_"+r.Key, say.Format("The rune %s", say.Text(r.Name)))
}

// KitPage describes a kit.
func KitPage(say *lang.Language, k KitKind) Page {
	r := k.Row()
	p := page{say: say}
	p.paragraph(say.Text(r.Text))
	p.paragraph(say.Text(r.Gift))
	var with []string
	for _, part := range r.Items {
		if it, ok := ItemByKey(part.Item); ok {
			name := A(say, it.Row().Name, lang.Nominative)
			if part.Count > 1 {
				name = strconv.Itoa(part.Count) + " " + Several(say, it.Row().Name, it.Row().Plural)
			}
			with = append(with, name)
		}
	}
	p.paragraph(say.Format("She begins with %s.", List(say, with)))
	p.fact(r.Health, say.Text("health %d"))
	return p.finish("kit_"+r.Key, capital(Name(say, r.Name)))
}

// TerrainPage describes a kind of terrain.
func TerrainPage(say *lang.Language, k TerrainKind) Page {
	t := k.Row()
	p := page{say: say}
	p.paragraph(say.Text(t.Text))
	p.paragraph(t.touch(say))
	var says []string
	if t.Opaque {
		says = append(says, say.Text("blocks sight"))
	}
	if !t.Walk {
		says = append(says, say.Text("cannot be walked on"))
	}
	if !t.Walk && t.Fly {
		says = append(says, say.Text("can be flown over"))
	}
	if t.Avoid {
		says = append(says, say.Text("nobody travels across it by herself"))
	}
	if t.Hides {
		says = append(says, say.Text("hides whoever stands in it"))
	}
	if t.Burns > 0 {
		says = append(says, say.Text("burns"))
	}
	if t.Liquid {
		says = append(says, say.Text("puts out fire"))
	}
	p.paragraph(sentence(strings.Join(says, "; ")))
	p.fact(t.Slow, say.Text("costs %d ticks more to step onto"))
	p.fact(t.Harm, say.Text("takes %d health each tick"))
	p.fact(t.Light, say.Text("light %d fields"))
	return p.finish("terrain_"+t.Key, capital(Name(say, t.Name)))
}

func (t *Terrain) touch(say *lang.Language) string {
	if t.Acts == "" {
		return ""
	}
	return capital(say.Format("It %s.", say.Text(t.Acts)))
}
