"""A table that is played at random, and a small model of it that says who sees what."""
