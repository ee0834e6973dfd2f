package server

import (
	"cmp"
	"slices"

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
	ground   rules.Ground   // of explored fields
	known    []rules.Entity // as last told, by ID
	told     told           // all the rest
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
		start := max(uint64(max(t.now.UnixMilli(), 0)), m.stream.seq) // at a Table it is no time at all
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

// toldView returns what the user was last told, or may know now if she hasn't
// been told anything.
func (t *turn) toldView(acc *account) *rules.View {
	if acc.viewed != 0 && len(acc.view.Entities) > 0 {
		return &acc.view
	}
	return t.view(acc)
}

// broadcast tells every connection what changed for its users, in one write
// each.
func (t *turn) broadcast() {
	t.speaker.begin(t.world.Tick())
	t.behind = false
	for _, ss := range t.sessions {
		t.tell(ss)
	}
	t.behind = t.behind || t.speaker.held
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
	entities map[spokenKey]*spoken
	recent   []*spoken // of entities, by their place in the latest view: most views are alike
	// late says that another broadcast will follow before long, so that what isn't
	// urgent may wait for it.
	late bool
	// held says that something waits for another broadcast.
	held bool

	// What follows keeps its memory from one update to the next.
	out    []byte // all that one connection is told
	runs   []geom.Run
	cells  []byte
	party  []rules.Member
	view   protocol.View
	shared protocol.Encoded
}

// spokenKey names an entity as it is towards some of its viewers.
type spokenKey struct {
	id       uint64
	attitude rules.Attitude
	name     string // in the viewer's language
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
	sp.held = false
	if sp.entities == nil || len(sp.entities) > maxSpoken {
		sp.entities = make(map[spokenKey]*spoken)
	}
}

// spoken returns the encoded forms of the entity as it is now, which is the i-th
// of a view.
func (sp *speaker) spoken(i int, e *rules.Entity) *spoken {
	if i >= len(sp.recent) {
		sp.recent = append(sp.recent, make([]*spoken, i+1-len(sp.recent))...)
	}
	if s := sp.recent[i]; s == nil || s.entity != *e {
		sp.recent[i] = sp.encoded(e)
	}
	return sp.recent[i]
}

// encoded is spoken of an entity with any place.
func (sp *speaker) encoded(e *rules.Entity) *spoken {
	key := spokenKey{e.ID, e.Attitude, e.Name}
	s := sp.entities[key]
	if s == nil {
		s = new(spoken)
		sp.entities[key] = s
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
		dst = append(dst, sp.spoken(i, e).position...)
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
	if cells := st.changed(v); cells != (geom.CellSet{}) {
		sp.addTerrain(cells, v)
	}
	if whole || v.Sight != st.sight {
		sp.addSight(&v.Sight)
	}
	sp.addEntities(st.known, v.Entities)
	news := sp.addDetails(&p.Details, &st.told, v, whole)
	if !whole && !st.asked && !news && len(p.Terrain)+len(p.Sight)+len(sp.shared)+len(p.Gone) == 0 {
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
			Hero: wireName(&v.Entities[v.Hero]), Terrain: p.Terrain, Sight: p.Sight, Details: p.Details,
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
		sp.shared = append(sp.shared, sp.spoken(i, e).object)
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
			sp.cells = append(sp.cells, v.Ground().At(geom.Pos{X: x, Y: r.Y}).Row().Code)
		}
		sp.view.Terrain = append(sp.view.Terrain, protocol.Strip{X: r.X, Y: r.Y, Cells: string(sp.cells)})
	}
}

// changed returns the explored fields whose terrain the connection wasn't told,
// or was told otherwise.
func (st *stream) changed(v *rules.View) geom.CellSet {
	cells := v.Explored.Minus(&st.explored)
	if *v.Ground() == st.ground {
		return cells
	}
	for i, k := range v.Ground() {
		if k != st.ground[i] {
			if p := geom.CellAt(i); v.Explored.Has(p) {
				cells.Add(p)
			}
		}
	}
	return cells
}

// note remembers what the connection has now been told.
func (st *stream) note(v *rules.View) {
	st.fresh, st.asked = false, false
	st.level, st.explored, st.sight = v.Level, v.Explored, v.Sight
	st.ground = *v.Ground()
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
