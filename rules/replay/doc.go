// Package replay keeps what was asked of a world, and plays it again. A replay is
// the world's options and its log: the commands between steps. Played again it
// comes to the same hash, or something is broken, or the rules have changed since
// it was recorded, which its fingerprint tells.
//
// A replay is text, a JSON object on each line: a Head, then Entries, the last of
// which has the hash that it comes to.
package replay
