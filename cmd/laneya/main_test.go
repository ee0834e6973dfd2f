package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"image"
	"net"
	"net/netip"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"laneya/internal/about"
)

var binary string

// TestMain builds the game once, for the tests that run it.
func TestMain(m *testing.M) { os.Exit(runTests(m)) }

func runTests(m *testing.M) int {
	dir, err := os.MkdirTemp("", "laneya")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	binary = filepath.Join(dir, "laneya")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// laneya runs the game and returns its exit status and what it said. display is
// the DISPLAY; "" is none.
func laneya(t *testing.T, display string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, binary, args...)
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "DISPLAY=") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	if display != "" {
		cmd.Env = append(cmd.Env, "DISPLAY="+display)
	}
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) || ctx.Err() != nil {
		t.Fatalf("laneya %q: %v, %v\n%s", args, err, ctx.Err(), errs.String())
	}
	return cmd.ProcessState.ExitCode(), out.String(), errs.String()
}

func TestWithoutADisplayItSaysSo(t *testing.T) {
	for _, display := range []string{"", ":4711"} {
		status, out, errs := laneya(t, display, "-solo")
		if status != 69 || out != "" || strings.Count(errs, "\n") != 1 || !strings.Contains(errs, "no display") {
			t.Errorf("DISPLAY=%q: exit %d, %q, %q", display, status, out, errs)
		}
	}
}

func TestVersionAndHelpNeedNoDisplay(t *testing.T) {
	for _, display := range []string{"", os.Getenv("DISPLAY")} {
		status, out, _ := laneya(t, display, "-version")
		if status != 0 || !strings.HasPrefix(out, "laneya ") || strings.Count(out, "\n") != 1 {
			t.Errorf("DISPLAY=%q -version: exit %d, %q", display, status, out)
		}
		if status, out, _ = laneya(t, display, "-help"); status != 0 || out != about.Usage {
			t.Errorf("DISPLAY=%q -help: exit %d, %q", display, status, out)
		}
	}
}

func TestWhatIsWrongIsSaidInOneSentence(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	notWorld := filepath.Join(t.TempDir(), "not-a-world")
	if err := os.WriteFile(notWorld, bytes.Repeat([]byte("no"), 4096), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-host", ln.Addr().String(), "-world", "memory"}, "another program uses that port"},
		{[]string{"-solo", "-world", notWorld}, "not-a-world"},
		{[]string{"-solo", "-world", filepath.Join(notWorld, "deeper")}, "not-a-world"},
		{[]string{"-host", "nonsense", "-world", "memory"}, `-host "nonsense": it has to look like :5001`},
		{[]string{"-host", ":99999", "-world", "memory"}, "the port has to be a number from 0 to 65535"},
		{[]string{"-host", ":http", "-world", "memory"}, "the port has to be a number from 0 to 65535"},
		{[]string{"-host", "203.0.113.9:5001", "-world", "memory"}, "this machine doesn't have that address"},
		{[]string{"-host", "nowhere.invalid:5001", "-world", "memory"}, "this machine doesn't have that address"},
		{[]string{"-nonsense"}, "there is no flag -nonsense; see laneya -help"},
		{[]string{"-solo=perhaps"}, `"perhaps" for -solo; see laneya -help`},
		{[]string{"-name"}, "-name needs a value; see laneya -help"},
		{[]string{"-seed", "minus"}, `-seed has to be a whole number from 0 to 18446744073709551615, not "minus"`},
		{[]string{"-seed", "minus", "-fog", "maybe"}, "seed"},
		{[]string{"-name", "two words"}, "name"},
		{[]string{"-clock", "fast"}, "clock"},
		{[]string{"-fog", "maybe"}, "fog"},
		{[]string{"-death", "never"}, "death"},
		{[]string{"-party", "none"}, "party"},
		{[]string{"-free-descent", "yes"}, "free-descent"},
		{[]string{"-hold", "yes"}, "hold"},
		{[]string{"-log", "loud"}, "log"},
		{[]string{"-geometry", "big"}, "geometry"},
		{[]string{"-connect", ":"}, "connect"},
		{[]string{"-connect", "a:1", "-host", ":0"}, "-connect"},
		{[]string{"extra"}, "extra"},
	} {
		status, out, errs := laneya(t, os.Getenv("DISPLAY"), c.args...)
		if status != 2 || out != "" || strings.Count(ours(errs), "\n") != 1 || !strings.Contains(errs, c.want) {
			t.Errorf("%q: exit %d, %q, %q", c.args, status, out, errs)
		}
	}
}

// ours leaves out what the engine's X library says before main begins, where
// there is no file of X authority.
func ours(errs string) string {
	var kept []string
	for line := range strings.Lines(errs) {
		if !strings.HasPrefix(line, "XGB: ") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

func TestUsageNamesEveryFlag(t *testing.T) {
	flags(&options{}, &texts{}).VisitAll(func(f *flag.Flag) {
		if !strings.Contains(about.Usage, "\n  -"+f.Name+" ") {
			t.Errorf("-help doesn't tell of -%s", f.Name)
		}
	})
}

func TestParse(t *testing.T) {
	o, err := parse([]string{"-connect", "friend", "-name", "anna", "-geometry", "900x600+10+20", "-fog", "off", "-seed", "7"})
	if err != nil {
		t.Fatal(err)
	}
	if o.connect != "friend:5001" || o.name != "anna" || !o.fogOff || o.seed != 7 ||
		o.geometry != (geometry{w: 900, h: 600, x: 10, y: 20, placed: true}) {
		t.Errorf("%+v", o)
	}
	if o, err = parse(nil); err != nil || o.name == "" || o.geometry != (geometry{}) {
		t.Errorf("%+v, %v", o, err)
	}
}

func TestAWindowFitsItsMonitor(t *testing.T) {
	for monitor, want := range map[image.Point]image.Point{
		{X: 1920, Y: 1080}: {X: 1280, Y: 800}, {X: 1280, Y: 800}: {X: 1280, Y: 800}, {X: 1366, Y: 768}: {X: 1280, Y: 768}, {X: 1024, Y: 600}: {X: 1024, Y: 600},
	} {
		if got := usualSize(monitor.X, monitor.Y); got != want {
			t.Errorf("on %v: %v instead of %v", monitor, got, want)
		}
	}
}

func TestReduceName(t *testing.T) {
	for in, want := range map[string]string{
		"anna": "anna", `DESKTOP\Anna Müller`: "AnnaMller", "": "hero", "漢字": "hero",
		strings.Repeat("x", 30): strings.Repeat("x", 20),
	} {
		if got := reduceName(in); got != want {
			t.Errorf("%q became %q", in, got)
		}
	}
}

func TestLanAddress(t *testing.T) {
	for want, addrs := range map[string][]string{
		"127.0.0.1":   {"127.0.0.1", "::1", "fe80::1"},
		"192.168.1.7": {"127.0.0.1", "203.0.113.9", "192.168.1.7", "fd00::1"},
		"203.0.113.9": {"2001:db8::1", "203.0.113.9"},
		"fd00::1":     {"2001:db8::1", "fd00::1"},
	} {
		var parsed []netip.Addr
		for _, a := range addrs {
			parsed = append(parsed, netip.MustParseAddr(a))
		}
		if got := lanAddress(parsed); got != want {
			t.Errorf("of %v: %s", addrs, got)
		}
	}
}

func TestInviteLine(t *testing.T) {
	at := &net.TCPAddr{IP: net.IPv4(10, 1, 2, 3), Port: 5001}
	if got := inviteLine(at); got != "laneya -connect 10.1.2.3:5001" {
		t.Errorf("%q", got)
	}
	if got := inviteLine(&net.TCPAddr{IP: net.IPv6unspecified, Port: 77}); !strings.HasSuffix(got, ":77") || strings.Contains(got, "[::]") {
		t.Errorf("%q", got)
	}
}
