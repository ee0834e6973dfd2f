// Package lan finds games on the local network, without anybody typing an address.
//
// Who looks for games sends a question by UDP to a group of the network; who hosts
// one answers to that sender alone. Questions are padded to the size of the longest
// answer, answers are few in a second and go to addresses of the local network only,
// so that nobody can use a host to flood another. An answer carries the number of its
// question, which can't be guessed, and its game is where it came from: it names a
// port and no host.
package lan

import (
	"encoding/hex"
	"errors"
	"net"
	"net/netip"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
)

// group is where questions go: an address that routers keep within a site.
var group = net.UDPAddr{IP: net.IPv4(239, 255, 76, 65), Port: 5001}

const (
	packetSize = 400 // bytes of a question, and of the longest answer
	question   = "laneya? "
	answer     = "laneya! "
	nonceSize  = 16
	maxText    = 64 // bytes of a name
)

// Game is what a host tells of her game.
type Game struct {
	Name    string `json:"name"`
	Port    int    `json:"port"`
	Players int    `json:"players"`
	Version string `json:"version"`
}

// Found is a game that was found.
type Found struct {
	Game
	Host netip.Addr
}

// Address returns where the game is, as host:port.
func (f *Found) Address() string { return netip.AddrPortFrom(f.Host, uint16(f.Port)).String() }

// nonce is the number of a question.
type nonce [nonceSize]byte

func appendQuestion(b []byte, n nonce) []byte {
	b = append(b, question...)
	b = hex.AppendEncode(b, n[:])
	return append(b, make([]byte, packetSize-len(b))...)
}

func readQuestion(b []byte) (n nonce, ok bool) {
	if len(b) != packetSize {
		return n, false
	}
	_, ok = readNonce(b, question, &n)
	return n, ok
}

// readNonce reads what begins every packet and returns the rest.
func readNonce(b []byte, word string, n *nonce) (rest []byte, ok bool) {
	const digits = 2 * nonceSize
	if len(b) < len(word)+digits || string(b[:len(word)]) != word {
		return nil, false
	}
	if _, err := hex.Decode(n[:], b[len(word):len(word)+digits]); err != nil {
		return nil, false
	}
	return b[len(word)+digits:], true
}

func appendAnswer(b []byte, n nonce, g Game) ([]byte, error) {
	g.Name, g.Version = plain(g.Name), plain(g.Version)
	data, err := json.Marshal(g)
	if err != nil {
		return b, err
	}
	b = append(b, answer...)
	b = append(hex.AppendEncode(b, n[:]), data...)
	if len(b) > packetSize {
		return b, errors.New("the answer is too long")
	}
	return b, nil
}

func readAnswer(b []byte, want nonce) (g Game, ok bool) {
	var n nonce
	data, ok := readNonce(b, answer, &n)
	if !ok || n != want || len(b) > packetSize {
		return g, false
	}
	if json.Unmarshal(data, &g) != nil || g.Port < 1 || g.Port > 65535 {
		return Game{}, false
	}
	g.Name, g.Version, g.Players = plain(g.Name), plain(g.Version), min(max(g.Players, 0), 1_000_000)
	return g, true
}

// plain returns the part of s that can be shown on a line.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || r == utf8.RuneError {
			return -1
		}
		return r
	}, s)
	for len(s) > maxText {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return s
}

// networks are those that this machine is part of.
type networks []netip.Prefix

func ownNetworks() (own networks) {
	addrs, err := net.InterfaceAddrs()
	if err != nil {
		return nil // addresses that can be nowhere else are near all the same
	}
	for _, a := range addrs {
		if p, err := netip.ParsePrefix(a.String()); err == nil {
			own = append(own, p.Masked())
		}
	}
	return own
}

// near reports whether an address is one of a local network.
func (own networks) near(a netip.Addr) bool {
	a = a.Unmap()
	return a.IsPrivate() || a.IsLinkLocalUnicast() || a.IsLoopback() ||
		slices.ContainsFunc(own, func(p netip.Prefix) bool { return p.Contains(a) })
}
