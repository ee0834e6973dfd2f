package ui

import (
	"image"

	"laneya/lang"
)

// lettersText is on the button at the end of a line that shows letters on the screen.
func lettersText() string { return lang.Text("abc") }

// LettersBox returns where that button stands at the end of a line.
func LettersBox(fonts *Fonts, line image.Rectangle, scale float64) image.Rectangle {
	w := fonts.Face(Small, scale).Width(lettersText()) + int(14*scale+0.5)
	return image.Rect(line.Max.X-w, line.Min.Y, line.Max.X, line.Max.Y).Inset(max(int(3*scale+0.5), 1))
}

// DrawLetters draws that button.
func DrawLetters(c Canvas, fonts *Fonts, line image.Rectangle, scale float64) {
	box, face := LettersBox(fonts, line, scale), fonts.Face(Small, scale)
	c.Fill(box, Stone2)
	text := lettersText()
	c.Text(center(box, face, text), box.Min.Y+(box.Dy()-face.Height())/2, text, face, Muted)
}

// LettersBox returns where the button stands that shows letters on the screen, for a
// field or a list's line, in device pixels, after Layout; empty where there is none.
func (f *Form) LettersBox(i int) image.Rectangle {
	if f.Items[i].Kind != Field {
		return image.Rectangle{}
	}
	return LettersBox(f.fonts, f.Items[i].inner, f.scale)
}

// LettersBox does the same for the line of a list.
func (l *List) LettersBox() image.Rectangle {
	if l.Filter == nil {
		return image.Rectangle{}
	}
	return LettersBox(l.fonts, l.filterBox(), l.scale)
}
