package rules

import (
	clock "time"

	"laneya/geom"
	"laneya/server"
)

var _ = geom.Pos{}

// Wait does all that the rules must not.
func Wait() {
	go server.Run()
	clock.Sleep(1)
}
