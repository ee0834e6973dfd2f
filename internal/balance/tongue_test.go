package main

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"laneya/bot"
	"laneya/client"
	"laneya/lang"
	"laneya/protocol"
	"laneya/rules/content"
	"laneya/server"
)

// TestEachIsToldInHerLanguage lets a party play of which some speak German. Of all
// that they are told and can ask for, none reads a word of the others' language.
func TestEachIsToldInHerLanguage(t *testing.T) {
	b := newBabel(t, 3, "de", "", "de-AT", "xx")
	b.play(2000)
	if b.depth < 2 || b.events < 500 || b.described < 500 {
		t.Errorf("too little was seen: depth %d, %d events, %d descriptions", b.depth, b.events, b.described)
	}
}

// TestTheLostAreToldInTheirLanguages does the same in a run that is soon over.
func TestTheLostAreToldInTheirLanguages(t *testing.T) {
	b := newBabel(t, 6, "de", "")
	b.play(800)
	de, en := b.bots[0].State.Run(), b.bots[1].State.Run()
	if b.died == 0 || b.ended == 0 || de.State != "lost" || de.Story == "" || de.Story == en.Story {
		t.Errorf("%d deaths and %d ends were told, and of the run %q and %q", b.died, b.ended, de.Story, en.Story)
	}
}

// TestLanguageIsNoPartOfTheWorld plays the same run in two languages.
func TestLanguageIsNoPartOfTheWorld(t *testing.T) {
	one, other := newBabel(t, 4, "", ""), newBabel(t, 4, "de", "de")
	one.play(600)
	other.play(600)
	if one.table.World().Hash() != other.table.World().Hash() {
		t.Error("told in another language, the world is another")
	}
}

// TestWhoSwitchesIsToldAnew changes the language in the middle of a run.
func TestWhoSwitchesIsToldAnew(t *testing.T) {
	b := newBabel(t, 5, "", "")
	b.play(300)
	b.speak(0, "de")
	var fresh bool
	for _, u := range b.table.Updates(b.bots[0].User) {
		_, snapshot := u.(protocol.Snapshot)
		fresh = fresh || snapshot
		b.bots[0].State.Apply(client.Change{Update: u})
	}
	if !fresh {
		t.Error("she isn't told everything anew")
	}
	b.play(300)
}

// babel is a party of bots who are told in different languages.
type babel struct {
	t     *testing.T
	table *server.Table
	bots  []*bot.Bot
	// foreign are for each bot the words that she must not read.
	foreign  []map[string]bool
	say      []*lang.Language
	seen     []uint64
	complain map[string]bool

	depth, events, described, died, ended int
}

func newBabel(t *testing.T, seed uint64, tags ...string) *babel {
	t.Helper()
	table, err := server.NewTable(server.Config{Seed: seed})
	if err != nil {
		t.Fatal(err)
	}
	b := &babel{t: t, table: table, foreign: make([]map[string]bool, len(tags)), say: make([]*lang.Language, len(tags)), seen: make([]uint64, len(tags)), complain: map[string]bool{}}
	for i, tag := range tags {
		b.bots = append(b.bots, bot.New(fmt.Sprintf("zz%d", i+1), kits[i%len(kits)]))
		b.speak(i, tag)
	}
	return b
}

// speak has the ith bot told in a language.
func (b *babel) speak(i int, tag string) {
	b.t.Helper()
	english, german := vocabularies()
	b.foreign[i], b.say[i] = german, nil
	if strings.HasPrefix(tag, "de") {
		b.foreign[i], b.say[i] = english, lang.For("de")
	}
	user := b.bots[i].User
	if a := b.table.Do(user, protocol.Watch{MinVersion: 1, MaxVersion: 1, Language: tag}); a.Status != protocol.Success {
		b.t.Fatalf("%s: %s", user, a.Data)
	}
	ask := func(part string) (r protocol.ContentResult) {
		b.result(user, protocol.Content{Part: part, Language: tag}, &r)
		return r
	}
	head := ask("")
	var parts []client.Part
	for _, name := range head.Parts {
		rows, err := protocol.DecodeRows(ask(name).Tables)
		if err != nil {
			b.t.Fatal(err)
		}
		for _, r := range rows {
			b.reads(i, "the table "+name, append(r.Traits, r.Name, r.Plural, r.Use, r.Put)...)
			if protocol.TableOf(name) != protocol.TableMessages {
				b.reads(i, "the table "+name, r.Text)
			}
		}
		parts = append(parts, client.Part{Name: name, Rows: rows})
	}
	b.bots[i].State.Apply(client.Change{Content: client.NewContent(head.Hash, parts)})
}

// result asks for something and reports whether it was told.
func (b *babel) result(user string, a protocol.Action, into any) bool {
	b.t.Helper()
	ans := b.table.Do(user, a)
	if ans.Status != protocol.Success {
		return false
	}
	if err := protocol.DecodeResult(ans.Data, into); err != nil {
		b.t.Fatalf("%s: %v", a.Name(), err)
	}
	return true
}

// reads complains of words that the ith bot must not read.
func (b *babel) reads(i int, where string, texts ...string) {
	for _, text := range texts {
		for _, w := range wordsOf(text) {
			if b.foreign[i][w] && !b.complain[where+text] {
				b.complain[where+text] = true
				b.t.Errorf("%s reads %q in %s: %q", b.bots[i].User, w, where, text)
			}
		}
	}
}

func (b *babel) play(ticks int) {
	for tick := range ticks {
		for i, bt := range b.bots {
			for _, u := range b.table.Updates(bt.User) {
				bt.State.Apply(client.Change{Update: u})
			}
			b.look(i)
			if tick%50 == 10*i {
				b.ask(i)
			}
			if (tick+i)%2 != 0 {
				continue
			}
			if a := bt.Think(); a != nil {
				b.act(i, a)
			}
		}
		b.table.Step()
	}
	for i := range b.bots {
		b.ask(i)
	}
}

func (b *babel) act(i int, a protocol.Action) {
	ans := b.table.Do(b.bots[i].User, a)
	if ans.Status == protocol.Success {
		return
	}
	var f protocol.Failure
	if err := protocol.DecodeResult(ans.Data, &f); err != nil {
		b.t.Fatal(err)
	}
	b.bots[i].Refused(f.Reason)
	b.reads(i, "a refusal", f.Message, b.bots[i].State.Content().Refusal(&f))
}

// look reads what the ith bot was told.
func (b *babel) look(i int) {
	st := b.bots[i].State
	for _, e := range st.Entities() {
		if e.Kind != protocol.KindHero {
			b.reads(i, "the name of a foe", e.Name)
		}
	}
	for _, th := range st.Things() {
		b.reads(i, "the name of a thing", th.Name)
	}
	for _, it := range st.Items() {
		b.reads(i, "the name of an item", it.Name)
	}
	self := st.Self()
	b.reads(i, "the level", self.LevelName)
	b.depth = max(b.depth, self.Depth)
	for _, near := range self.Near {
		b.reads(i, "a store", near.Name)
	}
	for _, c := range self.Recap {
		b.reads(i, "a recap", c.Text)
		b.died++
	}
	b.reads(i, "a story", st.Run().Story)
	events, count := st.EventsSince(b.seen[i])
	b.seen[i] = count
	for _, e := range events {
		said, _ := st.Content().Say(&e)
		b.reads(i, "the event "+e.Code, said)
		// Client and rules make the same sentence of it.
		if want := content.Sentence(b.say[i], e.Code, content.Words{
			Actor: e.Actor, Target: e.Target, Item: e.Item, Status: e.Status, User: e.User, Text: e.Text, Kind: e.Kind, N: e.N,
		}); said != want {
			b.t.Errorf("%s is told as %q, and by the rules as %q", e.Code, said, want)
		}
		b.events++
	}
}

// ask asks for words about all that the ith bot knows of.
func (b *babel) ask(i int) {
	st, user := b.bots[i].State, b.bots[i].User
	var all []protocol.Action
	for _, e := range st.Entities() {
		all = append(all, protocol.Describe{Entity: e.ID}, protocol.Describe{X: e.Pos.X, Y: e.Pos.Y})
	}
	for _, th := range st.Things() {
		all = append(all, protocol.Describe{Item: th.ID}, protocol.Describe{X: th.X, Y: th.Y})
	}
	for _, it := range st.Items() {
		all = append(all, protocol.Describe{Item: it.ID})
	}
	for _, c := range st.Self().Status {
		all = append(all, protocol.Describe{Status: c.Status})
	}
	for n := range 12 {
		all = append(all, protocol.Describe{X: n * 5, Y: n * 3})
	}
	for _, a := range all {
		var d protocol.DescribeResult
		if !b.result(user, a, &d) {
			continue
		}
		b.described++
		where := fmt.Sprintf("the description %+v", a)
		if d.Title != "zz1" {
			b.reads(i, where, d.Title, d.Text)
		}
		for _, f := range d.Facts {
			b.reads(i, where, f.Name, f.Value)
		}
		for _, c := range d.Changes {
			b.reads(i, where, c.Name, c.Now, c.Then)
		}
	}
	b.askOfAll(i)
}

// askOfAll asks what the guide, the hall and the maps say.
func (b *babel) askOfAll(i int) {
	user := b.bots[i].User
	for _, query := range []string{"", "a", "e"} {
		var g protocol.GuideResult
		b.result(user, protocol.Guide{Query: query}, &g)
		for _, p := range g.Pages {
			b.reads(i, "the guide", p.Title, p.Text)
		}
	}
	var found protocol.FindResult
	b.result(user, protocol.Find{Query: "e"}, &found)
	for _, p := range found.Places {
		b.reads(i, "what is found", p.Name)
	}
	var c protocol.ChartResult
	b.result(user, protocol.Chart{Level: b.bots[i].State.Level()}, &c)
	b.reads(i, "a map", c.Name)
	var h protocol.HallResult
	b.result(user, protocol.Hall{}, &h)
	for _, r := range h.Runs {
		b.ended++
		b.reads(i, "the hall", r.Cause, r.Place)
		for _, hero := range r.Heroes {
			b.reads(i, "the hall", append(hero.Items, hero.Cause)...)
		}
	}
}

// vocabularies returns the words that only English and only German has.
func vocabularies() (english, german map[string]bool) {
	de := lang.For("de")
	english, german = map[string]bool{}, map[string]bool{}
	for _, key := range de.Keys() {
		if _, rest, ok := strings.Cut(key, "|"); ok && !strings.Contains(key, "{") {
			key = rest
		}
		for _, w := range wordsOf(key) {
			english[w] = true
		}
	}
	for _, text := range de.Words() {
		for _, w := range wordsOf(text) {
			german[w] = true
		}
	}
	for w := range english {
		if german[w] {
			delete(english, w)
			delete(german, w)
		}
	}
	return english, german
}

// wordsOf returns the words of a text that are long enough to tell languages apart.
func wordsOf(text string) []string {
	all := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	words := all[:0]
	for _, w := range all {
		if len(w) > 2 {
			words = append(words, w)
		}
	}
	return words
}
