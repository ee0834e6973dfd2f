package content

// seenMessages are told of what comes into view, and of the clock.
var seenMessages = []Message{
	{Code: "new_creature_seen", Text: "You see {target} for the first time.", Tone: "info"},
	{Code: "new_foe_seen", Text: "You see {target} for the first time.", Tone: "danger", Sound: "foe_notices"},
	{Code: "hold_on", Text: "{actor} {asks|ask} to hold: the level now goes step by step.", Tone: "info", Sound: "hold"},
	{Code: "hold_asked", Text: "{actor} {asks|ask} to hold. It begins when every party here asks for it.", Tone: "info", Sound: "hold"},
	{Code: "hold_stays", Text: "{actor} no longer {asks|ask} to hold, but others do.", Tone: "info"},
	{Code: "hold_off", Text: "{actor} {lets|let} go: time runs again.", Tone: "info", Sound: "hold"},
	{Code: "sneak_on", Text: "You go softly.", Tone: "quiet"},
	{Code: "sneak_off", Text: "You walk upright.", Tone: "quiet"},
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
	{Code: "invited", Text: "{user} asks you into her party.", Tone: "info", Sound: "invite"},
	{Code: "invites", Text: "{user} asks {target} into the party.", Tone: "quiet"},
	{Code: "joined_party", Text: "{user} is in the party now.", Tone: "good", Sound: "join"},
	{Code: "left_party", Text: "{user} has left the party.", Tone: "info", Sound: "leave"},
	{Code: "new_colour", Text: "{user} wears {text} now.", Tone: "quiet"},
	{Code: "ignoring", Text: "You no longer hear {user}.", Tone: "quiet"},
	{Code: "not_ignoring", Text: "You hear {user} again.", Tone: "quiet"},
	{Code: "wants_down", Text: "{user} waits at the ladder. Still missing: {text}.", Tone: "info", Sound: "ping_gather"},
}
