package mapgen

// shrineVaults are quiet places that help.
var shrineVaults = []vault{
	{name: "wayside shrine", theme: shrine, first: 1, rows: `
 #####
##...##
#..&..#
#.....#
##...##
 ##e##
`},
	{name: "mossy shrine", theme: shrine, first: 1, kinds: []Kind{Caves, Grove, Rift, Mine}, rows: `
  XXX
 XXXXX
XXo&oXX
Xo...oX
XX.o.XX
 XXeXX
`},
	{name: "drowned shrine", theme: shrine, first: 2, kinds: []Kind{Flooded, Caves, Rooms}, rows: `
#########
#~~~&~~~#
#~V~=~~~#
#~~~=~V~#
#---=---#
####+####
`},
	{name: "pillared shrine", theme: shrine, first: 2, kinds: []Kind{Rooms, Crypt, Flooded, Furnace}, rows: `
###########
#I...&...I#
#.I.....I.#
e.........e
#.I.....I.#
#I.......I#
###########
`},
	{name: "chapel", theme: shrine, first: 2, kinds: []Kind{Rooms, Crypt, Flooded, Furnace}, rows: `
#########
#*.._..*#
#.......#
#C.....C#
#.......#
#C.....C#
####+####
`},
	{name: "shrine of embers", theme: shrine, first: 5, kinds: []Kind{Furnace, Rift, Caves}, rows: `
 ########
##^^^^^^##
#^^a..a^^#
#^a.&..a^#
#^^a..a^^#
##^^..^^##
 ###ee###
`},
	{name: "altar in the rock", theme: shrine, first: 1, kinds: []Kind{Caves, Grove, Rift, Mine}, rows: `
 XXXXX
XXX_XXX
Xo...oX
X.s.s.X
XX...XX
 XXeXX
`},
	{name: "fountain court", theme: shrine, first: 1, kinds: []Kind{Rooms, Flooded, Crypt, Grove}, rows: `
#######
#o.".o#
#."f".#
e..-..e
#."-".#
#o...o#
###e###
`},
}
