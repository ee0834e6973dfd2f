package version

import (
	"runtime/debug"
	"testing"
)

func TestFromBuild(t *testing.T) {
	tests := []struct {
		name string
		info debug.BuildInfo
		want string
	}{
		{"nothing known", debug.BuildInfo{}, "devel"},
		{"installed by go install", debug.BuildInfo{Main: debug.Module{Version: "v1.2.3"}}, "v1.2.3"},
		{"built in a checkout", debug.BuildInfo{
			Main:     debug.Module{Version: "(devel)"},
			Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "0123456789abcdef"}, {Key: "vcs.modified", Value: "true"}},
		}, "devel-0123456789ab-dirty"},
		{"built from a short revision", debug.BuildInfo{
			Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "0123"}, {Key: "vcs.modified", Value: "false"}},
		}, "devel-0123"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := fromBuild(&test.info); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestLinkerHasTheLastWord(t *testing.T) {
	t.Cleanup(func() { Version = "" })
	Version = "v9.8.7"
	if got := String(); got != "v9.8.7" {
		t.Errorf("got %q", got)
	}
}
