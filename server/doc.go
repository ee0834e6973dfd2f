// Package server runs a world for the connections that ask something of it.
//
// # What happens to a request
//
// Every request takes the same five steps, all of them in pipeline.go: is it
// valid, is it legal, perform it, broadcast what came of it, respond. What each
// action does in them is in a file of its own, handle_<action>.go, listed in
// handlers.go.
//
// # Who owns what
//
//   - The loop goroutine (loop.go) owns the rules.World, every viewer and the
//     clock. It alone performs and steps; a value of type turn is the
//     permission to do so and exists only within one tick.
//   - Each connection has one reader goroutine, which decodes requests and
//     answers at once those that need no tick (they set an intent, or ask what
//     is already published), and one writer goroutine. Both belong to
//     protocol.ServerConn.
//   - What readers hand to the loop goes through the inbox (inbox.go), what the
//     loop sends through the connection's bounded queue. A tick never waits for
//     a socket.
//   - One saver goroutine (save.go) owns the store.
//
// # What a user may know
//
// All that leaves for a user is made from one rules.View, in view.go. The
// encoder never sees the world itself.
package server
