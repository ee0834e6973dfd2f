package content

import (
	"slices"
	"strings"

	"laneya/lang"
)

// Pages are the pages of the guide that are about the game as a whole, but for the
// one about time, which is made of Deeds; those about kinds are made by FoePage,
// ItemPage, StatusPage and TerrainPage.
var Pages = slices.Concat(pagesOfPlay, pagesOfPlaces, pagesOfCompany)

// PagesIn returns all pages that are not about kinds.
func PagesIn(say *lang.Language) []Page {
	pages := make([]Page, 0, len(Pages)+1)
	for i := range Pages {
		if i == len(pagesOfPlay) {
			pages = append(pages, pacePage(say))
		}
		p := &Pages[i]
		paragraphs := p.paragraphs()
		for n, text := range paragraphs {
			paragraphs[n] = say.Text(text)
		}
		pages = append(pages, Page{Key: p.Key, Title: say.Text(p.Title), Text: strings.Join(paragraphs, "\n\n")})
	}
	return pages
}

// paragraphs returns the Text in pieces, each of which is said by itself.
func (p *Page) paragraphs() []string { return strings.Split(p.Text, "\n\n") }
