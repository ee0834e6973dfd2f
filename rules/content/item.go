package content

// ItemKind says what an item is.
type ItemKind uint8

// Class is a kind of item in the large.
type Class uint8

// The classes of items.
const (
	Weapon Class = iota
	Bow          // shoots Ammo of its Calibre
	Ammo
	Thrown
	Shield
	Armour
	Ring
	Light // torch or lantern
	Potion
	Scroll
	Wand
	Staff // a wand that recharges
	Food
	Bomb
	Key
	Rope
	Herb
	Rune     // makes a weapon or armour special
	Treasure // only to be had, and offered at altars
	HeartClass
	Corpse
	classes
)

// ClassNames are the classes in words, singular.
var ClassNames = [classes]string{
	"weapon", "bow", "ammunition", "thrown weapon", "shield", "armour", "ring", "light", "potion", "scroll",
	"wand", "staff", "food", "bomb", "key", "rope", "herb", "rune", "treasure", "heart", "corpse",
}

// String returns the class in words.
func (c Class) String() string {
	if c >= classes {
		return "invalid"
	}
	return ClassNames[c]
}

// Slot is where an item is worn.
type Slot uint8

// The slots; NoSlot is for what is not worn.
const (
	NoSlot Slot = iota
	MainHand
	OffHand
	Body
	LeftRing
	RightRing
	LightSlot
	slots
)

// SlotNames are the slots' words on the wire.
var SlotNames = [slots]string{"", "weapon", "off_hand", "armour", "ring_left", "ring_right", "light"}

// Skills are what a weapon can do besides hitting, as a set.
type Skills uint16

// The skills of weapons.
const (
	Sweep    Skills = 1 << iota // hits all foes next to one
	Lunge                       // hits harder after a step straight at the foe
	Stagger                     // now and then costs the foe its turn
	Sneak                       // thrice the damage to who sleeps or has not noticed
	Reach                       // hits two fields away
	Cleave                      // what a kill leaves over hits another foe next to one
	Parry                       // now and then turns a hit aside
	TwoHands                    // leaves no hand for a shield or bow
	Returns                     // a thrown one comes back
	Pierce                      // goes through the first it hits
	Holy                        // twice the damage to the undead
	Fiery                       // sets alight
	Icy                         // slows
	Vampiric                    // heals by a part of what it deals
	Digging                     // digs through rubble and rock
)

// EffectKind is what using an item does; rules/effect.go does it.
type EffectKind uint8

// The effects.
const (
	NoEffect    EffectKind = iota
	Heal                   // Power health
	Inflict                // Status for Ticks on the one who uses it, or who is hit
	Cure                   // all bad statuses
	Gas                    // a cloud of Cloud, Power units
	Explode                // Power damage in Radius
	Strike                 // Power damage to the first in the way (wands)
	Ray                    // Power damage to all in the way
	Blink                  // to a random field in sight
	Teleport               // to a random field of the level
	MapLevel               // explores the level
	Detect                 // shows items, or foes
	Identify               // one item, or everything carried
	Enchant                // an armour or weapon carried, by one
	Uncurse                //
	DigWall                // a tunnel
	Grow                   // tall grass and roots around
	Summon                 // an ally, Foe
	Sleepen                // foes in sight fall asleep
	Scare                  // foes in sight flee
	Charm                  // the foe hit fights for the party
	Polymorph              // the foe hit becomes another kind
	Push                   // back Power fields
	Pull                   // towards the user
	Swap                   // places
	Alarm                  // noise: wakes the level
	Darken                 // puts out lights
	Brighten               // lights the surroundings
	Recharge               // wands carried
	Revive                 // a friend's wisp
	Drain                  // water and gas around vanish
	Flood                  // shallow water around
	Freeze                 // water to ice: water around becomes floor
	ShieldAll              // friends in sight are shielded
	Feed                   // Power of food
	Descend                // a hole: down a level
	Recall                 // to the camp
	Duplicate              // one stack carried grows by one; never the Heart
	MakeRope               // down a chasm without harm
	Etch                   // a rune onto an item carried
	MaxHealth              // Power more health at most, for all of the party here
	effectKinds            // the number of kinds
)

// Effect is what an item does when it is used, thrown or zapped.
type Effect struct {
	Kind   EffectKind
	Power  int
	Radius int
	Status StatusKind
	Ticks  int
	Cloud  CloudKind
	Foe    string // Key
	Rune   string // Key of the rune that Etch writes
}

// Item is a row of Items.
type Item struct {
	Key, Name, Text string // Name in the singular, without article
	Plural          string // "" is Name with an s
	Class           Class
	Glyph           rune
	Colour, Picture string
	Sound           string // of using it

	Depth, Last int // first and last depth that it is found at; Last 0: without end
	Weight      int // how often among those of its depth; 0: only where something puts it
	Value       int // of the level's loot budget
	Stack       int // how many make a stack at most, 0 is 1
	Slot        Slot
	Speed       int // ticks that using it, or an attack with it, takes

	Damage  int    // as a Foe's
	Armour  int    // taken off each hit
	Block   int    // percent of hits that a shield stops
	Range   int    // cells, of a bow, thrown weapon or wand
	Calibre string // of a Bow and its Ammo
	Skills  Skills
	Light   int // radius
	Tint    string
	Flame   bool // burns openly: webs that its bearer walks into burn away
	Fuel    int  // ticks of light that a fresh one has, 0 without end
	Charges int  // of a fresh wand or staff
	Refill  int  // ticks in which a staff gains a charge
	Unknown bool // its kind must be found out, and its looks differ from world to world
	Effects []Effect
	Worn    []Effect // while it is worn (rings); of Kind Inflict, Ticks ignored
	Cursed  int      // percent of those found that are cursed
	Breaks  int      // percent of uses after which it is gone (thrown, ammo)
	Noise   int      // loudness of using it
}

func (i Item) key() string { return i.Key }

// Row returns the kind's row.
func (k ItemKind) Row() *Item { return &Items[k] }

// MarshalText returns the kind's key.
func (k ItemKind) MarshalText() ([]byte, error) { return itemTable.marshal(k) }

// UnmarshalText reads a key.
func (k *ItemKind) UnmarshalText(b []byte) error { return itemTable.unmarshal(k, b) }

var itemTable = newTable[ItemKind]("item", Items)

// ItemByKey returns the kind with that key.
func ItemByKey(key string) (ItemKind, bool) { return itemTable.lookup(key) }

// RuneKind makes a weapon or armour special. The zero value is none.
type RuneKind uint8

// RuneRow is a row of Runes.
type RuneRow struct {
	Key, Name, Text string // Name as in "of embers"
	Weapon          bool   // for weapons, otherwise for armour
	Skills          Skills // added to a weapon's
	Worn            []Effect
	Damage, Armour  int  // added
	Bad             bool // a curse that teaches
}

func (r RuneRow) key() string { return r.Key }

// Row returns the kind's row.
func (k RuneKind) Row() *RuneRow { return &Runes[k] }

// MarshalText returns the kind's key.
func (k RuneKind) MarshalText() ([]byte, error) { return runeTable.marshal(k) }

// UnmarshalText reads a key.
func (k *RuneKind) UnmarshalText(b []byte) error { return runeTable.unmarshal(k, b) }

var runeTable = newTable[RuneKind]("rune", Runes)

// RuneByKey returns the kind with that key.
func RuneByKey(key string) (RuneKind, bool) { return runeTable.lookup(key) }

// throwReach is how far things fly that aren't made for it, in cells.
const throwReach = 7

// Reach returns how far the item flies, shoots or is zapped, in cells.
func (it *Item) Reach() int {
	switch {
	case it.Range > 0:
		return it.Range
	case it.Class == Wand || it.Class == Staff:
		return 1
	}
	return throwReach
}
