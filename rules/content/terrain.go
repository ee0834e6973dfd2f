package content

// TerrainKind says what a field is made of. The zero value is Rock.
type TerrainKind uint8

// The kinds of terrain.
const (
	Rock         TerrainKind = iota // never dug
	Wall                            // built
	SecretDoor                      // looks like Wall until it is found
	Floor                           // bare ground
	Planks                          // a wooden floor; burns
	Rail                            // of a mine; only looks
	DoorClosed                      // blocks sight until someone walks through
	DoorOpen                        //
	DoorLocked                      // needs the key of its number
	Portcullis                      // opened by a lever; does not block sight
	LadderDown                      //
	LadderUp                        //
	Passage                         // in the level's outer wall, to the level beside
	Bridge                          // over water, lava or a chasm; burns
	ShallowWater                    //
	DeepWater                       // loosens what is carried, puts out fire, hides scent
	Lava                            // burns who walks there; foes and heroes avoid it
	Chasm                           // who goes there falls a level
	Grass                           //
	TallGrass                       // hides who stands in it; burns, and is trampled
	Mushrooms                       // glow
	Rubble                          // slow to cross
	Web                             // holds who walks into it; burns
	Moss                            // glows faintly
	Bones                           // only look
	Mud                             // slow to cross
	Ash                             // what fire leaves
	Altar                           // curses are lifted and offerings taken here
	Shrine                          // revives the dead of a party, once
	ShrineSpent                     //
	Chest                           // the camp's, shared by all
	NoticeBoard                     // keeps messages
	Campfire                        // lights the camp
	Torch                           // in a wall, lights its surroundings
	Lever                           // moves a portcullis or drains a room
	LeverPulled                     //
	Statue                          // blocks the way, not sight
	Pillar                          // blocks both
	Crystal                         // blocks the way, not sight; glows
	Cart                            // a mine's prop: blocks the way
	Coffin                          // opened, may hold a foe or a find
	CoffinOpen                      //
	Fountain                        // drinking heals a little, once
	FountainDry                     //
	HeartPlinth                     // where the Heart lies at depth 10
	Gravestone                      // holds what a dead hero carried
	terrainKinds                    // the number of kinds
)

// Terrain is a row of Terrains.
type Terrain struct {
	Key     string // stable name
	Name    string // for a person: "tall grass"
	Text    string // one or two sentences
	Code    byte   // on the wire, one printable ASCII character of its own
	Glyph   rune   // on a classic map
	Colour  string // of the glyph, a name of Colours
	Picture string // key of its picture
	Sound   string // key of the sound of a step on it, "" for none

	Walk    bool        // can be walked on
	Opaque  bool        // blocks sight
	Fly     bool        // can be flown over, if it can't be walked on
	Dig     bool        // a burrower gets through
	Burns   int         // percent a tick that fire next to it sets it alight, 0 never
	Becomes TerrainKind // what it is when burnt
	Light   int         // radius of the light it gives, 0 for none
	Tint    string      // colour of that light, a name of Colours
	Slow    int         // ticks that a step onto it costs besides
	Harm    int         // health it takes each tick from who stands on it
	Liquid  bool        // puts out fire
	Hides   bool        // who stands on it is seen only from next to it
	Avoid   bool        // travel and exploring go around it
	Acts    string      // what touching it does, for the guide; "" if nothing
	Verbs   []string    // what can be asked of it from next to it, on a ladder from it
	Put     string      // where one puts something there, "into the chest"
}

func (t Terrain) key() string { return t.Key }

// Row returns the kind's row.
func (k TerrainKind) Row() *Terrain { return &Terrains[k] }

// MarshalText returns the kind's key.
func (k TerrainKind) MarshalText() ([]byte, error) { return terrainTable.marshal(k) }

// UnmarshalText reads a key.
func (k *TerrainKind) UnmarshalText(b []byte) error { return terrainTable.unmarshal(k, b) }

var terrainTable = newTable[TerrainKind]("terrain", Terrains[:])

// CloudKind says what hangs in the air over a field. The zero value is none.
type CloudKind uint8

// The kinds of clouds.
const (
	NoCloud     CloudKind = iota
	Fire                  // burns who stands in it and what can burn, and lights
	PoisonGas             //
	MarshGas              // harmless until fire reaches it, then explodes
	Smoke                 // blocks sight
	Frost                 // freezes
	Steam                 // blocks sight and scalds a little
	Spores                // confuse
	HealingMist           //
	cloudKinds
)

// Cloud is a row of Clouds.
type Cloud struct {
	Key, Name, Text string
	Code            byte // on the wire, one printable ASCII character of its own
	Glyph           rune
	Colour, Picture string
	Opaque          bool
	Spreads         bool // thins as it spreads; what does not spread stays and dies down
	Fades           int  // percent a tick that one unit of it is lost
	Light           int
	Tint            string
}

func (c Cloud) key() string { return c.Key }

// Row returns the kind's row.
func (k CloudKind) Row() *Cloud { return &Clouds[k] }

// MarshalText returns the kind's key.
func (k CloudKind) MarshalText() ([]byte, error) { return cloudTable.marshal(k) }

// UnmarshalText reads a key.
func (k *CloudKind) UnmarshalText(b []byte) error { return cloudTable.unmarshal(k, b) }

var cloudTable = newTable[CloudKind]("cloud", Clouds[:])
