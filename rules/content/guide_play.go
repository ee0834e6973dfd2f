package content

// pagesOfPlay are about what a hero does.
var pagesOfPlay = []Page{
	{Key: "first_steps", Title: "First steps", Text: `You begin in the camp, where nothing can hurt you. Choose a kit, look into the chest, read the notice board, and take the ladder down.

Below, the caves go down level by level; each is harder than the one above. At depth 10 lies the Heart. Lift it, bring those who are to win with you onto its level, and share it: that wins the run for all of them.

There are no levels to gain and no experience to collect. You grow by what you find and by what your friends hand you, so walk into every room that you dare, and leave the rest.

Three habits that keep heroes alive: rest before you open the next door, fight in corridors, and use the good things while you still can.`},
	{Key: "fighting", Title: "Fighting", Text: `Walk into a foe to hit it, or ask to attack: then you go on until it is dead, out of reach, or your health is below the share that you have set.

Every blow states its damage. Armour is taken off each hit, but a quarter of it always arrives. A shield stops a share of hits altogether. Nothing hits less than six times in ten, and you can ask of any foe how many hits it takes, and how many you do.

Time matters more than strength. A dagger strikes three times while a greatsword strikes once and a half; a brute that takes long to swing can be hit and left. Look a foe up to see how long its steps and strikes take.

Where you stand decides most fights. In a corridor one fights you at a time. A door can be closed. Water puts out fire. Tall grass hides you from who shoots. What is asleep or has not noticed you takes half as much again from any weapon, and thrice as much from one that is made for it.

A foe that cannot win often knows it, and flees. Some come back with others.`},
	{Key: "weapons", Title: "Weapons and what they can do", Text: `Each weapon says what it can do besides hitting.

Sweep hits all foes next to you. Lunge hits harder after a step straight at the foe. Stagger now and then costs a foe its turn. Sneak deals three times the damage to who sleeps or has not noticed you. Reach hits two fields away, past a friend. Cleave lets what a kill leaves over hit another. Parry turns hits aside. Piercing goes through the first it hits. Holy hurts the undead twice as much.

A weapon for two hands leaves none for a shield or a bow. Bows take their ammunition from your pack; the damage of both is added, and most arrows can be picked up again.

Anything can be thrown. What is made for it flies further and hits.`},
	{Key: "light", Title: "Seeing and light", Text: `You see what is lit and in line of sight, and what your own light reaches. Darkness hides foes from you, and you from them: a torch in your hand is seen from afar.

Torches and lanterns burn down, and you are warned in time. Some lights never go out. Fire, lava, mushrooms, crystals and shrines give their own.

Some things that live down here shun light. Some fly towards it. Smoke and steam block sight, and so do closed doors.

Your party shares what its members on a level see, if the host has not turned that off. What you have explored you remember.`},
	{Key: "noise", Title: "Noise and sneaking", Text: `Everything makes noise: walking a little, doors more, fighting a lot, and an explosion is heard across the level. Noise travels over open ground and round corners; walls and closed doors stop it.

What sleeps may wake by it, what is awake comes to look. It does not know where you are until it sees you, and it forgets you when it has searched for a while.

Sneaking is slower and much quieter. So are some kits, rings and armours. A rattle thrown into the next room is a way to have that noise made elsewhere.`},
	{Key: "things", Title: "Things and slots", Text: `You wear a weapon, something in the other hand, armour, two rings and a light; the rest is in your pack. Before you put something on, you are told what changes. Armour takes a while to change, so not in front of a foe.

Walking over a thing picks it up, unless you have turned that off or marked its kind as junk. Hand things to a friend next to you, or put them down for whoever comes. What lies in the camp's chest is everybody's.

Wands have a few charges. Staffs gain theirs back. Bombs and flasks are thrown. Runestones make a weapon or armour special, once, and for good. Treasure is of use to nobody but altars.`},
	{Key: "unknown", Title: "Unknown things and curses", Text: `Potions, scrolls, wands and some staffs do not say what they are. Their looks differ from world to world. Use one and the whole party knows that kind from then on; a scroll of naming tells without.

A bottle of something bad is a good thing to throw. So drink what you have many of: people bottle healing more often than poison. And stand somewhere sensible, next to water and away from friends.

Some weapons, armours and rings are cursed: once put on, they do not come off. That is a nuisance, not a death: most curses give something, too, to who learns to live with them. An altar lifts them, a scroll of absolution does, and an amber jelly will have your ring if you are quick to drop the rest.`},
	{Key: "food", Title: "Food and fuel", Text: `Hunger is slow and never kills. A hungry hero's wounds do not close by themselves, that is all; bread is common enough, and one meal lasts.

Light is the other thing that runs out. A torch burns for some minutes of walking, a lantern for several levels. When yours burns low you are told; another of the same kind is lit by itself.`},
	{Key: "statuses", Title: "Conditions", Text: `Everything that ails or helps you has an end, and its ticks are shown. Ten ticks are one second.

Poison and fire take health; water ends fire at once, a potion of cleansing ends both. Frozen, asleep, stuck: you cannot do much, and friends can help. Slow and haste change how long everything takes. Blind, confused, afraid: mind where you stand before you do anything.

Good ones can be worn as rings, drunk, or shared by a scroll. Look any of them up by name.`},
	{Key: "comfort", Title: "Travelling, exploring, resting", Text: `You need not walk field by field. Travel goes to a place, to the nearest ladder, door or altar, or to anything that you have found before. Explore walks through what you have not seen and picks up what lies there. Rest waits until you are healed. Attack goes for the nearest foe and keeps hitting.

All of them stop, and say why, when something new and dangerous comes into view, when you are hurt, or when there is a choice to make. None of them steps into lava, deep water, webs or a chasm by itself; that you have to ask for, field by field.

Search looks for hidden doors around you. A dead end, or an empty place on the map with rooms all around, is worth five searches.

Find knows every thing and place that you have seen, on every level, by part of its name.`},
}
