package mapgen

// treasureVaults hold finds behind locks, levers and walls.
var treasureVaults = []vault{
	{name: "strongroom", theme: treasure, first: 1, rows: `
#######
#I!.!I#
#..$..#
#I...I#
###L###
`},
	{name: "twin lockers", theme: treasure, first: 2, kinds: []Kind{Rooms, Crypt, Flooded, Mine}, rows: `
###########
#!.#...#.!#
#..L.I.L.$#
#$.#...#..#
#####+#####
`},
	{name: "treasury", theme: treasure, first: 3, rows: `
#########
##!#M#$##
#..#.#..#
#I.....I#
##.....##
 ###L###
`},
	{name: "armoury", theme: treasure, first: 2, kinds: []Kind{Rooms, Crypt, Flooded, Furnace}, rows: `
########
#A.AA.A#
#......#
#s....s#
###L####
`},
	{name: "hidden store", theme: treasure, first: 1, rows: `
######
#$.!.#
#....S
######
`},
	{name: "false wall", theme: treasure, first: 1, kinds: []Kind{Rooms, Crypt, Flooded, Mine}, rows: `
#########
#...#!.$#
e.b.S...#
#...#i..#
#########
`},
	{name: "drowned treasury", theme: treasure, first: 2, rows: `
###########
#~~~~~~~~~#
#~!~V~~~!~#
#~~~~$~~~~#
#--~~~~~--#
#.........#
##/##+#####
`},
	{name: "barred treasury", theme: treasure, first: 4, kinds: []Kind{Rooms, Crypt, Flooded, Furnace}, rows: `
#############
#!.$#.....#G#
#...P.....+./
#!.$#.....###
#######+#####
`},
	{name: "cistern", theme: treasure, first: 3, kinds: []Kind{Flooded, Rooms, Crypt}, rows: `
 #########
##~~~~~~~##
#~~V~~~V~~#
#~~~!~!~~~#
#~~~~~~~~~#
##~~~~~~~##
 #~--.--~#
 /...k...#
 ####+####
`},
	{name: "jeweller's cell", theme: treasure, first: 4, kinds: []Kind{Crypt, Furnace, Rooms}, rows: `
#########
#!.*#*.!#
#...#...#
##S##.###
#.......#
#..s.s..#
####L####
`},
	{name: "chained doors", theme: treasure, first: 4, kinds: []Kind{Rooms, Crypt, Mine}, rows: `
###########
#!!.#s.k.s#
#...L.....#
#$..#.....#
#######L###
`},
}
