package app

import (
	"context"
	"errors"
	"net"
	"slices"
	"strings"
	"syscall"
	"time"

	"laneya/client"
	"laneya/lang"
	"laneya/settings"
	"laneya/ui"
)

const (
	lookEvery = 10 * time.Second // that a world is looked at anew, while the list shows
	lookTime  = 4 * time.Second  // that it has for its answer
	maxLine   = 200              // characters of a line that a friend sent
)

// worlds is the list of friends' worlds: those that the player was in, those on the
// local network, and the one whose address she writes.
type worlds struct {
	g      *Game
	list   *listScreen
	offers []offer // what the rows stand for, by their IDs
	near   []Nearby
	looks  map[string]look // by address
	news   chan worldNews
	ctx    context.Context
	looked time.Duration // when the worlds were last looked at
	failed string        // why none are found on the local network
}

// offer is what choosing a row does.
type offer struct {
	address, title, name string
	version              string
	last                 time.Time // zero for one that she wasn't in
	near                 bool
	do                   func() // instead
}

// look is what was seen of a world from outside.
type look struct {
	asking, seen bool
	glance       client.Glance
	err          error
}

// worldNews is what the network has to tell.
type worldNews struct {
	address string
	glance  client.Glance
	err     error
	near    *Nearby
}

// openJoin shows the worlds that can be joined.
func (g *Game) openJoin() {
	ctx, cancel := context.WithCancel(context.Background())
	w := &worlds{g: g, looks: map[string]look{}, news: make(chan worldNews, 64), ctx: ctx}
	w.list = &listScreen{list: ui.List{
		Title: lang.Text("Join a friend"), Filter: &ui.Editor{Max: maxLine}, Prompt: lang.Text("Line or address:") + "  ", Wide: 56, Groups: true,
		Hint: lang.Text("{confirm} joins[   ·   Delete forgets   ·   paste a friend's line, or type to search]   ·   {cancel} goes back"),
	}}
	w.list.fill, w.list.stale, w.list.text, w.list.closed = w.fill, w.stale, w.list.renew, cancel
	w.list.focus = func(row *ui.Row) { w.list.list.Detail = w.detail(&w.offers[row.ID]) }
	w.list.choose = w.choose
	w.list.edit = func(e ui.Edit) bool {
		row := w.list.list.Focus()
		if e != ui.Delete || row == nil || w.list.list.Filter.String() != "" || w.offers[row.ID].last.IsZero() {
			return false
		}
		g.forgetServer(w.offers[row.ID].address)
		w.list.renew()
		return true
	}
	w.seek()
	w.lookAll()
	w.fill()
	g.push(w.list)
}

// seek looks for worlds on the local network.
func (w *worlds) seek() {
	if w.g.cfg.Seek == nil {
		return
	}
	w.g.leaving.Go(func() {
		if err := w.g.cfg.Seek(w.ctx, func(n Nearby) { w.tell(worldNews{near: &n}) }); err != nil {
			w.tell(worldNews{err: err})
		}
	})
}

// tell hands news over, unless nobody wants any.
func (w *worlds) tell(n worldNews) {
	select {
	case w.news <- n:
	case <-w.ctx.Done():
	}
}

// lookAll looks at the worlds that the player was in, all at once.
func (w *worlds) lookAll() {
	w.looked = w.g.now
	for _, s := range w.g.cfg.Servers {
		if l := w.looks[s.Address]; !l.asking {
			l.asking = true
			w.looks[s.Address] = l
			dial, name := w.g.cfg.Dial(s.Address), w.g.cfg.Name
			w.g.leaving.Go(func() {
				ctx, cancel := context.WithTimeout(w.ctx, lookTime)
				defer cancel()
				glance, err := client.Ask(ctx, dial, name)
				w.tell(worldNews{address: s.Address, glance: glance, err: err})
			})
		}
	}
}

// stale takes in what the network tells, and reports whether any of it is new.
func (w *worlds) stale() (changed bool) {
	if w.g.now-w.looked >= lookEvery {
		w.lookAll()
	}
	for {
		select {
		case n := <-w.news:
			w.take(&n)
			changed = true
		default:
			return changed
		}
	}
}

func (w *worlds) take(n *worldNews) {
	switch {
	case n.near != nil:
		i := slices.IndexFunc(w.near, func(o Nearby) bool { return o.Address == n.near.Address })
		if i < 0 {
			w.near = append(w.near, *n.near)
		} else {
			w.near[i] = *n.near
		}
	case n.address == "":
		w.failed = sentence(n.err)
	default:
		w.looks[n.address] = look{seen: true, glance: n.glance, err: n.err}
	}
}

// fill makes the rows: those that have what is written in them, and the address that
// is written.
func (w *worlds) fill() {
	l := &w.list.list
	w.offers = w.offers[:0]
	written := strings.TrimSpace(l.Filter.String())
	address, name, err := readLine(written)
	l.Empty = lang.Text("You were in no friend's world yet. Ask a friend for her line, and paste or type it here.")
	direct := func() {
		if written != "" && err == nil {
			w.add(offer{address: address, name: name}, ui.Row{Text: lang.Format("Join %s", address), Tone: ui.Warm, Mark: "›", MarkInk: ui.Amber})
		}
	}
	isAddress := strings.ContainsAny(written, ".:/ ")
	if isAddress {
		direct()
	}
	was, near := len(w.offers), []offer(nil)
	for _, n := range w.near {
		near = append(near, offer{address: n.Address, title: n.Title, version: n.Version, near: true})
	}
	w.group(lang.Text("On your network"), near, written)
	w.group(lang.Text("Where you were"), w.recent(), written)
	if !isAddress {
		direct()
	}
	if written == "" {
		l.Rows = append(l.Rows, ui.Row{Head: true, ID: -1, Text: lang.Text("You")})
		w.add(offer{do: w.g.askOwnName}, ui.Row{Text: lang.Text("Your name"), Note: w.g.cfg.Name})
		if len(w.g.cfg.Servers) > 0 {
			w.add(offer{do: w.forget}, ui.Row{Text: lang.Text("Forget a world")})
		}
	} else if err != nil && was == len(w.offers) {
		l.Empty = sentence(err)
	}
}

// recent returns the worlds that the player was in.
func (w *worlds) recent() (out []offer) {
	for _, s := range w.g.cfg.Servers {
		if !slices.ContainsFunc(w.near, func(n Nearby) bool { return n.Address == s.Address }) {
			out = append(out, offer{address: s.Address, title: s.Title, name: s.Name, last: s.Last})
		}
	}
	return out
}

// group adds those of some worlds that have what is written in them.
func (w *worlds) group(head string, offers []offer, written string) {
	words := strings.Fields(strings.ToLower(written))
	for _, o := range offers {
		if !containsAll(strings.ToLower(o.title+" "+o.address+" "+o.name), words) {
			continue
		}
		if head != "" {
			w.list.list.Rows = append(w.list.list.Rows, ui.Row{Head: true, ID: -1, Text: head})
			head = ""
		}
		row := ui.Row{Text: o.title, Note: w.state(&o), Mark: "●", MarkInk: ui.Flame}
		if o.title == "" {
			row.Text = o.address
		}
		switch l := w.looks[o.address]; {
		case o.near:
		case !l.seen:
			row.Mark, row.MarkInk = "○", ui.Stone4
		case l.err != nil:
			row.Mark, row.MarkInk, row.Tone = "×", ui.Rust, ui.Quiet
		}
		w.add(o, row)
	}
}

func (w *worlds) add(o offer, row ui.Row) {
	row.ID = len(w.offers)
	w.offers = append(w.offers, o)
	w.list.list.Rows = append(w.list.list.Rows, row)
}

// state says in a few words how a world is.
func (w *worlds) state(o *offer) string {
	if i := slices.IndexFunc(w.near, func(n Nearby) bool { return n.Address == o.address }); i >= 0 {
		return lang.Count(w.near[i].Players, "%d player", "%d players")
	}
	l := w.looks[o.address]
	switch {
	case !l.seen:
		return lang.Text("asking…")
	case l.err != nil:
		return whyAway(l.err)
	case !l.glance.Told:
		return roundTripText(roundTrip(l.glance.RTT))
	}
	return lang.Count(l.glance.Players, "%d player", "%d players") + ", " + roundTripText(roundTrip(l.glance.RTT))
}

// detail says what is known of a world.
func (w *worlds) detail(o *offer) ui.Detail {
	if o.do != nil {
		if len(w.near)+len(w.g.cfg.Servers) > 0 {
			return ui.Detail{}
		}
		return ui.Detail{Text: w.list.list.Empty}
	}
	d := ui.Detail{Title: o.title, Facts: [][2]string{{lang.Text("address"), o.address}}}
	if d.Title == "" {
		d.Title = o.address
	}
	fact := func(name, value string) {
		if value != "" {
			d.Facts = append(d.Facts, [2]string{name, value})
		}
	}
	l, version := w.looks[o.address], o.version
	switch {
	case l.err != nil && !o.near:
		d.Text = lang.Text("You can try all the same: perhaps it answers by then.")
		fact(lang.Text("now"), whyAway(l.err))
	case l.seen || o.near:
		fact(lang.Text("now"), w.state(o))
	}
	if version == "" {
		version = l.glance.Version
	}
	fact(lang.Text("its version"), version)
	name := o.name
	if name == "" {
		name = w.g.cfg.Name
	}
	fact(lang.Text("you are called"), name)
	if !o.last.IsZero() {
		fact(lang.Text("you were there"), o.last.Local().Format("2006-01-02"))
	}
	return d
}

// choose joins a world, once it is known what the player is called.
func (w *worlds) choose(id int) {
	o, g := w.offers[id], w.g
	if o.do != nil {
		o.do()
		return
	}
	title := o.title
	if l := w.looks[o.address]; l.glance.World != "" {
		title = l.glance.World
	}
	g.withName(o.name, func(name string) {
		g.home()
		p := g.join(o.address, name)
		p.title = title
	})
}

// forget lists the worlds that the player was in, for one to be forgotten.
func (w *worlds) forget() {
	g := w.g
	l := &listScreen{list: ui.List{Title: lang.Text("Forget which world?"), Filter: &ui.Editor{}, Prompt: lang.Text("Search:") + "  ", Wide: 100, Hint: lang.Text("{confirm} forgets   ·   {cancel} goes back")}}
	l.fill = func() {
		words := strings.Fields(strings.ToLower(l.list.Filter.String()))
		for i, s := range g.cfg.Servers {
			if containsAll(strings.ToLower(s.Title+" "+s.Address), words) {
				l.list.Rows = append(l.list.Rows, ui.Row{ID: i, Text: s.Address, Note: s.Title})
			}
		}
	}
	l.text = l.renew
	l.choose = func(id int) {
		g.forgetServer(g.cfg.Servers[id].Address)
		g.pop()
		w.list.renew()
	}
	l.fill()
	g.push(l)
}

func (g *Game) forgetServer(address string) {
	g.keepServers(settings.Forget(g.cfg.Servers, address))
}

// rememberServer notes that the player is in a friend's world.
func (g *Game) rememberServer(p *play) {
	g.keepServers(settings.Remember(g.cfg.Servers, settings.Server{Address: p.where, Title: p.title, Name: p.as, Last: g.cfg.Today()}))
}

func (g *Game) keepServers(list []settings.Server) {
	g.cfg.Servers = list
	if err := g.cfg.KeepServers(list); err != nil {
		g.tell(sentence(err))
	}
}

// whyAway says in a few words why a world doesn't answer.
func whyAway(err error) string {
	var unknown *net.DNSError
	var slow net.Error
	switch {
	case errors.As(err, &unknown):
		return lang.Text("no such address")
	case errors.Is(err, syscall.ECONNREFUSED):
		return lang.Text("nobody hosts there now")
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH):
		return lang.Text("no way there")
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &slow) && slow.Timeout():
		return lang.Text("no answer")
	case errors.Is(err, client.ErrStranger):
		return lang.Text("something else answers")
	}
	return lang.Text("can't be reached")
}
