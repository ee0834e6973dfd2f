//go:build race

package mapgen

// slowed says that the race detector makes everything slow, so that fewer
// seeds are tried.
const slowed = true
