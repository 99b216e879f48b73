"""How the meetings were: each reader's own figures over time, and to the consultant what the citizen shows them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from backend.common import clock
from backend.plans import protection
from backend.plans.access import Seat
from backend.plans.models import MeetingRating

SCALES = ("heard", "mattered", "way", "overall")


@dataclass(frozen=True, slots=True)
class RatingView:
    """One meeting as one person found it, 0 to 10; None where they said nothing. `on`: the meeting's day."""

    meeting_id: UUID
    on: date | None
    heard: int | None
    mattered: int | None
    way: int | None
    overall: int | None
    is_shown: bool

    @property
    def scores(self) -> tuple[int | None, ...]:
        """As SCALES are ordered."""
        return self.heard, self.mattered, self.way, self.overall

    @property
    def is_said(self) -> bool:
        return any(score is not None for score in self.scores)


@dataclass(frozen=True, slots=True)
class Ratings:
    """Oldest first. `shown`: the citizen's, to the consultant, of those meetings where the citizen says so."""

    mine: tuple[RatingView, ...]
    shown: tuple[RatingView, ...]


def read_ratings(seat: Seat) -> Ratings:
    """A reader's own; nobody reads anybody else's, and whoever only looks as another reads none."""
    if seat.member_id is None or seat.is_borrowed:
        return Ratings((), ())
    ratings = MeetingRating.objects.filter(member_id=seat.member_id)
    if seat.role == "consultant":
        shown = MeetingRating.objects.filter(meeting__plan_id=seat.plan_id, member__role="citizen", is_shown=True)
        return Ratings(_views(seat, ratings), _views(seat, shown))
    return Ratings(_views(seat, ratings), ())


def _views(seat: Seat, ratings: QuerySet[MeetingRating]) -> tuple[RatingView, ...]:
    found = ratings.select_related("meeting").order_by("meeting__started_at")
    views = (_view(one) for one in found if one.meeting.started_at)
    return tuple(protection.for_seat(seat, view) for view in views if view.is_said or view.is_shown)


def _view(one: MeetingRating) -> RatingView:
    assert one.meeting.started_at is not None
    on = clock.day_of(one.meeting.started_at)
    return RatingView(one.meeting_id, on, one.heard, one.mattered, one.way, one.overall, one.is_shown)
