// Package archtest holds the tree to its architecture. Its tests read every Go
// file of the repository, whatever system it is for, and check who imports
// whom, that each package says what it is, that nothing but a main package
// ends the process, that nobody sleeps, and that no file grows beyond reading.
//
// The rules themselves are the table in rules_test.go; ARCHITECTURE.md explains
// them.
package archtest
