// Package about says what the game is called and how it is started. It imports
// next to nothing, so that package display can answer before anything else is
// ready.
package about

import "laneya/internal/version"

// Name is what the program and its window are called.
const Name = "laneya"

// Usage is the answer to -help.
const Usage = `laneya: explore caves with your friends.

Usage: laneya [flags]

Without a flag the title screen opens.

  -solo               go straight into a world of your own
  -connect HOST:PORT  join the world of a friend
  -host ADDR          play and let others join, as in -host :5001
  -name NAME          what you are called: 1 to 20 of A-Z a-z 0-9 _ -
  -world FILE         where your own world is kept; "memory" keeps nothing
  -seed N             the seed of a new world; 0 draws one
  -clock MODE         adaptive: alone, time waits for you; realtime: it never does
  -fog on|off         whether the caves are hidden until seen
  -death MODE         what becomes of the dead: ghost, lenient or hardcore
  -party MODE         all: everybody is of one party; invite: you choose
  -depths N           how deep the Heart lies, 1 to 10: fewer make a short run
  -shared-sight on|off   whether a party sees what each of it sees
  -friendly-fire on|off  whether heroes can hurt each other
  -free-descent on|off   whether heroes climb down without their party
  -hold on|off           whether a party may ask that time waits for all
  -title TEXT         what your world is called to friends who look for it
  -from all|lan       who may join: who has the line, or your own network only
  -lan on|off         whether friends on your network find your world in their list
  -log LEVEL          debug, info, warn or error, on standard error
  -mute               no sound
  -narrate            say on standard output what there is to see, line by line
  -geometry WxH+X+Y   size and place of the window
  -version            print the version
  -help               print this
`

// Answer returns what to print, and nothing more to do, for the arguments of a
// command line; it is empty unless they ask for the version or for help.
func Answer(args []string) string {
	for _, a := range args {
		switch a {
		case "--":
			return ""
		case "-version", "--version":
			return Name + " " + version.String() + "\n"
		case "-help", "--help", "-h":
			return Usage
		}
	}
	return ""
}
