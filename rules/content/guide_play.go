package content

// pagesOfPlay are about what a hero does.
var pagesOfPlay = []Page{
	{Key: "first_steps", Title: "First steps", Text: `You stand in the camp. Nothing comes here: the fire is lit, the chest is for all, and the board keeps what you write on it.

Choose who you are, then find the ladder and climb down with your friends. Each level is harder than the one above. What you are looking for is the Heart, at depth 10, or less deep in a short run. Whoever lifts it and shares it wins the run for everyone on that level.

Nobody gains levels here. You grow by what you find and by what you share, so a friend who joins late is behind by her things alone, and things can be given.

Three habits that keep heroes alive: rest before you open the next door, fight in corridors, and use the good things while you still can.`},
	{Key: "fighting", Title: "Fighting", Text: `Walk into a foe to hit it, or ask to attack: then you go on until it is dead, out of reach, or your health is below the share that you have set. What a hit deals is said in numbers, and looking at a foe tells how many of your hits it takes to kill it and how many of its hits kill you.

No chance to hit is below 60 of 100. Armour is taken off each hit, and never more than three quarters of it. A shield stops some hits whole.

Time counts as much as strength. A dagger strikes twice in the time that a greatsword strikes once; a brute that takes long to swing can be hit and left. The guide tells of each foe how long its steps and strikes take.

Where you stand decides most fights. With your back to a wall or in a corridor fewer of them reach you. A door can be closed. Water puts out fire. Tall grass hides you from who shoots.

Whoever sleeps, or has not noticed you, is hit half as hard again; a dagger then does three times its damage.

While an enemy who is awake is in your sight you step carefully: each step takes twice as long as in peace. A foe that cannot win often knows it, and flees. Some come back with others.`},
	{Key: "weapons", Title: "Ways of weapons", Text: `Each weapon says what it can do besides hitting. A few of these are worth knowing beforehand.

Sweeping and cleaving are for crowds. A lunge wants a step straight at the foe. Reach hits two fields away: past a friend, or before they arrive. What staggers costs a foe its turn, and what parries turns hits aside, each only now and then. Holy weapons hurt the undead twice as much.

A weapon for two hands leaves none for a shield or a bow. Bows take their ammunition from your pack; the damage of both is added, and arrows that did not break lie where they fell.

Slow, heavy blows are better against armour than quick, light ones, because it is taken off each of them.`},
	{Key: "light", Title: "Seeing and light", Text: `You see what is in your line of sight and has light on it, and what is next to you. Your own torch or lantern lights a circle around you, for everyone.

Darkness hides foes from you, and you from them. Tall grass hides whoever stands in it. Smoke and steam block sight, and so do closed doors. Light burns down; a spent torch is followed by the next one in your pack.

Fire, lava, mushrooms, crystals and shrines give light of their own. Some things that live down here shun it.

What your party sees on your level you see too, unless the host wants it otherwise. What you have explored you remember.`},
	{Key: "noise", Title: "Noise and sneaking", Text: `Walking, fighting, doors and explosions make noise. It travels along open ground and through doors, not through walls. Foes that hear it come to look, and sleepers may wake. They do not know where you are until they see you, and they forget you when they have searched for a while.

Who sneaks makes a third of the noise and takes three times as long. Some kits are quieter than others by nature, and so is whoever wears the right coat or ring.

A clay rattle thrown into the next room has the noise made elsewhere.`},
	{Key: "things", Title: "Things", Text: `You carry 26 stacks. Walking picks up what lies there, if you have not turned that off; but you leave what you laid down yourself, and your party leaves what one of it has marked as junk.

There is a place for a weapon, for the other hand, for armour, for two rings and for a light. Before you put something on you can see what changes by it. Changing armour takes two seconds; do it in peace.

Anything can be thrown. Bottles break, and most do to those around what they do to a drinker. Wands have a few charges; staffs gain theirs back.

Give things to a friend next to you, lay them on the ground for all, or into the chest in the camp. Treasure is of use to nobody but altars.`},
	{Key: "unknown", Title: "Unknown things, curses and runes", Text: `Most potions, scrolls, wands and staffs are unknown at first, and look different in every world. Using one tells your whole party what it is, and so does a scroll of naming.

Drink first what you have several of: healing is the commonest bottle there is. Do it in peace, next to water and away from friends. What turns out bad to drink is good to throw.

Some things are cursed: they do not come off once worn. A curse costs something, and most give something to who learns to live with it. Altars and the right scroll lift it.

A rune makes a weapon or armour special. Runestones write one onto what you choose.`},
	{Key: "food", Title: "Food and rest", Text: `Wounds close by themselves, slowly, unless you are poisoned. A meal lasts long, and hunger only slows the healing to half; it never kills.

Bandages are for after the fight, potions for within it. In the camp everything heals quickly.`},
	{Key: "statuses", Title: "Conditions", Text: `Everything that ails or helps you has an end, and its ticks are shown. Ten ticks are one second.

Water ends fire at once; a potion of cleansing or a fountain ends fire, poison and the rest. Who is frozen, asleep or stuck cannot do much, and friends can stand in front. Who is blind or confused should mind where she stands before she does anything.

Good conditions can be drunk, worn as rings, or shared by a scroll. Each has a page of its own.`},
	{Key: "comfort", Title: "Going by itself", Text: `Explore walks to what is new and picks up on the way. Travel goes to a place that you know, over several levels if need be. Rest waits until you are well. Attack fights the nearest foe. Search looks for what is hidden. Follow stays with a friend.

Each goes on until it is done, and stops with a reason: when something dangerous comes into anyone's view, when you are hurt, when your health falls below the share that you have set. None of them steps into lava, deep water or a chasm; that has to be asked for, field by field. Only travel swims where nothing else leads, if you ask for it twice.

While a foe that is awake is in view you can't rest or search. Explore warns you of it once; ask again to explore all the same.

Find knows every thing and place that you have seen, on every level, by part of its name.`},
}
