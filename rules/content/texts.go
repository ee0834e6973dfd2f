package content

import "strings"

// Texts returns all texts of the tables that users are told, but for names: what
// languages must have besides what the code says, as lang.Language.Keys has them. Some
// stand twice.
func Texts() []string {
	texts := []string{"something"}
	add := func(more ...string) { texts = append(texts, more...) }
	for i := range Terrains {
		add(Terrains[i].Text, Terrains[i].Acts, Terrains[i].Put)
	}
	for i := range Clouds {
		add(Clouds[i].Text)
	}
	for i := range Foes {
		add(Foes[i].Text)
	}
	for i := range Items {
		add(Items[i].Text)
	}
	for i := range Runes {
		add(Runes[i].Name, Runes[i].Text)
	}
	for i := range Statuses {
		add(statusPlace+"|"+Statuses[i].Name, Statuses[i].Text)
	}
	for i := range Kits {
		add(Kits[i].Text, Kits[i].Gift)
	}
	for i := range Messages {
		add(Messages[i].Text)
		if Messages[i].Heard != "" {
			add(heardPlace + "|" + Messages[i].Heard)
		}
	}
	for i := range Emotes {
		add(Emotes[i].Text)
	}
	for i := range Colours {
		if name, chosen := strings.CutPrefix(Colours[i].Name, "party_"); chosen {
			add(name)
		}
	}
	for i := range Deeds {
		add(Deeds[i].Name)
	}
	for i := range Pages {
		add(Pages[i].Title)
		add(Pages[i].paragraphs()...)
	}
	for _, c := range classVerbs {
		add(c.use)
	}
	for _, list := range [...][]string{wayWords[:], skillWords[:], effectWords[:], ClassNames[:], slotWords[:]} {
		add(list...)
	}
	return filled(texts)
}

// Nouns returns all names in the tables that are a noun of a language. Some stand twice.
func Nouns() []string {
	var names []string
	add := func(name string) { names = append(names, name) }
	for i := range Terrains {
		add(Terrains[i].Name)
	}
	for i := range Clouds {
		add(Clouds[i].Name)
	}
	for i := range Foes {
		add(Foes[i].Name)
	}
	for i := range Shots {
		add(Shots[i].Name)
	}
	for i := range Items {
		add(Items[i].Name)
		add(Items[i].Calibre)
	}
	for i := range Kits {
		add(Kits[i].Name)
	}
	for _, looks := range Looks {
		for i := range looks {
			add(looks[i].Name)
		}
	}
	return filled(names)
}

// filled returns the texts that aren't empty.
func filled(texts []string) []string {
	kept := texts[:0]
	for _, t := range texts {
		if t != "" {
			kept = append(kept, t)
		}
	}
	return kept
}
