package render

import (
	"testing"

	"laneya/client"
	"laneya/geom"
	"laneya/sprites"
)

// terrainOf reads ground drawn with '#', '.' and ' '.
func terrainOf(rows []string) func(geom.Pos) client.Terrain {
	return func(p geom.Pos) client.Terrain {
		if p.Y < 0 || p.Y >= len(rows) || p.X < 0 || p.X >= len(rows[p.Y]) {
			return client.Unknown
		}
		switch rows[p.Y][p.X] {
		case '#':
			return client.Wall
		case '.':
			return client.Floor
		}
		return client.Unknown
	}
}

func TestWallsByTheirNeighbours(t *testing.T) {
	type four [4]sprites.ID // north-west, north-east, south-west, south-east
	const (
		rf, ro, rh, rv, ri, rj = sprites.RoofFull, sprites.RoofOpen, sprites.RoofH, sprites.RoofV, sprites.RoofInner, sprites.RoofJoint
		ff, fo, fh, fv, fi     = sprites.FaceFull, sprites.FaceOpen, sprites.FaceH, sprites.FaceV, sprites.FaceInner
	)
	for _, c := range []struct {
		name string
		rows []string // the wall in question is in the middle
		look look
		want four
	}{
		{"within rock", []string{"###", "###", "###"}, lookRoof, four{rf, rf, rf, rf}},
		{"unknown all around", []string{"   ", " # ", "   "}, lookRoof, four{rf, rf, rf, rf}},
		{"floor in the north", []string{"...", "###", "###"}, lookRoof, four{rh, rh, rf, rf}},
		{"floor in the west", []string{".##", ".##", ".##"}, lookRoof, four{rv, rf, rv, rf}},
		{"floor in the north-west", []string{".##", "###", "###"}, lookRoof, four{ri, rf, rf, rf}},
		{"floor in the south-east", []string{"###", "###", "##."}, lookRoof, four{rf, rj, rf, rv}},
		{"an upright wall", []string{".#.", ".#.", ".#."}, lookRoof, four{rv, rv, rv, rv}},
		{"the end of an upright wall", []string{"...", ".#.", ".#."}, lookRoof, four{ro, ro, rv, rv}},
		{"the north of a room", []string{"###", "###", "..."}, lookFace, four{ff, ff, ff, ff}},
		{"between two rooms", []string{"...", "###", "..."}, lookFace, four{fh, fh, ff, ff}},
		{"a pillar", []string{"...", ".#.", "..."}, lookFace, four{fo, fo, fv, fv}},
		{"the end of a wall", []string{"##.", "##.", "..."}, lookFace, four{ff, fv, ff, fv}},
		{"a front at a corner", []string{"##.", "###", "..."}, lookFace, four{ff, fi, ff, ff}},
	} {
		terrain, mid := terrainOf(c.rows), geom.Pos{X: 1, Y: 1}
		k := lookAt(terrain, mid)
		if k != c.look {
			t.Errorf("%s: looks like %v, want %v", c.name, k, c.look)
			continue
		}
		var got four
		for i := range got {
			got[i] = bricks.wallPicture(terrain, mid, k, quarter{i % 2, i / 2}, 5)
		}
		if got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// All 256 surroundings of a wall have a picture for each quarter.
func TestEverySurroundingHasAPicture(t *testing.T) {
	for bits := range 1 << 8 {
		var around [9]byte
		n := 0
		for i := range around {
			around[i] = '#'
			if i == 4 {
				continue
			}
			if bits>>n&1 == 1 {
				around[i] = '.'
			}
			n++
		}
		rows := []string{string(around[:3]), string(around[3:6]), string(around[6:])}
		terrain, mid := terrainOf(rows), geom.Pos{X: 1, Y: 1}
		k := lookAt(terrain, mid)
		for i := range 4 {
			q := quarter{i % 2, i / 2}
			id := bricks.wallPicture(terrain, mid, k, q, mix(bits, i))
			if id < sprites.RoofFull || id > sprites.FaceMossy || part(id, q).Empty() {
				t.Fatalf("%v: quarter %v has the picture %v", rows, q, id)
			}
		}
	}
}

func TestFloorsVary(t *testing.T) {
	seen := map[sprites.ID]int{}
	for y := range geom.LevelHeight {
		for x := range geom.LevelWidth {
			id := bricks.floorPicture(geom.Pos{X: x, Y: y})
			if id < sprites.Floor0 || id >= sprites.Floor0+sprites.Floors {
				t.Fatalf("the floor at %d, %d has the picture %v", x, y, id)
			}
			seen[id]++
		}
	}
	if len(seen) != sprites.Floors {
		t.Errorf("%d of %d variations are in use", len(seen), sprites.Floors)
	}
	for id, n := range seen {
		if n > geom.LevelCells/3 {
			t.Errorf("picture %v is on %d fields", id, n)
		}
	}
}
