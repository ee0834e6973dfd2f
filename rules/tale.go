package rules

import (
	"strings"

	"laneya/geom"
	"laneya/lang"
	"laneya/rules/content"
)

// badLuck is what those fell to of whom it isn't known.
var badLuck = lang.Mark("bad luck")

// tale returns what of r its story is made of.
func (r *HallRun) tale() *HallRun {
	t := *r
	t.Map, t.dirty = "", false
	t.Heroes = make([]HallHero, len(r.Heroes))
	for i, h := range r.Heroes {
		h.Stuff = nil
		t.Heroes[i] = h
	}
	return &t
}

// cause says how the run ended.
func (r *HallRun) cause(say *lang.Language) string {
	switch {
	case r.Who == "":
		return say.Text("Nobody was left.")
	case r.Won:
		return say.Format("%s shared the Heart at depth %d.", r.Who, r.depth())
	}
	return say.Format("The last to fall was %s, to %s.", r.Who, blamed(say, r.By))
}

// depth returns how deep the level lies that the run ended on.
func (r *HallRun) depth() int {
	id, _ := geom.ParseLevelID(r.Level) // the rules wrote it
	return id.Z
}

// story tells the run in sentences.
func (r *HallRun) story(say *lang.Language) string {
	if r.Won {
		with := make([]string, len(r.Heroes))
		for i := range r.Heroes {
			with[i] = r.Heroes[i].User
		}
		return say.Format("Run %d brought the Heart to %s, at depth %d, after %d turns. Deepest was %d.",
			r.Number, content.List(say, with), r.depth(), r.Turns, r.Depth)
	}
	var s strings.Builder
	s.WriteString(say.Format("Run %d ended at depth %d, in %s, after %d turns.", r.Number, r.depth(), say.Text(r.Kind.Name()), r.Turns))
	for i := range r.Heroes {
		if h := &r.Heroes[i]; h.By != "" {
			s.WriteString(" " + say.Format("%s the %s fell to %s.", h.User, content.Name(say, h.Kit.Row().Name), blamed(say, h.By)))
		}
	}
	return s.String()
}

// told returns the run with its words.
func (r *HallRun) told(say *lang.Language) *HallRun {
	t := *r
	t.Cause, t.Place = r.cause(say), say.Text(r.Kind.Name())
	t.Heroes = make([]HallHero, len(r.Heroes))
	for i, h := range r.Heroes {
		if h.By != "" {
			h.Cause = blamed(say, h.By)
		}
		for _, s := range h.Stuff {
			h.Items = append(h.Items, s.words(say, s.Count))
		}
		t.Heroes[i] = h
	}
	return &t
}

// story is that of a run, in the words of one who was told of it.
type story struct {
	of   *HallRun
	text string
}

// tellStory returns the story of a run, "" for none, as h reads it.
func (h *hero) tellStory(r *HallRun) string {
	if r == nil {
		return ""
	}
	if h.story.of != r {
		h.story = story{r, r.story(h.say)}
	}
	return h.story.text
}
