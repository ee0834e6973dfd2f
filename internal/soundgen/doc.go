// Command soundgen makes laneya's sounds from their descriptions in
// sounds/_src: one text file an effect, which says of what tones and noises it
// is made. The format is in sounds/_src/README.md.
//
// It calculates with integers only, because floating point may be rounded
// differently from one processor to the next: so anyone who runs it gets the
// same bytes, and a test can tell whether the sounds in the tree are those
// that the descriptions describe.
package main
