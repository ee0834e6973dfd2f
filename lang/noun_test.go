package lang

import (
	"strings"
	"testing"
)

const articles = `
name = "Deutsch"
[article]
m = { the = ["der", "den", "dem"], a = ["ein", "einen", "einem"] }
p = { the = ["die", "die", "den"], a = ["", "", ""] }
short = { the = ["der"], a = ["ein"] }
[noun]
`

func TestNouns(t *testing.T) {
	l, err := parse("de", articles+`
"bear" = "Bär|m|Bären|Bären"
"rails" = "Schienen|p"
`)
	if err != nil {
		t.Fatal(err)
	}
	bear, rails := l.Noun("bear"), l.Noun("rails")
	var said []string
	for c := Nominative; c <= Dative; c++ {
		said = append(said, bear.The[c]+bear.In(c), bear.A[c]+bear.In(c), rails.The[c]+rails.In(c), rails.A[c]+rails.In(c))
	}
	const want = "der Bär, ein Bär, die Schienen, Schienen, den Bären, einen Bären, die Schienen, Schienen, dem Bären, einem Bären, den Schienen, Schienen"
	if got := strings.Join(said, ", "); got != want || bear.Plural != "Bären" {
		t.Errorf("said %s; plural %s", got, bear.Plural)
	}
	if l.Noun("rat") != nil || (*Language)(nil).Noun("bear") != nil {
		t.Error("there is a noun that the language lacks")
	}
	for _, bad := range []string{"Bär", "|m", "Bär|x", "Bär|short", "Bär|m|a|b|c"} {
		if l, err := parse("de", articles+`"bear" = "`+bad+`"`); err == nil {
			t.Errorf("%q is taken for %+v", bad, l.Noun("bear"))
		}
	}
	for c, name := range []string{"", "acc", "dat"} {
		if CaseNamed(name) != Case(c) {
			t.Errorf("%q is case %d", name, CaseNamed(name))
		}
	}
}
