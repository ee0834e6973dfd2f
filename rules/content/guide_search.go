package content

import (
	"slices"
	"strings"
)

// Search returns the pages that are about all words of the query, those with
// them in the title or key first.
func Search(pages []Page, query string) []Page {
	words := strings.Fields(strings.ToLower(query))
	type hit struct {
		page  Page
		score int
	}
	var hits []hit
	for _, p := range pages {
		title, text := strings.ToLower(p.Title+" "+p.Key), strings.ToLower(p.Text)
		score := 0
		for _, w := range words {
			switch {
			case p.Key == w:
				score += 100
			case strings.Contains(title, w):
				score += 10
			case strings.Contains(text, w):
				score++
			default:
				score = -1 << 20
			}
		}
		if score > 0 {
			hits = append(hits, hit{p, score})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return b.score - a.score })
	found := make([]Page, len(hits))
	for i := range hits {
		found[i] = hits[i].page
	}
	return found
}
