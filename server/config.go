package server

import (
	"fmt"
	"log/slog"
	"time"

	"laneya/rules"
)

// Config says how a Server is run. The zero value runs a new world in memory,
// with a random seed, the adaptive clock and fog.
type Config struct {
	// World is the path of the world file, made when it isn't there; "" keeps
	// the world in memory only.
	World string
	// Seed is the seed of a new world, 0 for one drawn at random. A world file
	// that exists keeps its own.
	Seed uint64
	// Clock is "adaptive" or "realtime"; "" is adaptive.
	Clock string
	// FogOff shows every user all of the level that her hero is on.
	FogOff bool
	// Death is what becomes of heroes who die: "ghost", they go on as wisps until
	// they are revived; "lenient", they wake in the camp; "hardcore", they are gone
	// until a new run. "" is ghost.
	Death string
	// Party is "all", everybody is of one party, or "invite", parties are made by
	// inviting. "" is all.
	Party string
	// FriendlyFire lets heroes hurt each other.
	FriendlyFire bool
	// OwnSight keeps what a hero sees to herself; otherwise a party shares it.
	OwnSight bool
	// FreeDescent lets a hero climb down without her party.
	FreeDescent bool
	// NoHold refuses to let a level go step by step.
	NoHold bool
	// Depths is how deep the Heart lies, from 1 to 10; 0 is 10.
	Depths int
	// Title is what the world is called to those who ask before they enter it, at
	// most 64 bytes.
	Title string
	// Silent tells nothing of the world to those who are not in it: neither its
	// title, nor how many play.
	Silent bool
	// Quiet leaves the levels without foes and things, for tests and figures.
	Quiet bool
	// Log receives what a host should know; nil discards it.
	Log *slog.Logger
	// SaveEvery is how much play a crash may cost at most; 0 is 10 s.
	SaveEvery time.Duration

	maxQueue int // bytes that may wait for one connection; 0 is protocol's default
}

// MaxDepths is how deep the Heart lies in a run of full length.
const MaxDepths = rules.MaxDepths

const (
	// tickLength is the time from one tick of the world to the next.
	tickLength = 100 * time.Millisecond
	// idleTurn is how soon after a turn the next may be taken while no time
	// passes in the world.
	idleTurn = 5 * time.Millisecond
	// goodbyeTimeout is how long Shutdown waits for a peer to take its last
	// messages.
	goodbyeTimeout = time.Second
	// idleAccount is how long a user who isn't in the world is remembered, so
	// that a request resent late is still recognised.
	idleAccount = 2 * time.Minute
	// maxUsers is how many users one connection may speak for.
	maxUsers = 16
	// maxOrders is how many of a connection's requests may wait for a tick.
	maxOrders = 64
	// maxDear is how many of them may be intents, which look for a way, or
	// questions.
	maxDear = 8
)

func (c Config) withDefaults() Config {
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.SaveEvery == 0 {
		c.SaveEvery = 10 * time.Second
	}
	return c
}

func (c Config) options() (rules.Options, error) {
	o := rules.Options{
		Seed: c.Seed, Fog: !c.FogOff, OwnSight: c.OwnSight, FriendlyFire: c.FriendlyFire,
		FreeDescent: c.FreeDescent, NoHold: c.NoHold, Depths: c.Depths, Quiet: c.Quiet,
	}
	if c.Depths < 0 || c.Depths > MaxDepths {
		return o, fmt.Errorf("the Heart can lie at a depth of 1 to %d, not %d", MaxDepths, c.Depths)
	}
	switch c.Clock {
	case "", "adaptive":
		o.Clock = rules.Adaptive
	case "realtime":
		o.Clock = rules.RealTime
	default:
		return o, fmt.Errorf("the clock must be adaptive or realtime, not %q", c.Clock)
	}
	switch c.Death {
	case "", "ghost":
		o.Death = rules.Ghost
	case "lenient":
		o.Death = rules.Lenient
	case "hardcore":
		o.Death = rules.Hardcore
	default:
		return o, fmt.Errorf("death must be ghost, lenient or hardcore, not %q", c.Death)
	}
	switch c.Party {
	case "", "all":
	case "invite":
		o.Invite = true
	default:
		return o, fmt.Errorf("the party must be all or invite, not %q", c.Party)
	}
	return o, nil
}
