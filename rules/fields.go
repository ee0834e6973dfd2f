package rules

import (
	"laneya/geom"
	"laneya/rules/content"
)

// puff adds so much of a cloud to the air over p.
func (l *level) puff(p geom.Pos, k content.CloudKind, amount int) {}

// ignite sets p alight, if something there burns.
func (l *level) ignite(p geom.Pos) {}

// explode hurts everything within radius cells of p that the blast reaches, and
// sets it alight.
func (l *level) explode(p geom.Pos, radius, power int, by *Actor) {}

// stepAir lets fire and gas spread and fade.
func (l *level) stepAir() {}

// endure lets everyone feel the ground and the air of her field.
func (l *level) endure() {}

// stepped lets happen what comes of h's step onto its field.
func (l *level) stepped(h *hero) {}

// foeStepped lets happen what comes of f's step onto its field.
func (l *level) foeStepped(f *foe) {}

// planCross steps into a chasm, lava or deep water knowingly.
func planCross(w *World, h *hero, c *Command) (func(), error) { return nil, refuse("bad_command") }
