# Every target is a script in scripts/; this file only names them, so that
# they run the same from make, from CI and by hand.

.DEFAULT_GOAL := help
SHELL := /bin/bash
.PHONY: help play build test check bench fuzz balance replays shots art dist generate clean

help: ## list the targets
	@echo 'make TARGET, where TARGET is one of:'
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(MAKEFILE_LIST) | while IFS='	' read -r name what; do printf '  %-9s %s\n' "$$name" "$$what"; done

play: ## install what is missing, build, and play alone (ARGS='-host :5001 -name Ann' for more)
	@scripts/play.sh $(ARGS)

build: ## build the game and the server into build/
	@scripts/build.sh

test: ## install what the tests need and run all of them with the race detector
	@scripts/test.sh $(TESTFLAGS)

check: ## format, vet, staticcheck, generated files, and the builds for every system
	@scripts/check.sh

bench: ## measure: Go benchmarks, then the server and the frame
	@scripts/bench.sh

fuzz: ## ask worlds REQUESTS things (30000000), then run every fuzz target for FUZZTIME each (30s)
	@scripts/fuzz.sh

balance: ## let parties of bots play RUNS (200) runs, and report how they fare
	@go run ./internal/balance -runs $(or $(RUNS),200)

replays: ## record the runs anew that tests play again, after the rules were changed on purpose
	@go run ./internal/balance -runs 10 -ticks 2000 -record rules/replay/testdata

shots: ## take screenshots of the game into shots/
	@scripts/shots.sh

dist: ## make the release archives in dist/ (VERSION=v1.2.3 to name the version)
	@scripts/dist.sh

art: ## make the pictures from sprites/_src, and a sheet of them all, docs/shots/pictures.png
	@go generate ./sprites

generate: ## make the generated files anew (pictures, reference tables)
	@scripts/generate.sh

clean: ## remove what the other targets made
	rm -rf build dist shots
