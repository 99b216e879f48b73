"""What others did lately, as short items a page can put into words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.plans import access, protection
from backend.plans.access import Seat
from backend.plans.journal import EntryView, entries_after
from backend.plans.reads.faces import Face, Table
from backend.plans.reads.look_in import LookInView, read_looks_in
from backend.plans.sight import progress_entries_for

_WORTH_TELLING = {
    "step_added",
    "step_moved",
    "step_taken",
    "step_given_back",
    "remark_made",
    "step_noticed",
    "voice_given",
    "strength_suggested",
    "strength_accepted",
    "network_member_added",
    "goal_added",
    "goal_reached",
    "life_goal_written",
    "consultant_replaced",
    "course_moved",
    "outcome_added",
    "outcome_changed",
    "offer_added",
    "offer_changed",
    "discussion_noted",
    "rhythm_said",
    "meeting_planned",
    "meeting_announced",
    "meeting_moved",
    "meeting_cancelled",
    "consent_asked",
    "consent_given",
    "consent_declined",
    "consent_withdrawn",
    "minutes_approved",
    "own_view_said",
}
_TO_WHOM_IT_IS_SHARED = {"step_shared", "goal_shared", "strength_shared", "progress_area_shared", "asked_to_meeting"}


LOOKED_IN = "looked_in"


@dataclass(frozen=True, slots=True)
class NewsItem:
    """Something another did: who, what, and about which step. `to`: the new status or answer.

    `at` is a day where the hour is not for the reader.
    """

    kind: str
    by: Face | None
    at: date
    title: str
    step_id: UUID | None
    to: str


def read_news(seat: Seat, table: Table, *, at_most: int = 5, looked_through: int = 40) -> tuple[NewsItem, ...]:
    """The newest things others did, newest first, one for each subject and kind."""
    entries = [e for e in entries_after(seat, max(0, seat.head - looked_through)) if _is_news(seat, e)]
    entries = _without_removed(seat, entries)
    newest = {(e.kind, e.step_id or e.goal_id or e.strength_id or e.meeting_id): e for e in entries}
    chosen = sorted(newest.values(), key=lambda e: e.number, reverse=True)[:at_most]
    titles = _titles(seat, chosen)
    looks = {str(look.id): look for look in read_looks_in(seat)} if any(e.kind == LOOKED_IN for e in chosen) else {}
    seen = [e for e in chosen if e.step_id is None or e.step_id in titles]
    told = (_of_look(e, looks) if e.kind == LOOKED_IN else _item(e, table, titles) for e in seen)
    return tuple(protection.for_seat(seat, item) for item in told)


def _of_look(entry: EntryView, looks: dict[str, LookInView]) -> NewsItem:
    """Somebody without a place at the table, so their face is in the look itself; `to` is the reason."""
    look = looks.get(str(entry.facts.get("look")))
    return NewsItem(LOOKED_IN, look.face if look else None, entry.at, "", None, look.reason if look else "")


def _is_news(seat: Seat, entry: EntryView) -> bool:
    if entry.kind == "consultant_replaced":
        return entry.by != seat.member_id
    if entry.kind == LOOKED_IN:
        return seat.role == "consultant"  # the citizen has it said to them by itself
    if entry.kind == "progress_entry_added":  # small steps are the citizen's first
        return seat.role == "citizen" and entry.by != seat.member_id
    if entry.kind == "asked_to_meeting" and entry.member_id != seat.member_id:
        return False
    worth = _WORTH_TELLING if seat.is_broad else _WORTH_TELLING | _TO_WHOM_IT_IS_SHARED
    return entry.kind in worth and entry.by is not None and entry.by != seat.member_id


def _without_removed(seat: Seat, entries: list[EntryView]) -> list[EntryView]:
    """A small step that is gone is no news."""
    noted = [e.facts["progress_entry"] for e in entries if e.kind == "progress_entry_added"]
    there = progress_entries_for(seat).filter(pk__in=noted).values_list("pk", flat=True) if noted else ()
    gone = {*noted} - {str(one) for one in there}
    return [e for e in entries if e.facts.get("progress_entry") not in gone] if gone else entries


def _titles(seat: Seat, entries: Sequence[EntryView]) -> dict[UUID, str]:
    wanted = {entry.step_id for entry in entries if entry.step_id}
    return dict(access.steps_for(seat).filter(pk__in=wanted).values_list("pk", "title"))


def _item(entry: EntryView, table: Table, titles: dict[UUID, str]) -> NewsItem:
    return NewsItem(
        kind=entry.kind,
        by=table.with_role("consultant") if entry.kind == "consultant_replaced" else table.of(entry.by),
        at=entry.at,
        title=titles.get(entry.step_id, "") if entry.step_id else "",
        step_id=entry.step_id,
        to=str(entry.facts.get("to") or entry.facts.get("answer") or ""),
    )
