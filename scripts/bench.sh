#!/bin/bash
# Measures. First the Go benchmarks of every package that has some, then the
# whole: server, frame and window, by internal/bench, which is given the
# arguments. BENCH=name picks benchmarks.
. "$(dirname "$0")/lib.sh"
scripts/setup.sh test
if [ "$(system)" = linux ]; then
	trap stop_screen EXIT
	start_screen
fi

mapfile -t packages < <(git grep --untracked -lE '^func Benchmark' -- '*_test.go' | xargs -rn1 dirname | sort -u | sed 's|^|./|')
if [ "${#packages[@]}" != 0 ]; then
	go test -run '^$' -bench "${BENCH:-.}" -benchmem "${packages[@]}" </dev/null
fi
if [ -z "${BENCH:-}" ]; then
	go run ./internal/bench "$@"
fi
