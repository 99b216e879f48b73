"""Talk becomes a step in seconds: one line, understood in one place (talk.py)."""

from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from annotated_types import Len

from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened
from backend.plans.commands.step import AddStep
from backend.plans.models import Member
from backend.plans.open_meeting import open_meeting_at
from backend.plans.talk import Named, names_in, understand

_MYSELF = ("mig", "me")
_ROLES = {"citizen": "borger citizen", "consultant": "konsulent borgerkonsulent consultant"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteStep:
    """Write a step down as it is said: `Ring til lægen @mor fredag`. What the open meeting says, its room sees."""

    kind: ClassVar[str] = "note_step"
    told: ClassVar[str] = "step_noted"
    power: ClassVar[str] = "note_step"

    step_id: UUID
    line: Annotated[str, Len(1, texts.LINE)]

    def carry_out(self, change: Change) -> Happened:
        line = texts.needed(self.line, longest=texts.LINE)
        said = understand(line, today=change.today, people=_people(change))
        meeting_id = open_meeting_at(change.plan.pk)
        step = AddStep(step_id=self.step_id, title=said.title, responsible=said.who, due=said.due)
        is_shared = step.write_down(change, in_room=meeting_id is not None)
        return Happened(step_id=self.step_id, meeting_id=meeting_id, new_policy=is_shared)


def _people(change: Change) -> list[Named]:
    """Everybody at the table: whoever may note a step knows them all."""
    members = Member.objects.filter(plan=change.plan, ended_at=None).select_related("person")
    return [Named(member.pk, _names(change, member)) for member in members]


def _names(change: Change, member: Member) -> frozenset[str]:
    called = names_in(member.person.first_name, member.relation, _ROLES.get(member.role, ""))
    return called | set(_MYSELF) if member.pk == change.me else called
