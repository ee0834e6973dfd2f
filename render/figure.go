package render

import (
	"time"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
	"laneya/render/motion"
	"laneya/sprites"
	"laneya/vision"
)

const (
	defaultTick = 100 * time.Millisecond
	ghostTicks  = 2    // for a step of the ghost's
	stride      = 0.75 // fields that a hero walks for each picture
	drift       = 0.9  // and the ghost
)

// figure is an entity as it is drawn.
type figure struct {
	id, name   string
	ghost      bool
	own        bool
	asleep     bool
	wisp       bool // a hero who is dead
	friend     bool
	foe        bool
	health     float32    // share, 0 where it isn't known
	glyph      rune       // of a foe that there is no picture of, 0 for others
	ink        rgb        // of it
	art        sprites.ID // the first picture of a foe
	drawn      bool       // there is such a one
	kit        sprites.Kit
	dressed    bool          // there are pictures of the hero's kit
	of         appearance    // what these were chosen by
	west       bool          // faces west, or did so last
	act        sprites.Pose  // what it does for a moment
	acts       time.Duration // for how long still
	kx, ky     float32       // where that goes
	points     int           // of health, 0 where it is not known
	most       int           // that it can have
	gear       gear          // of a hero
	blood      rgb           // of a foe
	breathes   bool          // shows the second picture of standing
	phase      uint32        // of its breath
	colour     int
	facing     geom.Dir
	generation uint64
	mark       uint64 // the cast's mark when it was last told of
	walk       motion.Walker
	x, y       float64 // where it is drawn, in fields
}

// appearance is what the pictures of a figure are chosen by.
type appearance struct {
	kind, kit, colour, name string
	weapon, armour, tint    string
	lit                     bool
	content                 *client.Content
	letters                 bool
	eyes                    vision.Kind
}

// cast is all figures in the picture.
type cast struct {
	letters bool // foes and heroes are drawn as characters
	eyes    *eyes
	entered uint32 // figures so far
	byID    map[string]*figure
	figures []*figure // by where they stand, from north to south
	spare   []*figure
	own     *figure // the player's own, nil before it is known
	mark    uint64
}

// take makes the cast what st knows and reports whether that is another
// picture. Placed tells that the own hero is to be shown elsewhere at once. It tells
// by how much somebody's health changed, and who is gone.
func (c *cast) take(st *client.State, wound func(*figure, int), gone func(*figure)) (changed, placed bool) {
	if c.byID == nil {
		c.byID = map[string]*figure{}
	}
	c.mark++
	hero := st.Hero()
	c.own = nil
	for _, e := range st.Entities() {
		f := c.byID[e.ID]
		if f == nil {
			f = c.enter(e)
		}
		f.mark = c.mark
		// Who has another health at most is another one: she has chosen a kit.
		same := e.MaxHealth == f.most
		if n := e.Health - f.points; same && f.points > 0 && e.Health > 0 && n != 0 && !e.Wisp {
			wound(f, n)
			changed = true
		}
		f.points, f.most = e.Health, e.MaxHealth
		other, moved := f.take(e, e == hero, st.Content(), c)
		changed = changed || other
		if e == hero {
			c.own = f
			placed = moved
		}
	}
	return c.leave(gone) || changed, placed
}

// enter adds a figure for e.
func (c *cast) enter(e *client.Entity) *figure {
	f := new(figure)
	if n := len(c.spare); n > 0 {
		f, c.spare = c.spare[n-1], c.spare[:n-1]
	}
	*f = figure{id: e.ID, generation: e.Generation - 1, phase: c.entered}
	c.entered++
	c.byID[e.ID] = f
	c.figures = append(c.figures, f)
	return f
}

// leave takes out the figures that are no longer told of, and tells of each.
func (c *cast) leave(gone func(*figure)) (changed bool) {
	kept := c.figures[:0]
	for _, f := range c.figures {
		if f.mark == c.mark {
			kept = append(kept, f)
			continue
		}
		delete(c.byID, f.id)
		gone(f)
		c.spare = append(c.spare, f)
		changed = true
	}
	c.figures = kept
	return changed
}

// take makes f what e is. It reports whether f looks another way now, and
// whether it was placed instead of setting out to walk.
func (f *figure) take(e *client.Entity, own bool, c *client.Content, in *cast) (changed, placed bool) {
	if f.name != e.Name || f.own != own || f.asleep != e.Asleep || f.facing != e.Facing {
		changed = true
		f.name, f.own, f.asleep, f.facing = e.Name, own, e.Asleep, e.Facing
	}
	switch e.Facing {
	case geom.West:
		f.west = true
	case geom.East:
		f.west = false
	}
	changed = f.takeKind(e, c, in) || changed
	if f.generation != e.Generation {
		f.generation = e.Generation
		f.walk.Place(e.Pos)
		placed = true
	} else {
		placed = f.walk.Confirm(e.Pos, e.Facing)
	}
	f.x, f.y = f.walk.Pos()
	return changed || placed, placed
}

// takeKind takes over what e is and how it fares, and reports whether that
// shows.
func (f *figure) takeKind(e *client.Entity, c *client.Content, in *cast) (changed bool) {
	was := *f
	f.ghost = e.Kind != protocol.KindHero
	f.wisp, f.friend, f.foe = e.Wisp, e.Attitude == "friend" || !f.ghost, e.Attitude == "foe"
	f.health = 0
	if e.MaxHealth > 0 && !e.Wisp {
		f.health = float32(e.Health) / float32(e.MaxHealth)
	}
	if l := (appearance{e.Kind, e.Kit, e.Colour, e.Name, e.Weapon, e.Armour, e.Tint, e.Light > 0, c, in.letters, in.eyes.kind}); l != f.of {
		f.of = l
		f.dress(e, c, in.eyes)
	}
	return f.ghost != was.ghost || f.wisp != was.wisp || f.health != was.health || f.of != was.of
}

// dress chooses the pictures of f.
func (f *figure) dress(e *client.Entity, c *client.Content, eyes *eyes) {
	f.glyph, f.drawn, f.dressed = 0, false, false
	f.gear = gearOf(e, c, eyes)
	if e.Kind == protocol.KindHero {
		if r := c.Row(protocol.TableKits, e.Kit); r != nil {
			f.kit, f.dressed = sprites.KitOf(r.Picture)
		}
		var known bool
		if f.colour, known = sprites.CloakOf(e.Colour); !known {
			f.colour = sprites.HeroColour(e.Name)
		}
		if f.of.letters {
			f.dressed, f.glyph, f.ink = false, '@', eyes.ink(c, e.Colour)
		}
		return
	}
	if e.Kind == protocol.KindGhost {
		return
	}
	f.glyph, f.ink = '?', rgb{0.9, 0.5, 0.5}
	if r := c.Row(protocol.TableFoes, e.Kind); r != nil {
		f.glyph, f.ink, f.blood = firstRune(r.Glyph), bright(eyes.ink(c, r.Colour)), inkOf(c, r.Colour)
		if f.art, f.drawn = sprites.ByKey(r.Picture); f.drawn && !f.of.letters {
			f.glyph = 0
		} else {
			f.drawn = false
		}
	}
}

// advance lets dt of time pass and reports whether any figure looks different. It
// adds the steps that began to steps.
func (c *cast) advance(dt, tick time.Duration, steps []Footstep) (changed bool, _ []Footstep) {
	moved, acted := false, false
	for _, f := range c.figures {
		if f.acts > 0 {
			f.acts -= dt
			acted = true
		}
		if !f.walk.Moving() {
			f.walk.Advance(dt, tick)
			continue
		}
		pace := tick
		if f.ghost {
			pace *= ghostTicks
		}
		if f.walk.Advance(dt, pace) > 0 && !f.ghost {
			steps = append(steps, Footstep{Pos: f.walk.Onto(), Own: f.own})
		}
		f.x, f.y = f.walk.Pos()
		moved = true
	}
	if moved {
		c.sort()
	}
	return moved || acted, steps
}

// at returns a hero that walks onto p.
func (c *cast) at(p geom.Pos) *figure {
	for _, f := range c.figures {
		if !f.ghost && f.walk.Moving() && f.walk.Onto() == p {
			return f
		}
	}
	return nil
}

// sort orders the figures from north to south. They hardly change their order
// from one picture to the next, so insertion is what takes least.
func (c *cast) sort() {
	for i := 1; i < len(c.figures); i++ {
		f := c.figures[i]
		j := i
		for ; j > 0 && f.before(c.figures[j-1]); j-- {
			c.figures[j] = c.figures[j-1]
		}
		c.figures[j] = f
	}
}

func (f *figure) before(g *figure) bool {
	if f.y != g.y {
		return f.y < g.y
	}
	return f.id < g.id
}

// picture returns what f looks like now, and whether that is to be mirrored.
func (f *figure) picture() (id sprites.ID, mirrored bool) {
	heading := f.walk.Heading()
	switch {
	case f.drawn:
		west := f.west
		if heading == geom.West || heading == geom.East {
			west = heading == geom.West
		}
		return f.art + sprites.ID(f.pose()), west
	case f.ghost:
		return sprites.Ghost(int(f.walk.Walked() / drift)), false
	}
	facing := f.facing
	if heading != geom.Stop {
		facing = heading
	}
	if f.dressed {
		return f.kit.Picture(f.colour, facing, f.pose())
	}
	return sprites.Hero(f.colour, facing, f.frame()), false
}

// pose returns what f does.
func (f *figure) pose() sprites.Pose {
	switch {
	case f.acts > 0:
		return f.act
	case f.walk.Moving():
		return [4]sprites.Pose{sprites.Step, sprites.Idle, sprites.Stride, sprites.Idle}[int(f.walk.Walked()/stride)%4]
	case f.breathes:
		return sprites.Breathe
	}
	return sprites.Idle
}

// frame returns which of a hero's pictures shows its pose, where it has no kit: it
// stands, or steps with one foot or the other.
func (f *figure) frame() int {
	switch f.pose() {
	case sprites.Step:
		return 1
	case sprites.Stride:
		return 2
	}
	return 0
}

// bright returns a colour that stands out from the ground: at least so light.
func bright(c rgb) rgb {
	const least = 0.8
	if most := max(c.r, c.g, c.b); most > 0 && most < least {
		k := least / most
		return rgb{c.r * k, c.g * k, c.b * k}
	}
	return c
}
