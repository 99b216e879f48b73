"""The consultant notes that professionals talked about the plan, so that the citizen sees it (decision 0103)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, ClassVar
from uuid import UUID

from annotated_types import Len
from django.utils.translation import gettext_lazy as _

from backend.common.errors import NotHere, Refused
from backend.plans.commands import texts
from backend.plans.commands.base import UNDO, Change, Happened, check_new, removed
from backend.plans.models import Discussion


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDiscussion:
    """It took place on `day`, with these professions. What was said does not belong here."""

    kind: ClassVar[str] = "note_discussion"
    told: ClassVar[str] = "discussion_noted"
    power: ClassVar[str] = "note_discussion"

    discussion_id: UUID
    day: date
    professions: Annotated[str, Len(1, texts.LINE)]

    def carry_out(self, change: Change) -> Happened:
        check_new(Discussion, self.discussion_id)
        if self.day > change.today:
            raise Refused(_("Skriv det, når I har talt sammen."), code="bad_day")
        Discussion.objects.create(
            pk=self.discussion_id,
            plan=change.plan,
            day=self.day,
            professions=texts.needed(self.professions, longest=texts.LINE),
            noted_by_id=change.me,
            noted_at=change.now,
        )
        return _told(self.discussion_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveDiscussion:
    """It was noted by mistake: within 15 minutes, then it stays. Can be undone for as long."""

    kind: ClassVar[str] = "remove_discussion"
    told: ClassVar[str] = "discussion_removed"
    power: ClassVar[str] = "note_discussion"

    discussion_id: UUID

    def carry_out(self, change: Change) -> Happened:
        discussion = Discussion.objects.filter(plan=change.plan, pk=self.discussion_id, removed_at=None).first()
        if discussion is None:
            raise NotHere
        if discussion.noted_at + UNDO < change.now:
            raise Refused(
                _("Det står her nu, så borgeren kan se det. Skriv til borgeren, hvis det er forkert."), code="too_late"
            )
        return _turn(discussion, removed_at=change.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreDiscussion:
    """Undo a removal."""

    kind: ClassVar[str] = "restore_discussion"
    told: ClassVar[str] = "discussion_restored"
    power: ClassVar[str] = "note_discussion"

    discussion_id: UUID

    def carry_out(self, change: Change) -> Happened:
        discussion = removed(Discussion.objects.filter(plan=change.plan), change, self.discussion_id)
        return _turn(discussion, removed_at=None)


def _turn(discussion: Discussion, *, removed_at: datetime | None) -> Happened:
    discussion.removed_at = removed_at
    discussion.save(update_fields=["removed_at"])
    return _told(discussion.pk)


def _told(discussion_id: UUID) -> Happened:
    return Happened(only=True, facts={"discussion": str(discussion_id)})
