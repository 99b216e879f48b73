"""Who sits at the table, and in one sentence each what they can see."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.formats import date_format

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans import access, sight
from backend.plans.access import Seat
from backend.plans.models import Attendance, Member, Share
from backend.plans.models.share import still_counts
from backend.plans.reads.faces import Face, read_table

Seen = dict[UUID, list[tuple[UUID, str]]]


@dataclass(frozen=True, slots=True)
class TableMember:
    """A person at the table. `sees_steps` and so on: (id, title) of what is shared with them, unless `sees_all`."""

    face: Face
    organisation: str
    since: date
    sees_all: bool
    sees_steps: tuple[tuple[UUID, str], ...]
    sees_goals: tuple[tuple[UUID, str], ...]
    sees_strengths: tuple[tuple[UUID, str], ...]
    sees_areas: tuple[tuple[UUID, str], ...]
    sees_measured: tuple[tuple[UUID, str], ...]
    sees_meetings: tuple[tuple[UUID, str], ...]
    sees_offers: tuple[tuple[UUID, str], ...]
    may_end: bool
    is_paused: bool
    is_known: bool
    until: date | None


def read_network(seat: Seat) -> tuple[TableMember, ...]:
    """Everybody at the table but the citizen. Raises NotHere for all but citizen and consultant."""
    if not seat.is_broad:
        raise NotHere
    table = read_table(seat)
    (areas, measured), meetings = _areas(seat), _meetings(seat)
    steps, goals, strengths = (_shares(seat, thing, text) for thing, text in _TITLED.items())
    offers = _offers(seat, goals)
    members = Member.objects.filter(still_counts(clock.today()), plan_id=seat.plan_id, ended_at=None).exclude(
        role="citizen"
    )
    return tuple(
        TableMember(
            face=table.faces[member.pk],
            organisation=member.person.organisation.name if member.person.organisation else "",
            since=clock.day_of(member.joined_at),
            sees_all=member.role in access.BROAD,
            sees_steps=tuple(steps.get(member.pk, ())),
            sees_goals=tuple(goals.get(member.pk, ())),
            sees_strengths=tuple(strengths.get(member.pk, ())),
            sees_areas=tuple(areas.get(member.pk, ())),
            sees_measured=tuple(measured.get(member.pk, ())),
            sees_meetings=tuple(meetings.get(member.pk, ())),
            sees_offers=tuple(offers.get(member.pk, ())),
            may_end=seat.role == "citizen" and member.role not in access.BROAD,
            is_paused=member.paused_at is not None,
            is_known=member.is_known,
            until=member.until,
        )
        for member in members.select_related("person__organisation").order_by("joined_at", "pk")
    )


_TITLED = {"step": "title", "goal": "title", "strength": "words"}


def _shares(seat: Seat, thing: str, text: str) -> Seen:
    """What of one kind is shared now, by member."""
    seen: Seen = {}
    there = Share.objects.filter(still_counts(clock.today()), plan_id=seat.plan_id, ended_at=None)
    there = there.filter(**{f"{thing}__isnull": False, f"{thing}__removed_at": None}).order_by("pk")
    for member_id, *shown in there.values_list("member_id", f"{thing}_id", f"{thing}__{text}"):
        seen.setdefault(member_id, []).append((shown[0], shown[1]))
    return seen


def _offers(seat: Seat, goals: Seen) -> Seen:
    """What each provides, of the goals that they see: as `sight.offers_for` lets them."""
    seen: Seen = {}
    provided = sight.offers_for(seat).filter(deliverer__isnull=False).order_by("pk")
    sees = {(member_id, goal_id) for member_id, shown in goals.items() for goal_id, _title in shown}
    for offer in provided.only("deliverer_id", "goal_id", "title"):
        if offer.deliverer_id and not seat.protected and (offer.deliverer_id, offer.goal_id) in sees:
            seen.setdefault(offer.deliverer_id, []).append((offer.pk, offer.title))
    return seen


def _areas(seat: Seat) -> tuple[Seen, Seen]:
    """Areas of small steps, and measured ones. Of what is kept, the consultant is not told who else sees into it."""
    seen: tuple[Seen, Seen] = ({}, {})
    shares = Share.objects.filter(still_counts(clock.today()), plan_id=seat.plan_id, ended_at=None)
    known = sight.progress_areas_for(seat)
    for share in shares.filter(progress_area__in=known).select_related("progress_area__indicator_set").order_by("pk"):
        area = share.progress_area
        if area is not None and sight.may_see_into(seat, area):
            of_kind = seen[area.indicator_set_id is not None]
            of_kind.setdefault(share.member_id, []).append((area.pk, area.called))
    return seen


def _meetings(seat: Seat) -> Seen:
    """What they are asked to, and those that were: their kind and day."""
    seen: Seen = {}
    asked = Attendance.objects.filter(meeting__plan=seat.plan_id, meeting__cancelled_at=None)
    rows = asked.order_by("meeting__starts_at", "pk").values_list(
        "member_id", "meeting_id", "meeting__kind__name", "meeting__starts_at"
    )
    for member_id, meeting_id, kind, starts_at in rows:
        day = date_format(clock.day_of(starts_at), "j. F Y")
        seen.setdefault(member_id, []).append((meeting_id, f"{kind}, {day}"))
    return seen
