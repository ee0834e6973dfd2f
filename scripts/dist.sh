#!/bin/bash
# Makes the archives of a release in dist/: the game for this system and for
# Windows, the server for all systems, and their checksums. The same commit
# gives the same bytes wherever the same Go and C compilers build it.
. "$(dirname "$0")/lib.sh"
scripts/setup.sh build

# Asked once, so that name and content agree whatever happens meanwhile.
VERSION="$(version)"
export VERSION
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}"

# The same commit gives the same bytes, so what is there need not be made again.
sum() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }
if [ -z "$(git status --porcelain 2>/dev/null || echo unknown)" ] &&
	(cd dist 2>/dev/null && grep -q -- "-$VERSION-" SHA256SUMS && sum -c SHA256SUMS >/dev/null 2>&1); then
	say "dist/ holds $VERSION already."
	exit
fi

stage="$(mktemp -d)"
trap 'rm -rf "$stage"' EXIT
rm -rf dist
mkdir -p dist

# archive NAME OS ARCH BINARY: packs a binary with what belongs beside it.
archive() {
	local folder="$1-$VERSION-$2-$3" kind=tar.gz
	[ "$2" = windows ] && kind=zip
	go run ./internal/pack -o "dist/$folder.$kind" -in "$folder" -exec "$(basename "$4")" \
		-time "$SOURCE_DATE_EPOCH" "$4" README.md LICENSE CHANGELOG.md
	say "dist/$folder.$kind"
}

# make_binary NAME OS ARCH CGO FLAGS: builds one and packs it.
make_binary() {
	local ext=''
	[ "$2" = windows ] && ext='.exe'
	GOOS="$2" GOARCH="$3" CGO_ENABLED="$4" go build -trimpath -buildvcs=false \
		-ldflags "-s -w -buildid= $(ldflags) $5" -o "$stage/$1$ext" "./cmd/$1"
	archive "$1" "$2" "$3" "$stage/$1$ext"
}

host_os="$(go env GOHOSTOS)"
if [ "$host_os" != windows ]; then
	make_binary laneya "$host_os" "$(go env GOHOSTARCH)" 1 ''
fi
for arch in amd64 arm64; do
	make_binary laneya windows "$arch" 0 '-H=windowsgui'
	for os in linux darwin windows; do
		make_binary laneyad "$os" "$arch" 0 ''
	done
done

(cd dist && sum -- * >SHA256SUMS)
