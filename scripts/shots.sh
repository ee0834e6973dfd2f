#!/bin/bash
# Takes screenshots of the game into shots/: the title, a cave, and two heroes
# in it. Real windows on a screen in memory, real key presses.
. "$(dirname "$0")/lib.sh"
scripts/setup.sh test
scripts/build.sh
[ "$(system)" = linux ] || die 'make shots needs Linux, for Xvfb and xdotool.'

trap finish EXIT
children=()
finish() {
	for pid in "${children[@]}"; do
		kill "$pid" 2>/dev/null || true
	done
	# A game that is told to stop still needs its screen for a moment.
	wait "${children[@]}" 2>/dev/null || true
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
	for _ in $(seq 150); do
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

mkdir -p shots
open
raise
shoot title
kill "${children[-1]}"

address="127.0.0.1:${PORT:-5917}"
open -host "$address" -name anna -seed "${SEED:-7}"
anna="$window"
raise
for key in Right Down Left Up Right Left; do
	hold "$key" 0.6
done
shoot cave

open -connect "$address" -name bert
raise
hold Up 0.3
hold Right 0.3
window="$anna"
raise
hold Down 0.3
shoot two-heroes
