//go:build !linux

package main

import (
	"errors"
	"net"
	"runtime"
)

// usage is known on Linux only.
func usage(int) (used, error) { return used{}, errors.ErrUnsupported }

// openLimit is a guess that holds on every system.
func openLimit() int { return smallLimit }

func dialDeaf(addr string) (net.Conn, error) { return net.Dial("tcp", addr) }

func processor() string { return runtime.GOARCH }

func kernel() string { return runtime.GOOS }
