package content

import (
	"reflect"
	"strings"
	"testing"
)

// TestDeedsTellTheWholePace finds each number of Pace among Deeds, by its name,
// and each deed in the guide.
func TestDeedsTellTheWholePace(t *testing.T) {
	pace := reflect.ValueOf(Pace)
	if pace.NumField() != len(Deeds) {
		t.Errorf("of %d there are %d", pace.NumField(), len(Deeds))
	}
	page := pacePage(nil).Text
	for _, d := range Deeds {
		f := pace.FieldByNameFunc(func(name string) bool { return strings.ToLower(name) == d.Key })
		if !f.IsValid() || int(f.Int()) != d.Ticks || d.Ticks < 1 {
			t.Errorf("%s takes %d", d.Key, d.Ticks)
		}
		if !strings.Contains(page, capital(d.Name)) {
			t.Errorf("%s isn't in the guide", d.Key)
		}
	}
}
