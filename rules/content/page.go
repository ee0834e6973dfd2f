package content

import (
	"fmt"
	"strconv"
	"strings"
)

// page collects the paragraphs and facts of a page.
type page struct {
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

// fact notes one number, if it isn't zero.
func (p *page) fact(name string, n int, unit string) {
	if n != 0 {
		p.facts = append(p.facts, name+" "+strconv.Itoa(n)+unit)
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
func FoePage(k FoeKind) Page {
	f := k.Row()
	var p page
	p.paragraph(f.Text)
	traits := f.Ways.Traits()
	if f.Undead {
		traits = append(traits, "is undead: holy weapons hurt it twice as much")
	}
	if calls, ok := FoeByKey(f.Calls); ok {
		traits = append(traits, "calls "+calls.Row().name(2))
	}
	if s, ok := ShotByKey(f.Shot); ok && s.Ticks > 0 {
		traits = append(traits, "its "+s.Name+" leaves you "+s.Status.Row().Name)
	}
	if f.Bursts != NoCloud {
		traits = append(traits, "leaves "+f.Bursts.Row().Name)
	}
	p.paragraph(sentence(strings.Join(traits, "; ")))
	p.paragraph(feuds(f))
	p.paragraph(immunities(f))
	p.paragraph(sentence(depths(f.Depth, f.Last)))
	p.fact("health", f.Health, "")
	if f.Damage > 0 {
		p.fact("damage", f.Damage, "")
		p.fact("hits", f.Hit, " times in a hundred")
		p.fact("a strike takes", f.Strike, " ticks")
	}
	p.fact("armour", f.Armour, "")
	if !f.Has(Stationary) {
		p.fact("a step takes", f.Walk, " ticks")
	}
	p.fact("reaches", f.Range, " fields")
	return p.finish("foe_"+f.Key, capital(f.Name))
}

// name returns the foe's name, in the plural for all n but one.
func (f *Foe) name(n int) string {
	if n == 1 {
		return f.Name
	}
	return Plural(f.Name, "")
}

func feuds(f *Foe) string {
	var names []string
	for _, key := range f.Feuds {
		if k, ok := FoeByKey(key); ok {
			names = append(names, k.Row().name(2))
		}
	}
	if names == nil {
		return ""
	}
	return "It fights " + List(names) + " on sight."
}

func immunities(f *Foe) string {
	var names []string
	for _, s := range f.Immune {
		names = append(names, s.Row().Name)
	}
	if names == nil {
		return ""
	}
	return "It is immune to this: " + strings.Join(names, ", ") + "."
}

// depths says where something is found.
func depths(first, last int) string {
	switch {
	case last == 0:
		return fmt.Sprintf("found from depth %d on", first)
	case first == last:
		return fmt.Sprintf("found at depth %d", first)
	}
	return fmt.Sprintf("found at depths %d to %d", first, last)
}

// StatusPage describes a kind of status.
func StatusPage(k StatusKind) Page {
	s := k.Row()
	var p page
	p.paragraph(s.Text)
	if s.Good {
		p.paragraph("Good for the one who has it.")
	}
	return p.finish("status_"+s.Key, capital(s.Name))
}

// CloudPage describes a kind of cloud.
func CloudPage(k CloudKind) Page {
	c := k.Row()
	var p page
	p.paragraph(c.Text)
	var says []string
	if c.Opaque {
		says = append(says, "blocks sight")
	}
	if c.Spreads {
		says = append(says, "spreads")
	}
	p.paragraph(sentence(strings.Join(says, "; ")))
	p.fact("light", c.Light, " fields")
	return p.finish("cloud_"+c.Key, capital(c.Name))
}

// RunePage describes a kind of rune.
func RunePage(k RuneKind) Page {
	r := k.Row()
	var p page
	p.paragraph(r.Text)
	if r.Bad {
		p.paragraph("A curse: what bears it comes off only when the curse is lifted.")
	}
	p.fact("damage", r.Damage, "")
	p.fact("armour", r.Armour, "")
	return p.finish("rune_"+r.Key, "The rune "+r.Name)
}

// KitPage describes a kit.
func KitPage(k KitKind) Page {
	r := k.Row()
	var p page
	p.paragraph(r.Text)
	p.paragraph(r.Gift)
	var with []string
	for _, part := range r.Items {
		if it, ok := ItemByKey(part.Item); ok {
			name := A(it.Row().Name)
			if part.Count > 1 {
				name = strconv.Itoa(part.Count) + " " + Plural(it.Row().Name, it.Row().Plural)
			}
			with = append(with, name)
		}
	}
	p.paragraph("She begins with " + List(with) + ".")
	p.fact("health", r.Health, "")
	return p.finish("kit_"+r.Key, capital(r.Name))
}

// TerrainPage describes a kind of terrain.
func TerrainPage(k TerrainKind) Page {
	t := k.Row()
	var p page
	p.paragraph(t.Text)
	p.paragraph(t.touch())
	var says []string
	if t.Opaque {
		says = append(says, "blocks sight")
	}
	if !t.Walk {
		says = append(says, "cannot be walked on")
	}
	if !t.Walk && t.Fly {
		says = append(says, "can be flown over")
	}
	if t.Avoid {
		says = append(says, "nobody travels across it by herself")
	}
	if t.Hides {
		says = append(says, "hides whoever stands in it")
	}
	if t.Burns > 0 {
		says = append(says, "burns")
	}
	if t.Liquid {
		says = append(says, "puts out fire")
	}
	p.paragraph(sentence(strings.Join(says, "; ")))
	p.fact("costs", t.Slow, " ticks more to step onto")
	p.fact("takes", t.Harm, " health each tick")
	p.fact("light", t.Light, " fields")
	return p.finish("terrain_"+t.Key, capital(t.Name))
}

func (t *Terrain) touch() string {
	if t.Acts == "" {
		return ""
	}
	return "It " + t.Acts + "."
}
