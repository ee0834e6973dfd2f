// Package geom is too long: the test says so of it.
package geom
