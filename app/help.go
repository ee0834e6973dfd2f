package app

import (
	"laneya/lang"
	"laneya/ui"
)

// buttonHelp says what buttons of menus do, by their IDs, where their words alone don't.
var buttonHelp = map[int]string{
	idCommands: lang.Mark("All commands as a list, with their keys."),
	idSettings: lang.Mark("Picture, sound, keys, and more. All holds at once."),
	idQuit:     lang.Mark("Ends the game. Nothing is lost."),
	idLeave:    lang.Mark("You find your hero as she is now when you come back."),
	idNewRun:   lang.Mark("Fresh caves for your whole party, with new heroes."),
	idStory:    lang.Mark("The runs that have ended, and how."),

	doUse:          lang.Mark("Use it, as its kind is used."),
	doEquip:        lang.Mark("Put it on or take it in hand; what is there comes off."),
	doUnequip:      lang.Mark("Into the pack, unless it is cursed."),
	doThrow:        lang.Mark("Aim with it, and throw it."),
	doZap:          lang.Mark("Aim with it, and let it do what it does."),
	doDrop:         lang.Mark("Lay it down where you stand."),
	doDrop + allOf: lang.Mark("Lay all of it down where you stand."),
	doGive:         lang.Mark("Hand it to who stands beside you."),
	doGive + allOf: lang.Mark("Hand all of it to who stands beside you."),
	doPut:          lang.Mark("Put it into what stands beside you."),
	doPut + allOf:  lang.Mark("Put all of it into what stands beside you."),
	doJunk:         lang.Mark("What is marked so is listed as junk, and left lying later."),
}

// titleHelp says the same of the title's buttons, whose IDs others have, too.
var titleHelp = map[int]string{
	idPlay: lang.Mark("Into your own world, where you left it."),
	idHost: lang.Mark("Your own world, which friends can join."),
	idJoin: lang.Mark("Into a world that a friend of yours hosts."),
}

// explainButtons fills in what a form's buttons do.
func explainButtons(f *ui.Form) {
	for i := range f.Items {
		it := &f.Items[i]
		help := buttonHelp[it.ID]
		if f.Bare && titleHelp[it.ID] != "" {
			help = titleHelp[it.ID]
		}
		if help != "" && it.Kind == ui.Button {
			it.Help = lang.Text(help)
		}
	}
}
