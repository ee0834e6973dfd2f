//go:build !js

package main

import (
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"laneya/client"
	"laneya/internal/about"
)

// tableCache returns where the tables of servers are kept.
func tableCache() client.Cache {
	return fileCache(filepath.Join(xdg.CacheHome, about.Name, "content"))
}

// fileCache keeps the tables of servers in a folder, a file for each hash.
type fileCache string

// Load implements client.Cache.
func (dir fileCache) Load(hash string) ([]byte, error) {
	root, err := os.OpenRoot(string(dir))
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return root.ReadFile(hash + ".json")
}

// Save implements client.Cache. What a crash leaves half written is no JSON, and
// so is fetched anew.
func (dir fileCache) Save(hash string, data []byte) error {
	if err := os.MkdirAll(string(dir), 0o700); err != nil {
		return err
	}
	root, err := os.OpenRoot(string(dir))
	if err != nil {
		return err
	}
	defer root.Close()
	return root.WriteFile(hash+".json", data, 0o600)
}
