package main

// settingsFile is empty: a browser keeps no files.
func settingsFile() string { return "" }
