package content

import (
	"strings"
	"testing"
)

func TestTheTablesAreWhole(t *testing.T) {
	if err := Validate(); err != nil {
		t.Error(err)
	}
}

// A table that isn't as it should be is found out.
func TestValidateFindsFaults(t *testing.T) {
	foe, item, kit := Foes[0], Items[0], Kits[0]
	defer func() { Foes[0], Items[0], Kits[0] = foe, item, kit }()
	Foes[0].Picture, Foes[0].Feuds = "", []string{"unicorn"}
	Items[0].Colour = "octarine"
	Kits[0].Items = []KitItem{{Item: "umbrella", Count: 1}}
	err := Validate()
	if err == nil {
		t.Fatal("nothing is found")
	}
	for _, want := range []string{foe.Key + " has no picture", "unicorn", "octarine", "umbrella"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not found in: %v", want, err)
		}
	}
}
