#!/bin/bash
# Makes the generated files anew. `generate.sh -check` fails if that changes
# anything, whatever else is not committed yet.
. "$(dirname "$0")/lib.sh"

state() { git status --porcelain; git diff | git hash-object --stdin; }

before="$(state)"
go generate ./...
if [ "${1:-}" = -check ] && [ "$before" != "$(state)" ]; then
	git status --short >&2
	die 'Generated files were not current. Commit what `make generate` made.'
fi
