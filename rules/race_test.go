//go:build race

package rules

// slowed says that the race detector makes everything slow, so that fewer
// requests are tried.
const slowed = true
