package main

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// ticksPerSecond is the unit of processor times in /proc, the same on every
// architecture that Go runs on.
const ticksPerSecond = 100

// usage returns what the process has taken so far and now.
func usage(pid int) (used, error) {
	var u used
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return u, err
	}
	// The second field is the name in brackets, which may hold anything.
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	const utime, stime, rss = 14 - 3, 15 - 3, 24 - 3 // numbered from 1, the third is the first here
	if len(fields) <= rss {
		return u, fmt.Errorf("/proc/%d/stat has %d fields only", pid, len(fields))
	}
	numbers := make(map[int]int64)
	for _, i := range []int{utime, stime, rss} {
		if numbers[i], err = strconv.ParseInt(fields[i], 10, 64); err != nil {
			return u, fmt.Errorf("/proc/%d/stat: %w", pid, err)
		}
	}
	u.cpu = time.Duration(numbers[utime]+numbers[stime]) * (time.Second / ticksPerSecond)
	u.memory = numbers[rss] * int64(os.Getpagesize())
	u.files, err = openFiles(pid)
	return u, err
}

func openFiles(pid int) (int, error) {
	dir, err := os.Open(fmt.Sprintf("/proc/%d/fd", pid))
	if err != nil {
		return 0, err
	}
	defer dir.Close()
	names, err := dir.Readdirnames(-1)
	return len(names), err
}

// openLimit returns how many files this process, and so a child of it, may have
// open.
func openLimit() int {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		return smallLimit
	}
	return int(min(limit.Cur, 1<<20))
}

// dialDeaf connects with so little room on the way that what the peer doesn't
// read waits in the server and not in the two kernels, as it would between
// machines.
func dialDeaf(addr string) (net.Conn, error) {
	const segment, room = 536, 4 << 10 // bytes
	dialer := net.Dialer{Control: func(_, _ string, raw syscall.RawConn) error {
		var first, second error
		err := raw.Control(func(fd uintptr) {
			first = syscall.SetsockoptInt(int(fd), syscall.IPPROTO_TCP, syscall.TCP_MAXSEG, segment)
			second = syscall.SetsockoptInt(int(fd), syscall.SOL_SOCKET, syscall.SO_RCVBUF, room)
		})
		if err == nil {
			err = first
		}
		if err == nil {
			err = second
		}
		return err
	}}
	return dialer.Dial("tcp", addr)
}

func processor() string {
	info, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return unknown
	}
	for line := range strings.Lines(string(info)) {
		if name, model, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(model)
		}
	}
	return unknown
}

func kernel() string {
	release, err := os.ReadFile("/proc/sys/kernel/osrelease")
	if err != nil {
		return unknown
	}
	return "Linux " + strings.TrimSpace(string(release))
}
