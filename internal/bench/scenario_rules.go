package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"regexp"
)

// digLimit is what the median level may take to be dug, in seconds.
const digLimit = 0.005

// benchmarks of the rules, in the order of their table.
var benchmarks = []struct {
	name  string // as go test prints it, without the number of cores
	what  string
	limit float64 // seconds; 0 for none
	unit  string  // "" for ns/op
}{
	{"Step/1_heroes", "a tick of a level with 60 foes awake and 1 hero", 0, ""},
	{"Step/4_heroes", "… and 4 heroes", 0, ""},
	{"Step/50_heroes", "… and 50 heroes", 0, ""},
	{"Exploring", "a tick of a level on which a hero explores", 0, ""},
	{"Sight", "field of view from one field", 0, ""},
	{"Look/moving", "light, sight and memory of 4 heroes in one tick", 0, ""},
	{"Way", "the way across a level", 0, ""},
	{"DescribeFoe", "`describe` of a foe, by a hero who carries 20 things", 0, ""},
	{"Air/fire", "a tick of a level all on fire", 0, ""},
	{"Air/poison_gas", "a tick of a level full of gas", 0, ""},
	{"Generate", "a level is dug, median", digLimit, "ns/median"},
	{"Generate", "… p99", 0, "ns/p99"},
}

// rules measures the rules alone, by the benchmarks of their packages.
func (b *bench) rules() ([]row, error) {
	cmd := exec.CommandContext(b.ctx, "go", "test", "-run", "^$",
		"-bench", "^Benchmark(Step|Exploring|Sight|Look|Way|DescribeFoe|Air|Generate)$", "-benchmem",
		"-benchtime", b.plan.bench.String(), "-count", "3", "laneya/rules", "laneya/rules/mapgen")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%w\n%s", err, out)
	}
	var rows []row
	for _, x := range benchmarks {
		figures := benchmarkFigures(linesOf(out, x.name))
		unit, allocs := x.unit, ""
		if unit == "" {
			unit, allocs = "ns/op", plain(figures["allocs/op"])
		}
		took := figures[unit] / 1e9
		if took == 0 {
			return rows, fmt.Errorf("the figures of %s are not in the output:\n%s", x.name, out)
		}
		r := row{what: x.what, ours: seconds(took), least: allocs}
		if x.limit > 0 {
			r.goal, r.verdict = "≤ "+seconds(x.limit), judge(took <= x.limit)
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// linesOf returns the lines that go test printed of one benchmark.
func linesOf(out []byte, name string) []byte {
	line := regexp.MustCompile(`(?m)^Benchmark` + regexp.QuoteMeta(name) + `(-[0-9]+)?[ \t].*\n`)
	return bytes.Join(line.FindAll(out, -1), nil)
}
