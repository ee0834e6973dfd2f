package store

import (
	"fmt"
	"os"
	"testing"

	"go.uber.org/goleak"
)

// openVariable makes this test binary open the world it names and say what
// came of it, instead of testing.
const openVariable = "LANEYA_TEST_OPEN"

func TestMain(m *testing.M) {
	if path := os.Getenv(openVariable); path != "" {
		f, err := Open(path)
		fmt.Println("opened:", err)
		if err == nil {
			f.Close()
		}
		return
	}
	goleak.VerifyTestMain(m)
}
