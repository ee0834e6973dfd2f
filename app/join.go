package app

import (
	"errors"
	"net"
	"strconv"
	"strings"

	"laneya/lang"
	"laneya/ui"
)

const (
	defaultPort = "5001"
	maxName     = 20
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

// openJoin puts up the screen that asks whom to join.
func (g *Game) openJoin() {
	name := &ui.Editor{Max: maxName, Takes: NameRune}
	name.Set(g.cfg.Name)
	address := &ui.Editor{Max: 120}
	const complaint = 2
	m := &menu{form: ui.Form{Width: 420, Default: idJoin, Items: []ui.Item{
		{Kind: ui.Title, Text: lang.Text("Join a friend")},
		{Kind: ui.Text, Style: ui.Small, Tone: ui.Quiet, Text: lang.Text("Ask your friend for the address of the world.")},
		{Kind: ui.Text, Style: ui.Small, Tone: ui.Alarm},
		{Kind: ui.Field, Text: lang.Text("Your name"), Editor: name},
		{Kind: ui.Field, ID: idAddress, Text: lang.Text("Address (host:port)"), Editor: address},
		{Kind: ui.Gap},
		{Kind: ui.Button, ID: idJoin, Text: lang.Text("Connect")},
		{Kind: ui.Button, ID: idBack, Text: lang.Text("Back")},
	}}}
	m.form.SetFocus(idAddress)
	m.back = g.pop
	m.choose = func(id int) {
		if id == idBack {
			g.pop()
			return
		}
		at, err := ParseAddress(address.String())
		if problem := CheckName(name.String()); problem != nil {
			err = problem
		}
		if err != nil {
			m.form.Items[complaint].Text = sentence(err)
			m.layout(g)
			g.redraw()
			return
		}
		g.pop()
		g.join(at, name.String())
	}
	g.push(m)
}

// join connects to a friend's world.
func (g *Game) join(address, name string) {
	g.push(newPlay(g, g.cfg.Connect(g.cfg.Dial(address), name), nil, address))
}
