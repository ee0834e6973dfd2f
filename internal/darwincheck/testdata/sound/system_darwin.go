package main

// #include <CoreFoundation/CoreFoundation.h>
import "C"

func onThisSystem() int { return int(C.CFStringGetLength(nil)) }
