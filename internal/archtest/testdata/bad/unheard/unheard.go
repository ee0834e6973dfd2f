// Package unheard is in no table.
package unheard
