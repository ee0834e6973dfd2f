package geom

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestFaked(t *testing.T) { synctest.Test(t, func(*testing.T) { time.Sleep(time.Hour) }) }
