"""A word from the consultant to all who come to a meeting: read by them, and answered in the room."""

from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened
from backend.plans.commands.meeting import about, not_over


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnounceToMeeting:
    """These words stand on the meeting for whoever is asked to it, and for the two; without words none do.

    Not for the wall. With a protected address it is the two's alone, as is what the meeting is about.
    """

    kind: ClassVar[str] = "announce_to_meeting"
    told: ClassVar[str] = "meeting_announced"
    power: ClassVar[str] = "announce_to_meeting"

    meeting_id: UUID
    words: texts.Short = ""

    def carry_out(self, change: Change) -> Happened:
        meeting = not_over(change, self.meeting_id)
        meeting.announcement = texts.cleaned(self.words, longest=texts.SHORT)
        meeting.save(update_fields=["announcement"])
        told = about(meeting)
        return replace(told, also=replace(told.also, room=False))
