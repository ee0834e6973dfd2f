package mapgen

import (
	"strings"

	"laneya/geom"
	"laneya/rules/content"
)

// theme says what a vault is for, which decides how often a level gets one.
type theme uint8

// The themes.
const (
	treasure theme = iota // locked or hidden finds
	shrine                // a shrine, an altar, a fountain
	nest                  // foes that live together
	hall                  // something to cross, read, fight or look at
	lair                  // a boss; only on the levels that have one
	heart                 // the Heart; only where that lies
)

// vault is a room drawn by hand. Its drawing is read with vaultLegend; a space
// is not part of it. Whatever can be walked on at its edge is an entrance.
type vault struct {
	name        string
	theme       theme
	first, last int    // depths that it is found at; last 0: without end
	kinds       []Kind // levels that it suits, all if there are none
	rows        string
	extent      geom.Delta // of the drawing, in cells
}

// glyph is what one letter of a vault's drawing stands for.
type glyph struct {
	terrain content.TerrainKind
	mark    mark
}

// mark is what a field of a vault holds besides its ground.
type mark uint8

// The marks.
const (
	noMark     mark = iota
	markThing       // any thing
	markFine        // a better one
	markScroll      //
	markPotion      //
	markFood        //
	markArms        // a weapon, bow, shield or armour
	markKey         // the key of another vault, or nothing
	markHeart       //
	markFoe         // any foe
	markNest        // the same kind of foe on all such fields of the vault
	markGuard       // a guardian
	markMimic       //
	markWeb         // a webber
	markSwim        // a swimmer or ambusher
	markDead        // one that knows no fear
	markShoot       // an archer
	markBoss        //
	markMarsh       // marsh gas
)

// vaultLegend returns what the letter c of a vault's drawing stands for; ok is
// false if it stands for nothing.
func vaultLegend(c byte) (g glyph, ok bool) {
	i := strings.IndexByte(vaultLetters, c)
	if i < 0 {
		return glyph{}, false
	}
	return vaultGlyphs[i], true
}

// vaultLetters are the letters that drawings of vaults are made of, in the
// order of vaultGlyphs.
const vaultLetters = `#X.,=+SLP/~-^:"|mowrbua` + `_&TIs*Cc%fe` + `$!?iyk` + `FNGMWVUARBH` + `h`

var vaultGlyphs = [...]glyph{
	{content.Wall, noMark}, {content.Rock, noMark}, {content.Floor, noMark}, {content.Planks, noMark},
	{content.Bridge, noMark}, {content.DoorClosed, noMark}, {content.SecretDoor, noMark}, {content.DoorLocked, noMark},
	{content.Portcullis, noMark}, {content.Lever, noMark}, {content.DeepWater, noMark}, {content.ShallowWater, noMark},
	{content.Lava, noMark}, {content.Chasm, noMark}, {content.Grass, noMark}, {content.TallGrass, noMark},
	{content.Mushrooms, noMark}, {content.Moss, noMark}, {content.Web, noMark}, {content.Rubble, noMark},
	{content.Bones, noMark}, {content.Mud, noMark}, {content.Ash, noMark},

	{content.Altar, noMark}, {content.Shrine, noMark}, {content.Torch, noMark}, {content.Pillar, noMark},
	{content.Statue, noMark}, {content.Crystal, noMark}, {content.Coffin, noMark}, {content.Cart, noMark},
	{content.Rail, noMark}, {content.Fountain, noMark}, {content.Floor, noMark},

	{content.Floor, markThing}, {content.Floor, markFine}, {content.Floor, markScroll}, {content.Floor, markPotion},
	{content.Floor, markFood}, {content.Floor, markKey},

	{content.Floor, markFoe}, {content.Floor, markNest}, {content.Floor, markGuard}, {content.Floor, markMimic},
	{content.Web, markWeb}, {content.DeepWater, markSwim}, {content.Floor, markDead}, {content.Floor, markArms},
	{content.Floor, markShoot}, {content.Floor, markBoss}, {content.HeartPlinth, markHeart},

	{content.Floor, markMarsh},
}

// vaults are all vaults there are.
var vaults = func() []vault {
	var out []vault
	for _, part := range [][]vault{treasureVaults, shrineVaults, nestVaults, hallVaults, lairVaults} {
		out = append(out, part...)
	}
	for i := range out {
		out[i].extent = out[i].size()
	}
	return out
}()

// lines returns the rows of the vault's drawing.
func (v *vault) lines() []string {
	return strings.Split(strings.Trim(v.rows, "\n"), "\n")
}

// size returns the width and height of the drawing, in cells.
func (v *vault) size() geom.Delta {
	var s geom.Delta
	for _, line := range v.lines() {
		s.DX = max(s.DX, len(line))
		s.DY++
	}
	return s
}

// holds reports whether the letter c is in the drawing.
func (v *vault) holds(c byte) bool { return strings.IndexByte(v.rows, c) >= 0 }

// foes reports whether foes live in the vault.
func (v *vault) foes() bool { return strings.ContainsAny(v.rows, "FNGMWVURB") }

// suits reports whether the vault may be on a level of that kind and depth.
func (v *vault) suits(k Kind, depth int) bool {
	if depth < v.first || v.last != 0 && depth > v.last {
		return false
	}
	for _, want := range v.kinds {
		if want == k {
			return true
		}
	}
	return len(v.kinds) == 0
}

// turned returns the size of the drawing after the given turn.
func turned(size geom.Delta, turn int) geom.Delta {
	if turn&1 != 0 {
		return geom.Delta{DX: size.DY, DY: size.DX}
	}
	return size
}

// turnCell returns where the cell at d of a drawing of that size lies after
// the turn: a mirroring if bit 2 is set, then quarter turns clockwise.
func turnCell(d, size geom.Delta, turn int) geom.Delta {
	if turn&4 != 0 {
		d.DX = size.DX - 1 - d.DX
	}
	for range turn & 3 {
		d = geom.Delta{DX: size.DY - 1 - d.DY, DY: d.DX}
		size = geom.Delta{DX: size.DY, DY: size.DX}
	}
	return d
}

// each calls f for every cell of the vault that is put with its north-west
// corner at min and turned so.
func (v *vault) each(min geom.Pos, turn int, f func(geom.Pos, glyph)) {
	for y, line := range v.lines() {
		for x := range len(line) {
			if line[x] == ' ' {
				continue
			}
			g, _ := vaultLegend(line[x])
			f(min.Add(turnCell(geom.Delta{DX: x, DY: y}, v.extent, turn)), g)
		}
	}
}
