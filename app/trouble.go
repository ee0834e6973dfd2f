package app

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"laneya/client"
	"laneya/lang"
)

// sentence makes a sentence for the player out of an error.
func sentence(err error) string {
	text := client.Sentence(err.Error())
	var path *fs.PathError
	if errors.As(err, &path) {
		if why := systemReason(path.Err); why != "" {
			text = strings.Replace(text, path.Error(), path.Path+": "+why, 1)
		}
	}
	return asSentence(text)
}

// systemReason says what systems, which speak English, complain of most; "" for what
// else there is.
func systemReason(err error) string {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return lang.Text("the disk is full")
	case errors.Is(err, syscall.EROFS):
		return lang.Text("nothing can be written there")
	case errors.Is(err, fs.ErrPermission):
		return lang.Text("that isn't allowed")
	case errors.Is(err, fs.ErrNotExist):
		return lang.Text("there is no such thing")
	}
	return ""
}
