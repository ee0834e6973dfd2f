package app

import (
	"testing"

	"laneya/ui"
)

// Whatever is before the game is reached by each device alone, and left by it.
func TestEverythingBeforeTheGameIsReachedByEachDeviceAlone(t *testing.T) {
	for name, d := range map[string]player{"keyboard": keyboard{}, "gamepad": gamepad{}, "mouse": mouse{}, "right mouse button": rightMouse{}} {
		for screen, open := range map[string]func(r *rig){
			"title": nil, "settings": func(r *rig) { r.g.openSettings() }, "keys": func(r *rig) { r.g.openKeys() }, "usual": func(r *rig) { r.g.askUsual() },
			"name": func(r *rig) { r.g.askMyName(func(string) {}) }, "join": func(r *rig) { r.g.openJoin() },
		} {
			t.Run(name+"/"+screen, func(t *testing.T) {
				r := newRig(t, nil)
				if open != nil {
					open(r)
				}
				r.frames(3)
				switch s := r.g.top().(type) {
				case *title:
					reachItems(r, d, &s.form)
					return
				case *menu:
					reachItems(r, d, &s.form)
				case *listScreen:
					reachRows(r, d, &s.list)
					reachEnd(r, d, &s.list)
				default:
					t.Fatalf("%q is neither a form nor a list", r.screen())
				}
				d.back(r)
				r.frames(3)
				r.wants("title")
			})
		}
	}
}

func reachItems(r *rig, d player, f *ui.Form) {
	for i := range f.Items {
		if it := &f.Items[i]; it.Kind == ui.Button || it.Kind == ui.Field {
			d.reach(r, i)
		}
	}
}
