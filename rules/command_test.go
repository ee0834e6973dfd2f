package rules

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"laneya/geom"
)

func TestRefusals(t *testing.T) {
	full := `
####
#<ab
####`
	for name, test := range map[string]struct {
		command Command
		want    string
	}{
		"walk without a hero":  {walk("z", geom.East), CodeNoHero},
		"wake without a hero":  {Command{User: "z", Verb: Wake}, CodeNoHero},
		"sleep without a hero": {Command{User: "z", Verb: Sleep}, CodeNoHero},
		"leave without a hero": {Command{User: "z", Verb: Leave}, CodeNoHero},
		"join twice":           {join("a"), CodeAlreadyHere},
		"walk nowhere known":   {walk("a", 5), CodeBadCommand},
		"no such verb":         {Command{User: "a", Verb: Leave + 1}, CodeBadCommand},
		"no name":              {join(""), CodeBadCommand},
		"too long a name":      {join(strings.Repeat("a", MaxName+1)), CodeBadCommand},
		"no UTF-8":             {join("a\xff"), CodeBadCommand},
		"too far a level":      {Command{User: "z", Verb: Join, Level: geom.LevelID{Z: maxCoord + 1}}, CodeBadCommand},
		"no room":              {join("y"), CodeLevelFull},
	} {
		w := fromPicture(t, full)
		w.heroes[0].walk(geom.East)
		if name == "no room" {
			do(t, w, join("x"))
		}
		before := w.Hash()
		refused := &Refusal{}
		if err := w.Check(test.command); !errors.As(err, &refused) || refused.Code != test.want {
			t.Errorf("%s: Check gives %v", name, err)
		}
		if err := w.Perform(test.command); !errors.As(err, &refused) || refused.Code != test.want {
			t.Errorf("%s: Perform gives %v", name, err)
		}
		if w.Hash() != before {
			t.Errorf("%s: refused, but the world changed", name)
		}
	}
}

// TestLifeOfAHero goes through all verbs once.
func TestLifeOfAHero(t *testing.T) {
	w := NewWorld(Options{Seed: 1})
	if w.HasHero("anna") || len(w.Users()) != 0 {
		t.Fatal("a new world isn't empty")
	}
	do(t, w, join("bo"), join("anna"))
	if !w.HasHero("anna") || !slices.Equal(w.Users(), []string{"anna", "bo"}) {
		t.Fatalf("after two joined the users are %v", w.Users())
	}
	first := w.hero("anna").ID
	do(t, w, Command{User: "anna", Verb: Leave})
	if w.HasHero("anna") || len(w.levels[0].heroes) != 1 {
		t.Fatal("who left is still there")
	}
	do(t, w, join("anna"))
	if second := w.hero("anna").ID; second == first {
		t.Error("an ID is given twice")
	}
}

// TestRoomForACrowd lets as many join as there are free fields: each gets the
// nearest, the first the entrance itself, and the last finds none.
func TestRoomForACrowd(t *testing.T) {
	w := NewWorld(Options{Seed: 9, Fog: true})
	for i := 0; ; i++ {
		user := fmt.Sprint(i)
		err := w.Perform(join(user))
		if err == errLevelFull {
			if i < 300 {
				t.Errorf("there is room for %d only", i)
			}
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		h := w.hero(user)
		if h.Asleep {
			t.Fatal("a hero joins asleep")
		}
		d := h.Pos.Sub(h.level.entrance).Taxicab()
		if i == 0 && d != 0 || i < 12 && d > 4 {
			t.Errorf("hero %d joins %d fields from the entrance", i, d)
		}
	}
	checkBodies(t, w)
}

// TestCheckForeseesPerform plays random logs: Check says what Perform then
// does, and the refused change nothing.
func TestCheckForeseesPerform(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := NewWorld(Options{Seed: rapid.Uint64().Draw(t, "seed"), Fog: true})
		s := newScript(rapid.Uint64().Draw(t, "script"))
		s.users = 4
		refused := 0
		for range 60 {
			c := s.next()
			before := w.Hash()
			foreseen := w.Check(c)
			if w.Hash() != before {
				t.Fatalf("Check of %+v changes the world", c)
			}
			if err := w.Perform(c); err != foreseen {
				t.Fatalf("%+v: Check says %v, Perform %v", c, foreseen, err)
			}
			if foreseen != nil {
				refused++
				if w.Hash() != before {
					t.Fatalf("%+v is refused, but the world changed", c)
				}
			}
			w.Step(nil)
		}
		if refused == 0 {
			t.Fatal("nothing was refused")
		}
	})
}

func anyCommand(t *rapid.T) Command {
	c := Command{
		User: rapid.OneOf(rapid.StringN(1, 20, MaxName), rapid.SampledFrom([]string{"anna", "bo"})).Draw(t, "user"),
		Verb: Verb(rapid.IntRange(int(Join), int(Leave)).Draw(t, "verb")),
	}
	coord := rapid.IntRange(-maxCoord, maxCoord)
	switch c.Verb {
	case Walk:
		c.Dir = geom.Dir(rapid.IntRange(0, 4).Draw(t, "dir"))
	case Join:
		c.Level = geom.LevelID{X: coord.Draw(t, "x"), Y: coord.Draw(t, "y"), Z: coord.Draw(t, "z")}
	}
	return c
}

func TestCommandsReadAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := rapid.SliceOf(rapid.Custom(anyCommand)).Draw(t, "log")
		var b []byte
		for _, c := range log {
			var err error
			if b, err = c.AppendBinary(b); err != nil {
				t.Fatal(err)
			}
		}
		for i, c := range log {
			got, rest, err := DecodeCommand(b)
			if err != nil || got != c {
				t.Fatalf("command %d reads as %+v, %v; want %+v", i, got, err, c)
			}
			b = rest
		}
		if len(b) != 0 {
			t.Fatal("something is left over")
		}
	})
}

func TestUnwritableCommands(t *testing.T) {
	for _, c := range []Command{{}, walk("a", 5), {User: "a", Verb: 9}} {
		if b, err := c.AppendBinary([]byte("x")); err == nil || string(b) != "x" {
			t.Errorf("%+v is written as %q", c, b)
		}
	}
}

// TestUnreadableCommands starts from "01 02 04 anna", anna's sleep.
func TestUnreadableCommands(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":               "",
		"an older one":          "\x00\x02\x04anna",
		"a newer one":           "\x02\x02\x04anna",
		"no such verb":          "\x01\x05\x04anna",
		"a cut name":            "\x01\x02\x05anna",
		"no name":               "\x01\x02\x00",
		"a bad name":            "\x01\x02\x01\xff",
		"too long a name":       "\x01\x02\x41" + strings.Repeat("a", MaxName+1),
		"a length written long": "\x01\x02\x84\x00anna",
		"a length without end":  "\x01\x02\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
		"a walk nowhere":        "\x01\x03\x04anna\x05",
		"a walk cut off":        "\x01\x03\x04anna",
		"too far a level":       "\x01\x00\x04anna\x00\x00\x82\x80\x80\x80\x08",
	} {
		if c, rest, err := DecodeCommand([]byte(text)); err == nil || c != (Command{}) || rest != nil {
			t.Errorf("%s reads as %+v", name, c)
		}
	}
	if _, _, err := DecodeCommand([]byte("\x01\x02\x04anna")); err != nil {
		t.Error(err)
	}
}

func FuzzDecodeCommand(f *testing.F) {
	for _, c := range []Command{join("anna"), walk("bo", geom.West), {User: "ä", Verb: Leave}} {
		b, err := c.AppendBinary(nil)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
		f.Add(b[:len(b)-1])
	}
	f.Add([]byte{2, 0, 1, 'a', 0, 0, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		c, rest, err := DecodeCommand(b)
		if err != nil {
			return
		}
		again, err := c.AppendBinary(nil)
		if err != nil || string(again)+string(rest) != string(b) {
			t.Fatalf("%x reads as %+v, which is written %x, %v", b, c, again, err)
		}
		w := NewWorld(Options{})
		if w.Check(c) == nil && c.Verb != Join {
			t.Fatal("an empty world allows more than joining")
		}
	})
}
