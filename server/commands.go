package server

import (
	"strconv"
	"strings"

	"laneya/geom"
	"laneya/protocol"
	"laneya/rules"
)

// This file is the one place that turns actions into commands of the rules.

// commandOf returns the command that the user gives with the action; ok is false
// if the action is none. v is what the user may know now, in which an entity is
// looked up by its name; it may be nil.
func commandOf(user string, a protocol.Action, v *rules.View) (c rules.Command, ok bool) {
	c, ok = intentOf(a, v)
	if !ok {
		c, ok = thingOf(a, v)
	}
	if !ok {
		c, ok = wordOf(a)
	}
	c.User = user
	return c, ok
}

// intentOf returns the command of an action that sets what the hero does.
func intentOf(a protocol.Action, v *rules.View) (rules.Command, bool) {
	switch a := a.(type) {
	case protocol.Move:
		return rules.Command{Verb: rules.Walk, Dir: a.Direction}, true
	case protocol.Travel:
		c := rules.Command{Verb: rules.Travel, Name: a.To, At: geom.Pos{X: a.X, Y: a.Y}, On: a.Level != ""}
		if c.On {
			c.Level, _ = geom.ParseLevelID(a.Level) // the action is valid
		}
		return c, true
	case protocol.Explore:
		return rules.Command{Verb: rules.Explore}, true
	case protocol.Rest:
		return rules.Command{Verb: rules.Rest}, true
	case protocol.Attack:
		return rules.Command{Verb: rules.Attack, Target: actorOf(a.Target, v)}, true
	case protocol.Search:
		return rules.Command{Verb: rules.Search}, true
	case protocol.Follow:
		return rules.Command{Verb: rules.Follow, Name: a.User}, true
	case protocol.Pass:
		return rules.Command{Verb: rules.Pass}, true
	}
	return rules.Command{}, false
}

// thingOf returns the command of an action that does something with an item or a
// field.
func thingOf(a protocol.Action, v *rules.View) (rules.Command, bool) {
	switch a := a.(type) {
	case protocol.Take:
		return rules.Command{Verb: rules.Take, Item: a.Thing}, true
	case protocol.Drop:
		return rules.Command{Verb: rules.Drop, Item: a.Item, Count: a.Count}, true
	case protocol.Put:
		return rules.Command{Verb: rules.Put, Item: a.Item, Count: a.Count, At: geom.Pos{X: a.X, Y: a.Y}}, true
	case protocol.Use:
		c := rules.Command{Verb: rules.Use, Item: a.Item}
		if item, err := strconv.ParseUint(a.Target, 10, 64); err == nil {
			c.Other = item
		} else {
			c.Target = actorOf(a.Target, v)
		}
		return c, true
	case protocol.Throw:
		return rules.Command{Verb: rules.Throw, Item: a.Item, At: geom.Pos{X: a.X, Y: a.Y}}, true
	case protocol.Shoot:
		return rules.Command{Verb: rules.Shoot, At: geom.Pos(a)}, true
	case protocol.Zap:
		return rules.Command{Verb: rules.Zap, Item: a.Item, At: geom.Pos{X: a.X, Y: a.Y}}, true
	case protocol.Equip:
		return rules.Command{Verb: rules.Equip, Item: a.Item, Name: a.Slot}, true
	case protocol.Unequip:
		return rules.Command{Verb: rules.Unequip, Item: a.Item}, true
	case protocol.Give:
		return rules.Command{Verb: rules.Give, Item: a.Item, Count: a.Count, Name: a.To}, true
	case protocol.Junk:
		return rules.Command{Verb: rules.MarkJunk, Item: a.Item, On: a.On}, true
	case protocol.Door:
		return rules.Command{Verb: rules.Door, At: geom.Pos{X: a.X, Y: a.Y}, On: a.Open}, true
	case protocol.Touch:
		return rules.Command{Verb: rules.Touch, At: geom.Pos(a)}, true
	case protocol.Climb:
		return rules.Command{Verb: rules.Climb, On: a.Way == "down"}, true
	case protocol.Cross:
		return rules.Command{Verb: rules.Cross, At: geom.Pos(a)}, true
	}
	return rules.Command{}, false
}

// wordOf returns the command of an action that concerns the party, the run or the
// hero's habits.
func wordOf(a protocol.Action) (rules.Command, bool) {
	switch a := a.(type) {
	case protocol.Sneak:
		return rules.Command{Verb: rules.Sneak, On: a.On}, true
	case protocol.Prefer:
		return rules.Command{Verb: rules.Prefer, Prefs: rules.Prefs(a)}, true
	case protocol.Kit:
		return rules.Command{Verb: rules.ChooseKit, Name: a.Kit}, true
	case protocol.Hold:
		return rules.Command{Verb: rules.Hold, On: a.On}, true
	case protocol.Say:
		return rules.Command{Verb: rules.Say, Name: a.To, Text: a.Text}, true
	case protocol.Emote:
		return rules.Command{Verb: rules.Emote, Name: a.Emote}, true
	case protocol.MarkPlace:
		return rules.Command{Verb: rules.MarkPlace, At: geom.Pos{X: a.X, Y: a.Y}, Name: a.Kind}, true
	case protocol.Ignore:
		return rules.Command{Verb: rules.Ignore, Name: a.User, On: a.On}, true
	case protocol.Invite:
		return rules.Command{Verb: rules.Invite, Name: a.User}, true
	case protocol.JoinParty:
		return rules.Command{Verb: rules.JoinParty, Name: a.User}, true
	case protocol.LeaveParty:
		return rules.Command{Verb: rules.LeaveParty}, true
	case protocol.Colour:
		return rules.Command{Verb: rules.Colour, Name: a.Colour}, true
	case protocol.Write:
		return rules.Command{Verb: rules.Write, Text: a.Text}, true
	case protocol.Share:
		return rules.Command{Verb: rules.Share}, true
	case protocol.NewRun:
		return rules.Command{Verb: rules.NewRun}, true
	}
	return rules.Command{}, false
}

// nobody is the ID of an actor that there never is.
const nobody = 1<<64 - 1

// actorOf returns the ID of the entity that is told by that name, 0 for "", and
// nobody for what is not in sight.
func actorOf(name string, v *rules.View) uint64 {
	if name == "" {
		return 0
	}
	if v == nil {
		return nobody
	}
	if foe, ok := strings.CutPrefix(name, foePrefix); ok {
		if id, err := strconv.ParseUint(foe, 36, 64); err == nil && entityByID(v, id) != nil {
			return id
		}
		return nobody
	}
	for i := range v.Entities {
		if wireName(&v.Entities[i]) == name {
			return v.Entities[i].ID
		}
	}
	return nobody
}
