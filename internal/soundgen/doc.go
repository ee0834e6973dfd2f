// Command soundgen writes laneya's sounds as files to listen to: of each description
// in sounds/_src a *.wav, or one for each of its variants, and of each
// ambience and each layer of the music another. The game makes the same
// sounds by itself.
package main
