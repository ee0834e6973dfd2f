package main

func onThisSystem() {}
