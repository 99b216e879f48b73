"""What "Fortryd" can still bring back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.common import clock
from backend.common.prepared import Prepared, a_moment, a_number
from backend.plans import protection
from backend.plans.access import Seat, removed_steps_for
from backend.plans.commands.base import UNDO
from backend.plans.models import (
    AgendaItem,
    Challenge,
    Discussion,
    Entry,
    Goal,
    Meeting,
    Message,
    NetworkMember,
    Offer,
    Outcome,
    ProgressArea,
    ProgressEntry,
    Remark,
    Step,
    Strength,
)
from backend.plans.powers import goal_powers, step_powers
from backend.plans.reads.meeting import meetings_for
from backend.plans.sight import remarks_to_take_back, removed_progress_entries_for, words_of

Thing = (
    Step | Goal | Remark | Strength | NetworkMember | Challenge | Discussion | AgendaItem | Message | ProgressArea
    | ProgressEntry | Outcome | Offer
)  # fmt: skip

Recent = dict[str, Any]  # the filter of rows of this plan that were removed a moment ago


@dataclass(frozen=True, slots=True)
class Removed:
    """Something removed lately: `kind` as in restore_<kind>, such as step or meeting; after `until` it is gone."""

    kind: str
    id: UUID
    title: str
    until: datetime


Read = Callable[[Seat, Recent], list[Removed]]


def read_removed(seat: Seat) -> tuple[Removed, ...]:
    """What this seat may restore, soonest gone first. Only of what was removed lately is anything asked."""
    since = clock.now() - UNDO
    lately = _LATELY.all(plan_id=seat.plan_id, since=since)
    recent = {"plan_id": seat.plan_id, "removed_at__gt": since}
    found = [one for kind in set(lately) for one in LEFT[kind](seat, recent)]
    return tuple(protection.for_seat(seat, one) for one in sorted(found, key=lambda removed: removed.until))


def _steps(seat: Seat, recent: Recent) -> list[Removed]:
    steps = removed_steps_for(seat).filter(**recent)
    return [_one("step", step, step.title) for step in steps if _may_step(seat, step)]


def _goals(seat: Seat, recent: Recent) -> list[Removed]:
    goals = Goal.objects.filter(**recent)
    return [_one("goal", goal, goal.title) for goal in goals if "restore_goal" in goal_powers(seat, goal)]


def _remarks(seat: Seat, recent: Recent) -> list[Removed]:
    remarks = remarks_to_take_back(seat).filter(**recent, member=seat.member_id)
    return [_one("remark", remark, words_of(remark)) for remark in remarks]


def _notes(seat: Seat, recent: Recent) -> list[Removed]:
    if seat.member_id is None or seat.is_borrowed:
        return []
    notes = removed_progress_entries_for(seat).filter(**recent)
    return [_one("progress_entry", note, note.words or note.area.called) for note in notes]


def _messages(seat: Seat, recent: Recent) -> list[Removed]:
    mine = Message.objects.filter(**recent, member=seat.member_id)
    return [_one("message", message, message.words) for message in mine] if seat.is_broad else []


def _meetings(seat: Seat, recent: Recent) -> list[Removed]:
    if not seat.is_broad:
        return []
    called_off = Meeting.objects.filter(plan_id=seat.plan_id, cancelled_at__gt=recent["removed_at__gt"])
    return [
        _until("meeting", m.pk, m.purpose or m.kind.name, m.cancelled_at) for m in called_off.select_related("kind")
    ]


def _discussions(seat: Seat, recent: Recent) -> list[Removed]:
    talks = Discussion.objects.filter(**recent)
    return [_one("discussion", talk, talk.professions) for talk in talks] if seat.role == "consultant" else []


def _outcomes(seat: Seat, recent: Recent) -> list[Removed]:
    gone = Outcome.objects.filter(**recent) if seat.is_broad and not seat.is_borrowed else ()
    return [_one("outcome", one, one.words or str(Outcome.Kind(one.kind).label)) for one in gone]


def _offers(seat: Seat, recent: Recent) -> list[Removed]:
    gone = Offer.objects.filter(**recent) if seat.is_broad and not seat.is_borrowed else ()
    return [_one("offer", one, one.title) for one in gone]


def _citizens(kind: str, things: Callable[[Recent], Iterable[Thing]], word: str) -> Read:
    """What only the citizen may bring back, and by which of its words they know it."""
    return lambda seat, recent: (
        [_one(kind, thing, getattr(thing, word)) for thing in things(recent)] if seat.role == "citizen" else []
    )


LEFT: dict[str, Read] = {
    "step_removed": _steps,
    "goal_removed": _goals,
    "remark_removed": _remarks,
    "progress_entry_removed": _notes,
    "message_removed": _messages,
    "meeting_cancelled": _meetings,
    "discussion_removed": _discussions,
    "outcome_removed": _outcomes,
    "offer_removed": _offers,
    "strength_removed": _citizens("strength", lambda recent: Strength.objects.filter(**recent), "words"),
    "network_member_removed": _citizens(
        "network_member", lambda recent: NetworkMember.objects.filter(**recent), "name"
    ),
    "progress_area_removed": _citizens("progress_area", lambda recent: ProgressArea.objects.filter(**recent), "name"),
    "challenge_removed": _citizens("challenge", lambda recent: Challenge.objects.filter(**recent), "words"),
}


_LATELY = Prepared(
    lambda: (
        Entry.objects.filter(plan_id=a_number("plan_id"), kind__in=LEFT, at__gt=a_moment("since"))
        .order_by()
        .values_list("kind", flat=True)
    )
)


def removed_from_agenda(seat: Seat, meeting_id: UUID) -> tuple[Removed, ...]:
    """Items of one meeting, for citizen and consultant: each is brought back from the meeting's own page."""
    if not seat.is_broad or seat.is_borrowed:
        return ()
    gone = AgendaItem.objects.filter(
        meeting__in=meetings_for(seat), meeting=meeting_id, removed_at__gt=clock.now() - UNDO
    )
    return tuple(_one("agenda_item", item, item.words) for item in gone)


def _may_step(seat: Seat, step: Step) -> bool:
    """With a protected address nobody else is told, by what they could undo, when the citizen was here."""
    if protection.is_kept_from(seat) and not _removed_by_me(seat, step):
        return False
    return "restore_step" in step_powers(seat, step)


def _removed_by_me(seat: Seat, step: Step) -> bool:
    last = Entry.objects.filter(plan_id=seat.plan_id, step_id=step.pk, kind="step_removed").order_by("-seq").first()
    return last is not None and last.by_id == seat.member_id


def _one(kind: str, thing: Thing, title: str) -> Removed:
    return _until(kind, thing.pk, title, thing.removed_at)


def _until(kind: str, thing_id: UUID, title: str, since: datetime | None) -> Removed:
    return Removed(kind, thing_id, title, (since or clock.now()) + UNDO)
