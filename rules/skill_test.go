package rules

import (
	"math/bits"
	"testing"

	"laneya/geom"
	"laneya/rules/content"
)

// sparring is a duel with a foe that neither moves nor dies.
type sparring struct {
	testing.TB
	w       *World
	l       *level
	a       *hero
	f, next *foe // f is two fields from a, next is behind it
}

// spar begins one in which a holds a weapon of that kind, or shoots or throws
// one.
func spar(t testing.TB, k content.ItemKind) *sparring {
	t.Helper()
	w := inCaves(t, Options{}, "##########\n#........#\n#.a......#\n#........#\n##########")
	s := &sparring{TB: t, w: w, l: w.levels[0], a: w.hero("a")}
	s.a.MaxHealth, s.a.Health = 500, 100
	s.f, s.next = s.stand(4, 2), s.stand(5, 2)
	switch r := k.Row(); r.Class {
	case content.Weapon:
		give(t, w, "a", r.Key, 1).Slot = content.MainHand
		s.f.Pos, s.next.Pos = geom.Pos{}, geom.Pos{}
		s.l.moveTo(&s.f.Actor, geom.Pos{X: 3, Y: 2})
		s.l.moveTo(&s.next.Actor, geom.Pos{X: 4, Y: 2})
	case content.Bow:
		give(t, w, "a", r.Key, 1).Slot = content.OffHand
		for _, ammo := range content.Items {
			if ammo.Class == content.Ammo && ammo.Calibre == r.Calibre {
				give(t, w, "a", ammo.Key, 9)
				break
			}
		}
	case content.Ammo:
		for _, bow := range content.Items {
			if bow.Class == content.Bow && bow.Calibre == r.Calibre {
				give(t, w, "a", bow.Key, 1).Slot = content.OffHand
				break
			}
		}
		give(t, w, "a", r.Key, 9)
	case content.Thrown:
		give(t, w, "a", r.Key, 9)
	}
	return s
}

// stand puts a foe that has noticed a, and will do nothing for long, onto a
// field.
func (s *sparring) stand(x, y int) *foe {
	f := putFoe(s, s.l, "cave_brute", x, y)
	f.MaxHealth, f.Health, f.Wait = 5000, 5000, 1000
	f.Target, f.Mood = s.a.ID, Hunting
	return f
}

// strike lets a hit f so often.
func (s *sparring) strike(k content.ItemKind, times int) {
	s.Helper()
	for range times {
		s.a.Wait = 0
		switch k.Row().Class {
		case content.Weapon:
			s.l.strike(&s.a.Actor, &s.f.Actor)
		case content.Thrown:
			it := s.a.Pack[0]
			it.Count = 9
			s.w.throw(s.a, it, s.f.Pos, 6)
		default:
			_, ammo := s.a.bow()
			ammo.Count = 9
			s.l.shoot(s.a, s.f.Pos)
		}
	}
}

// average returns what a hit of a takes from f, times a hundred.
func (s *sparring) average(k content.ItemKind) int {
	const times = 300
	before := s.f.Health
	s.f.MaxHealth += 100_000
	s.f.Health += 100_000
	s.strike(k, times)
	return (before + 100_000 - s.f.Health) * 100 / times
}

// skillTrials show for each skill what the content promises of it.
var skillTrials = map[content.Skills]func(s *sparring, k content.ItemKind){
	content.Sweep: func(s *sparring, k content.ItemKind) {
		side := s.stand(2, 1)
		s.strike(k, 20)
		if side.Health == 5000 {
			s.Error("who stands at her side is unhurt")
		}
	},
	content.Lunge: func(s *sparring, k content.ItemKind) {
		plain := s.average(k)
		hard := 0
		for range 100 {
			s.a.Lunges = true
			before := s.f.Health
			s.strike(k, 1)
			hard += before - s.f.Health
		}
		if hard*3 < plain*4 {
			s.Errorf("a lunge takes %d hundredths, a hit %d", hard, plain)
		}
	},
	content.Stagger: func(s *sparring, k content.ItemKind) {
		s.strike(k, 60)
		if s.f.Wait <= 1000 {
			s.Error("it never loses a turn")
		}
		checkHeard(s, s.w, "a", "stagger")
	},
	content.Sneak: func(s *sparring, k content.ItemKind) {
		plain := s.average(k)
		hard := 0
		for range 100 {
			s.f.Asleep = true
			before := s.f.Health
			s.strike(k, 1)
			hard += before - s.f.Health
		}
		if hard < plain*5/2 {
			s.Errorf("unawares it takes %d hundredths, otherwise %d", hard, plain)
		}
	},
	content.Reach: func(s *sparring, k content.ItemKind) {
		s.l.removeFoe(s.f)
		friend := putFoe(s, s.l, "cave_brute", 3, 2)
		friend.Master = s.a.ID
		if !s.l.inReach(s.a, &s.next.Actor) {
			s.Fatal("it does not reach past a friend")
		}
		do(s, s.w, Command{User: "a", Verb: Attack, Target: s.next.ID})
		for range 200 {
			s.w.Step(nil)
		}
		if s.next.Health == 5000 || friend.Health != friend.MaxHealth || s.a.Pos.X != 2 {
			s.Errorf("it has %d, the friend %d, and she is at %v", s.next.Health, friend.Health, s.a.Pos)
		}
	},
	content.Cleave: func(s *sparring, k content.ItemKind) {
		side := s.stand(2, 1)
		s.f.Health = 1
		s.f.Asleep = true
		s.strike(k, 1)
		if side.Health == 5000 {
			s.Error("what the kill leaves over hits nobody")
		}
	},
	content.Parry: func(s *sparring, k content.ItemKind) {
		s.a.Health = 500
		for range 100 {
			s.l.strike(&s.f.Actor, &s.a.Actor)
			s.a.Health = 500
		}
		checkHeard(s, s.w, "a", "parry")
	},
	content.TwoHands: func(s *sparring, k content.ItemKind) {
		it, shield := s.a.worn(content.MainHand), give(s, s.w, "a", "buckler", 1)
		do(s, s.w, Command{User: "a", Verb: Equip, Item: shield.ID})
		if it.Slot != content.NoSlot {
			s.Error("it leaves a hand for a shield")
		}
	},
	content.Returns: func(s *sparring, k content.ItemKind) {
		s.strike(k, 1)
		if s.a.pieces(k) == 0 {
			s.Error("it does not come back")
		}
		checkHeard(s, s.w, "a", "returns")
	},
	content.Pierce: func(s *sparring, k content.ItemKind) {
		s.strike(k, 20)
		if s.f.Health == 5000 || s.next.Health == 5000 {
			s.Errorf("they have %d and %d", s.f.Health, s.next.Health)
		}
	},
	content.Holy: func(s *sparring, k content.ItemKind) {
		plain := s.average(k)
		for i := range content.Foes {
			if r := &content.Foes[i]; r.Undead && r.Armour == s.f.row().Armour && !r.Has(content.Reviver) {
				s.f.Foe = content.FoeKind(i)
			}
		}
		if hard := s.average(k); !s.f.row().Undead || hard*2 < plain*3 {
			s.Errorf("%s loses %d hundredths, others %d", s.f.row().Name, hard, plain)
		}
	},
	content.Fiery: func(s *sparring, k content.ItemKind) { s.inflicts(k, content.Burning) },
	content.Icy:   func(s *sparring, k content.ItemKind) { s.inflicts(k, content.Slowed) },
	content.Vampiric: func(s *sparring, k content.ItemKind) {
		s.strike(k, 20)
		if s.a.Health <= 100 {
			s.Error("it heals nobody")
		}
	},
	content.Digging: func(s *sparring, k content.ItemKind) {
		// TestPickaxesDig tries it.
		if !s.l.mine(s.a, s.wall()) {
			s.Error("it digs nothing")
		}
	},
}

// wall returns a field of the wall inside the level.
func (s *sparring) wall() geom.Pos {
	p := geom.Pos{X: 12, Y: 2}
	s.l.set(p, content.Wall)
	return p
}

func (s *sparring) inflicts(k content.ItemKind, status content.StatusKind) {
	s.strike(k, 20)
	if !s.f.has(status) {
		s.Errorf("it is %v", s.f.Status)
	}
}

// TestEverySkillDoesWhatItSays tries each skill of each kind of weapon, and of
// each rune on what it goes onto.
func TestEverySkillDoesWhatItSays(t *testing.T) {
	try := func(name string, k content.ItemKind, skills content.Skills, etch content.RuneKind) {
		for ; skills != 0; skills &= skills - 1 {
			skill := content.Skills(1) << bits.TrailingZeros16(uint16(skills))
			if skillTrials[skill] == nil {
				t.Errorf("no trial shows what %v of %s does", skill.Traits(nil), name)
				continue
			}
			t.Run(name, func(t *testing.T) {
				s := spar(t, k)
				if etch != 0 {
					s.a.Pack[0].Rune = etch
				}
				skillTrials[skill](s, k)
			})
		}
	}
	for k := range content.Items {
		try(content.Items[k].Key, content.ItemKind(k), content.Items[k].Skills, 0)
	}
	for i := range content.Runes {
		for _, key := range []string{"long_sword", "short_bow"} {
			k, etch := kindOf(t, key), content.RuneKind(i)
			if r := etch.Row(); r.Weapon && takesRune(&Item{Kind: k}, etch) {
				try(key+" "+r.Name, k, r.Skills, etch)
			}
		}
	}
}
