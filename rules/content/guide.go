package content

import (
	"slices"
	"strings"
)

// Pages are the pages of the guide that are about the game as a whole; those
// about kinds are made by FoePage, ItemPage, StatusPage and TerrainPage.
var Pages = slices.Concat(pagesOfPlay, pagesOfPlaces, pagesOfCompany)

// Search returns the pages that fit the query, best first: those whose title has
// all of its words, then those whose title has some and whose text has the rest,
// then those whose text has them all. An empty query fits every page.
func Search(pages []Page, query string) []Page {
	words := strings.Fields(strings.ToLower(query))
	found := make([][]Page, 3)
	for _, p := range pages {
		title, text := strings.ToLower(p.Title), strings.ToLower(p.Text)
		inTitle, fits := 0, true
		for _, w := range words {
			if strings.Contains(title, w) {
				inTitle++
			} else if !strings.Contains(text, w) {
				fits = false
				break
			}
		}
		switch {
		case !fits:
		case inTitle == len(words):
			found[0] = append(found[0], p)
		case inTitle > 0:
			found[1] = append(found[1], p)
		default:
			found[2] = append(found[2], p)
		}
	}
	return slices.Concat(found...)
}
