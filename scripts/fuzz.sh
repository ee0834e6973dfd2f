#!/bin/bash
# Runs every fuzz target of the tree for FUZZTIME each, one after the other.
# Arguments, if any, name the packages to take them from.
. "$(dirname "$0")/lib.sh"
scripts/setup.sh build

time="${FUZZTIME:-30s}"
found=0
while IFS=: read -r file target; do
	package="./$(dirname "$file")"
	if [ "$#" != 0 ] && [[ " $* " != *" $package "* ]]; then
		continue
	fi
	found=$((found + 1))
	say "$package $target, for $time"
	go test -run '^$' -fuzz "^$target\$" -fuzztime "$time" -fuzzminimizetime 100x "$package" </dev/null
done < <(git grep --untracked -oE '^func Fuzz[A-Za-z0-9_]+' -- '*_test.go' | sed 's/:func /:/')
say "$found fuzz targets held."
