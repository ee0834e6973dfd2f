// Package bot plays a hero as a careful person would, by what a client may know
// and ask: it reads a client.State, and answers with actions of the protocol. It
// needs no window and no clock, so that the same bot plays in tests, measures the
// balance of the caves, and puts load on a server.
//
// A Bot is deterministic: the same states give the same actions.
package bot
