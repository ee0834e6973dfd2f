package e2e

import (
	"testing"
	"testing/synctest"

	"laneya/client"
	"laneya/geom"
	"laneya/server"
)

// A wish that is older than the connection is carried out once it stands.
func TestWishBeforeTheConnection(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t, server.Config{Seed: 7})
		scout := newBot(t, "scout", s.Dial)
		d := scout.openWay(2)
		from := scout.at()
		scout.session.Close()
		anna := newBot(t, "anna", s.Dial)
		anna.session.Walk(d)
		anna.until("a step", func(st *client.State) bool { return st.Hero() != nil && st.Hero().Pos.Sub(from).Chebyshev() > 1 })
		anna.session.Walk(geom.Stop)
		anna.session.Close()
		shutdown(t, s)
	})
}
