package content

// pagesOfPlaces are about what the caves are made of.
var pagesOfPlaces = []Page{
	{Key: "camp", Title: "The camp", Text: `The camp is lit and safe; nothing from below comes here. Its chest is everybody's: what one puts in, all may take. Its notice board keeps what is written on it for those who come later.

Kits are chosen here, before the first descent, and parties meet here.`},
	{Key: "levels", Title: "Kinds of level", Text: `Rooms and corridors were built, and are full of doors: good for those who fight one at a time.

Caves grew. There are few doors and many ways round; packs like them.

Mines have rails, carts, timber that burns and walls that are easily dug.

Flooded halls are half water. Things wait in it. Levers let some of it out.

Crypts are narrow and quiet, with coffins. What lies in them is rich, or awake.

Fungal groves shine by themselves. You need no torch, and cannot hide.

In all of them somebody has built rooms for a purpose: to guard, to lock away, to pray. You will know one when you see it.`},
	{Key: "doors", Title: "Doors, keys, levers and secrets", Text: `Walk into a door to open it. Closed doors keep out sight, light, gas and those who cannot open them.

A locked door has a number; the key with that number lies somewhere on the same level, always on your side of the door. Locked rooms are worth the walk.

A portcullis is moved by a lever, which may be far away. One can shoot and look through it. Other levers let water out of a room, with whatever was in it.

Hidden doors look like wall until somebody searches next to them.`},
	{Key: "altars", Title: "Altars, shrines and fountains", Text: `Touch an altar, and curses are lifted from what you carry. Lay treasure on it, and it blesses you in return; the more it was worth, the more.

A shrine gives a party its dead back, once. Keep in mind where you saw one.

A fountain heals whoever drinks from it, once. Coffins hold a find or a foe, and there is one way to find out.`},
	{Key: "water", Title: "Water, mud and rubble", Text: `Shallow water splashes, which is loud, and puts out fire. In deep water you swim: fire goes out, your scent is lost, and now and then the water takes something that you carry and do not wear. It drifts nearby.

Some foes live in the water and are not seen until you are next to them. On dry ground they are half as dangerous.

Mud and rubble cost time to cross. A bridge burns.`},
	{Key: "fire", Title: "Fire, lava and gas", Text: `Fire spreads over grass, boards, webs and bridges, hurts whoever stands in it, and lights the room. It burns out and leaves ash, which does not burn again: the safest place is often where it has just been.

Lava burns whoever stands in it, very much. Nobody walks into it unasked.

Poison gas thins as it spreads: one breath in a hall, death in a closet. Marsh gas is harmless until a flame reaches it, and then all of it explodes at once. Frost freezes, spores confuse, steam hides and scalds, and a healing mist heals both sides. Doors keep gas in, or out.`},
	{Key: "chasms", Title: "Chasms and falling", Text: `A chasm leads one level down, at once and with a hard landing. You arrive alone, somewhere, without the others.

A rope goes the same way without the landing, and friends can follow. Being thrown back by something that pushes counts as falling, for foes too: a chasm at their back is worth a weapon.`},
}
