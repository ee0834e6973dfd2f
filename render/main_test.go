package render

import (
	"flag"
	"os"
	"testing"

	"laneya/internal/drawtest"
)

var update = flag.Bool("update", false, "write the golden pictures instead of comparing them")

func TestMain(m *testing.M) { os.Exit(drawtest.Run(m)) }
