#!/bin/bash
# Everything that can be said of the code without running the game: format,
# modules, vet, staticcheck, generated files, import rules, and that it builds
# for every system it is made for. All steps run; any that fails fails all.
. "$(dirname "$0")/lib.sh"
scripts/setup.sh build

failed=()
step() {
	local name="$1" begin=$SECONDS
	shift
	if "$@" </dev/null; then
		printf 'ok    %4ds  %s\n' $((SECONDS - begin)) "$name"
	else
		printf 'FAIL  %4ds  %s\n' $((SECONDS - begin)) "$name"
		failed+=("$name")
	fi
}

format() {
	local files
	files="$(git ls-files -co --exclude-standard -- '*.go' | while read -r f; do [ -f "$f" ] && echo "$f"; done | xargs gofmt -s -l)"
	[ -z "$files" ] || { printf 'Not in the form of gofmt -s:\n%s\n' "$files"; return 1; }
}
tidy() { go mod tidy -diff && go -C tools mod tidy -diff; }
vet() { go vet ./... && GOOS=windows CGO_ENABLED=0 go vet ./...; }
staticcheck() { go tool -modfile=tools/go.mod staticcheck ./...; }

# builds PACKAGE OS/ARCH: without cgo, and as scripts/dist.sh does, so that one
# finds compiled what the other needed.
builds() { CGO_ENABLED=0 GOOS="${2%/*}" GOARCH="${2#*/}" go build -trimpath -ldflags=-w -o /dev/null "$1"; }

step 'gofmt -s' format
step 'go mod tidy' tidy
step 'go vet, also as on Windows' vet
step 'staticcheck' staticcheck
step 'generated files are current' scripts/generate.sh -check
step 'architecture' go test ./internal/archtest
step 'game builds here' go build -ldflags=-w -o /dev/null ./cmd/laneya
step 'game type-checks for darwin' go run ./internal/darwincheck ./cmd/laneya
for target in windows/amd64 windows/arm64 js/wasm; do
	step "game builds for $target" builds ./cmd/laneya "$target"
done
for target in {linux,darwin,windows}/{amd64,arm64} freebsd/amd64; do
	step "server builds for $target" builds ./cmd/laneyad "$target"
done

if [ "${#failed[@]}" != 0 ]; then
	printf '%s of the checks failed:\n' "${#failed[@]}"
	printf '  %s\n' "${failed[@]}"
	exit 1
fi
