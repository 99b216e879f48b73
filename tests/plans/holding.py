"""A meeting from beginning to end, for tests of what is left of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from backend.plans import commands as do
from tests.cast import Cast


@contextmanager
def meeting(cast: Cast, *asked: str) -> Iterator[UUID]:
    """Open inside the block, over after it."""
    meeting_id = cast.meets(*asked)
    yield meeting_id
    cast.does("citizen", do.EndMeeting(meeting_id=meeting_id))


def held(cast: Cast, *asked: str) -> UUID:
    """A meeting in which nothing happened."""
    with meeting(cast, *asked) as meeting_id:
        pass
    return meeting_id
