// Package server runs away.
package server

import (
	"log"

	"github.com/stretchr/testify/assert"
)

// Run gives up.
func Run() { log.Fatal(assert.New) }
