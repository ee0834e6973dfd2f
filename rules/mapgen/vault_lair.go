package mapgen

// lairVaults hold the bosses, and the last two the Heart: that of a run of full length,
// and that of a shorter one, whose guard is the last boss above, if there is one.
var lairVaults = []vault{
	{name: "throne of the warren", theme: lair, first: 3, last: 3, rows: `
###############
#I....!.!....I#
#..s...B...s..#
#.............#
#..I.N...N.I..#
#.............#
#..s.......s..#
#I...........I#
######+#+######
`},
	{name: "hall of webs", theme: lair, first: 6, last: 6, rows: `
#################
#ww..w!.!.!w..ww#
#w..*..w.w..*..w#
#w..w...B...w..w#
+...............+
#w..I..w.w..I..w#
#ww..w.....w..ww#
#www..ww.ww..www#
########+########
`},
	{name: "drowned court", theme: lair, first: 9, last: 9, rows: `
#################
#~~~~~!.!.!~~~~~#
#~~--.......--~~#
#~-.....B.....-~#
e...............e
#~-..I.....I..-~#
#~~--.......--~~#
#~~~~~-...-~~~~~#
########e########
`},
	{name: "hall of the Heart", theme: heart, first: 10, last: 10, rows: `
#####################
#^^^^a...*H*...a^^^^#
#^^^a...........a^^^#
#^^..s.........s..^^#
#^a...............a^#
#a....*...B...*....a#
+...................+
#a....*.......*....a#
#^a...............a^#
#^^..s..G...G..s..^^#
#^^^a...........a^^^#
#^^^^aa.......aa^^^^#
##########+##########
`},
	{name: "small hall of the Heart", theme: heart, first: 1, last: 9, rows: `
###########
#I..*H*..I#
#a.......a#
#..s...s..#
#.........#
+....B....+
#.........#
#..s...s..#
#I..G.G..I#
#####+#####
`},
}
