// Balance lets parties of bots play the caves, over the protocol and without a
// window, and reports how they fare: how deep, what killed them, how long a
// level takes, and whether a run ever got stuck.
package main
