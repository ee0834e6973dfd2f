package app

import (
	"time"

	"laneya/protocol"
	"laneya/settings"
	"laneya/sounds"
)

const (
	// fightLasts and waryLasts are how long a danger is taken for one when its
	// cause is over: music that changes with each step would tell too much.
	fightLasts = 6 * time.Second
	waryLasts  = 4 * time.Second
	// usualHeart is the depth of the Heart where the server doesn't say it.
	usualHeart = 12
)

// mood says what lies under the effects: the ambience of the level, and music that
// follows danger and depth.
type mood struct {
	told     sounds.Mood
	revision uint64        // of the state that was looked at last
	fight    time.Duration // until when there is one
	wary     time.Duration // likewise
	health   int
}

// tick tells the Sounds what is wanted, if it is something else now.
func (m *mood) tick(g *Game) {
	want := sounds.Mood{Ambience: sounds.Camp, Tune: sounds.TitleTune}
	for _, s := range g.stack {
		if p, ok := s.(*play); ok && p.state.Hero() != nil {
			want = m.of(g, p)
		}
	}
	if want != m.told {
		m.told = want
		g.cfg.Sounds.SetMood(want)
	}
}

// of returns the mood of a game.
func (m *mood) of(g *Game, p *play) sounds.Mood {
	if r := p.state.Revision(); r != m.revision {
		m.revision = r
		m.look(g, p)
	}
	self := p.state.Self()
	mood := sounds.Mood{Ambience: sounds.Caves, Tune: sounds.WorldsTune, Depth: deepness(self)}
	switch {
	case g.now < m.fight:
		mood.Danger = sounds.Fight
	case g.now < m.wary:
		mood.Danger = sounds.Wary
	}
	if r := p.state.Content().Row(protocol.TableLevels, self.LevelKind); r != nil && r.Sound != "" {
		mood.Ambience = r.Sound
	}
	return mood
}

// deepness returns how deep a hero is: below 0 for the camp, 1 where the Heart lies.
func deepness(self *protocol.Self) float64 {
	if self.Depth <= 0 {
		return -1
	}
	heart := self.Heart
	if heart <= 1 {
		heart = usualHeart
	}
	return min(float64(self.Depth-1)/float64(heart-1), 1)
}

// look looks for what there is to fear.
func (m *mood) look(g *Game, p *play) {
	hero, hurt := p.state.Hero(), false
	if now := p.state.Self().Health; now != m.health {
		hurt = now < m.health
		m.health = now
	}
	for _, e := range p.state.Entities() {
		if e.Attitude != "foe" {
			continue
		}
		m.wary = g.now + waryLasts
		if !e.Asleep && (hurt || e.Pos.Sub(hero.Pos).Chebyshev() <= 1) {
			m.fight = g.now + fightLasts
			m.wary = m.fight + waryLasts
		}
	}
}

// volumes returns how loud things are to be.
func volumes(s *settings.Settings) sounds.Volumes {
	share := func(percent int) float64 { return float64(percent) / settings.MostVolume }
	return sounds.Volumes{Master: share(s.Volume), Effects: share(s.Effects), Ambience: share(s.Ambience), Music: share(s.Music)}
}
