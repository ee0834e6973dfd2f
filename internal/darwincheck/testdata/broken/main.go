package main

func main() { onThisSystem() }
