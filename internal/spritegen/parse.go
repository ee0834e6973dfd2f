package spritegen

import (
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

// Read reads palette.txt and all other .txt files at the top of fsys, in the
// order of their names, and packs what they describe.
func Read(fsys fs.FS) (*Atlas, error) {
	text, err := fs.ReadFile(fsys, "palette.txt")
	if err != nil {
		return nil, err
	}
	pal, err := parsePalette(string(text))
	if err != nil {
		return nil, fmt.Errorf("palette.txt: %w", err)
	}
	names, err := fs.Glob(fsys, "*.txt")
	if err != nil {
		return nil, err
	}
	r := reader{pal: pal, byName: map[string]*Picture{}}
	for _, name := range names {
		if name == "palette.txt" {
			continue
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		if err := r.file(string(text)); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return pack(r.pictures), nil
}

func parsePalette(text string) (*Palette, error) {
	p := &Palette{colours: map[byte]color.NRGBA{}, swaps: map[string][]swap{}}
	for i, line := range strings.Split(text, "\n") {
		if err := p.line(strings.Fields(line)); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	opaque := 0
	for _, c := range p.colours {
		if c.A > 0 {
			opaque++
		}
	}
	if opaque > MaxColours {
		return nil, fmt.Errorf("%d colours are more than %d", opaque, MaxColours)
	}
	return p, nil
}

// line reads one line of a palette, split at its spaces.
func (p *Palette) line(words []string) error {
	switch {
	case len(words) == 0 || words[0] == "#":
		return nil
	case words[0] == "colour" && len(words) >= 3 && len(words[1]) == 1:
		b, err := hex.DecodeString(words[2])
		if err != nil || len(b) != 4 {
			return fmt.Errorf("%q is not a colour of the form rrggbbaa", words[2])
		}
		if _, taken := p.colours[words[1][0]]; taken {
			return fmt.Errorf("the colour %s is named twice", words[1])
		}
		p.colours[words[1][0]] = color.NRGBA{R: b[0], G: b[1], B: b[2], A: b[3]}
		return nil
	case words[0] == "swap" && len(words) >= 4 && len(words[2]) == len(words[3]):
		p.swaps[words[1]] = append(p.swaps[words[1]], swap{words[2], words[3]})
		return nil
	}
	return fmt.Errorf("%q is neither a colour nor a swap", strings.Join(words, " "))
}

var nameForm = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

type reader struct {
	pal      *Palette
	pictures []*Picture
	byName   map[string]*Picture
}

// file reads the pictures of one source.
func (r *reader) file(text string) error {
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		words := strings.Fields(lines[i])
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		n, err := r.entry(words, lines[i+1:])
		if err != nil {
			return fmt.Errorf("line %d: %w", i+1, err)
		}
		i += n
	}
	return nil
}

// entry reads the picture that a line of words begins and returns how many of
// the following lines belong to it.
func (r *reader) entry(words, rest []string) (int, error) {
	switch {
	case words[0] == "sprite" && (len(words) == 3 || len(words) == 5 && words[3] == "swap"):
		return r.sprite(words, rest)
	case words[0] == "cover" && len(words) == 2:
		return r.thing(words[1], rest, false)
	case words[0] == "thing" && len(words) == 2:
		return r.thing(words[1], rest, true)
	case words[0] == "figure" && (len(words) == 3 || len(words) == 5 && words[3] == "swap"):
		return r.figure(words, rest)
	case words[0] == "mirror" && len(words) == 3:
		return 0, r.derive(words[1], words[2], func(img *image.NRGBA) (*image.NRGBA, error) { return mirror(img), nil })
	case words[0] == "recolour" && len(words) == 5 && len(words[3]) == len(words[4]):
		return 0, r.derive(words[1], words[2], func(img *image.NRGBA) (*image.NRGBA, error) {
			return r.pal.recolour(img, swap{words[3], words[4]})
		})
	case words[0] == "short" && len(words) == 5:
		return 0, r.short(words)
	}
	return 0, fmt.Errorf("%q begins no picture", strings.Join(words, " "))
}

// derive adds a picture that is made from another one.
func (r *reader) derive(name, from string, change func(*image.NRGBA) (*image.NRGBA, error)) error {
	of, ok := r.byName[from]
	if !ok {
		return fmt.Errorf("%s: there is no %s to make it from", name, from)
	}
	pic := &Picture{Name: name, Keyed: of.Keyed, Size: of.Size}
	for _, v := range of.Variants {
		img, err := change(v)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		pic.Variants = append(pic.Variants, img)
	}
	return r.add(pic)
}

// short adds a picture of what lies from the south-west to the north-east, with a
// piece of its length taken out.
func (r *reader) short(words []string) error {
	var from, by int
	if _, err := fmt.Sscan(words[3], &from); err != nil {
		return fmt.Errorf("%s: %q is no diagonal", words[1], words[3])
	}
	if _, err := fmt.Sscan(words[4], &by); err != nil || by < 1 || by >= cell.X/2 {
		return fmt.Errorf("%s: %q is no length", words[1], words[4])
	}
	return r.derive(words[1], words[2], func(img *image.NRGBA) (*image.NRGBA, error) { return shorten(img, from, by), nil })
}

func (r *reader) sprite(words, rest []string) (int, error) {
	var size image.Point
	if _, err := fmt.Sscanf(words[2], "%dx%d", &size.X, &size.Y); err != nil || size.X < 1 || size.Y < 1 {
		return 0, fmt.Errorf("%s: %q is not a size", words[1], words[2])
	}
	if size.X > Width {
		return 0, fmt.Errorf("%s: %d pixels are wider than the atlas, which has %d", words[1], size.X, Width)
	}
	rows, err := rowsOf(words[1], size, rest)
	if err != nil {
		return 0, err
	}
	swaps, err := r.swaps(words)
	if err != nil {
		return 0, err
	}
	pic := &Picture{Name: words[1], Size: size}
	for _, s := range swaps {
		img, err := r.pal.paint(rows, s)
		if err != nil {
			return 0, fmt.Errorf("%s: %w", words[1], err)
		}
		pic.Variants = append(pic.Variants, img)
	}
	return size.Y, r.add(pic)
}

// cell is the size of things and figures.
var cell = image.Pt(16, 16)

// thing reads a thing, which has a rim, or what covers ground, which has none.
func (r *reader) thing(name string, rest []string, rimmed bool) (int, error) {
	rows, err := rowsOf(name, cell, rest)
	if err != nil {
		return 0, err
	}
	img, err := r.pal.paint(rows, swap{})
	if err != nil {
		return 0, fmt.Errorf("%s: %w", name, err)
	}
	if rimmed {
		img = r.pal.rimmed(img)
	}
	return cell.Y, r.add(&Picture{Name: name, Keyed: true, Size: cell, Variants: []*image.NRGBA{img}})
}

// figure reads a figure: its idle picture, and those of its other poses that are
// drawn.
func (r *reader) figure(words, rest []string) (int, error) {
	name, gait := words[1], gait(words[2])
	if !gait.known() {
		return 0, fmt.Errorf("%s: %q is no gait", name, words[2])
	}
	swaps, err := r.swaps(words)
	if err != nil {
		return 0, err
	}
	drawn, n, err := posesOf(name, rest)
	if err != nil {
		return 0, err
	}
	pic := &Picture{Name: name, Keyed: true, Size: cell}
	for _, s := range swaps {
		images := map[string]*image.NRGBA{}
		for pose, rows := range drawn {
			if images[pose], err = r.pal.paint(rows, s); err != nil {
				return 0, fmt.Errorf("%s: %s: %w", name, pose, err)
			}
		}
		for _, pose := range Poses {
			img := images[pose]
			if img == nil {
				img = gait.pose(pose, images[Poses[0]])
			}
			pic.Variants = append(pic.Variants, r.pal.rimmed(img))
		}
	}
	return n, r.add(pic)
}

// posesOf reads the poses that are drawn at the start of rest, and returns how
// many lines they take.
func posesOf(name string, rest []string) (drawn map[string][]string, n int, err error) {
	drawn = map[string][]string{}
	for pose := Poses[0]; ; n++ {
		rows, err := rowsOf(name+": "+pose, cell, rest[n:])
		if err != nil {
			return nil, 0, err
		}
		drawn[pose] = rows
		n += cell.Y
		if n >= len(rest) || !slices.Contains(Poses[1:], rest[n]) {
			return drawn, n, nil
		}
		pose = rest[n]
	}
}

// rowsOf returns the rows of a picture of that size at the start of rest. Rows of
// half the width are the west of a picture whose east is its mirror image.
func rowsOf(name string, size image.Point, rest []string) ([]string, error) {
	if len(rest) < size.Y {
		return nil, fmt.Errorf("%s: rows are missing", name)
	}
	rows := slices.Clone(rest[:size.Y])
	halves := size.X%2 == 0 && len(rows[0]) == size.X/2
	for y, row := range rows {
		if halves {
			east := []byte(row)
			slices.Reverse(east)
			row += string(east)
			rows[y] = row
		}
		if len(row) != size.X {
			return nil, fmt.Errorf("%s: row %d is %d wide, not %d", name, y, len(rest[y]), size.X)
		}
	}
	return rows, nil
}

// swaps returns in which colours a picture is made.
func (r *reader) swaps(words []string) ([]swap, error) {
	swaps := []swap{{}}
	if len(words) < 5 {
		return swaps, nil
	}
	if len(r.pal.swaps[words[4]]) == 0 {
		return nil, fmt.Errorf("%s: no swap is named %s", words[1], words[4])
	}
	return append(swaps, r.pal.swaps[words[4]]...), nil
}

func (r *reader) add(pic *Picture) error {
	if !nameForm.MatchString(pic.Name) {
		return fmt.Errorf("%q is not a name of lower-case words and numbers with dashes between them", pic.Name)
	}
	if r.byName[pic.Name] != nil {
		return fmt.Errorf("%s is there twice", pic.Name)
	}
	r.byName[pic.Name] = pic
	r.pictures = append(r.pictures, pic)
	return nil
}
