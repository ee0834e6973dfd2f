package sounds

import (
	"testing"

	"go.uber.org/goleak"
)

// TestMain fails on goroutines that are left behind, but for those of the one
// sound card, which a process keeps.
func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m,
		goleak.IgnoreAnyFunction("github.com/ebitengine/oto/v3/internal/mux.(*Mux).loop"),
		goleak.IgnoreAnyFunction("github.com/ebitengine/oto/v3.(*context).readAndWrite"),
	)
}
