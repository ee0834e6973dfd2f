package server

import (
	"laneya/geom"
	"laneya/protocol"
	"laneya/rules"
)

// What counts down all the time is told in steps of so many ticks.
const (
	fuelStep = 10
	fedStep  = 50
)

// fillSelf makes s what the user knows of her hero. The lists of s give their
// room.
func fillSelf(s *protocol.Self, v *rules.View) {
	from := &v.Self
	*s = protocol.Self{
		Health: from.Health, MaxHealth: from.MaxHealth, Ready: from.Ready,
		Wisp: from.Wisp, Sneaking: from.Sneaking, Intent: from.Intent.String(),
		Armour: from.Armour, Damage: from.Damage,
		Light: from.Light, Fuel: inSteps(from.Fuel, fuelStep), Shots: from.Shots, Fed: inSteps(from.Fed, fedStep),
		LevelName: from.LevelName, LevelKind: from.LevelKind, Depth: from.Depth, Heart: from.Heart, Safe: from.Safe, CanShare: from.CanShare,
		Pickup: from.Prefs.Pickup, StopHealth: from.Prefs.StopHealth, Confirm: from.Prefs.Confirm,
		Path: s.Path[:0], Status: s.Status[:0], Near: s.Near[:0], Recap: s.Recap[:0],
	}
	if from.Chosen {
		s.Kit = from.Kit.Row().Key
	}
	if e := entityByID(v, from.Target); e != nil {
		s.Target = wireName(e)
	}
	if from.To != nil {
		s.Goal = wirePlace(*from.To)
	}
	for _, p := range from.Path {
		s.Path = append(s.Path, geom.CellIndex(p))
	}
	for _, c := range from.Status {
		s.Status = append(s.Status, protocol.Condition{Status: c.Kind.Row().Key, Ticks: c.Ticks, Power: c.Power})
	}
	for i := range from.Near {
		n := &from.Near[i]
		s.Near = append(s.Near, protocol.Pile{
			ID: n.ID, Kind: n.Kind, Name: n.Name, Count: n.Count, X: n.Pos.X, Y: n.Pos.Y, Seen: true, In: n.In,
		})
	}
	for _, c := range from.Recap {
		end := from.Recap[len(from.Recap)-1].Tick
		s.Recap = append(s.Recap, protocol.Cause{Ago: int(end - c.Tick), Text: c.Text, Damage: c.Damage})
	}
	s.Path, s.Status, s.Near, s.Recap = orNil(s.Path), orNil(s.Status), orNil(s.Near), orNil(s.Recap)
}

// orNil returns a list, nil if it is empty, so that it is left out.
func orNil[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

// inSteps rounds n up to a multiple of step; what isn't positive stays as it is.
func inSteps(n, step int) int {
	if n <= 0 {
		return n
	}
	return (n + step - 1) / step * step
}

// fillRun makes r what the user knows of the run, but for the turns.
func fillRun(r *protocol.RunState, v *rules.View) {
	from := &v.Run
	*r = protocol.RunState{
		Number: from.Number, State: from.State, Deepest: from.Deepest,
		Death: deaths[from.Death], Clock: "real", Heart: from.Heart, Story: from.Story,
		Waiting: append(r.Waiting[:0], from.Waiting...), Invited: append(r.Invited[:0], from.Invited...),
		Holding: append(r.Holding[:0], from.Holding...), Ignored: append(r.Ignored[:0], from.Ignored...),
	}
	switch {
	case from.Hold:
		r.Clock = "hold"
	case from.Turned:
		r.Clock = "turns"
	}
	r.Waiting, r.Invited, r.Holding, r.Ignored = orNil(r.Waiting), orNil(r.Invited), orNil(r.Holding), orNil(r.Ignored)
}

var deaths = [...]string{rules.Ghost: "ghost", rules.Lenient: "lenient", rules.Hardcore: "hardcore"}
