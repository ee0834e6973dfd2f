// Package version says which build of laneya this is.
package version

import "runtime/debug"

// Version is set by the linker when a build is made by the project's scripts,
// for example to "v1.2.3" or "v1.2.3-4-gabcdef0-dirty".
var Version string

// String returns the version of this build: what the linker set, or else what
// the Go tool knows of where the code came from, or else "devel".
func String() string {
	if Version != "" {
		return Version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "devel"
	}
	return fromBuild(info)
}

func fromBuild(info *debug.BuildInfo) string {
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	var revision, dirty string
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			dirty = "-dirty"
		}
	}
	if revision == "" {
		return "devel"
	}
	return "devel-" + revision[:min(len(revision), 12)] + dirty
}
