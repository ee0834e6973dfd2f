package geom

import (
	"testing"
	"time"
)

func TestReal(*testing.T) { time.Sleep(time.Hour) }
