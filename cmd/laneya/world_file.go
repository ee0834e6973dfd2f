//go:build !js

package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"laneya/internal/about"
	"laneya/lang"
)

// inMemory is the -world that keeps nothing.
const inMemory = "memory"

// worldPath returns where the world file is: as the flag says, or else in the
// system's folder for a user's data. It is "" for a world in memory.
func worldPath(world string) (string, error) {
	switch world {
	case inMemory:
		return "", nil
	case "":
		world = filepath.Join(xdg.DataHome, about.Name, "world.db")
		if err := os.MkdirAll(filepath.Dir(world), 0o700); err != nil {
			return "", fmt.Errorf("%s: %w", lang.Text("there is no folder for the world"), err)
		}
	}
	return world, nil
}
