"""Meetings: what lies ahead, what is open, what was; and one of them whole, as one seat may know it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.prepared import Prepared, a_number, an_id
from backend.people.models import MeetingKind
from backend.people.models.setting import holding_today
from backend.plans import protection
from backend.plans.access import BROAD, SCREEN, Seat
from backend.plans.models import AgendaItem, Attendance, Meeting
from backend.plans.models.meeting import LONGEST, is_open, is_over
from backend.plans.powers import PLAN_POWERS
from backend.plans.reads.agenda import ItemView, read_agenda
from backend.plans.reads.board import read_board
from backend.plans.reads.card import Card
from backend.plans.reads.faces import Face, Table, read_table
from backend.plans.reads.follow_up import NOT_WITH_THE_CITIZEN
from backend.plans.reads.uncounted import uncounted_card

WALK_IN = "walk_in"


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody whom the citizen asked, and their answer: "", coming or not_coming."""

    face: Face
    answer: str


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting. `state`: planned, open or over. `answer`: this seat's own, None when it is not asked to answer.

    `stage` and `until` say where on the agenda it is; `lit` is the card that is talked about. `may`: the kinds of
    commands this seat may give about it now.
    """

    id: UUID
    kind: str
    state: str
    purpose: str
    announcement: str
    matters: str
    place: str
    link: str
    starts_at: datetime | None
    minutes: int
    ended_at: datetime | None
    pen: Face | None
    starter: Face | None
    item_since: datetime | None
    agenda: tuple[ItemView, ...]
    guests: tuple[Guest, ...]
    not_asked: tuple[Face, ...]
    lit: Card | None
    answer: str | None
    may: frozenset[str]
    third: str

    @property
    def now_item(self) -> ItemView | None:
        """What the meeting is at."""
        return next((item for item in self.agenda if item.state == "now"), None)

    @property
    def stage(self) -> str:
        """What the item it is at is for; empty when it is at nothing."""
        return self.now_item.stage if self.now_item else ""

    @property
    def place_on_agenda(self) -> int:
        """Of what it is at, counted from one; 0 when it is at nothing."""
        return self.agenda.index(self.now_item) + 1 if self.now_item else 0

    @property
    def until(self) -> datetime | None:
        """When what it is at is meant to be over."""
        return self.item_since + timedelta(minutes=self.now_item.minutes) if self.now_item and self.item_since else None

    @property
    def next_item(self) -> ItemView | None:
        """What comes after the item that the meeting is at."""
        return next((item for item in self.agenda if item.state == "ahead"), None)


@dataclass(frozen=True, slots=True)
class Meetings:
    """All that this seat may know of: the open one, those ahead (soonest first), those that were (newest first)."""

    open: MeetingView | None
    ahead: tuple[MeetingView, ...]
    past: tuple[MeetingView, ...]
    may_plan: bool


@dataclass(frozen=True, slots=True)
class KindView:
    """A way to meet, to be chosen."""

    code: str
    name: str


def read_kinds() -> tuple[KindView, ...]:
    """The municipality's ways to meet that hold today; talk without the citizen is none (decision 0103).

    Coming by stands last: it needs no agreement.
    """
    kinds = MeetingKind.objects.filter(holding_today()).exclude(code=NOT_WITH_THE_CITIZEN)
    return tuple(KindView(kind.code, kind.name) for kind in sorted(kinds, key=lambda kind: kind.code == WALK_IN))


def read_meetings(seat: Seat, table: Table | None = None) -> Meetings:
    """Every meeting this seat may know of, without agenda and lit card; three queries beside the table's."""
    table = table or read_table(seat)
    rows = list(meetings_for(seat))
    answers = _answers(rows)
    views = [_view(seat, row, table, answers.get(row.pk, {})) for row in rows]
    return Meetings(
        open=next((view for view in views if view.state == "open"), None),
        ahead=tuple(view for view in views if view.state == "planned"),
        past=tuple(view for view in reversed(views) if view.state == "over"),
        may_plan="plan_meeting" in PLAN_POWERS.get(seat.role, frozenset()),
    )


def read_meeting(seat: Seat, meeting_id: UUID) -> MeetingView:
    """One of them, with agenda, guests and the card that is talked about. Raises NotHere."""
    row, asked = _MEETING.one(plan_id=seat.plan_id, meeting_id=meeting_id), dict(_ASKED.all(meeting_id=meeting_id))
    if row is None or not (seat.is_broad or seat.member_id in asked or _is_on_wall(seat, row)):
        raise NotHere
    return _view(seat, row, read_table(seat), asked, _AGENDA.all(meeting_id=meeting_id), _lit(seat, row))


def _is_on_wall(seat: Seat, row: Meeting) -> bool:
    return seat.role == SCREEN and not seat.is_blank and state_of(row) == "open"


def _lit(seat: Seat, row: Meeting) -> Card | None:
    return uncounted_card(read_board(seat), row.lit_id) if row.lit_id and state_of(row) == "open" else None


_MEETINGS = Meeting.objects.filter(cancelled_at=None).select_related("kind", "third")
_MEETING = Prepared(lambda: _MEETINGS.filter(plan_id=a_number("plan_id"), pk=an_id("meeting_id")))
_AGENDA = Prepared(lambda: AgendaItem.objects.filter(meeting_id=an_id("meeting_id"), removed_at=None))
_ASKED = Prepared(
    lambda: (
        Attendance.objects.filter(meeting_id=an_id("meeting_id"), member__ended_at=None)
        .order_by("member__joined_at", "pk")
        .values_list("member_id", "answer")
    )
)


def open_meeting_id(seat: Seat) -> UUID | None:
    """The meeting that is open now, if this seat may know of it."""
    there = meetings_for(seat).filter(is_open(clock.now() - LONGEST))
    return there.values_list("pk", flat=True).first()


def meetings_for(seat: Seat) -> QuerySet[Meeting]:
    """Citizen and consultant: all of their plan's. Others: those they are asked to. The wall: the open one."""
    meetings = Meeting.objects.filter(plan_id=seat.plan_id, cancelled_at=None).select_related("kind", "third")
    if seat.is_broad:
        return meetings
    if seat.is_blank:
        return meetings.none()
    if seat.role == SCREEN:
        return meetings.filter(is_open(clock.now() - LONGEST))
    return meetings.filter(attendances__member=seat.member_id) if seat.member_id else meetings.none()


def state_of(meeting: Meeting) -> str:
    """planned, open or over; one that nobody ended is over by the clock."""
    if meeting.started_at is None:
        return "planned"
    return "over" if is_over(meeting, at=clock.now()) else "open"


def _answers(meetings: Iterable[Meeting]) -> dict[UUID, dict[UUID, str]]:
    """Meeting → who is asked and still at the table → their answer."""
    asked: dict[UUID, dict[UUID, str]] = {}
    rows = Attendance.objects.filter(meeting__in=meetings, member__ended_at=None).order_by("member__joined_at", "pk")
    for meeting_id, member_id, answer in rows.values_list("meeting_id", "member_id", "answer"):
        asked.setdefault(meeting_id, {})[member_id] = answer
    return asked


def _view(
    seat: Seat,
    row: Meeting,
    table: Table,
    answers: dict[UUID, str],
    items: list[AgendaItem] | None = None,
    lit: Card | None = None,
) -> MeetingView:
    state = state_of(row)
    agenda = read_agenda(seat, row, items or [], table)
    guests = tuple(Guest(face, answers[face.member_id or row.pk]) for face in table.active if face.member_id in answers)
    may = _may(seat, row, state)
    view = MeetingView(
        id=row.pk,
        kind=row.kind.name,
        state=state,
        purpose=row.purpose,
        announcement=row.announcement if seat.role != SCREEN else "",
        matters=row.matters if seat.is_broad else "",
        place=row.place if seat.role != SCREEN else "",
        link=row.link if seat.role != SCREEN else "",
        starts_at=row.starts_at,
        minutes=row.minutes,
        ended_at=row.ended_at,
        pen=table.of(row.pen_id) if state == "open" else None,
        starter=table.of(row.starter_id),
        item_since=row.item_since,
        agenda=agenda,
        guests=guests,
        not_asked=_not_asked(table, answers) if "ask_to_meeting" in may else (),
        lit=lit,
        answer=answers.get(seat.member_id) if seat.member_id and not seat.is_broad else None,
        may=may,
        third=row.third.name if row.third and seat.is_broad else "",
    )
    return protection.for_seat(seat, view)


def _not_asked(table: Table, answers: dict[UUID, str]) -> tuple[Face, ...]:
    return tuple(face for face in table.active if face.role not in BROAD and face.member_id not in answers)


def _may(seat: Seat, row: Meeting, state: str) -> frozenset[str]:
    """What this seat may do about this meeting as it stands."""
    powers = PLAN_POWERS.get(seat.role, frozenset()) if not seat.is_borrowed else frozenset()
    mine = seat.role == "citizen"
    until_over = {"say_what_matters", "ask_to_meeting", "name_starter", "announce_to_meeting"}
    ahead = until_over | {"plan_meeting", "answer_meeting"}
    may: set[str] = {"planned": ahead, "open": until_over, "over": set()}[state]
    if state != "over" and (mine or row.starter_id == seat.member_id):
        may = may | {"start_meeting"}
    if state == "open" and (mine or row.pen_id == seat.member_id):
        may = may | {"lead_meeting"}
    return frozenset(may & powers)
