"""An open meeting as the wall shows it: where on the agenda it is, who is here, and which card is talked about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from backend.common import clock
from backend.common.prepared import Prepared, a_moment, a_number, an_id
from backend.people.models import Stage
from backend.people.reads.principles import read_principles
from backend.plans import protection
from backend.plans.access import BROAD, SCREEN, Seat
from backend.plans.models import AgendaItem, Attendance, Meeting, Remark, Step
from backend.plans.reads.faces import Face, Table

SINCE_AT_MOST = timedelta(days=60)  # what was done since the last meeting; without one, lately


@dataclass(frozen=True, slots=True)
class WallMeeting:
    """`place` of `of` on the agenda, with its own `words`; `until`: when that is meant to be over.

    `administration`: whose own part that is, and who `answers` for it. `here`: those who were asked and have not said
    no. `since`: the day of the last meeting. `next_at`: the next one. `proud`: the step, or
    small step, that the citizen is proudest of. `saw`: while what was done is read back, by step who of those here saw
    it. `noted`: while it is settled who does what, the steps written down since the meeting began, newest first.
    """

    stage: str
    words: str
    place: int
    of: int
    until: datetime | None
    purpose: str
    administration: str
    answers: Face | None
    principle: str
    lit: UUID | None
    proud: UUID | None
    here: tuple[Face, ...]
    saw: Mapping[UUID, tuple[Face, ...]]
    noted: tuple[UUID, ...]
    since: date
    next_at: datetime | None


def read_wall_meeting(seat: Seat, table: Table) -> WallMeeting | None:
    """The meeting that is open now, for the room alone; while the wall is blank there is none."""
    if seat.role != SCREEN or seat.meeting is None:
        return None
    meeting = _MEETING.one(meeting_id=seat.meeting.id)
    if meeting is None:
        return None
    items, item = _ITEMS.all(meeting_id=meeting.pk), meeting.item
    until = meeting.item_since + timedelta(minutes=item.minutes) if item and meeting.item_since else None
    here = _here(meeting, table)
    view = WallMeeting(
        stage=item.stage if item else "other",
        words=item.words if item else "",
        place=items.index(item.pk) + 1 if item and item.pk in items else 0,
        of=len(items),
        until=until,
        purpose=meeting.purpose,
        administration=item.administration if item else "",
        answers=table.of(item.answers_id) if item else None,
        principle=_principle(meeting),
        lit=meeting.lit_id,
        proud=meeting.proud_id or meeting.proud_entry_id,
        here=here,
        saw=_saw(meeting, here) if item and item.stage == Stage.SINCE_LAST else {},
        noted=_noted(meeting) if item and item.stage in (Stage.WHO_WHEN, Stage.AGREED) else (),
        since=_last_day(meeting),
        next_at=_next(meeting),
    )
    return protection.for_seat(seat, view)


def _principle(meeting: Meeting) -> str:
    """One of the municipality's, the same throughout a meeting."""
    there = read_principles()
    return there[meeting.pk.int % len(there)] if there else ""


def _here(meeting: Meeting, table: Table) -> tuple[Face, ...]:
    """Citizen first, then the consultant, then those who were asked."""
    us = sorted((face for face in table.active if face.role in BROAD), key=lambda face: face.role != "citizen")
    asked = _ASKED.all(meeting_id=meeting.pk)
    guests = (face for one in asked if (face := table.faces.get(one)) and face.role not in BROAD)
    return (*us, *guests)


def _saw(meeting: Meeting, here: tuple[Face, ...]) -> Mapping[UUID, tuple[Face, ...]]:
    """Who said by one tap that they saw it; of remarks in words the wall knows nothing."""
    guests = {face.member_id: face for face in here if face.role not in BROAD}
    found: dict[UUID, dict[UUID, Face]] = {}
    for step_id, member_id in _SEEN.all(plan_id=meeting.plan_id):
        if member_id in guests:
            found.setdefault(step_id, {})[member_id] = guests[member_id]
    return {step_id: tuple(faces.values()) for step_id, faces in found.items()}


def _noted(meeting: Meeting) -> tuple[UUID, ...]:
    return tuple(_NOTED.all(plan_id=meeting.plan_id, began=meeting.started_at))


def _last_day(meeting: Meeting) -> date:
    last = _LAST.one(plan_id=meeting.plan_id)
    earliest = clock.now() - SINCE_AT_MOST
    return clock.day_of(max(last, earliest) if last else earliest)


def _next(meeting: Meeting) -> datetime | None:
    return _NEXT.one(plan_id=meeting.plan_id, now=clock.now())


_MEETING = Prepared(lambda: Meeting.objects.select_related("item").filter(pk=an_id("meeting_id")))
_ITEMS = Prepared(
    lambda: AgendaItem.objects.filter(meeting_id=an_id("meeting_id"), removed_at=None).values_list("pk", flat=True)
)
_ASKED = Prepared(
    lambda: (
        Attendance.objects.filter(meeting_id=an_id("meeting_id"), member__ended_at=None)
        .exclude(answer="not_coming")
        .order_by("member__joined_at", "pk")
        .values_list("member_id", flat=True)
    )
)
_SEEN = Prepared(
    lambda: (
        Remark.objects.filter(plan_id=a_number("plan_id"), step__in_room=True, removed_at=None, is_seen=True)
        .order_by("pk")
        .values_list("step_id", "member_id")
    )
)
_NOTED = Prepared(
    lambda: (
        Step.objects.filter(
            plan_id=a_number("plan_id"), in_room=True, removed_at=None, suggested_at__gte=a_moment("began")
        )
        .order_by("-suggested_at")
        .values_list("pk", flat=True)
    )
)
_LAST = Prepared(
    lambda: (
        Meeting.objects.filter(plan_id=a_number("plan_id"), ended_at__isnull=False)
        .order_by("-ended_at")
        .values_list("ended_at", flat=True)[:1]
    )
)
_NEXT = Prepared(
    lambda: Meeting.objects.filter(
        plan_id=a_number("plan_id"), started_at=None, cancelled_at=None, starts_at__gt=a_moment("now")
    ).values_list("starts_at", flat=True)[:1]
)
