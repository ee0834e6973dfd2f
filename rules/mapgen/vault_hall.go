package mapgen

// hallVaults are to cross, to read or to look at.
var hallVaults = []vault{
	{name: "library", theme: hall, first: 2, kinds: []Kind{Rooms, Crypt, Flooded, Furnace}, rows: `
############
#?.I?.?I.?.#
#.I..I..I..#
#..........+
#.I..I..I..#
#?.I..?I.?.#
############
`},
	{name: "alchemist's store", theme: hall, first: 2, kinds: []Kind{Rooms, Crypt, Mine, Flooded}, rows: `
#######
#i...i#
#..I..#
#i.y.i#
###+###
`},
	{name: "larder", theme: hall, first: 1, kinds: []Kind{Rooms, Mine, Crypt}, rows: `
######
#y.y.#
#.,,.#
#y,,F#
##+###
`},
	{name: "chasm bridge", theme: hall, first: 2, rows: `
#############
#...:::::...#
e...=====...e
#...:::::...#
#############
`},
	{name: "lava causeway", theme: hall, first: 5, rows: `
#############
#..^^^^^^^..#
#..^^a.a^^..#
e.....!.....e
#..^^a.a^^..#
#..^^^^^^^..#
#############
`},
	{name: "gas chamber", theme: hall, first: 2, kinds: []Kind{Rooms, Mine, Flooded, Crypt}, rows: `
#########
#hhh!hhh#
#hhhihhh#
#h.h.h.h#
####+####
`},
	{name: "spore garden", theme: hall, first: 2, kinds: []Kind{Grove, Caves}, rows: `
 XXXXXXX
XXmomomXX
XoN.m.NoX
Xm..!..mX
XX.NmN.XX
 XX.o.XX
  XXeXX
`},
	{name: "cart depot", theme: hall, first: 1, kinds: []Kind{Mine}, rows: `
###########
#%%%%%%%%c#
#.c.,,,.$.#
e%%%%%%%%%e
#.,,,.c.$.#
#%%%%c%%%%#
###########
`},
	{name: "fallen gallery", theme: hall, first: 1, kinds: []Kind{Mine, Caves, Rift}, rows: `
XXXXXXXXXXX
Xrr.rr.$rrX
e.rr.r.rr.e
XXr.rr.rXXX
  XXXXXXX
`},
	{name: "rotunda", theme: hall, first: 1, kinds: []Kind{Rooms, Crypt, Flooded, Furnace}, rows: `
  ##e##
 ##...##
##.I.I.##
#...F...#
e..s.s..e
#...$...#
##.I.I.##
 ##...##
  ##e##
`},
	{name: "crystal cave", theme: hall, first: 2, kinds: []Kind{Caves, Grove, Rift, Mine, Furnace}, rows: `
 XXXXXXX
XX*.m.*XX
X*.o!o.*X
X..m.m..X
XX*...*XX
 XXXeXXX
`},
	{name: "garden", theme: hall, first: 1, kinds: []Kind{Grove, Rooms, Caves}, rows: `
 #######
##"||"##
#"|||""#
#||f$||#
#""||""#
##"||"##
 ##e####
`},
}
