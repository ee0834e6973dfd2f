//go:build !linux

package sounds

// quiet does nothing: only ALSA prints.
func quiet() {}
