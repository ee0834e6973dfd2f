package mapgen

import "laneya/rules/content"

// ground reports whether the kind of terrain can be walked on without harm and
// without opening it by a key or lever.
func ground(k content.TerrainKind) bool {
	switch k {
	case content.Floor, content.Planks, content.Rail, content.DoorClosed, content.DoorOpen,
		content.LadderDown, content.LadderUp, content.Passage, content.Bridge, content.ShallowWater,
		content.Grass, content.TallGrass, content.Mushrooms, content.Rubble, content.Web, content.Moss,
		content.Bones, content.Mud, content.Ash:
		return true
	}
	return false
}

// open reports whether the kind of terrain is neither rock nor wall nor a prop:
// one can walk, swim or fall there.
func open(k content.TerrainKind) bool {
	return ground(k) || k == content.DeepWater || k == content.Lava || k == content.Chasm
}

// solid reports whether the kind of terrain is rock or wall.
func solid(k content.TerrainKind) bool {
	return k == content.Rock || k == content.Wall || k == content.Torch
}
