//go:build !js

package main

import (
	"path/filepath"

	"github.com/adrg/xdg"

	"laneya/internal/about"
)

// settingsFile is where the player's settings are kept.
func settingsFile() string { return filepath.Join(xdg.ConfigHome, about.Name, "settings.toml") }

// serversFile is where the friends' worlds are kept that the player was in.
func serversFile() string { return filepath.Join(xdg.ConfigHome, about.Name, "servers.toml") }
