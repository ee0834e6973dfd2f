package render

import (
	"laneya/geom"
	"laneya/sprites"
)

// theme is what the walls and floors of a kind of level look like.
type theme struct {
	faces       wallSet
	other, rare sprites.ID   // fronts that are seen here and there
	plain       []sprites.ID // most of the floor; those that are there twice are seen more
	patches     []patchOf
	tint        rgb // of the light that falls on all of it
}

// patchOf is what is found here and there: in one patch of patchKinds, on so many of
// a hundred fields.
type patchOf struct {
	share    uint32
	pictures []sprites.ID
}

const patchKinds = 7

var (
	bricks = theme{
		faces: wallSet{sprites.FaceFull, sprites.FaceOpen, sprites.FaceH, sprites.FaceV, sprites.FaceInner},
		other: sprites.FaceCracked, rare: sprites.FaceMossy, tint: rgb{1, 1, 1},
		plain: []sprites.ID{
			sprites.Floor0, sprites.Floor1, sprites.Floor0, sprites.Floor1,
			sprites.Floor2, sprites.Floor3, sprites.Floor2, sprites.Floor3,
			sprites.Floor4, sprites.Floor5, sprites.Floor6, sprites.Floor7,
		},
		patches: []patchOf{
			{24, []sprites.ID{sprites.Floor12, sprites.Floor13}},                // moss
			{22, []sprites.ID{sprites.Floor10, sprites.Floor11}},                // pebbles
			{30, []sprites.ID{sprites.Floor8, sprites.Floor9, sprites.Floor14}}, // cracks
		},
	}
	rock = theme{
		faces: wallSet{sprites.RockFull, sprites.RockOpen, sprites.RockH, sprites.RockV, sprites.RockInner},
		other: sprites.RockOther, rare: sprites.RockMossy, tint: rgb{1.04, 0.96, 0.86},
		plain: []sprites.ID{sprites.Earth0, sprites.Earth1, sprites.Earth2, sprites.Earth4},
		patches: []patchOf{
			{26, []sprites.ID{sprites.Earth3, sprites.Earth5}}, // pebbles
			{20, []sprites.ID{sprites.Earth6}},                 // cracks
			{30, []sprites.ID{sprites.Earth7}},                 // hollows
		},
	}
	blocks = theme{
		faces: wallSet{sprites.BlockFull, sprites.BlockOpen, sprites.BlockH, sprites.BlockV, sprites.BlockInner},
		other: sprites.BlockOther, rare: sprites.BlockNiche, tint: rgb{0.82, 0.88, 1.08},
		plain:   []sprites.ID{sprites.Tile0, sprites.Tile1, sprites.Tile2, sprites.Tile3},
		patches: []patchOf{{30, []sprites.ID{sprites.Tile4}}, {18, []sprites.ID{sprites.Tile5}}},
	}
)

// themes are found by the keys of pictures of the server's table of levels; any
// other level is of bricks.
var themes = map[string]*theme{
	"theme_caves":   &rock,
	"theme_mine":    tinted(rock, rgb{1.12, 0.92, 0.7}),
	"theme_grove":   tinted(rock, rgb{0.86, 1, 0.82}),
	"theme_rift":    tinted(rock, rgb{0.92, 0.82, 1.02}),
	"theme_flooded": tinted(bricks, rgb{0.74, 0.96, 0.98}),
	"theme_crypt":   &blocks,
	"theme_furnace": tinted(blocks, rgb{1.2, 0.78, 0.62}),
}

// tinted returns the theme in another light.
func tinted(t theme, tint rgb) *theme {
	t.tint = tint
	return &t
}

// themeOf returns the theme with that key.
func themeOf(picture string) *theme {
	if t := themes[picture]; t != nil {
		return t
	}
	return &bricks
}

// floorPicture returns the picture of the floor at p.
func (th *theme) floorPicture(p geom.Pos) sprites.ID {
	chance := mix(p.X, p.Y)
	kind := int(mix(p.X/5+1000, p.Y/4) % patchKinds)
	if kind < len(th.patches) && chance%100 < th.patches[kind].share {
		return one(th.patches[kind].pictures, chance>>8)
	}
	return one(th.plain, chance>>8)
}

// shaded returns the theme's tint, darker by that.
func (th *theme) shaded(v float32) rgb { return rgb{th.tint.r * v, th.tint.g * v, th.tint.b * v} }
