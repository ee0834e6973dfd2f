package content

import "slices"

// Items are the rows of the kinds of items, class by class.
//
// A bow's damage and its ammunition's are added. Power of Feed is in ticks
// until one is hungry again.
var Items = slices.Concat(
	blades, hafted, bows, ammunition, thrownWeapons, shields, armours, rings, lights,
	potions, scrolls, wands, staffs, provisions, bombs, tools, treasures, runestones,
)
