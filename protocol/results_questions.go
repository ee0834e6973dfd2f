package protocol

import "github.com/go-json-experiment/json/jsontext"

// ContentResult is the data of the response to Content.
type ContentResult struct {
	Hash   string         `json:"hash"`            // of all parts; it changes with any of them
	Parts  []string       `json:"parts,omitzero"`  // the names of all parts, in the head
	Part   string         `json:"part"`            // the part that was asked for, "" for the head
	Tables jsontext.Value `json:"tables,omitzero"` // the part
}

// DescribeResult is the data of the response to Describe.
type DescribeResult struct {
	Title   string   `json:"title"`                      // the name
	Text    string   `json:"text" wire:"8000"`           // a few sentences
	Facts   []Fact   `json:"facts,omitzero" wire:"64"`   // numbers in words
	Changes []Change `json:"changes,omitzero" wire:"64"` // what wearing or using it would change
}

// Fact is one line of a description.
type Fact struct {
	Name  string `json:"name"`  // as "hits to kill"
	Value string `json:"value"` // as "3 to 4"
}

// Change is a number of the hero that an item would change.
type Change struct {
	Name string `json:"name"` // as "armour"
	Now  string `json:"now"`  // as it is
	Then string `json:"then"` // as it would be
}

// GuideResult is the data of the response to Guide.
type GuideResult struct {
	Pages []Page `json:"pages" wire:"1000"` // those that fit best first
}

// Page is a page of the guide.
type Page struct {
	Key   string `json:"key"`                       // names it, and finds it as a query
	Title string `json:"title"`                     // its heading
	Text  string `json:"text,omitzero" wire:"8000"` // paragraphs parted by empty lines; left out in the list of contents
}

// FindResult is the data of the response to Find.
type FindResult struct {
	Places []Found `json:"places" wire:"1000"` // the nearest first
}

// Found is a place where something is known to be.
type Found struct {
	Name  string `json:"name"`           // of what is there
	Level string `json:"level"`          // x:y:z
	X     int    `json:"x" wire:"place"` // fields from the west
	Y     int    `json:"y" wire:"place"` // fields from the north
	Kind  string `json:"kind"`           // "item", or the key of the terrain
}

// ChartResult is the data of the response to Chart.
type ChartResult struct {
	Level   string  `json:"level"`                      // x:y:z
	Name    string  `json:"name,omitzero"`              // of the level, for a person
	Width   int     `json:"width" wire:"1..512"`        // cells
	Height  int     `json:"height" wire:"1..512"`       // cells
	Terrain []Strip `json:"terrain" wire:"262144"`      // all explored fields
	Marks   []Mark  `json:"marks,omitzero" wire:"1000"` // marks of the party on it
}

func (c *ChartResult) validate() error {
	if err := checked(*c); err != nil {
		return err
	}
	for _, s := range c.Terrain {
		if err := s.validate(c.Width, c.Height); err != nil {
			return err
		}
	}
	return nil
}

// BoardResult is the data of the response to Board.
type BoardResult struct {
	Notes []Note `json:"notes" wire:"1000"` // the newest first
}

// Note is a message on the notice board.
type Note struct {
	User string `json:"user"` // who wrote it
	Text string `json:"text"` // the message
	Tick uint64 `json:"tick"` // when
}

// HallResult is the data of the response to Hall.
type HallResult struct {
	Runs []HallRun `json:"runs" wire:"1000"` // the newest first
}

// HallRun is a run that has ended.
type HallRun struct {
	Number int        `json:"number"`                     // of the run in this world, from 1
	Won    bool       `json:"won"`                        // whether the Heart was shared
	Depth  int        `json:"depth"`                      // the deepest that a hero was
	Turns  uint64     `json:"turns"`                      // ticks that passed for its heroes
	Cause  string     `json:"cause"`                      // how it ended, a sentence
	Ended  uint64     `json:"ended"`                      // the world's tick of its end
	Heroes []HallHero `json:"heroes" wire:"1000"`         // who took part
	Map    []Strip    `json:"map,omitzero" wire:"262144"` // the explored part of the level that it ended on
	Level  string     `json:"level,omitzero"`             // x:y:z of that level
	Place  string     `json:"place,omitzero"`             // what that level is called
}

// HallHero is a hero of a run that has ended.
type HallHero struct {
	User  string   `json:"user"`                      // whose she was
	Kit   string   `json:"kit"`                       // the key of her kit
	Level string   `json:"level"`                     // where she was last, x:y:z
	X     int      `json:"x"`                         // column of the field on that level
	Y     int      `json:"y"`                         // row of that field
	Cause string   `json:"cause,omitzero"`            // by what she died; left out if she lived
	Items []string `json:"items,omitzero" wire:"200"` // the names of what she carried
}

// AboutResult is the data of the response to About.
type AboutResult struct {
	World   string `json:"world" wire:"64"`           // what its host calls it, "" for nothing
	Players int    `json:"players" wire:"0..1000000"` // heroes whose players are there now
	Version string `json:"version" wire:"64"`         // of the server's program
}
