// Package client is the player's side of laneya without a window: what the
// player may see (State), what the player wants (the wish of a Session), and
// the connection between both and a server. A test or a bot uses the same code
// as the window does.
//
// A Session runs the network in goroutines of its own and never touches a
// State. What it learns it sends as a Change on a bounded channel; whoever owns
// the State receives changes and applies them:
//
//	s := client.Start(client.Config{Dial: dial, User: "anna"})
//	defer s.Close()
//	state := client.NewState()
//	for change := range s.Changes() {
//		state.Apply(change)
//	}
//
// The package knows nothing of the rules of the game. It doesn't guess where
// anything will be: a State holds what the server has told, and nothing else.
package client
