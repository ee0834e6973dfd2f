// Package client reaches too far, on one system only.
package client

import _ "laneya/render"

const door = "door_closed"
