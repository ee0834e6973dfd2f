package rules

import (
	"slices"
	"strings"

	"laneya/geom"
	"laneya/lang"
	"laneya/rules/content"
)

// maxPages is how many pages of the guide one question is answered with.
const maxPages = 20

// Guide returns the pages of the guide that are about the query, the best first:
// the content's own, one for every kind of foe and thing that the user's party has
// met or found out, and one for every status, cloud, rune, kit and terrain. An empty query gives the list of
// contents, without texts.
func (w *World) Guide(user, query string) ([]content.Page, error) {
	h := w.hero(user)
	if h == nil {
		return nil, refuse("no_hero")
	}
	say := h.say
	pages := content.PagesIn(say)
	for _, k := range h.party.Met {
		pages = append(pages, content.FoePage(say, k))
	}
	for i := range content.Items {
		k := content.ItemKind(i)
		if !h.familiar(k) || !k.Row().Unknown && !h.party.sighted[k] && h.pieces(k) == 0 {
			continue
		}
		pages = append(pages, content.ItemPage(say, k))
	}
	for i := range content.Statuses {
		pages = append(pages, content.StatusPage(say, content.StatusKind(i)))
	}
	for i := range content.Clouds[1:] {
		pages = append(pages, content.CloudPage(say, content.CloudKind(i+1)))
	}
	for i := range content.Runes[1:] {
		pages = append(pages, content.RunePage(say, content.RuneKind(i+1)))
	}
	for i := range content.Kits {
		pages = append(pages, content.KitPage(say, content.KitKind(i)))
	}
	for i := range content.Terrains {
		if content.TerrainKind(i) != content.SecretDoor {
			pages = append(pages, content.TerrainPage(say, content.TerrainKind(i)))
		}
	}
	if strings.TrimSpace(query) == "" {
		for i := range pages {
			pages[i].Text = ""
		}
		return pages, nil
	}
	found := content.Search(pages, query)
	return found[:min(len(found), maxPages)], nil
}

// Found is a place that Find has found.
type Found struct {
	Name  string
	Kind  string // "item", or the key of a terrain
	Level geom.LevelID
	Pos   geom.Pos
}

// maxFound is how many places one question is answered with.
const maxFound = 60

// Find returns where the user knows things or places of that name to be, on all
// levels that she has explored: those of the hero's level first, by distance,
// then the others by level.
func (w *World) Find(user, query string) ([]Found, error) {
	h := w.hero(user)
	if h == nil {
		return nil, refuse("no_hero")
	}
	query = strings.ToLower(strings.TrimSpace(query))
	if query == "" {
		return nil, nil
	}
	var found []Found
	if !w.opts.Fog {
		k := &knowledge{Level: h.Level, Explored: everything, Terrain: h.level.Ground}
		k.Things = h.level.appendThings(nil, h, &everything)
		found = k.find(h.say, found, query)
	} else {
		for _, k := range h.Known {
			found = k.find(h.say, found, query)
		}
	}
	slices.SortStableFunc(found, func(a, b Found) int {
		switch {
		case a.Level == b.Level && a.Level == h.Level:
			return a.Pos.Sub(h.Pos).Taxicab() - b.Pos.Sub(h.Pos).Taxicab()
		case a.Level == h.Level:
			return -1
		case b.Level == h.Level:
			return 1
		}
		return a.Level.Compare(b.Level)
	})
	return found[:min(len(found), maxFound)], nil
}

// find appends what is known of a level and has query in its name.
func (k *knowledge) find(say *lang.Language, found []Found, query string) []Found {
	for _, t := range k.Things {
		if strings.Contains(strings.ToLower(t.Name), query) {
			found = append(found, Found{Name: t.Name, Kind: "item", Level: k.Level, Pos: t.Pos})
		}
	}
	for i, kind := range k.Terrain {
		p := geom.CellAt(i)
		if !k.Explored.Has(p) || !landmark(kind) {
			continue
		}
		if r, name := kind.Row(), content.Name(say, kind.Row().Name); strings.Contains(strings.ToLower(name), query) {
			found = append(found, Found{Name: name, Kind: r.Key, Level: k.Level, Pos: p})
		}
	}
	return found
}

// landmark reports whether a terrain is a place that one looks for.
func landmark(k content.TerrainKind) bool {
	switch k {
	case content.DoorLocked, content.Portcullis, content.LadderDown, content.LadderUp, content.Passage, content.Bridge,
		content.Altar, content.Shrine, content.ShrineSpent, content.Chest, content.NoticeBoard, content.Campfire,
		content.Lever, content.LeverPulled, content.Coffin, content.Fountain, content.FountainDry, content.HeartPlinth,
		content.Gravestone:
		return true
	}
	return false
}
