package content

// pagesOfCompany are about playing with others, and about how it ends.
var pagesOfCompany = []Page{
	{Key: "party", Title: "The party", Text: `The way down asks the party to gather: all who live and are awake must stand close to the ladder, then all go down together. Stepping onto it calls the others. The host may have turned that off.

A party sees what any of its members on the level sees, knows where everyone is, and learns together what potions and scrolls do. Show places to the others with a mark, and follow a friend without thinking. A hero whose player is away sleeps where she stands and is left alone.

Friends who stand idle make way when you walk into them. Whether shots, blasts, and blows that you mean for them can hurt them is up to the host.

Nobody falls behind for having played less: what makes a hero strong can be handed over.`},
	{Key: "death", Title: "Death and wisps", Text: `What a dead hero carried lies under a gravestone. Friends can take from it, or keep it for her. She goes on as a wisp: she flies near her party, sees, talks and shows places.

A shrine revives the wisps of a party, once. A sprig of lifewort revives one of them, from up to three fields away. And when the party next climbs down a ladder, its wisps live again below.

When all of a party are dead at once the run is lost, and its story goes into the hall of fame. Then any of them can begin a new one; after a victory, all who are there have to ask for it. The caves are dug anew, but for levels that another party is playing. Each death is explained: the last fifteen seconds, with numbers.

A host may be gentler or harder: where death is lenient the dead wake in the camp and keep what they wore, and where it is hardcore they do not come back.`},
	{Key: "heart", Title: "The Heart", Text: `It lies on a plinth at depth 10, below the camp, or less deep if your host wants short runs, and something guards it. Lifting it wakes everything on the level. Sharing it wins the run for all who are there. It cannot be copied, and where its bearer falls, it lies. When its bearer leaves the run, it is back on its plinth.

There is more below, for those who cannot leave it.`},
	{Key: "bosses", Title: "Those who rule", Text: `Four depths have a master: 3, 6, 9 and 10. Each sits in a place of its own, and may be asleep when you find it. It is the stronger the more heroes are on the level.

Each can be read about once it has been seen, and each has a way to be fought that is better than hitting it: the first counts on its collectors, the second on her webs, the third on his brothers and the cold, the last on your staying together.

They leave something behind, always.`},
	{Key: "clock", Title: "The clock", Text: `While you are the only one awake on a level, time waits for you: nothing moves until you want something. As soon as two share a level, it runs, ten ticks a second.

Anyone may ask for a hold, and lets go of her own. While each party here has somebody who asks, the level goes step by step: whenever all have acted, or three seconds have passed. The host may have turned that off.

What you do takes ticks: a step one, or two with an enemy in view, and three when you sneak; a blow as many as its weapon says.`},
	{Key: "talk", Title: "Talk, gestures and marks", Text: `What you say reaches your party, those near, or all: choose whom before you write, or begin with /near, /party or /all. A slash and the name of a gesture makes that gesture, as in /wave.

A mark shows your party a place: look at this, gather here, or danger. It shows on their maps too, and fades after a while. On the notice board in the camp messages stay.

Whoever bothers you can be ignored: then nothing that she says, shows or asks reaches you.`},
	{Key: "leaving", Title: "Leaving and coming back", Text: `Leave a friend's world, and your hero is out of it until you come back: then she stands where she left, with what she had. Only when your party has begun another run meanwhile does she begin anew, too, in the camp.

In your own world, or when the line is cut, she falls asleep where she is and is left alone. Nothing that you have seen happen is lost.`},
}
