//go:build !race

package rules

const slowed = false
