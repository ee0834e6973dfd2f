package client

import (
	"slices"

	"laneya/lang"
)

// sentences are what package protocol, which knows no languages, says to a player.
var sentences = []string{
	lang.Mark("The connection was lost."),
	lang.Mark("The server can't be reached."),
	lang.Mark("The server doesn't answer."),
	lang.Mark("The server can't be understood."),
	lang.Mark("The server has chosen a version of the protocol that this program doesn't speak."),
	lang.Mark("the server did not answer in time"),
	lang.Mark("too many requests are without an answer"),
	lang.Mark("the connection is closed"),
	lang.Mark("the server is too old for this action"),
}

// Sentence says in the player's language what package protocol has told of a
// connection, or an error of it. What a server says stays as it is.
func Sentence(message string) string {
	if slices.Contains(sentences, message) {
		return lang.Text(message)
	}
	return message
}
