"""The consultant notes that professionals talked about the plan, so that the citizen sees it (decision 0103)."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from annotated_types import Len
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened, check_new
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
        return Happened(only=True, facts={"discussion": str(self.discussion_id)})
