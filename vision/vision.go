// Package vision changes colours for eyes that lack one of the three kinds of cones,
// so that what differs in hue only differs in what they do see.
//
// What such eyes see of a colour is told by the matrices of Machado, Oliveira and
// Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency"
// (2009), at full severity. What they don't see of it is moved to the other channels.
package vision

import (
	"image/color"
	"math"
)

// Kind is a way of seeing.
type Kind uint8

// The kinds.
const (
	Usual  Kind = iota
	Protan      // without red
	Deutan      // without green
	Tritan      // without blue
	Kinds       // how many there are
)

// sees says what becomes of linear red, green and blue.
var sees = [Kinds][9]float64{
	{1, 0, 0, 0, 1, 0, 0, 0, 1},
	{0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	{0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	{1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}

// moves says where what is not seen of linear red, green and blue goes.
var moves = [Kinds][9]float64{
	{},
	{0, 0, 0, 0.5, 1, 0, 0.5, 0, 1},
	{0, 0, 0, 0.5, 1, 0, 0.6, 0, 1},
	{1, 0, 0.6, 0, 1, 0.6, 0, 0, 0},
}

const gamma = 2.2

var linear = func() (t [256]float64) {
	for i := range t {
		t[i] = math.Pow(float64(i)/255, gamma)
	}
	return t
}()

func times(m *[9]float64, v [3]float64) (out [3]float64) {
	for i := range out {
		out[i] = m[3*i]*v[0] + m[3*i+1]*v[1] + m[3*i+2]*v[2]
	}
	return out
}

// coded returns a linear channel as a colour has it.
func coded(v float64) uint8 { return uint8(math.Pow(min(max(v, 0), 1), 1/gamma)*255 + 0.5) }

// See returns what eyes of that kind see of a colour.
func (k Kind) See(c color.NRGBA) color.NRGBA {
	if k == Usual || k >= Kinds {
		return c
	}
	v := times(&sees[k], [3]float64{linear[c.R], linear[c.G], linear[c.B]})
	return color.NRGBA{R: coded(v[0]), G: coded(v[1]), B: coded(v[2]), A: c.A}
}

// Adjust returns the colour that is drawn in place of c for such eyes.
func (k Kind) Adjust(c color.NRGBA) color.NRGBA {
	if k == Usual || k >= Kinds || c.R == c.G && c.G == c.B {
		return c
	}
	v := [3]float64{linear[c.R], linear[c.G], linear[c.B]}
	seen := times(&sees[k], v)
	lost := times(&moves[k], [3]float64{v[0] - seen[0], v[1] - seen[1], v[2] - seen[2]})
	return color.NRGBA{R: coded(v[0] + lost[0]), G: coded(v[1] + lost[1]), B: coded(v[2] + lost[2]), A: c.A}
}

// The colours of what is good for the player and what is bad, which have to be told
// apart at a glance.
var (
	bad  = [Kinds]color.NRGBA{{255, 115, 90, 255}, {255, 170, 40, 255}, {255, 165, 45, 255}, {255, 84, 84, 255}}
	good = [Kinds]color.NRGBA{{130, 235, 120, 255}, {92, 158, 255, 255}, {88, 150, 255, 255}, {64, 232, 232, 255}}
)

// Bad returns the colour of foes, danger and losses.
func (k Kind) Bad() color.NRGBA { return bad[k%Kinds] }

// Good returns the colour of friends and gains.
func (k Kind) Good() color.NRGBA { return good[k%Kinds] }
