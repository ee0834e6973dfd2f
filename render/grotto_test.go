package render

import (
	"image"
	"strings"
	"testing"
	"time"

	"laneya/client"
	"laneya/geom"
	"laneya/protocol"
	"laneya/vision"
)

// grottoLevel has fire, melt, water, crystals and walls that throw shadows.
const grottoLevel = `
########################
#......#~~~~~~#...LL...#
#.*....i~===~~#..LLLL..#
#......#~===~~...LLLL..#
#..##..#~~~~~....#LL...#
#..##............#.....#
#.......,,,,...........#
###i##..,,,,..##.###i###
#.......,,............^#
#..................^...#
#......................#
########################`

// grottoTables are those of grotto's server.
func grottoTables() *client.Content {
	ground := func(code, picture, colour string, light int, tint string) protocol.Row {
		return protocol.Row{Key: "t" + code, Code: code, Glyph: code, Colour: colour, Picture: picture, Light: light, Tint: tint, Open: true}
	}
	look := func(key, glyph, colour, picture string) protocol.Row {
		return protocol.Row{Key: key, Name: key, Glyph: glyph, Colour: colour, Picture: picture}
	}
	melt := ground("L", "terrain_lava", "fire", 4, "fire")
	melt.Avoid = true
	fire := look("fire", "^", "flame", "cloud_fire")
	fire.Code, fire.Light, fire.Tint = "f", 4, "flame"
	gas := look("gas", "§", "venom", "cloud_poison_gas")
	gas.Code = "g"
	colours := []protocol.Row{}
	for key, c := range map[string][]int{
		"flame": {255, 178, 84}, "fire": {244, 92, 36}, "water": {92, 152, 216}, "deep": {52, 92, 176}, "crystal": {154, 168, 248}, "grass": {108, 152, 76},
		"venom": {154, 206, 50}, "blood": {200, 48, 56}, "iron": {146, 156, 168}, "stone": {150, 145, 140}, "wood": {156, 108, 62},
	} {
		colours = append(colours, protocol.Row{Key: key, RGB: c})
	}
	return client.NewContent("grotto", []client.Part{
		{Name: protocol.TableTerrain, Rows: []protocol.Row{
			{Key: "t#", Code: "#"}, {Key: "t.", Code: ".", Open: true}, melt,
			ground("*", "terrain_campfire", "flame", 9, "flame"), ground("i", "terrain_torch", "flame", 6, "flame"), ground("^", "terrain_crystal", "crystal", 3, "crystal"),
			ground("~", "terrain_shallow_water", "water", 0, ""), ground("=", "terrain_deep_water", "deep", 0, ""), ground(",", "terrain_grass", "grass", 0, ""),
		}},
		{Name: protocol.TableClouds, Rows: []protocol.Row{fire, gas}},
		{Name: protocol.TableFoes, Rows: []protocol.Row{
			look("rat", "r", "wood", "foe_cave_rat"), look("weaver", "A", "stone", "foe_old_weaver"), look("toad", "t", "venom", "foe_spit_toad"), look("bones", "z", "stone", "foe_bone_servant"),
		}},
		{Name: protocol.TableItems, Rows: []protocol.Row{
			look("blade", "|", "iron", "item_long_sword"), look("rod", "/", "wood", "item_quarterstaff"), {Key: "mail", Glyph: "[", Colour: "iron", Picture: "item_mail_shirt", Armour: 3},
			look("brew", "!", "venom", "item_potion"), look("page", "?", "stone", "item_scroll"),
		}},
		{Name: protocol.TableKits, Rows: []protocol.Row{look("guard", "@", "iron", "hero_warden"), look("mage", "@", "iron", "hero_arcanist")}},
		{Name: protocol.TableColours, Rows: colours},
		{Name: protocol.TableMessages, Rows: []protocol.Row{
			{Key: "struck", Tone: "bad", Picture: "fx_slash"}, {Key: "blast", Tone: "danger", Picture: "fx_burst"}, {Key: "flash", Tone: "danger", Picture: "fx_glow"},
		}},
	})
}

// grotto is a scene with light of all kinds, in which something goes on.
type grotto struct {
	s    *Scene
	st   *client.State
	seq  uint64
	anna protocol.Entity
	foes []protocol.Entity
	// clouds are what burns and drifts there.
	clouds []protocol.Strip
}

// newGrotto returns a grotto in that style. Its window is looked at.
func newGrotto(t testing.TB, style Style) *grotto {
	t.Helper()
	g := &grotto{s: NewScene(), st: client.NewState(), seq: 1}
	g.anna = protocol.Entity{
		Entity: "User:anna", Kind: "hero", Name: "anna", X: 9, Y: 9, Facing: geom.East, Kit: "guard", Colour: "party_blue", Weapon: "blade", Armour: "mail",
		Health: 20, MaxHealth: 28, Light: 7, Tint: "flame",
	}
	g.foes = []protocol.Entity{
		{Entity: "Ghost:1", Kind: "rat", Name: "rat", X: 10, Y: 9, Facing: geom.West, Attitude: "foe", Health: 50, MaxHealth: 60},
		{Entity: "Ghost:2", Kind: "weaver", Name: "weaver", X: 13, Y: 7, Facing: geom.West, Attitude: "foe", Health: 60, MaxHealth: 60},
		{Entity: "Ghost:3", Kind: "toad", Name: "toad", X: 6, Y: 8, Facing: geom.East, Attitude: "foe", Asleep: true},
		{Entity: "Ghost:4", Kind: "bones", Name: "bones", X: 11, Y: 5, Facing: geom.East, Attitude: "friend", Health: 9, MaxHealth: 10},
	}
	ben := hero("ben", 7, 10, geom.South)
	ben.Kit, ben.Colour, ben.Weapon, ben.Health, ben.MaxHealth = "mage", "party_orange", "rod", 12, 20
	g.clouds = []protocol.Strip{{X: 15, Y: 9, Cells: "fff"}, {X: 15, Y: 10, Cells: "ff"}, {X: 2, Y: 9, Cells: "ggg"}, {X: 2, Y: 10, Cells: "gg"}}
	snap := protocol.Snapshot{Seq: 1, Level: "0:0:1", Hero: "User:anna", Width: 24, Height: 12, Entities: append([]protocol.Entity{g.anna, ben}, g.foes...)}
	for y, line := range strings.Split(strings.TrimSpace(grottoLevel), "\n") {
		snap.Terrain = append(snap.Terrain, protocol.Strip{Y: y, Cells: line})
		snap.Sight = append(snap.Sight, protocol.Run{Y: y, N: 24})
	}
	snap.Details = protocol.Details{Clouds: g.clouds, Things: []protocol.Pile{
		{ID: 1, Kind: "blade", Name: "blade", Count: 1, X: 12, Y: 10, Seen: true}, {ID: 2, Kind: "brew", Name: "brew", Count: 1, X: 5, Y: 6, Seen: true},
		{ID: 3, Kind: "page", Name: "page", Count: 1, X: 13, Y: 9, Seen: true},
	}}
	g.st.Apply(online())
	g.st.Apply(client.Change{Content: grottoTables()})
	g.st.Apply(client.Change{Update: snap})
	g.s.Resize(768, 384, 1)
	g.s.SetStyle(style)
	g.s.Look(true)
	g.s.Update(g.st, frameTime)
	return g
}

// frames lets n frames pass.
func (g *grotto) frames(n int) {
	for range n {
		g.s.Update(g.st, frameTime)
	}
}

// tell lets the server tell of what happened at a place, and how everyone fares.
func (g *grotto) tell(code string, at geom.Pos, by, on string, lost int) {
	g.seq++
	e := moment(code, at)
	e.By, e.On, e.N = by, on, lost
	v := protocol.View{Entities: []protocol.Entity{g.anna, g.foes[0]}}
	v.Details.Events = []protocol.Event{e}
	told(g.st, g.seq, v)
}

// blow lets the rat and anna strike each other by turns.
func (g *grotto) blow(n int) {
	if n%2 == 0 {
		g.foes[0].Health--
		g.tell("struck", geom.Pos{X: 10, Y: 9}, "User:anna", "Ghost:1", 1)
		return
	}
	g.anna.Health = max(g.anna.Health-6, 6)
	g.tell("struck", geom.Pos{X: 9, Y: 9}, "Ghost:1", "User:anna", 6)
	g.anna.Health = 20
}

func (g *grotto) picture() *image.RGBA { return pixels(g.s, g.st, 768, 384) }

// Pictures of what is lit, moves, happens, and of every way to see it. They hold as the
// golden ones of all scenes do.
func TestGrottoPictures(t *testing.T) {
	for name, style := range map[string]Style{
		"light": {}, "calm": {Calm: true}, "protan": {Eyes: vision.Protan, Signs: true}, "deutan": {Eyes: vision.Deutan, Signs: true}, "tritan": {Eyes: vision.Tritan, Signs: true},
		"contrast": {Contrast: true, Signs: true}, "letters": {Letters: AllLetters}, "mixed": {Letters: LetterFigures, Signs: true}, "marks": {Signs: true},
	} {
		g := newGrotto(t, style)
		g.frames(60)
		compareGolden(t, "grotto-"+name, g.picture())
	}
	g := newGrotto(t, Style{Shake: true})
	g.frames(60)
	g.blow(0)
	g.frames(8)
	g.blow(1)
	g.frames(3)
	g.tell("blast", geom.Pos{X: 13, Y: 9}, "", "", 0)
	g.frames(7)
	compareGolden(t, "grotto-fight", g.picture())
	g = newGrotto(t, Style{})
	g.frames(60)
	sight := []protocol.Run{}
	for y := 7; y < 12; y++ {
		sight = append(sight, protocol.Run{X: 5, Y: y, N: 9})
	}
	told(g.st, 2, protocol.View{Sight: sight})
	g.frames(5)
	compareGolden(t, "grotto-sinking", g.picture())
	g.frames(40)
	compareGolden(t, "grotto-fog", g.picture())
}

// A wall hides a fire from what lies behind it.
func TestWallsStopLight(t *testing.T) {
	g := newGrotto(t, Style{})
	b := &g.s.lights.baked
	if len(g.s.fires) == 0 || b.cols == 0 {
		t.Fatal("nothing shines")
	}
	one := [glowGroups]float32{1, 1, 1}
	near, hidden := b.at(4.5, 2.5, &one), b.at(5.5, 5.5, &one)
	fires := []source{}
	for _, f := range g.s.fires {
		if f.x == 2.5 && f.y == 2.5 {
			fires = append(fires, f)
		}
	}
	b.bake(&g.s.ground, fires)
	if near, hidden = b.at(4.5, 2.5, &one), b.at(5.5, 5.5, &one); near.r < 0.3 || hidden.r > near.r/8 {
		t.Errorf("beside the fire falls %v, behind the pillar %v", near, hidden)
	}
	if c := b.at(5.5, 2.5, &one); c.b > c.r {
		t.Errorf("a fire shines %v", c)
	}
}

// On a level too large to keep light for, fires shine as lamps.
func TestFiresOfVeryLargeLevels(t *testing.T) {
	g := newGrotto(t, Style{})
	g.s.ground.w, g.s.ground.h = 400, 400
	if g.s.lights.baked.bake(&g.s.ground, g.s.fires) {
		t.Error("light is kept for a level of 400 by 400")
	}
}

// What moves by itself does so while somebody looks, for a while after something has
// happened, and not where that isn't wanted.
func TestWhatMovesByItself(t *testing.T) {
	for name, c := range map[string]struct {
		style       Style
		away        bool
		least, most int // pictures in the first three seconds
	}{
		"high":   {Style{}, false, 20, 27},
		"medium": {Style{Quality: Medium}, false, 10, 14},
		"low":    {Style{Quality: Low}, false, 0, 0},
		"calm":   {Style{Calm: true}, false, 0, 0},
		"away":   {Style{}, true, 0, 0},
	} {
		g := newGrotto(t, c.style)
		g.s.Look(!c.away)
		for n := 0; n < 60 && g.s.Update(g.st, frameTime); n++ {
		}
		n := 0
		for range 3 * 60 {
			if g.s.Update(g.st, frameTime) {
				n++
			}
		}
		if n < c.least || n > c.most {
			t.Errorf("%s: %d pictures in three seconds", name, n)
		}
		g.frames(3 * 60)
		for range 120 {
			if g.s.Update(g.st, frameTime) {
				t.Fatalf("%s: it never comes to rest", name)
			}
		}
		g.s.Stir()
		if moved := g.s.Update(g.st, 250*time.Millisecond); moved != (c.least > 0) {
			t.Errorf("%s: when stirred, it moves: %v", name, moved)
		}
	}
}

// However much happens there are no more particles than there is room for, they all
// end, and none is of another level.
func TestParticlesAreBounded(t *testing.T) {
	g := newGrotto(t, Style{})
	most := 0
	for n := range 200 {
		for range 3 {
			g.tell("blast", geom.Pos{X: 4 + n%16, Y: 8}, "", "", 0)
		}
		g.frames(1)
		most = max(most, g.s.particles.n)
	}
	ps := &g.s.particles
	if most < mostParticles*9/10 {
		t.Errorf("there are %d particles at most", most)
	}
	g.frames(8 * 60)
	for d := dustDot; d < dots; d++ {
		if ps.counts[d] != 0 {
			t.Errorf("%d of kind %d never end", ps.counts[d], d)
		}
	}
	sum := 0
	for _, n := range ps.counts {
		sum += n
	}
	if sum != ps.n {
		t.Errorf("%d particles are counted as %d", ps.n, sum)
	}
	g.st.Apply(client.Change{Update: protocol.Snapshot{Seq: 1000, Level: "0:0:2", Hero: "User:anna", Width: 20, Height: 10, Entities: []protocol.Entity{hero("anna", 3, 3, geom.East)}}})
	if g.frames(1); ps.n != 0 || ps.stains.n != 0 {
		t.Errorf("%d particles and %d stains came along", ps.n, ps.stains.n)
	}
}

// Blows leave stains, which fade; calm ones leave nothing.
func TestBlowsLeaveStains(t *testing.T) {
	for _, calm := range []bool{false, true} {
		g := newGrotto(t, Style{Calm: calm})
		for n := range 6 {
			g.blow(n)
			g.frames(20)
		}
		g.frames(90)
		st := &g.s.particles.stains
		if (st.n > 0) == calm {
			t.Errorf("calm: %v, there are %d stains", calm, st.n)
		}
		g.s.build()
		all := g.s.figures.len()
		st.now += stainTime
		g.s.build()
		if faded := all - g.s.figures.len(); (faded > 0) == calm {
			t.Errorf("calm: %v, %d stains fade", calm, faded)
		}
	}
}

// Heavy blows let the window tremble for a moment, where that is wanted. A field is
// still where it is drawn.
func TestHeavyBlowsAreFelt(t *testing.T) {
	for name, c := range map[string]struct {
		style Style
		lost  int
		felt  bool
	}{
		"heavy": {Style{Shake: true}, 9, true}, "light": {Style{Shake: true}, 1, false}, "off": {Style{}, 9, false}, "calm": {Style{Shake: true, Calm: true}, 9, false},
	} {
		g := newGrotto(t, c.style)
		g.frames(60)
		still := g.s.Cell(geom.Pos{})
		g.anna.Health -= c.lost
		g.tell("struck", geom.Pos{X: 9, Y: 9}, "Ghost:1", "User:anna", c.lost)
		felt := false
		for range 30 {
			g.frames(1)
			at := g.s.Cell(geom.Pos{})
			felt = felt || at != still
			if f := g.s.Field(at.Min); f != (geom.Pos{}) {
				t.Fatalf("%s: field %v is at the place of the first one", name, f)
			}
		}
		if felt != c.felt {
			t.Errorf("%s: felt %v", name, felt)
		}
		if at := g.s.Cell(geom.Pos{}); at != still {
			t.Errorf("%s: the window stays at %v, it was at %v", name, at, still)
		}
	}
}

// The hero may walk a little before the camera follows, and is never out of the window.
func TestTheCameraIsLeashed(t *testing.T) {
	w := readWorld(t, "halls.txt")
	w.hero = geom.Pos{X: 22, Y: 27}
	st := known(w)
	s := settled(t, st)
	left := s.view.left
	walk := func(x int) {
		tell(st, w, anna(x, 27, geom.East))
		for range 60 {
			s.Update(st, frameTime)
		}
	}
	if walk(23); s.view.left != left {
		t.Errorf("one step moves the window from %d to %d", left, s.view.left)
	}
	for x := 24; x < 28; x++ {
		walk(x)
	}
	if s.view.left <= left {
		t.Error("the camera never follows")
	}
	if off := s.cast.own.x + 0.5 - s.view.camera.X; off < 0 || off > leash+0.02 {
		t.Errorf("the hero is %v fields from the middle", off)
	}
}

// A style that only changes what is strewn about draws no level anew.
func TestStylesThatChangeLittle(t *testing.T) {
	g := newGrotto(t, Style{})
	g.picture()
	for i, style := range []Style{{Quality: Low}, {Shake: true}, {Signs: true}, {Calm: true}, {Eyes: vision.Protan}, {Contrast: true}} {
		g.s.SetStyle(style)
		g.frames(1)
		if anew := g.s.ground.allNew; anew != (i >= 4) {
			t.Errorf("style %d: all is drawn anew: %v", i, anew)
		}
		g.picture()
	}
}
