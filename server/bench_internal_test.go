package server

import (
	"fmt"
	"testing"

	"laneya/geom"
	"laneya/protocol"
)

// BenchmarkTell lets a crowd walk about and tells each what she sees: a tick, its
// views and their bytes.
func BenchmarkTell(b *testing.B) {
	for _, users := range []int{1, 4, 200} {
		b.Run(fmt.Sprint(users), func(b *testing.B) {
			tb, err := NewTable(Config{FogOff: true, Quiet: true, Clock: "realtime"})
			if err != nil {
				b.Fatal(err)
			}
			names := make([]string, users)
			for i := range names {
				names[i] = fmt.Sprintf("walker%d", i)
				tb.Do(names[i], protocol.Move{Direction: geom.Stop})
			}
			t := &turn{loop: tb.loop}
			size, ways := 0, []geom.Dir{geom.North, geom.East, geom.South, geom.West}
			n := 0
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				for i, name := range names {
					if (i+n)%5 == 0 {
						tb.Do(name, protocol.Move{Direction: ways[(i+n/5)%4]})
					}
				}
				n++
				b.StartTimer()
				t.step()
				t.speaker.late = true
				t.speaker.begin(t.world.Tick())
				for _, st := range tb.order {
					if v := t.viewOnce(st.member.account); v != nil {
						t.speaker.out = t.speaker.appendView(t.speaker.out[:0], &st.member.stream, v)
						size += len(t.speaker.out)
					}
				}
				t.world.Forget()
			}
			b.ReportMetric(float64(size)/float64(n)/float64(users), "bytes/user")
		})
	}
}
