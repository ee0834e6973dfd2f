package archtest

// module is the path that the repository's packages share.
const module = "laneya"

// A rule says what a package may import besides the standard library.
type rule struct {
	// local are the packages of this repository, relative to its root.
	local []string
	// modules are the import paths of others, each with all that lies below.
	modules []string
	// notStd are packages of the standard library that it must do without,
	// each with the reason.
	notStd map[string]string
}

const (
	ebiten = "github.com/hajimehoshi/ebiten/v2"
	oto    = "github.com/ebitengine/oto/v3"
	toml   = "github.com/BurntSushi/toml"
	gruid  = "codeberg.org/anaseto/gruid"
	sqlite = "modernc.org/sqlite"
	json   = "github.com/go-json-experiment/json"
	xdg    = "github.com/adrg/xdg"
	xfont  = "golang.org/x/image"
	xnet   = "golang.org/x/net/ipv4"
	xtext  = "golang.org/x/text"
	xsys   = "golang.org/x/sys"
	clip   = "golang.design/x/clipboard"
)

// pure is what keeps a package a function of its arguments: what it does can
// be played again from a log, on any machine.
var pure = map[string]string{
	"time":        "the only clock of the rules is the tick",
	"os":          "the rules do no input or output",
	"io/fs":       "the rules do no input or output",
	"net":         "the rules do no input or output",
	"log":         "the rules do no input or output",
	"log/slog":    "the rules do no input or output",
	"context":     "nothing in the rules waits",
	"sync":        "one goroutine at a time owns a world",
	"sync/atomic": "one goroutine at a time owns a world",
	"math/rand":   "chance comes from the world's own seeded source, math/rand/v2's PCG",
	"crypto/rand": "chance comes from the world's own seeded source, math/rand/v2's PCG",
	"unsafe":      "what it does may differ between machines",
}

// rules lists every package there may be. A package that is not listed fails
// the test: say here what it may import.
var rules = map[string]rule{
	"geom": {notStd: pure},
	"lang": {modules: []string{toml, xtext}},
	"rules": {
		local:   []string{"geom", "lang", "rules/content", "rules/dice", "rules/mapgen"},
		modules: []string{gruid + "/rl", gruid + "/paths", gruid, json},
		notStd:  pure,
	},
	"rules/content": {local: []string{"geom", "lang"}, modules: []string{json}, notStd: pure},
	"rules/replay":  {local: []string{"geom", "rules", "rules/content"}, modules: []string{json}, notStd: pure},
	"rules/dice":    {local: []string{"geom"}, notStd: pure},
	"rules/mapgen":  {local: []string{"geom", "rules/content", "rules/dice"}, notStd: pure},
	"protocol":      {local: []string{"geom"}, modules: []string{json}},
	"store":         {modules: []string{sqlite}},
	"server":        {local: []string{"geom", "protocol", "rules", "rules/content", "store", "internal/version", "lang"}},
	"bot":           {local: []string{"client", "geom", "protocol"}},
	"client":        {local: []string{"geom", "lang", "protocol"}, modules: []string{json}},
	"lan":           {modules: []string{json, xnet}},

	"vision":          {},
	"sprites":         {local: []string{"geom"}},
	"sounds":          {local: []string{"lang", "sounds/score", "sounds/synth"}, modules: []string{oto}},
	"sounds/score":    {local: []string{"sounds/synth"}},
	"sounds/synth":    {},
	"settings":        {local: []string{"lang"}, modules: []string{toml}},
	"input":           {local: []string{"client", "geom", "lang"}, modules: []string{ebiten}},
	"input/inputtest": {local: []string{"geom", "input"}, modules: []string{ebiten}},
	"render":          {local: []string{"client", "geom", "lang", "protocol", "render/motion", "sprites", "vision"}, modules: []string{ebiten, xfont}},
	"render/motion":   {local: []string{"geom"}},
	"ui":              {local: []string{"geom", "input", "lang", "sprites"}, modules: []string{xfont}},
	"ui/paint":        {local: []string{"geom", "input", "lang", "sprites", "vision", "ui"}, modules: []string{ebiten, xfont}},
	"app": {
		local: []string{
			"client", "geom", "input", "lang", "protocol", "render", "settings", "sounds", "sprites", "vision", "ui", "ui/paint",
			"internal/about", "internal/version",
		},
		modules: []string{ebiten, xdg},
	},

	"cmd/laneya": {
		local: []string{
			"app", "client", "lan", "lang", "server", "settings", "sounds", "sprites", "store", "ui",
			"internal/about", "internal/display", "internal/version",
		},
		modules: []string{ebiten, xdg, xsys, clip},
	},
	"cmd/laneyad": {local: []string{"lan", "server", "internal/version"}},

	// These three import next to nothing, so that they are initialised before
	// Ebitengine, which panics where there is no display.
	"internal/about":   {local: []string{"internal/version"}},
	"internal/display": {local: []string{"internal/about", "internal/version"}},
	"internal/version": {},

	"internal/bench": {
		local:   []string{"app", "client", "geom", "protocol", "render", "rules", "server", "sprites", "store", "ui", "ui/paint"},
		modules: []string{ebiten},
	},
	"internal/balance":  {local: []string{"bot", "client", "geom", "protocol", "rules", "rules/replay", "server"}},
	"internal/drawtest": {local: []string{"internal/display"}, modules: []string{ebiten}},
	"internal/e2e":      {local: []string{"client", "geom", "protocol", "rules", "server", "store"}},

	// Tools that make or check what is in the tree.
	"internal/archtest":      {},
	"internal/darwincheck":   {},
	"internal/pack":          {},
	"internal/soundgen":      {local: []string{"sounds/score", "sounds/synth"}},
	"internal/spritegen":     {},
	"internal/spritegen/gen": {local: []string{"internal/spritegen"}},
	"internal/protocoldoc":   {local: []string{"protocol"}},
}

// forTests may be imported by the tests of any package.
var forTests = []string{
	"pgregory.net/rapid",
	"go.uber.org/goleak",
}

// mayUseEbiten are the packages that may reach Ebitengine, directly or through
// others. All the rest builds without cgo and tests without a display.
var mayUseEbiten = []string{
	"cmd/laneya", "app", "input", "input/inputtest", "render", "ui/paint", "internal/drawtest",
}

// mayExit are the packages, besides those named main, that may end the
// process, each with the reason.
var mayExit = map[string]string{
	"internal/display": "it runs before main, where there is nobody to return an error to",
}

// singleThreaded are the packages that start no goroutine.
var singleThreaded = []string{"geom", "rules", "rules/content", "rules/dice", "rules/mapgen", "rules/replay"}

// maxLines is the length at which a file is no longer read in one sitting.
const maxLines = 600
