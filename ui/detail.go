package ui

import "strings"

// factGap is at least between a name and its value, and leastTable what both take
// where there is room, at scale 1.
const factGap, leastTable = 12, 260

// tableWidth returns what the facts take of width: no more than they need to stand in
// two columns, as an eye loses a row over a wide gap.
func (l *List) tableWidth(width int) int {
	face := l.fonts.Face(Small, l.scale)
	names, values, whole := 0, 0, int(leastTable*l.scale+0.5)
	for _, f := range l.Detail.Facts {
		n, v := face.Width(f[0])+int(2*factGap*l.scale+0.5), face.Width(f[1])
		if n+v > width {
			continue // it stands by itself
		}
		names, values = max(names, n), max(values, v)
	}
	if whole = max(names+values, whole); 3*whole >= 2*width {
		return width // ends with what stands above and beside it
	}
	return whole
}

// addFact puts a name and its value onto one line, or onto several where they
// don't fit.
func (l *List) addFact(f [2]string, width int) {
	face := l.fonts.Face(Small, l.scale)
	gap := int(factGap*l.scale + 0.5)
	if face.Width(f[0])+gap+face.Width(f[1]) <= l.table {
		l.lines = append(l.lines, detailLine{text: f[0], value: f[1], style: Small, tone: Quiet})
		return
	}
	for _, line := range Wrap(face, f[0], width) {
		l.lines = append(l.lines, detailLine{text: line, style: Small, tone: Quiet})
	}
	for _, line := range Wrap(face, f[1], width-gap) {
		l.lines = append(l.lines, detailLine{text: line, style: Small, tone: Worth})
	}
}

func sameFacts(a, b [][2]string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// goesOn reports whether the detail has more lines than show at once.
func (l *List) goesOn() bool {
	height, blank := l.iconHeight(), 0
	for i := range l.lines {
		line := l.lineHeight(&l.lines[i])
		height += line
		if blank = 0; l.lines[i].text == "" {
			blank = line
		}
	}
	return l.skip > 0 || height-blank > l.detail.Dy()
}

// lineHeight returns how high a line is. Keys are as high as letters of their size can
// be, and would touch those of the next line.
func (l *List) lineHeight(line *detailLine) int {
	h := l.fonts.Face(line.style, l.scale).Height()
	if strings.ContainsFunc(line.value, isCap) {
		h += int(4*l.scale + 0.5)
	}
	return h
}
