"""Faults on purpose, on the same servers as the other tests."""
