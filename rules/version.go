package rules

// Version is the number of the rules as far as they are code: it grows with
// every change that makes another world of the same log. The content's tables
// need no number.
const Version = 34
