# shellcheck shell=bash
# What the scripts share. Source it first: it moves to the repository's root,
# finds Go and sets strict mode.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# system prints linux, macos, windows or bsd.
system() {
	case "$(uname -s)" in
	Linux) echo linux ;;
	Darwin) echo macos ;;
	MINGW* | MSYS* | CYGWIN*) echo windows ;;
	*) echo bsd ;;
	esac
}

# Go's own installer leaves it outside the PATH of a non-login shell.
if ! command -v go >/dev/null; then
	for dir in /usr/local/go/bin "$HOME/go/bin" "$HOME/sdk/go/bin" /usr/lib/go/bin /opt/homebrew/bin; do
		if [ -x "$dir/go" ]; then
			PATH="$dir:$PATH"
			break
		fi
	done
fi
command -v go >/dev/null || die 'laneya needs Go 1.21 or newer, which fetches the version it builds with by itself: see https://go.dev/doc/install'

exe=''
[ "$(system)" = windows ] && exe='.exe'

# version prints what this build is called: $VERSION, or else the nearest tag,
# or else the commit.
version() {
	if [ -n "${VERSION:-}" ]; then
		echo "$VERSION"
	else
		git describe --tags --match 'v*' --dirty 2>/dev/null ||
			echo "v0.0.0-$(git describe --always --dirty --match '' 2>/dev/null || echo unknown)"
	fi
}

# ldflags prints what stamps the version into a program.
ldflags() { echo "-X laneya/internal/version.Version=$(version)"; }

# start_screen starts one X server that draws in memory, waits until it
# answers, and exports its DISPLAY. stop_screen ends it.
screen_pid=''
start_screen() {
	local fifo number
	fifo="$(mktemp -u)"
	mkfifo "$fifo"
	Xvfb -displayfd 9 -screen 0 "${SCREEN:-1280x800x24}" -nolisten tcp -noreset 9>"$fifo" 2>/dev/null </dev/null &
	screen_pid=$!
	# Opened for reading and writing so that a server which dies at once
	# leaves the read to its time-out instead of the open to wait for ever.
	exec 8<>"$fifo"
	read -r -t 30 number <&8 || die 'the X server for the tests (Xvfb) did not start'
	exec 8>&-
	# Not before: a server that opens it late would write into a file instead.
	rm -f "$fifo"
	export DISPLAY=":$number"
	unset WAYLAND_DISPLAY
}
stop_screen() {
	if [ -n "$screen_pid" ]; then
		kill "$screen_pid" 2>/dev/null || true
		wait "$screen_pid" 2>/dev/null || true
		screen_pid=''
	fi
}
