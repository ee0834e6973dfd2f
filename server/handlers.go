package server

import (
	"fmt"
	"slices"

	"laneya/protocol"
)

// handler is what one action does in the steps of a request. All its methods
// but now run on the loop goroutine.
type handler interface {
	// needsHero says whether a user who is not in the world enters it before
	// the action.
	needsHero() bool
	// now does the action on the reader goroutine if it needs no tick; ok is
	// false when it does.
	now(s *Server, c call, a protocol.Action) (answer protocol.Answer, ok bool)
	// legal returns a *rules.Refusal when the rules don't allow the action. The
	// user may not be in the world yet.
	legal(t *turn, c *call, a protocol.Action) error
	// perform does the action and returns its result as JSON.
	perform(t *turn, c *call, a protocol.Action) ([]byte, error)
}

// handlers are the actions of the catalogue, by name.
var handlers map[string]handler

func init() {
	handlers = map[string]handler{
		protocol.Move{}.Name():   moveHandler{},
		protocol.GetMap{}.Name(): getMapHandler{},
		protocol.Logout{}.Name(): logoutHandler{},
		protocol.Watch{}.Name():  watchHandler{},
		protocol.Batch{}.Name():  batchHandler{},
		protocol.Ping{}.Name():   pingHandler{},

		protocol.Content{}.Name():  contentHandler{},
		protocol.About{}.Name():    aboutHandler{},
		protocol.Chart{}.Name():    question(chart),
		protocol.Board{}.Name():    question(board),
		protocol.Hall{}.Name():     question(hall),
		protocol.Describe{}.Name(): question(describe),
		protocol.Guide{}.Name():    question(guide),
		protocol.Find{}.Name():     question(find),
	}
	for _, e := range protocol.Catalogue() {
		if handlers[e.Name] == nil && (e.Class == protocol.Intent || e.Class == protocol.Thing) {
			handlers[e.Name] = commandHandler{}
		}
	}
}

func handlerOf(a protocol.Action) handler {
	if h := handlers[a.Name()]; h != nil {
		return h
	}
	return noHandler{}
}

// noHandler refuses what this server has no handler for.
type noHandler struct{}

func (noHandler) needsHero() bool { return false }

func (noHandler) now(*Server, call, protocol.Action) (protocol.Answer, bool) {
	return refused(nil, "unsupported", "This server can't do that."), true
}

func (noHandler) legal(*turn, *call, protocol.Action) error {
	return &denial{"unsupported", "This server can't do that."}
}

func (noHandler) perform(*turn, *call, protocol.Action) ([]byte, error) { return emptyData, nil }

// call is one request on its way through the steps.
type call struct {
	member *member
	key    protocol.Key
	newest bool // no newer intent of the user came before it; known in the tick
}

func (c call) name() string { return c.member.account.name }

// errAction is what a handler returns for an action of another type than its
// own, which only a wrong entry in handlers can bring about.
func errAction(a protocol.Action) error { return fmt.Errorf("handler got a %T", a) }

// longAnswer reports whether the answer to the action is so long that few fit
// into a connection's queue.
func longAnswer(a protocol.Action) bool {
	switch a := a.(type) {
	case protocol.Move:
		return false
	case protocol.Batch:
		return slices.ContainsFunc(a.Actions, longAnswer)
	}
	e, _ := protocol.Lookup(a.Name())
	return e.Long
}

// isDear reports whether the loop may be busy with the action for long.
func isDear(a protocol.Action) bool {
	switch a.(type) {
	case protocol.Move, protocol.GetMap, protocol.Ping, protocol.About:
		return false
	case protocol.Batch:
		return true
	}
	e, _ := protocol.Lookup(a.Name())
	return e.Class == protocol.Intent || e.Class == protocol.Question
}

// setsIntent reports whether the action sets an intent, alone or in a batch.
func setsIntent(a protocol.Action) bool {
	switch a := a.(type) {
	case protocol.Move:
		return true
	case protocol.Batch:
		return slices.ContainsFunc(a.Actions, setsIntent)
	}
	e, _ := protocol.Lookup(a.Name())
	return e.Class == protocol.Intent
}
