package content

import (
	"strings"

	"laneya/lang"
)

// ItemPage describes a kind of item as one who knows it would. A page about
// something that is not found out yet is not for its finder's eyes.
func ItemPage(say *lang.Language, k ItemKind) Page {
	i := k.Row()
	p := page{say: say}
	p.paragraph(say.Text(i.Text))
	p.paragraph(sentence(strings.Join(i.Skills.Traits(say), "; ")))
	p.paragraph(sentence(strings.Join(i.Does(say), "; ")))
	if i.Weight > 0 {
		p.paragraph(sentence(depths(say, i.Depth, i.Last)))
	}
	if i.Class != Ring {
		p.fact(i.Damage, say.Text("damage %d"))
	}
	p.fact(i.Armour, say.Text("armour %d"))
	p.fact(i.Block, say.Text("stops %d hits in a hundred"))
	p.fact(i.Speed, say.Text("takes %d ticks"))
	p.fact(i.Range, say.Text("reaches %d fields"))
	p.fact(i.Light, say.Text("light %d fields"))
	p.fact(i.Fuel, say.Text("burns for %d ticks"))
	p.fact(i.Charges, say.Text("charges %d"))
	p.fact(i.Refill, say.Text("a charge comes back in %d ticks"))
	p.fact(i.Breaks, say.Text("breaks %d times in a hundred"))
	return p.finish("item_"+i.Key, capital(Name(say, i.Name)))
}

// Traits returns what an item can do, in words: its skills, what using it does
// and what wearing it does.
func (i *Item) Traits(say *lang.Language) []string {
	return append(i.Skills.Traits(say), i.Does(say)...)
}

// Does says what the item does when it is used and while it is worn, each as a
// clause.
func (i *Item) Does(say *lang.Language) []string {
	var says []string
	aimed := i.Class == Wand || i.Class == Staff
	for _, e := range i.Effects {
		switch {
		case e.Kind == Blink && aimed:
			says = append(says, say.Text("takes you to where you point, as far as nothing is in the way"))
		case e.Kind == Teleport && !aimed:
			says = append(says, say.Text("puts you somewhere else on the level"))
		default:
			says = append(says, e.Words(say))
		}
	}
	if i.Class == Ring && i.Damage > 0 {
		says = append(says, say.Format("worn, it adds %d to the damage of each hit", i.Damage))
	}
	if i.Flame {
		says = append(says, say.Text("burns away webs that you walk into"))
	}
	for _, e := range i.Worn {
		says = append(says, say.Format("worn, it makes you %s", e.Status.Row().Called(say)))
	}
	if i.Calibre != "" && i.Class == Bow {
		says = append(says, say.Format("shoots %s", Several(say, i.Calibre, "")))
	}
	return says
}

// Words returns what the effect does, as a clause without a subject.
func (e Effect) Words(say *lang.Language) string {
	switch e.Kind {
	case Heal:
		return say.Format("gives %d health", e.Power)
	case Inflict:
		return e.inflicts(say)
	case Gas:
		return say.Format("fills the air with %s", Name(say, e.Cloud.Row().Name))
	case Explode:
		return say.Format("deals %d damage to all within %d fields", e.Power, e.Radius)
	case Strike:
		return say.Format("deals %d damage to the first in the way", e.Power)
	case Ray:
		return say.Format("deals %d damage to all in the way", e.Power)
	case Identify:
		if e.Power == 0 {
			return say.Text("tells what everything is that you carry")
		}
		return say.Text(effectWords[e.Kind])
	case Push:
		return say.Format("throws the first in the way back by %d fields", e.Power)
	case Summon:
		if k, ok := FoeByKey(e.Foe); ok {
			return say.Format("calls a %s to your side for %d ticks", Name(say, k.Row().Name), e.Ticks)
		}
	case Feed:
		return say.Format("keeps you from hunger for %d ticks", e.Power)
	case MaxHealth:
		return say.Format("gives you and all friends on the level %d more health for good", e.Power)
	case Etch:
		if k, ok := RuneByKey(e.Rune); ok {
			if k.Row().Weapon {
				return say.Format("makes a weapon one %s", say.Text(k.Row().Name))
			}
			return say.Format("makes a suit of armour one %s", say.Text(k.Row().Name))
		}
	}
	return say.Text(effectWords[e.Kind])
}

func (e Effect) inflicts(say *lang.Language) string {
	s := e.Status.Row().Called(say)
	if e.Power > 1 {
		return say.Format("makes %s for %d ticks, with a strength of %d", s, e.Ticks, e.Power)
	}
	return say.Format("makes %s for %d ticks", s, e.Ticks)
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
