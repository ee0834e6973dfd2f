package render

import (
	"time"

	"laneya/geom"
)

// mostStains is how many drops lie on the ground at most; the oldest go first.
const mostStains = 96

// stainTime is how long a drop is seen on the ground.
const stainTime = 25 * time.Second

// stain is a drop on the ground, in fields.
type stain struct {
	x, y, size float32
	ink        rgb
	at         time.Duration // when it fell
}

// stains are what lies on the ground of blows. They fade too slowly for anything to be
// drawn because of them.
type stains struct {
	all  [mostStains]stain
	n    int
	next int
	now  time.Duration
}

func (st *stains) add(p *particle) {
	st.all[st.next] = stain{x: p.x, y: p.y, size: p.size, ink: p.ink, at: st.now}
	st.next = (st.next + 1) % mostStains
	st.n = min(st.n+1, mostStains)
}

func (st *stains) forget() { st.n, st.next = 0, 0 }

// addStains puts them into the batch, where there is floor in sight.
func (s *Scene) addStains() {
	v, st := &s.view, &s.particles.stains
	cell := float32(v.cell())
	for i := range st.all[:st.n] {
		a := &st.all[i]
		left := 1 - float32(st.now-a.at)/float32(stainTime)
		if left <= 0 || !s.ground.lies(geom.Pos{X: int(a.x), Y: int(a.y)}) {
			continue
		}
		c := a.ink.times(s.lights.lit(float64(a.x)-0.5, float64(a.y)-0.5))
		size := max(a.size*float32(v.zoom), 1)
		s.figures.quad(a.x*cell-float32(v.left)-size/2, a.y*cell-float32(v.top)-size/2, 1.5*size, size, whiteRect(), corners(c), min(0.75, 2*left))
	}
}
