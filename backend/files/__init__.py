"""Bytes that people send: looked through, made harmless, and kept on disk under names that tell nothing."""
