package main

// settingsFile is empty: a browser keeps no files.
func settingsFile() string { return "" }

// serversFile is empty: a browser keeps no files.
func serversFile() string { return "" }
