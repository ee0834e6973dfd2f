package app

import (
	"strconv"

	"laneya/client"
	"laneya/lang"
	"laneya/protocol"
	"laneya/ui"
)

// maxEntries is how many lines of a journal are kept.
const maxEntries = 400

// journal is what happened, in sentences.
type journal struct {
	seen    uint64 // events taken so far
	entries []entry
	changed bool
	changes uint64 // of entries, so far
	added   uint64 // entries, so far
}

// entry is one line of a journal.
type entry struct {
	text  string
	tone  ui.Tone
	times int // it happened so often in a row
}

// String returns the line as it is shown.
func (e *entry) String() string {
	if e.times > 1 {
		return e.text + " ×" + strconv.Itoa(e.times)
	}
	return e.text
}

// patient is how many events wait until the server's tables say what they are called.
const patient = 50

// read takes in the events that came since the last read, and returns them; they
// are the State's.
func (j *journal) read(st *client.State) []protocol.Event {
	events, count := st.EventsSince(j.seen)
	if st.Content() == nil && !st.Link().Original && len(events) < patient {
		return nil
	}
	j.seen = count
	for i := range events {
		text, tone := st.Content().Say(&events[i])
		j.add(text, toneOf(tone))
	}
	return events
}

// add appends a line; one like the last is counted only.
func (j *journal) add(text string, tone ui.Tone) {
	if text == "" {
		return
	}
	j.changed = true
	j.changes++
	if n := len(j.entries); n > 0 && j.entries[n-1].text == text {
		j.entries[n-1].times++
		return
	}
	if len(j.entries) == maxEntries {
		j.entries = append(j.entries[:0], j.entries[maxEntries/4:]...)
	}
	j.entries = append(j.entries, entry{text, tone, 1})
	j.added++
}

// toneOf returns how a message of the server's content is shown.
func toneOf(tone string) ui.Tone {
	switch tone {
	case "good":
		return ui.Warm
	case "bad", "danger":
		return ui.Alarm
	case "quiet":
		return ui.Quiet
	}
	return ui.Plain
}

// openJournal shows the whole journal.
func (g *Game) openJournal(p *play) {
	l := &listScreen{list: ui.List{Title: lang.Text("What happened"), Wide: 65, Empty: lang.Text("Nothing yet."), Hint: lang.Text("{pages} turn pages   ·   {cancel} goes back")}}
	for i := range p.journal.entries {
		e := &p.journal.entries[i]
		l.list.Rows = append(l.list.Rows, ui.Row{ID: i, Text: e.String(), Tone: e.tone})
	}
	// A long line shows as a whole beside the list.
	l.focus = func(row *ui.Row) { l.list.Detail = ui.Detail{Text: row.Text} }
	l.list.SetFocus(len(l.list.Rows) - 1)
	g.push(l)
}
