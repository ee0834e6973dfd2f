package content

import "slices"

// Pages are the pages of the guide that are about the game as a whole; those
// about kinds are made by FoePage, ItemPage, StatusPage and TerrainPage.
var Pages = slices.Concat(pagesOfPlay, []Page{pacePage()}, pagesOfPlaces, pagesOfCompany)
