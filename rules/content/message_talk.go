package content

// seenMessages are told of what comes into view, and of the clock.
var seenMessages = []Message{
	{Code: "new_thing_seen", Text: "{actor} sees {item}.", Tone: "info", Sound: "sees_item"},
	{Code: "new_foe_seen", Text: "You see {target} for the first time.", Tone: "danger", Sound: "foe_notices"},
	{Code: "foe_in_view", Text: "{target} comes into view.", Tone: "danger", Sound: "warn"},
	{Code: "stop_door", Text: "You stop: there is a door to choose.", Tone: "info"},
	{Code: "stop_noise", Text: "You stop: you heard {text}.", Tone: "info"},
	{Code: "stop_hungry", Text: "You stop: you are hungry.", Tone: "info"},
	{Code: "stop_light", Text: "You stop: your light is nearly gone.", Tone: "danger", Sound: "warn"},
	{Code: "stop_full", Text: "You stop: your pack is full.", Tone: "info"},
	{Code: "explored_all", Text: "You have seen all that you can reach here. What is left is behind locks, water or walls.", Tone: "info", Sound: "rested"},
	{Code: "waiting_for", Text: "Waiting for {text}.", Tone: "quiet"},
	{Code: "hold_on", Text: "{user} asks to hold: the level now goes step by step.", Tone: "info", Sound: "hold"},
	{Code: "hold_off", Text: "{user} lets go: time runs again.", Tone: "info", Sound: "hold"},
	{Code: "clock_real", Text: "You are not alone here: time runs by itself.", Tone: "quiet"},
	{Code: "clock_turns", Text: "You are alone here: time waits for you.", Tone: "quiet"},
	{Code: "sneak_on", Text: "You go softly.", Tone: "quiet"},
	{Code: "sneak_off", Text: "You walk upright.", Tone: "quiet"},
	{Code: "stopped", Text: "You stop.", Tone: "quiet"},
}

// talkMessages are told of what heroes say and show each other.
var talkMessages = []Message{
	{Code: "say", Text: "{user}: {text}", Tone: "info", Sound: "say"},
	{Code: "say_near", Text: "{user}: {text}", Tone: "info", Sound: "say"},
	{Code: "say_party", Text: "{user} to the party: {text}", Tone: "info", Sound: "say"},
	{Code: "say_all", Text: "{user} to all: {text}", Tone: "info", Sound: "say"},
	{Code: "emote", Text: "{text}", Tone: "info", Sound: "emote"},
	{Code: "ping_look", Text: "{user} points something out.", Tone: "info", Sound: "ping"},
	{Code: "ping_gather", Text: "{user} calls: gather here.", Tone: "info", Sound: "ping_gather"},
	{Code: "ping_danger", Text: "{user} warns: danger here.", Tone: "danger", Sound: "ping_danger"},
	{Code: "ping_off", Text: "{user} takes her mark away.", Tone: "quiet"},
	{Code: "invited", Text: "{user} asks you into her party.", Tone: "info", Sound: "invite"},
	{Code: "invites", Text: "{user} asks {target} into the party.", Tone: "quiet"},
	{Code: "joined_party", Text: "{user} is in the party now.", Tone: "good", Sound: "join"},
	{Code: "left_party", Text: "{user} has left the party.", Tone: "info", Sound: "leave"},
	{Code: "leads_party", Text: "{user} leads the party now.", Tone: "info"},
	{Code: "new_colour", Text: "{user} wears {text} now.", Tone: "quiet"},
	{Code: "ignoring", Text: "You no longer hear {user}.", Tone: "quiet"},
	{Code: "not_ignoring", Text: "You hear {user} again.", Tone: "quiet"},
	{Code: "wants_down", Text: "{user} waits at the ladder. Still missing: {text}.", Tone: "info", Sound: "ping_gather"},
}
