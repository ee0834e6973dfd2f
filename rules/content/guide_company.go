package content

// pagesOfCompany are about playing with others, and about how it ends.
var pagesOfCompany = []Page{
	{Key: "party", Title: "The party", Text: `Ask somebody into your party, or accept when you are asked. A party sees what any of its members on the level sees, knows where everyone is, and learns together what potions and scrolls do.

Mark a field to say look here, gather, or danger. Follow a friend, and you stay next to her. Talk to those near you, to the party or to all, and ignore whom you do not want to hear.

The ladder down asks the party to gather, so that nobody is left behind; the host may have set that free. Passages to the side and ladders up can be taken alone.

Nobody falls behind for having played less: what makes a hero strong can be handed over. Whether blows can hit friends is up to the host.`},
	{Key: "death", Title: "Death and wisps", Text: `Where a hero dies, a gravestone stands, with all that she carried. Friends may take from it, or leave it for her.

She herself goes on as a wisp: she flies near her party, sees, talks and points things out. A shrine brings her back, a sprig of lifewort in a friend's hand does, and so does the party's next descent.

When all of a party are dead at once, the run is lost. Its story goes to the hall of fame, and a new run can begin at once. Each death is explained: the last fifteen seconds, with numbers.

A host may be gentler or harder: lenient worlds wake the dead in the camp, hardcore ones do not wake them.`},
	{Key: "heart", Title: "The Heart", Text: `The Heart lies at depth 10, on a plinth, and is guarded. Whoever lifts it carries a light that everything on the level sees, and the guard goes after her.

Once it is lifted, those who are on the level when it is shared have won. It cannot be copied, and where its bearer falls, it lies.

The ladder goes on below. Nobody who went there has needed to.`},
	{Key: "bosses", Title: "Those who rule", Text: `Four depths have a master: 3, 6, 9 and 10. Each sits in a place of its own and may be asleep when you find it. Its health follows the number of heroes on the level.

Each can be read about once it has been seen, and each has a way to be fought that is better than hitting it: the first counts on its collectors, the second on her webs, the third on the water, the last on your staying together.

They leave something behind, always.`},
	{Key: "clock", Title: "The clock and holding", Text: `Alone on a level, time waits for you: nothing moves until you do something, and you may think as long as you like.

As soon as two are awake on a level, time runs by itself, ten ticks a second. Any member of a party may ask to hold: then the level goes step by step, whenever all have acted or three seconds have passed. The host may have turned that off.

What you do takes ticks: a step one, or two with an enemy in view, and three when you sneak; a blow as many as its weapon says. When you are busy you are told for how long.`},
	{Key: "leaving", Title: "Leaving and coming back", Text: `When you leave, your hero falls asleep where she is and wakes when you come back. Nothing that you have seen happen is lost. In a dangerous place, a friend who waits next to her does more than a closed door.

A cut line or a stopped server is the same as leaving, only shorter.`},
}
