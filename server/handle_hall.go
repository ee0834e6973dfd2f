package server

import (
	"strings"

	"laneya/protocol"
	"laneya/rules"
)

// maxHeroes bounds the heroes of a run that are told.
const maxHeroes = 40

// hall answers with the runs that have ended, as many of the latest as fit into a
// message.
func hall(t *turn, user string, _ protocol.Action) (any, error) {
	res := &protocol.HallResult{Runs: []protocol.HallRun{}}
	size := 0
	for _, r := range t.world.Hall(user) {
		run := wireHallRun(r)
		data, err := protocol.AppendResult(nil, &protocol.HallResult{Runs: []protocol.HallRun{run}})
		if err != nil {
			return nil, err
		}
		if size += len(data); size > maxPart {
			break
		}
		res.Runs = append(res.Runs, run)
	}
	return res, nil
}

func wireHallRun(r *rules.HallRun) protocol.HallRun {
	w := protocol.HallRun{
		Number: r.Number, Won: r.Won, Depth: r.Depth, Turns: r.Turns, Cause: r.Cause, Ended: r.Ended,
		Heroes: []protocol.HallHero{}, Map: linesOf(r.Map), Level: r.Level, Place: r.Place,
	}
	for _, h := range r.Heroes[:min(len(r.Heroes), maxHeroes)] {
		w.Heroes = append(w.Heroes, protocol.HallHero{User: h.User, Kit: h.Kit.Row().Key, Level: h.Level, X: h.Pos.X, Y: h.Pos.Y, Cause: h.Cause, Items: h.Items})
	}
	return w
}

// linesOf makes strips of a map that has a line of codes for each row, without the
// blanks around them.
func linesOf(m string) (strips []protocol.Strip) {
	y := 0
	for line := range strings.SplitSeq(m, "\n") {
		cells := strings.TrimLeft(line, " ")
		x := len(line) - len(cells)
		if cells = strings.TrimRight(cells, " "); cells != "" {
			strips = append(strips, protocol.Strip{X: x, Y: y, Cells: cells})
		}
		y++
	}
	return strips
}
