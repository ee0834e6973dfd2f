package app

import (
	"errors"
	"net"
	"strconv"
	"strings"

	"laneya/lang"
)

const (
	defaultPort = "5001"
	maxName     = 20
	linkScheme  = "laneya"
)

// NameRune reports whether a name may have the character in it.
func NameRune(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '-'
}

// CheckName returns what is wrong with a player's name, in words for her.
func CheckName(name string) error {
	switch {
	case name == "":
		return errors.New(lang.Text("say what you are called"))
	case len(name) > maxName:
		return errors.New(lang.Text("a name has at most 20 characters"))
	case strings.ContainsFunc(name, func(r rune) bool { return !NameRune(r) }):
		return errors.New(lang.Text("a name is made of the letters A to Z, digits, _ and -"))
	}
	return nil
}

// ParseAddress makes host:port out of what a person writes: the port may be
// left out. The error is in words for a person.
func ParseAddress(s string) (string, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", errors.New(lang.Text("say where your friend's world is, as host:port"))
	}
	host, port, err := net.SplitHostPort(s)
	if err != nil {
		// No port, or an IPv6 address without brackets.
		host, port = strings.Trim(s, "[]"), defaultPort
		if strings.Contains(host, ":") && net.ParseIP(host) == nil {
			return "", errors.New(lang.Text("that is no address: it has to look like host:port"))
		}
	}
	if host == "" || strings.ContainsAny(host, " /\\") {
		return "", errors.New(lang.Text("the address lacks the name of the host before the port"))
	}
	if n, err := strconv.Atoi(port); err != nil || n < 1 || n > 65535 {
		return "", errors.New(lang.Text("the port has to be a number from 1 to 65535"))
	}
	return net.JoinHostPort(host, port), nil
}

// readLine reads what a friend may have sent: host:port, a line that starts the game
// with -connect, or a link laneya://host:port. name is "" unless the line has one. The
// error is in words for a person.
func readLine(s string) (address, name string, err error) {
	s = strings.Trim(strings.TrimSpace(s), "\"'`“”")
	if scheme, rest, is := strings.Cut(s, "://"); is {
		if !strings.EqualFold(scheme, linkScheme) {
			return "", "", errors.New(lang.Text("a link to a world begins with laneya://"))
		}
		if user, host, has := strings.Cut(rest, "@"); has {
			name, rest = user, host
		}
		address, err = ParseAddress(strings.TrimSuffix(rest, "/"))
	} else if words := strings.Fields(s); len(words) > 1 {
		address, name = flagOf(words, "connect"), flagOf(words, "name")
		if address == "" {
			return "", "", errors.New(lang.Text("the line lacks -connect and an address"))
		}
		address, err = ParseAddress(address)
	} else {
		address, err = ParseAddress(s)
	}
	if err == nil && name != "" {
		err = CheckName(name)
	}
	return address, name, err
}

// flagOf returns what a flag is set to in a command line, "" if it isn't.
func flagOf(words []string, flag string) string {
	for i, w := range words {
		w = strings.TrimPrefix(strings.TrimPrefix(w, "-"), "-")
		if value, has := strings.CutPrefix(w, flag+"="); has {
			return value
		}
		if w == flag && strings.HasPrefix(words[i], "-") && i+1 < len(words) {
			return words[i+1]
		}
	}
	return ""
}

// join connects to a friend's world.
func (g *Game) join(address, name string) *play {
	p := newPlay(g, g.cfg.Connect(g.cfg.Dial(address), name), nil, address)
	p.as = name
	g.push(p)
	return p
}
