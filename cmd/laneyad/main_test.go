package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"go.uber.org/goleak"
)

// TestMain lets the test binary stand for laneyad, so that signals and exit
// statuses are tested on a real process.
func TestMain(m *testing.M) {
	if os.Getenv("LANEYAD_RUN") != "" {
		main()
	}
	goleak.VerifyTestMain(m)
}

// A start that can't succeed says why in one sentence and ends with 2.
func TestCannotStart(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	garbage := filepath.Join(t.TempDir(), "garbage.db")
	if err := os.WriteFile(garbage, []byte("this is no world"), 0o600); err != nil {
		t.Fatal(err)
	}
	used := ln.Addr().String()
	for name, c := range map[string]struct {
		args []string
		says string
	}{
		"port in use":      {[]string{"-addr", used}, used + " is in use"},
		"bad address":      {[]string{"-addr", "nowhere"}, "nowhere"},
		"unreadable world": {[]string{"-addr", "127.0.0.1:0", "-world", garbage}, garbage},
		"unknown flag":     {[]string{"-bogus"}, "-bogus"},
		"bad clock":        {[]string{"-addr", "127.0.0.1:0", "-clock", "sundial"}, "sundial"},
		"bad fog":          {[]string{"-fog", "thick"}, "thick"},
		"bad death":        {[]string{"-death", "never"}, "never"},
		"bad party":        {[]string{"-party", "none"}, "none"},
		"bad sight":        {[]string{"-shared-sight", "some"}, "shared-sight"},
		"bad log":          {[]string{"-log", "loud"}, "loud"},
		"bad seed":         {[]string{"-seed", "x"}, "-seed must be a whole number"},
		"no address":       {[]string{"-addr", ""}, "-addr must be host:port"},
		"no such port":     {[]string{"-addr", ":99999"}, "-addr must be host:port"},
		"odd log level":    {[]string{"-log", "INFO+3"}, "INFO+3"},
		"bad lan":          {[]string{"-lan", "wan"}, "-lan"},
		"bad about":        {[]string{"-about", "all"}, "-about"},
		"long title":       {[]string{"-title", strings.Repeat("x", 65)}, "-title"},
		"stray word":       {[]string{"start"}, "start"},
	} {
		t.Run(name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			if code := run(t.Context(), c.args, &stdout, &stderr); code != exitUsage {
				t.Errorf("exit status %d, want %d", code, exitUsage)
			}
			// A log of what was done before it failed may stand above.
			lines := strings.Split(strings.TrimSpace(stderr.String()), "\n")
			if last := lines[len(lines)-1]; !strings.HasPrefix(last, "laneyad: ") || !strings.Contains(last, c.says) {
				t.Errorf("says %q, want it to name %q", last, c.says)
			}
		})
	}
}

func TestHelpAndVersion(t *testing.T) {
	for _, arg := range []string{"-help", "-version"} {
		var stdout, stderr bytes.Buffer
		if code := run(t.Context(), []string{arg}, &stdout, &stderr); code != exitOK || stdout.Len() == 0 || stderr.Len() != 0 {
			t.Errorf("%s: status %d, %q on stdout, %q on stderr", arg, code, stdout.String(), stderr.String())
		}
	}
}

var listening = regexp.MustCompile(`msg=listening addr=(\S+)`)

// SIGTERM and SIGINT save the world, say goodbye and end with 0.
func TestSignalsStopCleanly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Log("Windows has no signals to send to another process; there, Ctrl+C in its console is the same as SIGINT.")
		return
	}
	for _, sig := range []os.Signal{syscall.SIGTERM, syscall.SIGINT} {
		world := filepath.Join(t.TempDir(), "w.db")
		ctx, cancel := context.WithCancel(t.Context())
		cmd := exec.CommandContext(ctx, os.Args[0], "-addr", "127.0.0.1:0", "-world", world)
		cmd.Env = append(os.Environ(), "LANEYAD_RUN=1")
		stderr, err := cmd.StderrPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		log := bufio.NewScanner(stderr)
		addr := ""
		for addr == "" && log.Scan() {
			if m := listening.FindStringSubmatch(log.Text()); m != nil {
				addr = m[1]
			}
		}
		nc, err := net.Dial("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		ask := `{"type":"request","key":1,"user":"anna","action":"watch","data":{"min_version":1,"max_version":1,"seen":0}}`
		if _, err := io.WriteString(nc, "107:"+ask+","); err != nil || len(ask) != 107 {
			t.Fatalf("send %d bytes: %v", len(ask), err)
		}
		if _, err := nc.Read(make([]byte, 1)); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		said, err := io.ReadAll(nc)
		if err != nil || !strings.Contains(string(said), "goodbye") {
			t.Errorf("%v: told %q, %v; want a goodbye", sig, said, err)
		}
		_ = nc.Close()
		var rest strings.Builder
		for log.Scan() {
			rest.WriteString(log.Text() + "\n")
		}
		if err := cmd.Wait(); err != nil {
			t.Errorf("%v: %v\n%s", sig, err, rest.String())
		}
		if !strings.Contains(rest.String(), "world saved") {
			t.Errorf("%v: the log doesn't say that the world was saved:\n%s", sig, rest.String())
		}
		cancel()
	}
}
