// Package render may draw.
package render

import "github.com/hajimehoshi/ebiten/v2/vector"

// Draw draws.
var Draw = vector.StrokeLine
