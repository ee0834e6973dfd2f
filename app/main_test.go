package app

import (
	"os"
	"testing"

	"laneya/internal/drawtest"
)

func TestMain(m *testing.M) { os.Exit(drawtest.Run(m)) }
