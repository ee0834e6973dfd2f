// Package mapgen digs levels: their ground, what stands and lies on it and who
// lives there at first. A level is a pure function of the world's seed and its
// name, and no level reads another: what two neighbours share, the place of a
// ladder or passage, is a hash that both can work out.
//
// Movement knows four directions, so here "connected" always means by steps
// along the axes.
package mapgen
