#!/bin/bash
# Takes screenshots of the game into shots/: the screens before it, two heroes in the
# camp, a cave, what one looks up and chooses there, other ways to draw it, and how a run
# ends. Real windows on a screen in memory, real key presses.
. "$(dirname "$0")/lib.sh"
scripts/setup.sh test
scripts/build.sh
[ "$(system)" = linux ] || die 'make shots needs Linux, for Xvfb and xdotool.'

trap finish EXIT
children=()
finish() {
	# Without any, wait would wait for the screen.
	[ "${#children[@]}" != 0 ] || { stop_screen; return; }
	for pid in "${children[@]}"; do
		kill "$pid" 2>/dev/null || true
	done
	# A game that is told to stop still needs its screen for a moment.
	for _ in $(seq 50); do
		kill -0 "${children[@]}" 2>/dev/null || break
		sleep 0.1
	done
	kill -9 "${children[@]}" 2>/dev/null || true
	wait "${children[@]}" 2>/dev/null || true
	rm -rf "${home:-}"
	stop_screen
}

SCREEN=1400x900x24 start_screen
openbox </dev/null >/dev/null 2>&1 &
children+=($!)

# open ARGUMENTS...: starts the game and sets $window to its window.
open() {
	local pid
	build/laneya -geometry 1280x800+20+20 -world memory -mute -log error "$@" </dev/null &
	pid=$!
	children+=("$pid")
	for _ in $(seq 400); do
		kill -0 "$pid" 2>/dev/null || die "laneya $* ended before its window was there"
		window="$(xdotool search --onlyvisible --pid "$pid" 2>/dev/null | tail -n 1 || true)"
		[ -n "$window" ] && return
		sleep 0.1
	done
	die "laneya $* opened no window"
}

# settle waits until $window shows something that no longer changes, or three
# seconds: things that breathe never stand still.
settle() {
	local last='' now
	for _ in $(seq 10); do
		sleep 0.3
		now="$(import -window "$window" rgb:- | cksum)"
		[ "$now" = "$last" ] && return
		last="$now"
	done
}
shoot() {
	settle
	import -window "$window" "shots/$1.png"
	say "shots/$1.png"
}
raise() {
	xdotool windowactivate --sync "$window" || true
	sleep 0.2
}
# hold KEY SECONDS
hold() {
	xdotool keydown "$1"
	sleep "$2"
	xdotool keyup "$1"
	sleep 0.2
}

# tap KEY...
tap() {
	local key
	for key in "$@"; do
		xdotool key "$key"
		sleep 0.3
	done
}

mkdir -p shots
# Nothing of the player who takes them is read or written.
home="$(mktemp -d)"
export XDG_CONFIG_HOME="$home" XDG_DATA_HOME="$home"

# settings LINE...: what the next game begins with.
settings() {
	mkdir -p "$home/laneya"
	printf '%s\n' "$@" >"$home/laneya/settings.toml"
}
stop() {
	kill "${children[-1]}"
	wait "${children[-1]}" 2>/dev/null || true
}

build/laneyad -addr ":${WORLD_PORT:-5918}" -title 'Under the old mill' -log error </dev/null &
children+=($!)
settings 'name = "anna"'
open
raise
sleep 2
shoot title
tap Down Return
shoot host
tap Escape Down Return
sleep 3
shoot join
tap Escape Down Return
shoot settings
xdotool type --delay 60 keys
tap Return
shoot keys
stop
settings 'name = "anna"' 'language = "de"'
open
raise
tap Down Down Down Return
shoot german
stop

settings 'name = "anna"'
address="127.0.0.1:${PORT:-5917}"
open -host "$address" -name anna -seed "${SEED:-11}"
anna="$window" anna_pid="${children[-1]}"
raise
shoot invitation
tap Escape Down
shoot kits
tap Return # a ranger
hold Left 0.5
open -connect "$address" -name bert
bert="${children[-1]}"
raise
tap Return
hold Up 0.3
window="$anna"
raise
shoot two-heroes
tap y
shoot party
tap Escape
kill "$bert"
wait "$bert" 2>/dev/null || true

tap greater
sleep 3
tap greater
sleep 1
for _ in 1 2 3; do
	tap o
	sleep 3
done
tap x
shoot look
tap Escape f
shoot aim
tap Escape i
shoot pack
tap Escape question
shoot guide
tap Escape
for _ in $(seq "${ROUNDS:-8}"); do
	tap Tab
	sleep 1
	tap o
	sleep 1.5
done
shoot cave
tap m
shoot map
tap Escape Escape
shoot menu
kill "$anna_pid"
wait "$anna_pid" 2>/dev/null || true # it keeps its settings

# The same caves as others may want to see them.
for look in 'pictures = "letters"' 'contrast = true' 'colours = "deutan"'; do
	settings 'name = "anna"' "$look" 'marks = true'
	open -solo -seed "${SEED:-11}"
	raise
	tap Down Return greater
	sleep 3
	tap greater o
	sleep 3
	tap o
	sleep 3
	shoot "look-$(tr -dc a-z <<<"${look#*=}" | sed 's/true/contrast/')"
	stop
done

# How a run can end, from the test that plays one.
LANEYA_SHOTS="$PWD/shots" go test -count=1 -run TestARun ./internal/e2e
