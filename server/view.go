package server

import (
	"cmp"
	"slices"
	"strconv"

	"laneya/geom"
	"laneya/protocol"
	"laneya/rules"
)

// This file is the boundary that all passes which a user is told: it turns a
// rules.View into updates and has no other way to the world.

// stream is what one connection was told of what one user may know. The loop
// owns it.
type stream struct {
	watching bool   // our own view updates, not the original position
	fresh    bool   // whatever was told before doesn't count; tell everything
	asked    bool   // the client waits for an update, even one without news
	seq      uint64 // of the last view update
	level    geom.LevelID
	explored geom.CellSet
	sight    geom.CellSet
	known    []rules.Entity // as last told, by ID
}

// watch makes the member's connection a watching one. Where the client has
// seen everything that the user's last connection was sent, it is told only
// what changed since, otherwise everything; in any case something.
func (t *turn) watch(m *member, seen uint64) {
	acc, ss := m.account, m.session
	switch {
	case ss.watching == m && m.stream.seq == seen:
	case ss.watching != m && acc.parked != nil && acc.parked.seq == seen:
		m.stream = *acc.parked
		acc.parked = nil
	default:
		// Numbers that begin at the time of day differ from those of an earlier
		// run of the server, which a client may still remember.
		start := max(uint64(t.now.UnixMilli()), m.stream.seq)
		m.stream = stream{watching: true, fresh: true, seq: start}
		acc.parked = nil
	}
	m.stream.asked = true
	ss.watching = m
}

// view returns what the user may know now, nil if she isn't in the world.
func (t *turn) view(acc *account) *rules.View {
	if !t.world.View(acc.name, &acc.view) {
		return nil
	}
	return &acc.view
}

// broadcast tells every connection what changed for its users, in one write
// each.
func (t *turn) broadcast() {
	t.speaker.begin(t.world.Tick())
	t.behind = false
	for _, ss := range t.sessions {
		t.tell(ss)
	}
}

func (t *turn) tell(ss *session) {
	out := t.speaker.out[:0]
	for _, m := range ss.attached {
		if ss.watching != nil && ss.watching != m {
			continue
		}
		v := t.viewOnce(m.account)
		if v == nil {
			continue
		}
		if m.stream.watching {
			out = t.speaker.appendView(out, &m.stream, v)
		} else {
			out = t.speaker.appendPositions(out, &m.stream, v)
		}
	}
	t.speaker.out = out
	if len(out) == 0 {
		return
	}
	if ss.conn.QueueUpdates(out) {
		ss.conn.Wake()
		return
	}
	// The peer doesn't keep up. It is told everything anew once it does.
	t.behind = true
	for _, m := range ss.attached {
		m.stream.fresh = true
	}
}

// viewOnce returns the user's view, made at most once a broadcast, and drops
// the floor plan that it has outdated.
func (t *turn) viewOnce(acc *account) *rules.View {
	if acc.viewed == t.speaker.count {
		return &acc.view
	}
	v := t.view(acc)
	if v == nil {
		return nil
	}
	acc.viewed = t.speaker.count
	if plan := acc.floor.Load(); plan != nil && !plan.shows(v) {
		acc.floor.Store(nil)
	}
	return v
}

// speaker encodes updates. What many are told is encoded once. The loop owns
// it.
type speaker struct {
	count    uint64 // broadcasts so far
	tick     uint64
	entities map[uint64]*spoken

	// What follows keeps its memory from one update to the next.
	out    []byte // all that one connection is told
	runs   []geom.Run
	cells  []byte
	view   protocol.View
	shared protocol.Encoded
}

// spoken is an entity in the forms that connections are told it in.
type spoken struct {
	entity   rules.Entity
	object   []byte // the JSON object that stands in a Snapshot or View
	position []byte // a Position update, framed
}

// maxSpoken bounds the encoded entities that are kept from tick to tick.
const maxSpoken = 4096

func (sp *speaker) begin(tick uint64) {
	sp.count++
	sp.tick = tick
	if sp.entities == nil || len(sp.entities) > maxSpoken {
		sp.entities = make(map[uint64]*spoken)
	}
}

// spoken returns the encoded forms of the entity as it is now.
func (sp *speaker) spoken(e *rules.Entity) *spoken {
	s := sp.entities[e.ID]
	if s == nil {
		s = new(spoken)
		sp.entities[e.ID] = s
	} else if s.entity == *e {
		return s
	}
	wire := wireEntity(e)
	s.entity = *e
	s.object = protocol.AppendEntity(s.object[:0], &wire)
	s.position = protocol.AppendPosition(protocol.BeginFrame(s.position[:0]), &protocol.Position{X: wire.X, Y: wire.Y, Entity: wire.Entity})
	s.position = protocol.EndFrame(s.position, 0)
	return s
}

func wireEntity(e *rules.Entity) protocol.Entity {
	w := protocol.Entity{
		Entity: wireName(e), Name: e.Name, X: e.Pos.X, Y: e.Pos.Y,
		Facing: e.Facing, Asleep: e.Asleep,
	}
	switch e.Kind {
	case rules.KindFoe:
		w.Kind = e.Foe.Row().Key
	default:
		w.Kind = protocol.KindHero
	}
	return w
}

// wireName names an entity in the way that original clients know.
func wireName(e *rules.Entity) string {
	if e.Kind == rules.KindFoe {
		return "Ghost:" + strconv.FormatUint(e.ID, 36)
	}
	return "User:" + e.Name
}

// appendPositions appends a Position for each entity that stands elsewhere
// than the connection was told, or has come into sight.
func (sp *speaker) appendPositions(dst []byte, st *stream, v *rules.View) []byte {
	if st.fresh || st.level != v.Level {
		st.known = st.known[:0]
	}
	known := st.known
	for i := range v.Entities {
		e := &v.Entities[i]
		known = skipTo(known, e.ID)
		if len(known) > 0 && known[0].ID == e.ID {
			same := known[0].Pos == e.Pos
			known = known[1:]
			if same {
				continue
			}
		}
		dst = append(dst, sp.spoken(e).position...)
	}
	st.note(v)
	return dst
}

// appendView appends a Snapshot or View that brings the connection up to date,
// nothing if it is.
func (sp *speaker) appendView(dst []byte, st *stream, v *rules.View) []byte {
	whole := st.fresh || st.level != v.Level
	if whole {
		st.known, st.explored, st.sight = st.known[:0], geom.CellSet{}, geom.CellSet{}
	}
	p := &sp.view
	*p = protocol.View{Tick: sp.tick, Terrain: p.Terrain[:0], Sight: p.Sight[:0], Gone: p.Gone[:0]}
	if v.Explored != st.explored {
		sp.addTerrain(v.Explored.Minus(&st.explored), v)
	}
	if whole || v.Sight != st.sight {
		sp.addSight(&v.Sight)
	}
	sp.addEntities(st.known, v.Entities)
	if !whole && !st.asked && len(p.Terrain)+len(p.Sight)+len(sp.shared)+len(p.Gone) == 0 {
		return dst
	}
	st.seq++
	p.Seq = st.seq
	st.note(v)
	mark := len(dst)
	dst = protocol.BeginFrame(dst)
	if whole {
		dst = protocol.AppendSnapshot(dst, &protocol.Snapshot{
			Seq: p.Seq, Tick: p.Tick,
			Level: v.Level.String(), Width: geom.LevelWidth, Height: geom.LevelHeight,
			Hero: wireName(&v.Entities[v.Hero]), Terrain: p.Terrain, Sight: p.Sight,
		}, sp.shared)
	} else {
		dst = protocol.AppendView(dst, p, sp.shared)
	}
	return protocol.EndFrame(dst, mark)
}

// addEntities states which entities are new or changed since the connection
// was last told of them, and which are gone. Both lists are sorted by ID.
func (sp *speaker) addEntities(known, now []rules.Entity) {
	sp.shared = sp.shared[:0]
	gone := func(e *rules.Entity) { sp.view.Gone = append(sp.view.Gone, wireName(e)) }
	for i := range now {
		e := &now[i]
		for len(known) > 0 && known[0].ID < e.ID {
			gone(&known[0])
			known = known[1:]
		}
		if len(known) > 0 && known[0].ID == e.ID {
			same := known[0] == *e
			known = known[1:]
			if same {
				continue
			}
		}
		sp.shared = append(sp.shared, sp.spoken(e).object)
	}
	for i := range known {
		gone(&known[i])
	}
}

// addSight states which fields are in sight.
func (sp *speaker) addSight(sight *geom.CellSet) {
	sp.runs = sight.AppendRuns(sp.runs[:0])
	for _, r := range sp.runs {
		sp.view.Sight = append(sp.view.Sight, protocol.Run(r))
	}
}

// addTerrain states the terrain of the given explored cells.
func (sp *speaker) addTerrain(cells geom.CellSet, v *rules.View) {
	sp.runs = cells.AppendRuns(sp.runs[:0])
	for _, r := range sp.runs {
		sp.cells = sp.cells[:0]
		for x := r.X; x < r.X+r.N; x++ {
			sp.cells = append(sp.cells, cell(v, geom.Pos{X: x, Y: r.Y}))
		}
		sp.view.Terrain = append(sp.view.Terrain, protocol.Strip{X: r.X, Y: r.Y, Cells: string(sp.cells)})
	}
}

// cell returns the character of a field's terrain.
func cell(v *rules.View, p geom.Pos) byte {
	k, known := v.Terrain(p)
	if !known {
		return protocol.CellUnknown
	}
	return k.Row().Code
}

// note remembers what the connection has now been told.
func (st *stream) note(v *rules.View) {
	st.fresh, st.asked = false, false
	st.level, st.explored, st.sight = v.Level, v.Explored, v.Sight
	st.known = append(st.known[:0], v.Entities...)
}

// skipTo drops the entities before the one with the given ID.
func skipTo(known []rules.Entity, id uint64) []rules.Entity {
	// Mostly the first is the one, so look there before searching.
	if len(known) == 0 || known[0].ID >= id {
		return known
	}
	i, _ := slices.BinarySearchFunc(known, id, func(e rules.Entity, id uint64) int { return cmp.Compare(e.ID, id) })
	return known[i:]
}
