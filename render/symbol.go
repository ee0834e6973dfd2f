package render

import (
	"image"
	"image/color"
	"image/draw"
)

// symbol is a character that the face of the cells doesn't have.
type symbol struct {
	r    rune
	rows [7]string // '#' is a pixel
}

// symbols are all such characters of the content. Their cells come after those
// of the face, in this order.
var symbols = [...]symbol{
	{'♥', [7]string{".##.##.", "#######", "#######", "#######", ".#####.", "..###..", "...#..."}},
	{'•', [7]string{".......", "..###..", ".#####.", ".#####.", ".#####.", "..###..", "......."}},
	{'°', [7]string{".......", "..##...", ".#..#..", ".#..#..", "..##.#.", ".......", "......."}},
	{'▒', [7]string{"#.#.#.#", ".#.#.#.", "#.#.#.#", ".#.#.#.", "#.#.#.#", ".#.#.#.", "#.#.#.#"}},
	{'◊', [7]string{"...#...", "..#.#..", ".#...#.", "#.....#", ".#...#.", "..#.#..", "...#..."}},
	{'☼', [7]string{"#..#..#", ".#.#.#.", "..###..", "#######", "..###..", ".#.#.#.", "#..#..#"}},
	{'¤', [7]string{"#.....#", ".#####.", ".#...#.", ".#...#.", ".#...#.", ".#####.", "#.....#"}},
	{'§', [7]string{"..####.", ".#.....", "..###..", ".#...#.", "..###..", ".....#.", ".####.."}},
	{'¬', [7]string{".......", ".......", "######.", ".....#.", ".....#.", ".......", "......."}},
	{'…', [7]string{".......", ".......", ".......", ".......", ".......", "##.##.#", "##.##.#"}},
	{'↑', [7]string{"...#...", "..###..", ".#.#.#.", "...#...", "...#...", "...#...", "...#..."}},
	{'↓', [7]string{"...#...", "...#...", "...#...", "...#...", ".#.#.#.", "..###..", "...#..."}},
}

// symbolIndex returns the place of a character among symbols, -1 for one that
// isn't there.
func symbolIndex(r rune) int {
	for i := range symbols {
		if symbols[i].r == r {
			return i
		}
	}
	return -1
}

// drawSymbol draws s with its upper left corner at the point.
func drawSymbol(img draw.Image, s *symbol, at image.Point, c color.Color) {
	for y, row := range s.rows {
		for x := range len(row) {
			if row[x] == '#' {
				img.Set(at.X+x, at.Y+y, c)
			}
		}
	}
}
