"""Small steps: seen by the citizen, or by somebody at the table who stands as who saw it. The citizen may say no."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from annotated_types import Interval
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.plans.access import BROAD, Seat, goals_for
from backend.plans.audience import US, of_members, of_progress_area, of_room
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened, allow, check_new, check_same_text, removed
from backend.plans.models import Member, ProgressArea, ProgressEntry, Role
from backend.plans.models.progress_area import community_id
from backend.plans.models.progress_entry import HIGHEST
from backend.plans.sight import progress_areas_for, progress_entries_for, removed_progress_entries_for

Score = Annotated[int, Interval(ge=0, le=HIGHEST)]
LONG_AGO = timedelta(days=366)
WITHOUT_SIGNAL = timedelta(days=14)  # as far back as a phone's own clock is believed


@dataclass(frozen=True, slots=True, kw_only=True)
class AddProgressEntry:
    """Note a small step, by one tap. Words and another day, if one likes; the figure is the citizen's alone.

    In a community (`company`): a time of taking part. `goal_id`: whose community it is, where nobody has tapped yet.
    """

    kind: ClassVar[str] = "add_progress_entry"
    told: ClassVar[str] = "progress_entry_added"
    power: ClassVar[str] = "add_progress_entry"

    progress_entry_id: UUID
    progress_area_id: UUID
    words: texts.Line = ""
    score: Score | None = None
    day: date | None = None
    company: Literal["", "alone", "accompanied"] = ""
    goal_id: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        begun = _begun(change, self.progress_area_id, self.goal_id) if self.goal_id else None
        area = begun or present_area(change.seat, self.progress_area_id)
        if area.indicator_set_id is not None or area.is_community != bool(self.company):
            raise NotHere
        check_new(ProgressEntry, self.progress_entry_id)
        allow(self.score is None or change.seat.role == "citizen")
        entry = ProgressEntry.objects.create(
            pk=self.progress_entry_id,
            plan=change.plan,
            area=area,
            by_id=change.me,
            words=texts.cleaned(self.words, longest=texts.LINE, one_line=True),
            score=self.score,
            day=_checked_day(change, self.day),
            at=change.now,
            company=self.company,
            seq=change.plan.head_seq,
        )
        told = told_of_entry(change, entry)
        return replace(told, facts={**told.facts, "began": True}) if begun else told


def _begun(change: Change, area_id: UUID, goal_id: UUID) -> ProgressArea | None:
    """The area of the community that this goal leads to, from its first tap by citizen or consultant on; once."""
    goal = goals_for(change.seat).filter(pk=goal_id).first()
    if goal is None or not change.seat.is_broad or not goal.community:
        raise NotHere
    if community_id(change.plan.pk, goal.community) != area_id or ProgressArea.objects.filter(pk=area_id).exists():
        return None
    return ProgressArea.objects.create(
        pk=area_id, plan=change.plan, name=goal.community, is_community=True, at=change.now
    )


def _checked_day(change: Change, day: date | None) -> date:
    """The day that was chosen, else the one on which it was said: a phone may have been without signal since."""
    if day is None:
        return day_said(change)
    if not change.today - LONG_AGO <= day <= change.today:
        raise Refused(_("Vælg i dag eller en dag i det sidste år."), code="bad_day")
    return day


def day_said(change: Change) -> date:
    """The day on which it was said, as far as the device's clock is believed; else today."""
    said_at = change.said_at
    is_likely = said_at is not None and change.now - WITHOUT_SIGNAL <= said_at <= change.now
    return clock.day_of(said_at) if said_at and is_likely else change.today


@dataclass(frozen=True, slots=True, kw_only=True)
class RewordProgressEntry:
    """Say it otherwise. The citizen's own alone: whoever else wrote one takes it back and writes another."""

    kind: ClassVar[str] = "reword_progress_entry"
    told: ClassVar[str] = "progress_entry_reworded"
    power: ClassVar[str] = "reword_progress_entry"

    progress_entry_id: UUID
    text: texts.Line
    was: texts.Line

    def carry_out(self, change: Change) -> Happened:
        entry = present_entry(change, self.progress_entry_id)
        allow(entry.by_id == change.seat.member_id)
        text = texts.cleaned(self.text, longest=texts.LINE, one_line=True)
        check_same_text(entry.words, self.was, yours=text, field="words")
        entry.words = text
        entry.save(update_fields=["words", "seq"])
        return told_of_entry(change, entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreProgressEntry:
    """How it was, from 0 to 10, in the citizen's own eyes; or no figure. Also of what another saw."""

    kind: ClassVar[str] = "score_progress_entry"
    told: ClassVar[str] = "progress_entry_scored"
    power: ClassVar[str] = "score_progress_entry"

    progress_entry_id: UUID
    score: Score | None = None

    def carry_out(self, change: Change) -> Happened:
        entry = present_entry(change, self.progress_entry_id)
        entry.score = self.score
        entry.save(update_fields=["score", "seq"])
        shared = of_progress_area(entry.area_id)
        is_guests = entry.by.role not in BROAD
        heard = of_members(shared.members & {entry.by_id}) if is_guests else shared
        return Happened(only=True, also=heard, facts=facts_of_entry(change, entry))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveProgressEntry:
    """Whoever wrote it takes it back; the citizen says no to any. It is gone for everybody, and nobody is told why."""

    kind: ClassVar[str] = "remove_progress_entry"
    told: ClassVar[str] = "progress_entry_removed"
    power: ClassVar[str] = "add_progress_entry"

    progress_entry_id: UUID

    def carry_out(self, change: Change) -> Happened:
        entry = present_entry(change, self.progress_entry_id)
        allow(change.seat.role == "citizen" or entry.by_id == change.seat.member_id)
        entry.removed_at, entry.removed_by_id = change.now, change.me
        entry.save(update_fields=["removed_at", "removed_by", "seq"])
        return told_of_entry(change, entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreProgressEntry:
    """Undo a removal: by whoever removed it, so that a no stands."""

    kind: ClassVar[str] = "restore_progress_entry"
    told: ClassVar[str] = "progress_entry_restored"
    power: ClassVar[str] = "add_progress_entry"

    progress_entry_id: UUID

    def carry_out(self, change: Change) -> Happened:
        entry = removed(removed_progress_entries_for(change.seat), change, self.progress_entry_id)
        entry.removed_at, entry.removed_by, entry.seq = None, None, change.plan.head_seq
        entry.save(update_fields=["removed_at", "removed_by", "seq"])
        return told_of_entry(change, entry)


def present_area(seat: Seat, area_id: UUID) -> ProgressArea:
    """An area that this seat knows. Raises NotHere."""
    area = progress_areas_for(seat).filter(pk=area_id).first()
    if area is None:
        raise NotHere
    return area


def seen_entry(change: Change, entry_id: UUID) -> ProgressEntry:
    """A small step that this seat sees. Raises NotHere."""
    entry = progress_entries_for(change.seat).select_related("area", "by").filter(pk=entry_id).first()
    if entry is None:
        raise NotHere
    return entry


def present_entry(change: Change, entry_id: UUID) -> ProgressEntry:
    """One that is about to be changed. Raises NotHere."""
    entry = seen_entry(change, entry_id)
    entry.seq = change.plan.head_seq
    return entry


def told_of_entry(change: Change, entry: ProgressEntry) -> Happened:
    """Of citizen and consultant: whom the area is shared with. Of a guest: that guest. And the room, if it may."""
    area, shared = entry.area, of_progress_area(entry.area_id)
    if entry.by.role not in BROAD:
        knows_area = bool(area.standard) or entry.by_id in shared.members
        shared = of_members([entry.by_id]) if knows_area else US
    room = of_room(change.plan.pk) if entry.in_room else US
    return Happened(only=True, also=shared | room, facts=facts_of_entry(change, entry))


def facts_of_entry(change: Change, entry: ProgressEntry) -> dict[str, Any]:
    """What a former consultant noted in an area that is kept is not the present one's to see."""
    there = Member.objects.filter(plan=change.plan, role=Role.CONSULTANT, ended_at=None)
    is_consultants = entry.by.role == Role.CONSULTANT and there.filter(pk=entry.by_id).exists()
    kept = {} if is_consultants else facts_of_area(entry.area)
    return {**kept, "progress_entry": str(entry.pk)}


def facts_of_area(area: ProgressArea) -> dict[str, Any]:
    """What happens in an area that the citizen keeps is told to the consultant as a number and nothing else."""
    return {"progress_area": str(area.pk), **({"kept": True} if area.is_kept else {})}
