package content

import (
	"fmt"
	"strings"
)

// ItemPage describes a kind of item as one who knows it would. A page about
// something that is not found out yet is not for its finder's eyes.
func ItemPage(k ItemKind) Page {
	i := k.Row()
	var p page
	p.paragraph(i.Text)
	p.paragraph(sentence(strings.Join(i.Skills.Traits(), "; ")))
	p.paragraph(sentence(strings.Join(i.Does(), "; ")))
	if i.Weight > 0 {
		p.paragraph(sentence(depths(i.Depth, i.Last)))
	}
	if i.Class != Ring {
		p.fact("damage", i.Damage, "")
	}
	p.fact("armour", i.Armour, "")
	p.fact("stops", i.Block, " hits in a hundred")
	p.fact("takes", i.Speed, " ticks")
	p.fact("reaches", i.Range, " fields")
	p.fact("light", i.Light, " fields")
	p.fact("burns for", i.Fuel, " ticks")
	p.fact("charges", i.Charges, "")
	p.fact("a charge comes back in", i.Refill, " ticks")
	p.fact("breaks", i.Breaks, " times in a hundred")
	return p.finish("item_"+i.Key, capital(i.Name))
}

// Traits returns what an item can do, in words: its skills, what using it does
// and what wearing it does.
func (i *Item) Traits() []string { return append(i.Skills.Traits(), i.Does()...) }

// Does says what the item does when it is used and while it is worn, each as a
// clause.
func (i *Item) Does() []string {
	var says []string
	aimed := i.Class == Wand || i.Class == Staff
	for _, e := range i.Effects {
		switch {
		case e.Kind == Blink && aimed:
			says = append(says, "takes you to where you point, as far as nothing is in the way")
		case e.Kind == Teleport && !aimed:
			says = append(says, "puts you somewhere else on the level")
		default:
			says = append(says, e.Words())
		}
	}
	if i.Class == Ring && i.Damage > 0 {
		says = append(says, fmt.Sprintf("worn, it adds %d to the damage of each hit", i.Damage))
	}
	if i.Flame {
		says = append(says, "burns away webs that you walk into")
	}
	for _, e := range i.Worn {
		says = append(says, "worn, it makes you "+e.Status.Row().Name)
	}
	if i.Calibre != "" && i.Class == Bow {
		says = append(says, "shoots "+i.Calibre+"s")
	}
	return says
}

// Words returns what the effect does, as a clause without a subject.
func (e Effect) Words() string {
	switch e.Kind {
	case Heal:
		return fmt.Sprintf("gives %d health", e.Power)
	case Inflict:
		return e.inflicts()
	case Gas:
		return "fills the air with " + e.Cloud.Row().Name
	case Explode:
		return fmt.Sprintf("deals %d damage to all within %d fields", e.Power, e.Radius)
	case Strike:
		return fmt.Sprintf("deals %d damage to the first in the way", e.Power)
	case Ray:
		return fmt.Sprintf("deals %d damage to all in the way", e.Power)
	case Identify:
		if e.Power == 0 {
			return "tells what everything is that you carry"
		}
		return effectWords[e.Kind]
	case Push:
		return fmt.Sprintf("throws the first in the way back by %d fields", e.Power)
	case Summon:
		if k, ok := FoeByKey(e.Foe); ok {
			return fmt.Sprintf("calls a %s to your side for %d ticks", k.Row().Name, e.Ticks)
		}
	case Feed:
		return fmt.Sprintf("keeps you from hunger for %d ticks", e.Power)
	case MaxHealth:
		return fmt.Sprintf("gives you and all friends on the level %d more health for good", e.Power)
	case Etch:
		if k, ok := RuneByKey(e.Rune); ok {
			return "makes a " + k.Row().fits() + " one " + k.Row().Name
		}
	}
	return effectWords[e.Kind]
}

func (e Effect) inflicts() string {
	s := e.Status.Row().Name
	if e.Power > 1 {
		return fmt.Sprintf("makes %s for %d ticks, with a strength of %d", s, e.Ticks, e.Power)
	}
	return fmt.Sprintf("makes %s for %d ticks", s, e.Ticks)
}

// fits says what the rune goes onto.
func (r *RuneRow) fits() string {
	if r.Weapon {
		return "weapon"
	}
	return "suit of armour"
}

// effectWords are clauses for the effects that need no number.
var effectWords = [effectKinds]string{
	Heal: "heals", Inflict: "changes your condition", Cure: "ends everything that ails you",
	Gas: "fills the air", Explode: "explodes", Strike: "hits the first in the way", Ray: "hits all in the way",
	Blink: "puts you on another field in sight", Teleport: "sends whom it meets somewhere else on the level",
	MapLevel: "shows the whole level", Detect: "shows where things lie", Identify: "tells what one of your things is",
	Enchant: "makes a weapon or armour better by one", Uncurse: "lifts the curses from what you carry",
	DigWall: "digs a tunnel", Grow: "makes tall grass grow around", Summon: "calls an ally",
	Sleepen: "puts the foes in sight to sleep", Scare: "makes the foes in sight flee",
	Charm: "makes the one it hits fight for you", Polymorph: "makes something else of the one it hits",
	Push: "throws back the first in the way", Pull: "pulls the first in the way towards you",
	Swap: "trades places with the first in the way", Alarm: "makes a noise that wakes what hears it",
	Darken: "puts out lights around", Brighten: "lights up everything around", Recharge: "fills the wands and staffs that you carry",
	Revive: "brings back a friend who is a wisp", Drain: "makes water and gas around vanish", Flood: "covers the floor around with water",
	Freeze: "turns the water around to ice", ShieldAll: "shields you and all friends in sight", Feed: "fills you",
	Descend: "drops you one level down", Recall: "takes you to the camp", Duplicate: "makes one more of something that you carry",
	MakeRope: "lets you down a chasm without harm", Etch: "puts a rune on something that you carry",
	MaxHealth: "gives you more health for good",
}
