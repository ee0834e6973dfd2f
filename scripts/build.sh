#!/bin/bash
# Builds the game and the server into build/.
. "$(dirname "$0")/lib.sh"
scripts/setup.sh build
mkdir -p build
go build -ldflags "$(ldflags)" -o "build/laneya$exe" ./cmd/laneya
CGO_ENABLED=0 go build -ldflags "$(ldflags)" -o "build/laneyad$exe" ./cmd/laneyad
