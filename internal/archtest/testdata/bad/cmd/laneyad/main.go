// Starts the server: an opening that names nothing.
package main

import "os"

func main() { os.Exit(0) }
