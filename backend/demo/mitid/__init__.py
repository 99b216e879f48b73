"""Plays MitID in the demo and the tests: a real OpenID provider (allauth's) in a process of its own, people made up."""
