package protocol

// Place is a field of a level.
type Place struct {
	X int `json:"x" wire:"place"` // fields from the west
	Y int `json:"y" wire:"place"` // fields from the north
}

// Details are what Snapshot and View tell besides the ground and who stands on
// it. Each is told whole when it changed: one that is left out is unchanged in a
// View, and empty in a Snapshot. Only Events are never told twice. Where the
// members of a party stand, and how they are, may be told a little late.
type Details struct {
	Clouds []Strip   `json:"clouds,omitzero" wire:"262144"` // all clouds in sight, a character of the content for each field, " " for none
	Things []Pile    `json:"things,omitzero"`               // all items that are known to lie on the level
	Self   *Self     `json:"self,omitzero"`                 // how the user's hero is
	Items  []Item    `json:"items,omitzero" wire:"1000"`    // all that she carries
	Party  []Member  `json:"party,omitzero" wire:"1000"`    // the user's party, herself included; of a crowd, some
	Marks  []Mark    `json:"marks,omitzero" wire:"1000"`    // what the party has marked
	Run    *RunState `json:"run,omitzero"`                  // how the run goes
	Events []Event   `json:"events,omitzero" wire:"1000"`   // what the user noticed since the update before, in order
}

// Pile is an item, or a stack of one kind, that lies on a field.
type Pile struct {
	ID    uint64 `json:"id" wire:"id"`   // names it, also when it is carried
	Kind  string `json:"kind"`           // key of an item of the content, or "unknown_" and a class where only that is known
	Name  string `json:"name"`           // for a person to read
	Count int    `json:"count"`          // how many
	X     int    `json:"x" wire:"place"` // fields from the west
	Y     int    `json:"y" wire:"place"` // fields from the north
	Seen  bool   `json:"seen"`           // whether it is in sight; otherwise it lay there when it last was
	In    string `json:"in,omitzero"`    // "chest" or "grave"; left out if it lies open
}

// Item is an item, or a stack of one kind, that the hero carries.
type Item struct {
	ID         uint64 `json:"id" wire:"id"`         // names it
	Kind       string `json:"kind"`                 // key of an item of the content, or "unknown_" and a class where only that is known
	Name       string `json:"name"`                 // for a person to read
	Class      string `json:"class"`                // key of its class, as "potion"
	Count      int    `json:"count"`                // how many
	Slot       string `json:"slot,omitzero"`        // where it is worn; left out if it is not
	Charges    int    `json:"charges,omitzero"`     // left in a wand or staff, -1 where that is not known
	MaxCharges int    `json:"max_charges,omitzero"` // of a wand or staff
	Fuel       int    `json:"fuel,omitzero"`        // ticks of light left
	Known      bool   `json:"known,omitzero"`       // whether all about it is known
	Cursed     bool   `json:"cursed,omitzero"`      // whether it is known to be cursed
	Junk       bool   `json:"junk,omitzero"`        // whether the user marked it so
	Bonus      int    `json:"bonus,omitzero"`       // what its damage or armour was raised by, if known
	Rune       string `json:"rune,omitzero"`        // key of its rune, if known
}

// Self is how the user's own hero is.
type Self struct {
	Health     int         `json:"health"`                              // points
	MaxHealth  int         `json:"max_health"`                          // points at most
	Ready      int         `json:"ready"`                               // ticks until she can act again
	Kit        string      `json:"kit"`                                 // key of her kit, "" before it was chosen
	Wisp       bool        `json:"wisp,omitzero"`                       // whether she is dead and goes on as a wisp
	Sneaking   bool        `json:"sneaking,omitzero"`                   // whether she sneaks
	Intent     string      `json:"intent"`                              // what she is set to do: an action's name, "" for nothing
	Target     string      `json:"target,omitzero"`                     // the entity that it is about
	Goal       *Place      `json:"goal,omitzero"`                       // the field of the level that it leads to, left out if it leads to another level
	Path       []int       `json:"path,omitzero" wire:"4096:0..262143"` // the way there, as y*width+x of each field, the next one first
	Status     []Condition `json:"status,omitzero" wire:"100"`          // what affects her
	Armour     int         `json:"armour"`                              // taken off each hit
	Damage     int         `json:"damage"`                              // of a hit with what she holds, on average
	Light      int         `json:"light"`                               // radius of the light that she gives, in cells
	Shots      int         `json:"shots"`                               // how often she can shoot with the bow that she holds; -1 for no bow
	Fuel       int         `json:"fuel"`                                // ticks of that light that are left, to a second; -1 for no end, 0 for no light
	Fed        int         `json:"fed"`                                 // ticks until she is hungry, to a few seconds
	LevelName  string      `json:"level_name"`                          // of the level, for a person
	LevelKind  string      `json:"level_kind"`                          // key of its kind
	Depth      int         `json:"depth"`                               // of the level, 0 for the camp
	Heart      int         `json:"heart"`                               // at which depth the Heart lies
	Safe       bool        `json:"safe,omitzero"`                       // whether nobody can die on the level
	CanShare   bool        `json:"can_share,omitzero"`                  // whether she could share the Heart now
	Near       []Pile      `json:"near,omitzero" wire:"1000"`           // what is in the chests and graves next to her
	Recap      []Cause     `json:"recap,omitzero" wire:"1000"`          // after her death: what led to it, the latest last
	Pickup     bool        `json:"pickup,omitzero"`                     // as set by Prefer
	StopHealth int         `json:"stop_health"`                         // as set by Prefer
	Confirm    bool        `json:"confirm,omitzero"`                    // as set by Prefer
}

// Condition is a status that affects someone.
type Condition struct {
	Status string `json:"status"` // key of the content
	Ticks  int    `json:"ticks"`  // that are left, 0 for no end
	Power  int    `json:"power"`  // as the content explains it
}

// Cause is one of the things that led to a death.
type Cause struct {
	Ago    int    `json:"ago"`    // ticks before the death
	Text   string `json:"text"`   // a sentence
	Damage int    `json:"damage"` // points that it took
}

// Member is one of a party.
type Member struct {
	User      string `json:"user"`            // whose hero it is
	Colour    string `json:"colour"`          // key of her colour
	Kit       string `json:"kit"`             // key of her kit
	Level     string `json:"level"`           // where she is, x:y:z
	At        *Place `json:"at,omitzero"`     // on that level
	Health    int    `json:"health"`          // points
	MaxHealth int    `json:"max_health"`      // points at most
	Wisp      bool   `json:"wisp,omitzero"`   // whether she is dead and goes on as a wisp
	Asleep    bool   `json:"asleep,omitzero"` // whether her player is away
	Here      bool   `json:"here,omitzero"`   // whether she is on the user's level
	Leader    bool   `json:"leader,omitzero"` // whether she made the party
	Acted     bool   `json:"acted,omitzero"`  // whether she has done what a hold waits for
	Ready     bool   `json:"ready,omitzero"`  // whether she stands at the ladder down
}

// Mark is a field that one of the party showed to the others.
type Mark struct {
	User  string `json:"user"`           // who
	Kind  string `json:"kind"`           // "look", "gather" or "danger"
	Level string `json:"level"`          // x:y:z
	X     int    `json:"x" wire:"place"` // fields from the west
	Y     int    `json:"y" wire:"place"` // fields from the north
}

// RunState is how the party's run goes.
type RunState struct {
	Number  int      `json:"number"`                       // of the run in this world, from 1
	State   string   `json:"state"`                        // "going", "won" or "lost"
	Deepest int      `json:"deepest"`                      // the deepest that a hero was
	Turns   uint64   `json:"turns"`                        // ticks that passed for its heroes, when anything else here changed
	Death   string   `json:"death"`                        // what death is on this server: "ghost", "lenient" or "hardcore"
	Clock   string   `json:"clock"`                        // how time passes on the level: "turns", "real" or "hold"
	Holding []string `json:"holding,omitzero" wire:"1000"` // the users of the party on the level who ask for a hold
	Waiting []string `json:"waiting,omitzero" wire:"1000"` // the users whom the level or the ladder waits for
	Invited []string `json:"invited,omitzero" wire:"1000"` // the users who ask this one into their party
	Ignored []string `json:"ignored,omitzero" wire:"1000"` // the users whom this one ignores
	Heart   string   `json:"heart,omitzero"`               // who holds the Heart, for a person; left out if nobody does
	Story   string   `json:"story,omitzero" wire:"8000"`   // how it ended, once it has
}

// Event is something that happened and that the user noticed. Its code is the key
// of a message of the content, which says it in words; the others are what those
// words speak of.
type Event struct {
	Code    string `json:"code"`             // what happened
	Actor   string `json:"actor,omitzero"`   // who did it, in words: "anna", "the rat", "something", and "you" for the user's own hero
	Target  string `json:"target,omitzero"`  // whom it was done to, in words
	User    string `json:"user,omitzero"`    // a user, as who speaks in "say"
	Item    string `json:"item,omitzero"`    // the name of an item
	Kind    string `json:"kind,omitzero"`    // what it is about, as the code of what was only heard
	Status  string `json:"status,omitzero"`  // the key of a status
	N       int    `json:"n,omitzero"`       // a number, as the damage
	At      *Place `json:"at,omitzero"`      // where
	To      *Place `json:"to,omitzero"`      // where it led to, as the end of a shot
	Text    string `json:"text,omitzero"`    // words of a user, or a reason why something ended
	Sound   string `json:"sound,omitzero"`   // the key of its sound, where that is not the message's own
	Loud    int    `json:"loud,omitzero"`    // over how many cells it can be heard
	From    string `json:"from,omitzero"`    // where what is only heard comes from: "north", "north-east" and so on
	Far     bool   `json:"far,omitzero"`     // whether that is far off, by the way that sound takes
	By      string `json:"by,omitzero"`      // the entity that did it, where the user sees it
	On      string `json:"on,omitzero"`      // the entity that it was done to, where the user sees it
	Picture string `json:"picture,omitzero"` // key of the picture of what flies to "to"
	Ends    bool   `json:"ends,omitzero"`    // whether it says why the hero's intent is over, or was not begun
}
