// Command bench measures how fast our server is and what it costs, and what a
// frame of the game and its window take. It prints tables of the figures and the
// goals they are held to.
//
// Absolute figures say more about a machine than about a server. So most are
// set against those of a least server, which answers every request with a fixed
// success and looks at nothing else in it: no Go server that reads and writes
// the same messages does much less. Both run as processes of their own, started
// from this program, and are measured by turns: ours, the least, ours, the
// least. A figure is the median of its turns, and a ratio is the median of the
// ratios of neighbouring turns, which hardly feels a machine that is slower one
// minute than the next.
//
// The load comes from this process over loopback: connections with bytes made
// beforehand, whose answers are counted and timed and of which two bytes are
// looked at, that it is a response and that it is a success.
//
// The frame is measured by a benchmark of package app; the window by building
// the game and starting it on the screen that DISPLAY names, which should be one
// of its own, empty, without a window manager.
//
//	bench [-quick] [-run REGEXP] [-out BENCH.md] [-cpuprofile FOLDER]
//
// Processor time and memory, and the window, are measured on Linux only.
package main
