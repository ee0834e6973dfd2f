//go:build !linux

package sounds

const usesALSA = false
