package archtest

import (
	"slices"
	"strings"
)

// imports complains of what the table of rules does not let a package import.
func imports(t tree) (complaints []string) {
	for p := range t.packages() {
		r, ok := rules[p.path]
		if !ok {
			complaints = append(complaints, p.path+" has no rule: say in rules_test.go what it may import")
			continue
		}
		for _, f := range p.files {
			for _, imported := range f.imports {
				if why := r.refuses(imported, f.test); why != "" {
					complaints = append(complaints, f.path+" imports "+imported+": "+why)
				}
			}
		}
	}
	return complaints
}

// refuses says why a package may not import another, or "". Tests may import
// any package of the repository, as long as that does not bring in Ebitengine.
func (r rule) refuses(imported string, test bool) string {
	switch local, isLocal := strings.CutPrefix(imported, module+"/"); {
	case isLocal && (test || slices.Contains(r.local, local)):
		return ""
	case isLocal:
		return "the architecture does not let it"
	case !isStd(imported):
		if below(imported, r.modules) || test && below(imported, forTests) {
			return ""
		}
		return "this module is not meant for this package"
	case !test:
		return r.notStd[imported]
	}
	return ""
}

// below says whether an import path is one of the roots or lies under one.
func below(imported string, roots []string) bool {
	return slices.ContainsFunc(roots, func(root string) bool {
		return imported == root || strings.HasPrefix(imported, root+"/")
	})
}

// isStd says whether an import path is of the standard library: those have no
// dot in their first part.
func isStd(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return imported != module && !strings.Contains(first, ".")
}

// ebitengine complains of packages that reach Ebitengine, through others or
// only in their tests, and are not meant to.
func ebitengine(t tree) (complaints []string) {
	for p := range t.packages() {
		if slices.Contains(mayUseEbiten, p.path) {
			continue
		}
		if chain := t.chainTo(p.path, ebiten); chain != nil {
			complaints = append(complaints, p.path+" reaches Ebitengine: "+strings.Join(chain, " imports "))
		}
	}
	return complaints
}

// chainTo returns the files that lead from dir's own, tests included, to a
// module, or nil where none do.
func (t tree) chainTo(dir, target string) []string {
	seen := make(map[string]bool)
	var visit func(dir string, tests bool) []string
	visit = func(dir string, tests bool) []string {
		if seen[dir] || t[dir] == nil {
			return nil
		}
		seen[dir] = true
		for _, f := range t[dir].files {
			if f.test && !tests {
				continue
			}
			for _, imported := range f.imports {
				if below(imported, []string{target}) {
					return []string{f.path, imported}
				}
				local, ok := strings.CutPrefix(imported, module+"/")
				if !ok {
					continue
				}
				if rest := visit(local, false); rest != nil {
					return append([]string{f.path}, rest...)
				}
			}
		}
		return nil
	}
	return visit(dir, true)
}
