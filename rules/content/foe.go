package content

// FoeKind says what a foe is.
type FoeKind uint8

// Ways are how a foe behaves besides walking up and hitting, as a set.
type Ways uint32

// The ways of behaving.
const (
	Pack       Ways = 1 << iota // several come together, flank, and flee when alone
	Archer                      // shoots Shot and keeps its distance
	Thief                       // takes an item and flees with it
	Summoner                    // calls Calls
	Burrower                    // digs through walls
	Ambusher                    // lies unseen in water or on the ceiling until one is near
	Shaman                      // heals and strengthens other foes
	Exploder                    // bursts into Bursts when it dies or is next to one
	Webber                      // throws webs, and walks on them
	Mimic                       // looks like an item until touched
	Ethereal                    // goes through walls
	Splitter                    // a hit that does not kill makes two of it
	Eater                       // eats items on the ground and gains health
	Guardian                    // acts only when a hero in its sight acts
	Flyer                       // over water, lava and chasms
	Swimmer                     // in deep water, and leaves it unwillingly
	Boss                        // its strength follows the number of heroes on the level
	Erratic                     // moves at random half of the time
	Firebrand                   // sets alight what it hits, and is not hurt by fire
	Chiller                     // slows what it hits
	Venomous                    // poisons what it hits
	Leech                       // heals by what it deals
	Grabber                     // holds what it hits
	Blinker                     // jumps to another field in sight now and then
	Mindless                    // never flees, feels no fear or confusion
	Nocturnal                   // fears light: flees from lit fields
	Opener                      // opens doors
	Harmless                    // attacks nobody
	Stationary                  // does not move
	Screamer                    // wakes all around it instead of attacking
	Feeder                      // eats corpses and attacks Feuds on sight
	Reviver                     // rises again unless burnt or killed twice
)

// Foe is a row of Foes. Its Name takes an article: "the cave rat".
type Foe struct {
	Key, Name, Text string
	Glyph           rune
	Colour, Picture string
	Sound           string // key of the sound it makes when it notices one

	Depth, Last int // first and last depth that it is found at; Last 0: without end
	Weight      int // how often, among those of its depth; 0: only where a vault, boss or summoner puts it
	Cost        int // of the level's budget
	Group       int // how many come together at most, 0 is 1

	Health  int // at most
	Damage  int // of a hit, before armour, on average; deals 3/4 to 5/4 of it
	Hit     int // percent that it hits, at least 60
	Armour  int // taken off each hit
	Walk    int // ticks a step takes
	Strike  int // ticks an attack takes
	Sight   int // cells it notices things at, in light
	Hearing int // percent of a noise's loudness it hears, 100 is usual
	Sleeps  int // percent that it sleeps when it is made
	Flees   int // percent of its health below which it flees, 0 never
	Ways    Ways
	Undead  bool      // holy weapons hurt it twice as much
	Shot    string    // what an Archer shoots, a Key of Shots
	Range   int       // cells, of a shot, web or spell
	Calls   string    // Key of the foe a Summoner calls
	Falls   bool      // apart with the one that called it
	Bursts  CloudKind // what an Exploder leaves
	Feuds   []string  // Keys of foes it fights
	Immune  []StatusKind
	Light   int // radius of the light it gives
	Tint    string
	Drops   int // percent that it leaves an item
}

func (f Foe) key() string { return f.Key }

// Has reports whether the foe has all of these ways.
func (f *Foe) Has(w Ways) bool { return f.Ways&w == w }

// Row returns the kind's row.
func (k FoeKind) Row() *Foe { return &Foes[k] }

// MarshalText returns the kind's key.
func (k FoeKind) MarshalText() ([]byte, error) { return foeTable.marshal(k) }

// UnmarshalText reads a key.
func (k *FoeKind) UnmarshalText(b []byte) error { return foeTable.unmarshal(k, b) }

var foeTable = newTable[FoeKind]("foe", Foes)

// FoeByKey returns the kind with that key.
func FoeByKey(key string) (FoeKind, bool) { return foeTable.lookup(key) }

// ShotByKey returns the row of Shots with that key.
func ShotByKey(key string) (*Shot, bool) {
	for i := range Shots {
		if Shots[i].Key == key {
			return &Shots[i], true
		}
	}
	return nil, false
}

// Shot is a row of Shots.
type Shot struct {
	Key, Name string
	Glyph     rune
	Picture   string
	Sound     string
	Status    StatusKind // that it inflicts for Ticks, if Ticks is not 0
	Ticks     int
}

func (s Shot) key() string { return s.Key }
