package rules

import (
	"laneya/geom"
	"laneya/lang"
	"laneya/rules/content"
)

// Refusal is the error of a command that the rules do not allow now.
type Refusal struct {
	Code   string // stable, for programs: a code of content.Messages
	Params Params // what the code's sentence names
	Placed bool   // At is where it happened
	At     geom.Pos
}

// Params are what a sentence of content.Messages names. An empty field is not
// named.
type Params struct {
	Actor, Target, Item, Status, User, Text, Kind string
	N                                             int
}

// Error implements error: one sentence in English.
func (r *Refusal) Error() string { return r.In(nil) }

// In returns one sentence for a person.
func (r *Refusal) In(say *lang.Language) string {
	return content.Sentence(say, r.Code, content.Words{
		Actor: r.Params.Actor, Target: r.Params.Target, Item: r.Params.Item, Status: r.Params.Status,
		User: r.Params.User, Text: r.Params.Text, Kind: r.Params.Kind, N: r.Params.N,
	})
}

// refuse returns a Refusal with that code.
func refuse(code string) *Refusal { return &Refusal{Code: code} }

// refuseAt returns a Refusal with that code, which happened at p.
func refuseAt(code string, p geom.Pos) *Refusal {
	return &Refusal{Code: code, Placed: true, At: p}
}
