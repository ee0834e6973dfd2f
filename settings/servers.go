package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/BurntSushi/toml"

	"laneya/lang"
)

// MostServers is how many servers are remembered.
const MostServers = 20

// Server is a friend's world that the player was in.
type Server struct {
	Address string    `toml:"address"` // host:port
	Title   string    `toml:"title"`   // what its host calls it, "" where that isn't known
	Name    string    `toml:"name"`    // what the player was called there
	Last    time.Time `toml:"last"`    // when she was there last
}

type serverFile struct {
	Servers []Server `toml:"server"`
}

// LoadServers reads a file of servers. Without one there are none; what makes no sense
// in it is left out; one that can't be read is kept aside, and the error is a sentence
// for the player.
func LoadServers(path string) ([]Server, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var f serverFile
	if err == nil {
		_, err = toml.Decode(string(text), &f)
	}
	if err == nil {
		return tidy(f.Servers), nil
	}
	aside := path + ".bad"
	if os.Rename(path, aside) != nil {
		aside = path
	}
	return nil, errors.New(lang.Format("the list of your friends' worlds can't be read, so it is empty; the old file is %s", aside))
}

// tidy returns the servers that can be, each once, in their order.
func tidy(list []Server) (out []Server) {
	for _, s := range list {
		s.Address, s.Title = line(s.Address), line(s.Title)
		known := slices.ContainsFunc(out, func(o Server) bool { return o.Address == s.Address })
		if s.Address == "" || known || len(out) == MostServers {
			continue
		}
		if !isName(s.Name) {
			s.Name = ""
		}
		out = append(out, s)
	}
	return out
}

// line returns what can be shown of s on a line.
func line(s string) string {
	s = strings.TrimSpace(strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, s))
	const most = 120 // characters
	if r := []rune(s); len(r) > most {
		s = string(r[:most])
	}
	return s
}

// Remember returns the list with s first.
func Remember(list []Server, s Server) []Server {
	return tidy(append([]Server{s}, Forget(list, s.Address)...))
}

// Forget returns the list without the server at that address.
func Forget(list []Server, address string) []Server {
	return slices.DeleteFunc(slices.Clone(list), func(s Server) bool { return s.Address == address })
}

const serversHead = `# The friends' worlds that you were in, the last one first. The game writes this file
# anew each time that you join one; it keeps 20.

`

// SaveServers writes the list to a file, whose folder is made if it isn't there. The
// old file stays as it is if that fails.
func SaveServers(path string, list []Server) error {
	var b strings.Builder
	b.WriteString(serversHead)
	if err := toml.NewEncoder(&b).Encode(serverFile{tidy(list)}); err != nil {
		return fmt.Errorf("%s: %w", lang.Text("the list of your friends' worlds can't be kept"), err)
	}
	if err := write(path, b.String()); err != nil {
		return fmt.Errorf("%s: %w", lang.Text("the list of your friends' worlds can't be kept"), err)
	}
	return nil
}
