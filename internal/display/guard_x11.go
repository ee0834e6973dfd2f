//go:build (linux && !android) || freebsd || netbsd || openbsd

package display

import (
	"os"
	"syscall"

	"laneya/internal/about"
)

// unavailable is the exit status of a service that can't be had, as in
// sysexits.h.
const unavailable = 69

// init stands in for the first lines of main, which would run too late; that is
// why it alone, outside of main, may end the process.
func init() {
	if text := about.Answer(os.Args[1:]); text != "" {
		os.Stdout.WriteString(text)
		os.Exit(0)
	}
	if problem := check(os.Getenv("DISPLAY"), reaches); problem != "" {
		os.Stderr.WriteString(about.Name + ": " + problem + "\n")
		os.Exit(unavailable)
	}
}

// check returns what is wrong with the display of that name, as a sentence; it
// is empty where nothing is known to be.
func check(name string, reaches func(socket string) bool) string {
	if name == "" {
		return "there is no display to open a window on: DISPLAY is not set (a Wayland session needs XWayland)."
	}
	number, local := localNumber(name)
	if !local {
		return "" // on another machine; only trying can tell
	}
	socket := "/tmp/.X11-unix/X" + number
	if reaches("\x00"+socket) || reaches(socket) {
		return ""
	}
	return "there is no display to open a window on: nothing answers at DISPLAY=" + name + "."
}

// localNumber returns the number in a name like ":0", ":0.1" or "unix:0".
func localNumber(name string) (number string, local bool) {
	switch {
	case name[0] == ':':
		name = name[1:]
	case len(name) > 5 && name[:5] == "unix:":
		name = name[5:]
	default:
		return "", false
	}
	end := 0
	for end < len(name) && name[end] >= '0' && name[end] <= '9' {
		end++
	}
	return name[:end], end > 0
}

// reaches reports whether something listens on the socket; a first byte of zero
// stands for Linux's sockets that are no files.
func reaches(socket string) bool {
	if socket[0] == 0 {
		socket = "@" + socket[1:]
	}
	fd, err := syscall.Socket(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
	if err != nil {
		return true // unknown; Ebitengine will find out
	}
	defer syscall.Close(fd)
	return syscall.Connect(fd, &syscall.SockaddrUnix{Name: socket}) == nil
}
