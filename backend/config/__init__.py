"""The composition root: it may import anyone and is imported by none."""
