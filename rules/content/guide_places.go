package content

// pagesOfPlaces are about what the caves are made of.
var pagesOfPlaces = []Page{
	{Key: "camp", Title: "The camp", Text: `The camp is lit and safe; nothing from below comes here, and wounds close quickly. Its chest is everybody's: what one puts in, all may take. Its notice board keeps what is written on it for those who come later.

Kits are chosen here, before the first descent.`},
	{Key: "levels", Title: "Kinds of level", Text: `Halls and corridors, caves, old mines, flooded halls, crypts, fungal groves, rifts and furnaces: each has its own ground and its own ways to die. Levels are joined by ladders downward and by passages in the outer walls sideways. Further from the ladder below the camp it is more dangerous, and there is more to find.

Halls are full of doors, which is good for those who would rather fight one at a time. Caves have few doors and many ways round, and packs like them. In mines there is timber that burns. In flooded halls something waits in the water. What lies in the coffins of a crypt is rich, or awake. A grove shines by itself: you need no torch, and cannot hide.`},
	{Key: "doors", Title: "Doors, keys, levers and secrets", Text: `Walk into a door to open it. Closed doors block sight, light and gas, and dampen noise; some foes open them and others don't. A locked door has a number, and so has the key that opens it, which is on the same level and always to be had before it.

A portcullis is moved by a lever somewhere on the level. One can look and shoot through it. Levers also drain flooded rooms.

Walls may be doors. Searching for a while next to a suspicious wall finds what is hidden within two steps. You never need a secret to get on.`},
	{Key: "altars", Title: "Altars, shrines, fountains and coffins", Text: `An altar takes offerings: lay something of worth on it. It lifts curses first, then makes what you fight with better, or closes your wounds; the more it was worth, the more. Treasure is worth the most.

A shrine brings back the dead of your party, once. Keep in mind where you saw one. A fountain heals, and ends what ails you, once. A coffin holds a find, or somebody.`},
	{Key: "hazards", Title: "Water, lava and chasms", Text: `Walking stops before each of these, unless you have turned that off: to go in has to be asked for.

Deep water takes from you what you do not wear, puts out fire, and hides your scent. Some foes live in it and are not seen until you are next to them; on dry ground they have nowhere to hide. Shallow water puts out fire, too.

Lava burns, very much. A chasm drops you to the level below, with bruises and without your friends; a rope lets you down without bruises. To be thrown back into one counts as well, for foes too.

Mud and rubble cost time to cross; with a pickaxe in hand, walk into rock to dig, and rubble is cleared. A web holds whoever walks into it, unless she bears an open flame, such as a torch.`},
	{Key: "fire", Title: "Fire and gas", Text: `Fire spreads over grass, wood, bridges and webs, and lights up the room. It leaves ash, which does not burn again: the safest place is often where it has just been.

Marsh gas is harmless until fire reaches it, and then it explodes. Poison gas thins as it spreads: one breath in a hall, many in a closet. Frost freezes, spores confuse, steam hides and scalds, and healing mist heals both sides.

A door between you and any of it helps.`},
}
