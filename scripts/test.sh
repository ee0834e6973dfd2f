#!/bin/bash
# Runs every test with the race detector, in random order, on a screen of its
# own. Arguments go to go test; without any, all packages are tested.
. "$(dirname "$0")/lib.sh"
scripts/setup.sh test
if [ "$(system)" = linux ]; then
	trap stop_screen EXIT
	start_screen
fi
status=0
if [ "$#" = 0 ]; then
	set -- ./...
	# What takes no memory is tested without the race detector, which takes some;
	# and so are thousands of levels and of requests, which it makes slow.
	go test -vet=off -run Memory ./protocol </dev/null || status=$?
	go test -vet=off -run Levels ./rules/mapgen </dev/null || status=$?
	go test -vet=off -run NothingIsLostOrDoubled ./rules </dev/null || status=$?
fi
# `make check` vets everything, so the tests need not do it once more.
CGO_ENABLED=1 go test -race -shuffle=on -vet=off -timeout 15m "$@" </dev/null || status=$?
exit "$status"
