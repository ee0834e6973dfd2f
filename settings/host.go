package settings

import (
	"slices"
	"strings"
)

// Host says how a player's world is open to friends. Its words are those of the
// server's flags.
type Host struct {
	Port         int    `toml:"port"`
	From         string `toml:"from"` // who may come
	LAN          bool   `toml:"lan"`  // who looks for games on the local network finds it
	Clock        string `toml:"clock"`
	Death        string `toml:"death"`
	Party        string `toml:"party"`
	FriendlyFire bool   `toml:"friendly_fire"`
	Depths       int    `toml:"depths"` // how deep the Heart lies, one of Lengths
}

// Lengths are how deep the Heart may lie, the usual one first.
var Lengths = []int{10, 6, 3}

// The words, the usual one of each first.
var (
	Froms   = []string{"all", "lan"}
	Clocks  = []string{"adaptive", "realtime"}
	Deaths  = []string{"ghost", "lenient", "hardcore"}
	Parties = []string{"all", "invite"}
)

var usualHost = Host{Port: 5001, From: Froms[0], LAN: true, Clock: Clocks[0], Death: Deaths[0], Party: Parties[0], Depths: Lengths[0]}

func (h Host) within() Host {
	if h.Port < 1 || h.Port > 65535 {
		h.Port = usualHost.Port
	}
	if !slices.Contains(Lengths, h.Depths) {
		h.Depths = usualHost.Depths
	}
	for _, w := range []struct {
		word  *string
		words []string
	}{{&h.From, Froms}, {&h.Clock, Clocks}, {&h.Death, Deaths}, {&h.Party, Parties}} {
		if !slices.Contains(w.words, *w.word) {
			*w.word = w.words[0]
		}
	}
	return h
}

// isName reports whether s can be a player's name.
func isName(s string) bool {
	return s != "" && len(s) <= 20 && !strings.ContainsFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '-')
	})
}
