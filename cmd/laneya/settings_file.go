//go:build !js

package main

import (
	"path/filepath"

	"github.com/adrg/xdg"

	"laneya/internal/about"
)

// settingsFile is where the player's settings are kept.
func settingsFile() string { return filepath.Join(xdg.ConfigHome, about.Name, "settings.toml") }
