package input_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
	"pgregory.net/rapid"

	"laneya/input"
)

// No key and no button asks for two things of the same screen.
func TestNoTwoActionsOfAScreenShareAKey(t *testing.T) {
	table, keys, buttons := input.DefaultBindings(), 0, 0
	for _, b := range table {
		for _, k := range table.Chords(b.Action) {
			keys++
			if o, _, taken := table.Taken(b.Action, k); taken {
				t.Errorf("%v asks for %q and %q", k, o, b.Action)
			}
		}
		for _, k := range table.Pad(b.Action) {
			buttons++
			if o, _, taken := table.TakenButton(b.Action, k); taken {
				t.Errorf("button %v asks for %q and %q", input.ButtonName(k), o, b.Action)
			}
		}
	}
	if keys < 60 || buttons < 20 {
		t.Errorf("looked at %d keys and %d buttons", keys, buttons)
	}
}

// All actions have names, and no two the same.
func TestActionsHaveNamesOfTheirOwn(t *testing.T) {
	named := map[string]input.Action{}
	for _, b := range input.DefaultBindings() {
		if o, taken := named[b.Action.String()]; taken || b.Action.String() == "" {
			t.Errorf("%q is the name of %d and %d", b.Action, o, b.Action)
		}
		named[b.Action.String()] = b.Action
	}
}

func drawChord(t *rapid.T) input.Chord {
	if rapid.Bool().Draw(t, "character") {
		return input.Chord{Char: rapid.SampledFrom([]rune("<>?,;/°é")).Draw(t, "char")}
	}
	k := rapid.Custom(func(t *rapid.T) ebiten.Key { return ebiten.Key(rapid.IntRange(0, int(ebiten.KeyMax)).Draw(t, "k")) }).
		Filter(func(k ebiten.Key) bool { return !input.IsModifier(k) && k.String() != "" }).Draw(t, "key")
	return input.Chord{Key: k, Shift: rapid.Bool().Draw(t, "shift")}
}

// What is bound comes back by its names.
func TestBindingsComeBackByTheirNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := input.DefaultBindings()
		for i := range table {
			if rapid.Bool().Draw(t, "rebound") {
				table[i].Keys = rapid.SliceOfNDistinct(rapid.Custom(drawChord), 0, 3, rapid.ID[input.Chord]).Draw(t, "keys")
				table[i].Buttons = rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) input.Button {
					return input.Button(rapid.IntRange(0, int(ebiten.StandardGamepadButtonMax)).Draw(t, "button"))
				}), 0, 3, rapid.ID[input.Button]).Draw(t, "buttons")
			}
		}
		again, unknown := input.Rebound(table.Changes())
		if len(unknown) > 0 {
			t.Fatalf("unknown are %v", unknown)
		}
		for i := range table {
			if !slices.Equal(again[i].Keys, table[i].Keys) || !slices.Equal(again[i].Buttons, table[i].Buttons) {
				t.Fatalf("%+v comes back as %+v", table[i], again[i])
			}
		}
	})
}

func TestTheUsualBindingsAreNoChange(t *testing.T) {
	if keys, pad := input.DefaultBindings().Changes(); len(keys)+len(pad) > 0 {
		t.Errorf("changed are %v, %v", keys, pad)
	}
}

// Names that there are not are passed over, and named.
func TestUnknownNamesArePassedOver(t *testing.T) {
	table, unknown := input.Rebound(
		map[string][]string{"explore": {"Nokey", "shift+p", "Shift"}, "explode": {"X"}},
		map[string][]string{"rest": {"a", "A", "Z"}})
	if want := []input.Chord{{Key: ebiten.KeyP, Shift: true}}; !slices.Equal(table.Of(input.Explore).Keys, want) {
		t.Errorf("explore is asked for by %v", table.Of(input.Explore).Keys)
	}
	if want := []input.Button{ebiten.StandardGamepadButtonRightBottom}; !slices.Equal(table.Of(input.Rest).Buttons, want) {
		t.Errorf("rest is asked for by %v", table.Of(input.Rest).Buttons)
	}
	if want := []string{"keys.explode", `"Nokey"`, `"Shift"`, `"Z"`}; !reflect.DeepEqual(unknown, want) {
		t.Errorf("unknown are %q", unknown)
	}
}

func TestTakenTellsWhatIsFixed(t *testing.T) {
	table := input.DefaultBindings()
	for _, c := range []struct {
		a            input.Action
		k            ebiten.Key
		other        input.Action
		fixed, taken bool
	}{
		{input.Explore, ebiten.KeyI, input.Inventory, false, true},
		{input.Explore, ebiten.KeyEscape, input.Menu, true, true},
		{input.Explore, ebiten.KeyPageUp, 0, false, false},
		{input.Next, ebiten.KeyEnter, input.Confirm, true, true},
		{input.Next, ebiten.KeyI, 0, false, false}, // in play only
		{input.Quit, ebiten.KeyEnter, input.Confirm, true, true},
		{input.Up, ebiten.KeyW, 0, false, false}, // its own
	} {
		other, fixed, taken := table.Taken(c.a, input.Chord{Key: c.k})
		if taken != c.taken || taken && (other != c.other || fixed != c.fixed) {
			t.Errorf("%v for %q: %q, %v, %v", c.k, c.a, other, fixed, taken)
		}
	}
}

func TestMakersAreKnownByTheirNames(t *testing.T) {
	for name, want := range map[string]input.Maker{
		"": input.XBox, "Xbox 360 Controller": input.XBox, "Sony Interactive Entertainment DualSense": input.PlayStation, "PS4 Controller": input.PlayStation,
		"Wireless Controller": input.PlayStation, "Pro Controller": input.Nintendo, "Nintendo Switch Joy-Con (L)": input.Nintendo, "8BitDo Pro 2": input.XBox,
	} {
		if got := input.MakerOf(name); got != want {
			t.Errorf("%q is made by %d, want %d", name, got, want)
		}
	}
}

// FuzzRebound reads any names.
func FuzzRebound(f *testing.F) {
	f.Add("explore", "O", "Shift+E", "LB")
	f.Add("", "Shift+", ">", "\xff")
	f.Fuzz(func(t *testing.T, action, a, b, button string) {
		table, _ := input.Rebound(map[string][]string{action: {a, b}}, map[string][]string{action: {button}})
		again, unknown := input.Rebound(table.Changes())
		if len(unknown) > 0 || !reflect.DeepEqual(again, table) {
			t.Errorf("%q, %q come back as %v; unknown are %q", a, b, again, unknown)
		}
	})
}
