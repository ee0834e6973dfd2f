package content

// Pages are the pages of the guide that are no kind's.
var Pages = []Page{
	{Key: "first_steps", Title: "First steps", Text: `You stand in the camp. Nothing comes here: the fire is lit, the chest is for all, and the board keeps what you write on it.

Choose who you are, then find the ladder and climb down with your friends. What you are looking for is the Heart, at depth 10. Whoever lifts it and shares it wins the run for everyone on that level.

Nobody gains levels here. You grow by what you find and by what you share, so a friend who joins late is behind by her things alone, and things can be given.`},
	{Key: "fighting", Title: "Fighting", Text: `Walk into a foe to hit it. What a hit deals is said in numbers, and looking at a foe tells how many of your hits it takes to kill it and how many of its hits kill you.

No chance to hit is below 60 of 100. Armour is taken off each hit, and never more than three quarters of it. A shield stops some hits whole.

Whoever sleeps, or has not noticed you, is hit harder; a dagger then does three times its damage. With your back to a wall or in a corridor fewer of them reach you.

While an enemy who is awake is in your sight you step carefully: each step takes twice as long as in peace.`},
	{Key: "light", Title: "Seeing and light", Text: `You see what is in your line of sight and has light on it, and what is next to you. Your own torch or lantern lights a circle around you, for everyone.

Darkness hides foes from you, and you from them. Tall grass hides whoever stands in it. Light burns down; a spent torch is followed by the next one in your pack.

What your party sees on your level you see too, unless the host wants it otherwise.`},
	{Key: "noise", Title: "Noise and sneaking", Text: `Walking, fighting, doors and explosions make noise. It travels along open ground and through doors, not through walls. Foes that hear it come to look, and sleepers may wake.

Who sneaks makes a third of the noise and takes three times as long. Some kits are quieter than others by nature.`},
	{Key: "things", Title: "Things", Text: `You carry 26 stacks. Walking picks up what lies there, if you have not turned that off; what you drop is marked as junk and left alone.

There is a place for a weapon, for the other hand, for armour, for two rings and for a light. Changing armour takes two seconds; do it in peace.

Anything can be thrown. Bottles break and do to those around what they do to a drinker. Arrows that did not break lie where they fell.

Give things to a friend next to you, lay them on the ground for all, or into the chest in the camp.`},
	{Key: "unknown", Title: "Unknown things, curses and runes", Text: `Most potions, scrolls, wands and staffs are unknown at first, and look different in every world. Using one tells your whole party what it is, and so does a scroll of naming.

Some things are cursed: they do not come off once worn. A curse costs something and gives something. Altars and the right scroll lift it.

A rune makes a weapon or armour special. Runestones write one onto what you choose.`},
	{Key: "food", Title: "Food and rest", Text: `Wounds close by themselves, slowly, as long as you are not hungry. A meal lasts long, and hunger only stops the healing.

In the camp everything heals quickly.`},
	{Key: "doors", Title: "Doors, keys, levers and secrets", Text: `Closed doors block sight and dampen noise; some foes open them and others don't. A locked door has a number, and so has the key that opens it, which is on the same level and always to be had before it.

A portcullis is moved by a lever somewhere on the level. Levers also drain flooded rooms.

Walls may be doors. Searching for a while next to a suspicious wall finds what is hidden within two steps. You never need a secret to get on.`},
	{Key: "hazards", Title: "Water, lava, chasms, fire and gas", Text: `Deep water takes from you what you do not wear, and puts out fire. Lava burns. A chasm drops you to the level below, with bruises; a rope lets you down without. You never walk into any of them by mistake: it has to be asked for.

Fire spreads over grass, wood and webs. Marsh gas explodes when fire reaches it. Poison gas thins as it spreads; a door between you and it helps.`},
	{Key: "party", Title: "The party", Text: `The way down asks the party to gather: all who live and are awake must stand close to the ladder, then all go down together. The host may have turned that off.

Show places to the others with a mark, and follow a friend without thinking. A hero whose player is away sleeps where she stands and is left alone.

Friends who stand idle make way when you walk into them.`},
	{Key: "death", Title: "Death and wisps", Text: `What a dead hero carried lies under a gravestone. Friends can take from it, or keep it for her. She goes on as a wisp: she flies near her party, sees, talks and shows places.

A shrine revives the wisps of a party, once. A sprig of lifewort does, next to the wisp. And when the party next goes deeper than it has been, its wisps come back with it.

When all of a party are dead at once the run is lost, and its story goes into the hall of fame. Then a new one begins.`},
	{Key: "heart", Title: "The Heart", Text: `It lies on a plinth at depth 10, below the camp, and something guards it. Lifting it wakes everything on the level. Sharing it wins the run for all who are there. There is more below, for those who cannot leave it.`},
	{Key: "clock", Title: "The clock", Text: `While you are the only one awake on a level, time waits for you: nothing moves until you want something. As soon as two share a level, it runs.

Anyone may ask for a hold. Then the level goes step by step: whenever all have acted, or three seconds have passed.`},
	{Key: "comfort", Title: "Going by itself", Text: `Explore walks to what is new and picks up on the way. Travel goes to a place that you know, over several levels if need be. Rest waits until you are well. Attack fights the nearest foe. Search looks for what is hidden.

Each goes on until it is done, and stops with a reason: when something dangerous comes into anyone's view, when you are hurt, when your health falls below the share that you have set.`},
	{Key: "levels", Title: "Kinds of level", Text: `Halls and corridors, caves, old mines, flooded halls, crypts, fungal groves, rifts and furnaces: each has its own foes and its own ways to die. Levels are joined by ladders downward and by passages in the outer walls sideways. Further from the ladder below the camp it is more dangerous, and there is more to find.`},
	{Key: "altars", Title: "Altars, shrines, fountains and coffins", Text: `An altar takes offerings: lay something of worth on it. It lifts curses first, then makes what you fight with better, or closes your wounds.

A shrine brings back the dead of your party, once. A fountain heals, once. A coffin holds a find, or somebody.`},
}
