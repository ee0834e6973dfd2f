// Package content is what the caves are made of and who lives there, as tables:
// terrain, clouds, foes, items, statuses, kits, the words of the game and its
// guide. It holds no rules; rules reads it, and the server hands it to clients,
// so that what a client says of a thing is what the thing does.
//
// Every table is indexed by a kind, a small number that means something within
// one build only; what is kept or sent names a kind by its Key, which is stable.
// Distances are in cells, times in ticks, chances in percent.
package content
