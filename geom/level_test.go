package geom

import (
	"cmp"
	"testing"

	"pgregory.net/rapid"
)

var anyLevel = rapid.Custom(func(t *rapid.T) LevelID {
	coord := rapid.OneOf(rapid.IntRange(-2, 2), rapid.IntRange(-1<<31, 1<<31-1))
	return LevelID{coord.Draw(t, "x"), coord.Draw(t, "y"), coord.Draw(t, "z")}
})

func TestLevelIDReadsAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := anyLevel.Draw(t, "id")
		if got, err := ParseLevelID(id.String()); err != nil || got != id {
			t.Fatalf("%v reads as %v, %v", id, got, err)
		}
	})
}

func TestParseLevelID(t *testing.T) {
	for text, want := range map[string]LevelID{
		"0:0:0":                          {},
		"0:-1:3":                         {0, -1, 3},
		"2147483647:-2147483648:1000000": {1<<31 - 1, -1 << 31, 1_000_000},
	} {
		if got, err := ParseLevelID(text); err != nil || got != want {
			t.Errorf("%q reads as %v, %v", text, got, err)
		}
	}
	for _, text := range []string{
		"", "0", "0:0", "0:0:0:0", "::", "0:0:", " 0:0:0", "0:0:0\n", "+1:0:0", "-0:0:0", "01:0:0",
		"0x1:0:0", "1e1:0:0", "1_0:0:0", "2147483648:0:0", "0:-2147483649:0", "a:b:c", "٣:0:0",
	} {
		if got, err := ParseLevelID(text); err == nil || got != (LevelID{}) {
			t.Errorf("%q reads as %v, %v", text, got, err)
		}
	}
}

func TestLevelOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyLevel.Draw(t, "a"), anyLevel.Draw(t, "b"), anyLevel.Draw(t, "c")
		want := cmp.Or(cmp.Compare(a.Z, b.Z), cmp.Compare(a.Y, b.Y), cmp.Compare(a.X, b.X))
		if got := cmp.Compare(a.Compare(b), 0); got != want {
			t.Fatalf("%v against %v is %d, want %d", a, b, got, want)
		}
		if cmp.Compare(b.Compare(a), 0) != -want {
			t.Fatal("the order depends on the side")
		}
		if a.Compare(b) <= 0 && b.Compare(c) <= 0 && a.Compare(c) > 0 {
			t.Fatal("the order goes round in a circle")
		}
	})
}
