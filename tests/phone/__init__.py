"""What a real browser does: one's own hand, others' changes, and a line that comes and goes."""
