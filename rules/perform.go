package rules

import (
	"laneya/geom"
	"laneya/rules/content"
)

// planner looks whether the hero may do c now, changing nothing. It returns a
// *Refusal if not, otherwise what does it.
type planner func(w *World, h *hero, c *Command) (act func(), err error)

// deed is what a verb does besides setting an intent.
type deed struct {
	plan planner
	// wisp says that a wisp may do it, too.
	wisp bool
	// free says that it takes no time, so that it may be done while the hero
	// is not ready for more.
	free bool
}

// deeds are the verbs from Sneak on. It is filled by init because planners
// come back to it.
var deeds [verbs]deed

func init() {
	deeds = [verbs]deed{
		Sneak:      {plan: planSneak, free: true},
		Door:       {plan: planDoor},
		Touch:      {plan: planTouch},
		Climb:      {plan: planClimb, wisp: true},
		Cross:      {plan: planCross},
		Take:       {plan: planTake},
		Drop:       {plan: planDrop},
		Put:        {plan: planPut},
		Use:        {plan: planUse},
		Throw:      {plan: planThrow},
		Shoot:      {plan: planShoot},
		Zap:        {plan: planZap},
		Equip:      {plan: planEquip},
		Unequip:    {plan: planUnequip},
		Give:       {plan: planGive},
		MarkJunk:   {plan: planMark, free: true},
		Prefer:     {plan: planPrefer, wisp: true, free: true},
		ChooseKit:  {plan: planChooseKit},
		Hold:       {plan: planHold, wisp: true, free: true},
		Say:        {plan: planSay, wisp: true, free: true},
		Emote:      {plan: planEmote, wisp: true, free: true},
		MarkPlace:  {plan: planMarkPlace, wisp: true, free: true},
		Ignore:     {plan: planIgnore, wisp: true, free: true},
		Invite:     {plan: planInvite, wisp: true, free: true},
		JoinParty:  {plan: planJoinParty, wisp: true, free: true},
		LeaveParty: {plan: planLeaveParty, wisp: true, free: true},
		Colour:     {plan: planColour, wisp: true, free: true},
		Write:      {plan: planWrite, free: true},
		Share:      {plan: planShare},
		NewRun:     {plan: planNewRun, wisp: true, free: true},
	}
}

// patience is how many ticks before a hero is ready something that takes time
// is accepted; so a key that comes a little early isn't lost.
const patience = 5

// Check returns nil if Perform would do c now, otherwise the *Refusal that
// Perform would return. It changes nothing.
func (w *World) Check(c Command) error {
	_, err := w.plan(&c)
	return err
}

// Perform does c, or returns the *Refusal that says why not; a refused command
// changes nothing.
func (w *World) Perform(c Command) error {
	act, err := w.plan(&c)
	if err != nil {
		return err
	}
	act()
	w.deliver()
	w.reckon()
	w.settle()
	return nil
}

func (w *World) plan(c *Command) (act func(), err error) {
	if err := c.validate(); err != nil {
		return nil, err
	}
	h := w.hero(c.User)
	if c.Verb == Join {
		return w.planJoin(h, c)
	}
	if h == nil {
		return nil, refuse("no_hero")
	}
	switch {
	case c.Verb == Wake, c.Verb == Sleep:
		return func() { h.rouse(c.Verb == Wake) }, nil
	case c.Verb == Leave:
		return func() { w.leave(h) }, nil
	case h.Asleep:
		return nil, refuse("asleep")
	case c.Verb.SetsIntent():
		return w.planIntent(h, c)
	}
	d := &deeds[c.Verb]
	switch {
	case h.Wisp && !d.wisp:
		return nil, refuse("wisp_cannot")
	case !d.free && h.has(content.Frozen):
		return nil, refuse("frozen_stiff")
	case !d.free && h.has(content.Asleep):
		return nil, refuse("asleep")
	case !d.free && h.Wait > patience:
		return nil, &Refusal{Code: "not_ready", Params: Params{N: h.Wait}}
	}
	perform, err := d.plan(w, h, c)
	if err != nil {
		return nil, err
	}
	return func() {
		h.dirty = true
		if !d.free {
			h.level.darkened = true // talk, for one, changes nothing that is seen
		}
		perform()
	}, nil
}

// planIntent sets what the hero does. What stands in the way is told when it
// does.
func (w *World) planIntent(h *hero, c *Command) (act func(), err error) {
	if h.Wisp && c.Verb != Walk && c.Verb != Follow && c.Verb != Travel && c.Verb != Pass {
		return nil, refuse("wisp_cannot")
	}
	if c.Verb == Walk {
		return func() { h.setWalk(c.Dir) }, nil
	}
	return func() {
		h.Intent = w.intentOf(h, c)
		h.Owed = [maxOwed]geom.Dir{}
		h.dirty = true
	}, nil
}

// rouse wakes the hero or puts it to sleep.
func (h *hero) rouse(awake bool) {
	if h.Asleep == !awake {
		return
	}
	h.Asleep = !awake
	h.Intent, h.Owed = Intent{}, [maxOwed]geom.Dir{}
	h.dirty = true
	code := "sleeps_player"
	if awake {
		code = "wakes_player"
	}
	h.level.show(at(code, &h.Actor))
}

// setWalk sets the way that the hero walks, one field after another, until
// another intent; Stop ends it. A way that no tick has carried out yet is still
// good for one step when others follow, but no more than two are.
func (h *hero) setWalk(d geom.Dir) {
	if h.Intent.Kind == Walking && h.Intent.Dir == d || h.Intent.Kind == Idle && d == geom.Stop {
		return
	}
	h.Intent = Intent{}
	if d != geom.Stop {
		h.Intent = Intent{Kind: Walking, Dir: d}
		h.owe(d)
	}
	h.dirty = true
}
