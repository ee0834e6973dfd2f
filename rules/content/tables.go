package content

// The tables.
var (
	Pages []Page
)
