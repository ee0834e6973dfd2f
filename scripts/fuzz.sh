#!/bin/bash
# Asks worlds of all sorts REQUESTS random things, the same ones every time, with a
# tick after every third, then runs every fuzz target of the tree for FUZZTIME
# each, one after the other.
# Arguments, if any, name the packages to take them from.
. "$(dirname "$0")/lib.sh"
scripts/setup.sh build

time="${FUZZTIME:-30s}"
requests="${REQUESTS:-30000000}"
if [ "$#" = 0 ] || [[ " $* " == *" ./rules "* ]]; then
	say "./rules is asked $requests things"
	LANEYA_REQUESTS="$requests" go test -run '^TestNothingIsLostOrDoubled$' -v -timeout 0 ./rules </dev/null |
		grep -vE '^=== |^ +--- PASS'
fi
found=0
while IFS=: read -r file target; do
	package="./$(dirname "$file")"
	if [ "$#" != 0 ] && [[ " $* " != *" $package "* ]]; then
		continue
	fi
	found=$((found + 1))
	say "$package $target, for $time"
	# Every run covers something else where there are goroutines: making each
	# input as small as can be would take most of the time.
	go test -run '^$' -fuzz "^$target\$" -fuzztime "$time" -fuzzminimizetime 10x "$package" </dev/null
done < <(git grep --untracked -oE '^func Fuzz[A-Za-z0-9_]+' -- '*_test.go' | sed 's/:func /:/')
say "$found fuzz targets held."
