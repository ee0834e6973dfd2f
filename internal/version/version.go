// Package version says which build of laneya this is. It imports nothing, so
// that a program can answer -version before anything else is ready.
package version

// Development is the version of a build that was made without those scripts.
const Development = "development"

// Version is set by the linker when the project's scripts make a build, for
// example to "v1.2.3" or "v1.2.3-4-gabcdef0-dirty".
var Version = Development

// String returns the version of this build.
func String() string { return Version }
