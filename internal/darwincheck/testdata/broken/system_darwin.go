package main

import (
	"syscall"
	"time"
)

func onThisSystem(int) string {
	syscall.Gettid()
	return 5
}
