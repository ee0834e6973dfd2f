#!/bin/bash
# Builds the game and opens its window. Without arguments: alone, at once.
. "$(dirname "$0")/lib.sh"
scripts/setup.sh build
mkdir -p build
if [ ! -x "build/laneya$exe" ]; then
	say 'Building laneya; the first time takes a minute or two.'
fi
go build -ldflags "$(ldflags)" -o "build/laneya$exe" ./cmd/laneya
exec "build/laneya$exe" "${@:--solo}"
