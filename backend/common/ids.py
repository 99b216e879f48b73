"""Names for things: made by whoever makes the thing, so that a phone without signal can go on."""

from uuid import UUID, uuid4


def new_id() -> UUID:
    """A random (version 4) UUID."""
    return uuid4()
