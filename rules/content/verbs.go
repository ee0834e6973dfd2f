package content

// What a hero can ask of things and of ground is told to clients with these
// words, so that they need not know the kinds. They are names of actions of the
// protocol, for ladders with the way besides.
const (
	VerbUse       = "use"
	VerbZap       = "zap"
	VerbThrow     = "throw" // it is made for that; anything else can be thrown, too
	VerbShoot     = "shoot"
	VerbTouch     = "touch"
	VerbDoor      = "door"
	VerbClimbDown = "climb_down"
	VerbClimbUp   = "climb_up"
	VerbTake      = "take"
	VerbPut       = "put"
	VerbBoard     = "board"
)

// classVerbs are what can be asked of the things of a class, besides wearing them,
// and what using one is called.
var classVerbs = [classes]struct {
	verbs []string
	use   string
}{
	Bow:    {[]string{VerbShoot}, ""},
	Thrown: {[]string{VerbThrow}, ""},
	Light:  {[]string{VerbUse}, "Light it, or put it out"},
	Potion: {[]string{VerbUse}, "Drink"},
	Scroll: {[]string{VerbUse}, "Read"},
	Wand:   {[]string{VerbZap}, ""},
	Staff:  {[]string{VerbZap}, ""},
	Food:   {[]string{VerbUse}, "Eat or apply"},
	Bomb:   {[]string{VerbThrow}, ""},
	Rope:   {[]string{VerbUse}, "Climb down a chasm"},
	Herb:   {[]string{VerbUse}, "Revive a wisp"},
	Rune:   {[]string{VerbUse}, "Set into something"},
}

// Verbs returns what can be asked of things of that class, besides wearing them,
// and what using one is called, "" if it isn't used. They must not be changed.
func (c Class) Verbs() (verbs []string, use string) { return classVerbs[c].verbs, classVerbs[c].use }

// slotWords say for a person where a worn thing is.
var slotWords = [slots]string{"", "in hand", "off hand", "on the body", "left hand", "right hand", "lit"}

// SlotWords returns for each slot's word on the wire where a thing in it is, for a
// person, but for NoSlot.
func SlotWords(yield func(slot, words string) bool) {
	for s := range slots {
		if s != NoSlot && !yield(SlotNames[s], slotWords[s]) {
			return
		}
	}
}
