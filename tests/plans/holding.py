"""A meeting from beginning to end, for tests of what is left of it."""

from contextlib import contextmanager
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from backend.common import clock
from backend.common.ids import new_id
from backend.people.models import MeetingKind
from backend.plans import commands as do
from tests.cast import Cast


def plans(cast: Cast, *asked: str, days: int = 0, **how: str) -> UUID:
    """The consultant plans a meeting, and the citizen asks these to it."""
    kind, _ = MeetingKind.objects.get_or_create(code="network_meeting", defaults={"name": "Netværksmøde"})
    meeting_id, at = new_id(), clock.now() + timedelta(days=days)
    cast.does("consultant", do.PlanMeeting(meeting_id=meeting_id, meeting_kind=kind.code, starts_at=at, **how))
    for role in asked:
        cast.does("citizen", do.AskToMeeting(meeting_id=meeting_id, member_id=cast.members[role]))
    return meeting_id


@contextmanager
def meeting(cast: Cast, *asked: str, **how: str) -> Iterator[UUID]:
    """Open inside the block, over after it."""
    meeting_id = plans(cast, *asked, **how)
    cast.does("citizen", do.StartMeeting(meeting_id=meeting_id))
    yield meeting_id
    cast.does("citizen", do.EndMeeting(meeting_id=meeting_id))


def held(cast: Cast, *asked: str, **how: str) -> UUID:
    """A meeting in which nothing happened."""
    with meeting(cast, *asked, **how) as meeting_id:
        pass
    return meeting_id
