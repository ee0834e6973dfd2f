// Package protocol is the wire of laneya: how a client and a server of the game
// talk. It knows nothing of the game's rules and needs no other part of laneya
// but geom. PROTOCOL.md, in the root of the repository, is the document of what
// travels; this is how the package goes about it.
//
// # Versions
//
//   - The original vocabulary (move, get_map, logout, position) has no number. A
//     connection speaks it and nothing else until it asks for more.
//   - Version 1 adds ping, batch and watch, all that a hero can do but walk, and the
//     updates snapshot, view and goodbye to a connection that watches.
//
// # The flow
//
// Bytes are cut into netstrings by a FrameReader. What a client sends is read by
// DecodeRequest, what a server sends by DecodeMessage; both are strict, and both
// find what a word means in one Catalogue. Encoding is by append to a buffer of
// the caller's, so that one buffer can hold all that a tick has for a connection,
// and an entity that many see is encoded once.
//
// What travels most is read and written by hand, everything else by a plan, which
// is made from the tags of its struct. So a new word is a documented struct with a
// Name and a Validate, and a line in the catalogue.
//
// A ServerConn is the server's end of a connection. It answers what is invalid,
// hands the rest to a function, and queues what that function and the tick have
// to say; nobody but its own goroutines ever waits for the socket. What a server
// then does with a request are the five steps: it is valid, or else answered
// Invalid; it is legal, or else Illegal; it is performed; what came of it is told
// by updates; and it is answered Success.
//
// # Exactly once
//
// Every request has a Key. A client that got no answer sends the same bytes again,
// over another connection if it must. The server asks an Answers about every
// request, before it looks at whether it is legal: a repeated request gets the
// answer that it had, and has no second effect. An Answers of epoch keys belongs
// to a user and outlives connections; one of integer keys, which the original
// client counts from 1 in each of its processes, belongs to a connection.
// Each verdict has its answer:
//
//	Fresh      perform it and Put the answer
//	Pending    nothing now; the answer follows when it has been Put
//	Answered   the same answer again
//	Mismatch   Invalid: the key belongs to another request
//	Forgotten  Invalid: it may have been performed, so it is not performed now
//	Crowded    Illegal: too much at once
//
// A request that sets an intent may come late, after a newer one of the same
// client. It must not undo that one: NewestIntent tells, and the answer is
// Illegal.
package protocol

//go:generate go run laneya/internal/protocoldoc -src . -doc ../PROTOCOL.md
