package archtest

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strconv"

	"laneya/rules/content"
)

// kindless are the packages that know no kinds of terrain, things or foes: a
// server may have others than this build's.
var kindless = []string{"app", "client", "input", "render", "ui", "ui/paint"}

// words are keys of the content that mean something else, too, by file: a word of
// the protocol, for the most part.
var words = map[string][]string{
	"app/aim.go":        {"passage", "altar", "shrine", "fountain", "chest", "none"}, // where one can travel to
	"app/config.go":     {"net"},
	"app/ending.go":     {"gravestone"}, // an event
	"app/hud.go":        {"asleep"},
	"app/near.go":       {"asleep"},
	"app/join.go":       {"net"},
	"app/worlds.go":     {"net"},
	"client/ask.go":     {"net"},
	"client/plan.go":    {"wall", "floor"}, // of the original protocol
	"client/session.go": {"net"},
}

// kinds complains of keys of the content in packages that know none.
func kinds(t tree) (complaints []string) {
	keys := contentKeys()
	for p := range t.packages() {
		if !slices.Contains(kindless, p.path) {
			continue
		}
		for _, f := range p.files {
			if f.test {
				continue
			}
			ast.Inspect(f.syntax, func(n ast.Node) bool {
				if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
					if s, err := strconv.Unquote(l.Value); err == nil && keys[s] && !slices.Contains(words[f.path], s) {
						complaints = append(complaints, fmt.Sprintf("%s knows the kind %q; take what it is from the server's tables", f.path, s))
					}
				}
				return true
			})
		}
	}
	return complaints
}

func contentKeys() map[string]bool {
	keys := map[string]bool{}
	for i := range content.Terrains {
		keys[content.Terrains[i].Key] = true
	}
	for i := range content.Clouds {
		keys[content.Clouds[i].Key] = true
	}
	for i := range content.Foes {
		keys[content.Foes[i].Key] = true
	}
	for i := range content.Items {
		keys[content.Items[i].Key] = true
	}
	for i := range content.Statuses {
		keys[content.Statuses[i].Key] = true
	}
	for i := range content.Kits {
		keys[content.Kits[i].Key] = true
	}
	for _, name := range slices.Concat(content.ClassNames[:], content.SlotNames[:]) {
		keys[name] = true
	}
	delete(keys, "")
	return keys
}
