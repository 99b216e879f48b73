"""The end of a meeting: one word each to take home. And what the citizen is proudest of, at its beginning."""

from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from annotated_types import Len
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.plans.audience import US, of_meeting, of_step
from backend.plans.commands import texts
from backend.plans.commands.aloud import check_may_write_for
from backend.plans.commands.base import Change, Happened, allow
from backend.plans.commands.meeting import a_meeting
from backend.plans.commands.meeting_run import open_one
from backend.plans.commands.progress import seen_entry, told_of_entry
from backend.plans.models import Meeting, MeetingWord
from backend.plans.open_meeting import open_meeting_at

WORD = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SayWord:
    """One's word to take home, said anew as often as one likes; or, for `member_id`, the word that they said aloud."""

    kind: ClassVar[str] = "say_word"
    told: ClassVar[str] = "word_said"
    power: ClassVar[str] = ""

    meeting_id: UUID
    words: Annotated[str, Len(1, WORD)]
    member_id: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        meeting = a_meeting(change, self.meeting_id)
        member_id = self.member_id or change.me
        said = MeetingWord.objects.filter(meeting=meeting, member=member_id).first()
        self._check(change, meeting, member_id, said)
        by = None if member_id == change.me else change.me
        word = said or MeetingWord(meeting=meeting, member_id=member_id)
        word.words, word.at, word.entered_by_id = texts.needed(self.words, longest=WORD), change.now, by
        word.save()
        return Happened(meeting_id=meeting.pk, member_id=member_id, only=True, also=of_meeting(meeting))

    def _check(self, change: Change, meeting: Meeting, member_id: UUID, said: MeetingWord | None) -> None:
        is_open = open_meeting_at(change.plan.pk) == meeting.pk
        if member_id == change.me:  # afterwards, what another wrote for them can be put right
            allow(is_open or (said is not None and said.entered_by_id is not None))
            return
        allow(is_open)
        check_may_write_for(change, change.member(member_id))
        if said is not None and said.entered_by_id is None:
            raise Refused(_("Det har personen selv skrevet. Kun de kan ændre det."), code="own_words")


@dataclass(frozen=True, slots=True, kw_only=True)
class BeProudOf:
    """Of steps and small steps since last time, the citizen points out one; another one in its place, or none."""

    kind: ClassVar[str] = "be_proud_of"
    told: ClassVar[str] = "proud_said"
    power: ClassVar[str] = "be_proud_of"

    meeting_id: UUID
    step_id: UUID | None = None
    progress_entry_id: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        meeting = open_one(change, self.meeting_id)
        before = _told_of_pride(change, meeting)
        meeting.proud = change.step(self.step_id, "say_carried") if self.step_id else None
        meeting.proud_entry = seen_entry(change, self.progress_entry_id) if self.progress_entry_id else None
        allow(meeting.proud is None or meeting.proud_entry is None)
        if meeting.proud is not None and meeting.proud.status != "done":
            raise Refused(_("Skridtet er ikke klaret endnu."), code="not_done")
        meeting.save(update_fields=["proud", "proud_entry"])
        now = _told_of_pride(change, meeting)
        return Happened(
            step_id=self.step_id, meeting_id=meeting.pk, only=True, also=before.also | now.also, facts=now.facts
        )


def _told_of_pride(change: Change, meeting: Meeting) -> Happened:
    """Whoever sees what the citizen points out is told of it."""
    if meeting.proud_entry is not None:
        return told_of_entry(change, meeting.proud_entry)
    return Happened(also=of_step(meeting.proud_id) if meeting.proud_id else US)
