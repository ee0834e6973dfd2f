package mapgen

// nestVaults are where foes live together.
var nestVaults = []vault{
	{name: "spider nest", theme: nest, first: 4, rows: `
  XXXXX
 XX.w.XX
XXwW.wwXX
Xw.w$w.wX
Xww.Ww!wX
XXw.w.wXX
 XX.w.XX
  XXeXX
`},
	{name: "den", theme: nest, first: 1, rows: `
 XXXXXXX
XX.b.N.XX
X.N.b...X
X..b.N.bX
XX.N..$XX
 XXX.XXX
   XeX
`},
	{name: "guardian hall", theme: nest, first: 4, kinds: []Kind{Rooms, Crypt, Flooded, Furnace}, rows: `
#############
#G..s...s..G#
#...........#
#....k.!....+
#...........#
#G..s...s..G#
#############
`},
	{name: "room of chests", theme: nest, first: 3, kinds: []Kind{Rooms, Crypt, Mine, Furnace}, rows: `
#########
#M.$.M.!#
#.......#
#$.M.$.M#
####+####
`},
	{name: "barracks", theme: nest, first: 2, kinds: []Kind{Rooms, Flooded, Mine, Furnace}, rows: `
###########
#N.y#.$N.k#
#...+.....#
#N..#..N..#
###+#######
`},
	{name: "archers' gallery", theme: nest, first: 3, kinds: []Kind{Rooms, Rift, Furnace, Crypt}, rows: `
#############
#R....A....R#
#::::::=::::#
#...........#
#.s..s.s..s.#
#...........#
######+######
`},
	{name: "tombs", theme: nest, first: 2, kinds: []Kind{Crypt, Rooms}, rows: `
###########
#C.C.C.C.C#
#.........#
e....s....e
#.........#
#C.C.C.C.C#
###########
`},
	{name: "ossuary", theme: nest, first: 3, kinds: []Kind{Crypt, Caves, Rooms}, rows: `
#########
#bUb.bUb#
#b..b..b#
#b.b!b.b#
#..bkb..#
##b...b##
 ###e###
`},
	{name: "prison", theme: nest, first: 3, kinds: []Kind{Rooms, Crypt, Mine, Furnace}, rows: `
###########
#N.P...P.N#
####...####
#!$P...P.F#
####...####
   #.../
   ##e##
`},
	{name: "pool of eyes", theme: nest, first: 2, kinds: []Kind{Flooded, Caves, Grove}, rows: `
 XXXXXXX
XX-----XX
X--~~~--X
X-~~V~~-X
X-~V~~~-X
X--~~~--X
XX--k--XX
 XXXeXXX
`},
}
