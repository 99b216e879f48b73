"""A meeting that is over, with a canary in everything that is said of it."""

from typing import Any
from uuid import UUID


def hold(rich: Any) -> UUID:
    """The supporter was asked, and a step was written in it that they do not see."""
    meeting_id: UUID = rich.cast.meets("supporter")
    rich.step("citizen")
    rich.does("citizen", "end_meeting", meeting_id=meeting_id)
    for who in ("citizen", "consultant"):
        rich.does(who, "say_own_view", meeting_id=meeting_id, words=rich.canary())
    return meeting_id
