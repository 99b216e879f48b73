"""After a meeting: the citizen's yes to the minutes, a view of one's own, and how the meeting was for each."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal
from uuid import UUID

from annotated_types import Ge, Le
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened, check_same_text
from backend.plans.commands.meeting import a_meeting
from backend.plans.models import Meeting, MeetingRating, OwnView
from backend.plans.models.meeting import is_over
from backend.plans.models.minutes import HIGHEST, LOWEST


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveMinutes:
    """The citizen says: yes, so it was. Said again it changes nothing."""

    kind: ClassVar[str] = "approve_minutes"
    told: ClassVar[str] = "minutes_approved"
    power: ClassVar[str] = "approve_minutes"

    meeting_id: UUID

    def carry_out(self, change: Change) -> Happened:
        meeting = over(change, self.meeting_id)
        view = _my_view(change, meeting)
        view.approved_at = view.approved_at or change.now
        view.save(update_fields=["approved_at"])
        return Happened(meeting_id=meeting.pk, only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class SayOwnView:
    """Say how one saw the meeting, beside the minutes; empty takes it back. Nobody else's words are touched."""

    kind: ClassVar[str] = "say_own_view"
    told: ClassVar[str] = "own_view_said"
    power: ClassVar[str] = "say_own_view"

    meeting_id: UUID
    words: texts.Long
    was: texts.Long = ""

    def carry_out(self, change: Change) -> Happened:
        meeting = over(change, self.meeting_id)
        view, words = _my_view(change, meeting), texts.cleaned(self.words, longest=texts.LONG)
        check_same_text(view.words, self.was, yours=words, field="words")
        view.words, view.said_at = words, change.now if words else None
        view.save(update_fields=["words", "said_at"])
        return Happened(meeting_id=meeting.pk, only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class RateMeeting:
    """Say on one scale how the meeting was for oneself, 0 to 10. Told to nobody but those `read_ratings` names."""

    kind: ClassVar[str] = "rate_meeting"
    told: ClassVar[str] = "meeting_rated"
    power: ClassVar[str] = "rate_meeting"

    meeting_id: UUID
    scale: Literal["heard", "mattered", "way", "overall"]
    score: Annotated[int, Ge(LOWEST), Le(HIGHEST)]

    def carry_out(self, change: Change) -> Happened:
        meeting = over(change, self.meeting_id)
        rating = _my_rating(change, meeting)
        setattr(rating, self.scale, self.score)
        rating.save(update_fields=[self.scale])
        return Happened(meeting_id=meeting.pk, only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowRating:
    """The citizen lets the consultant see how this meeting was for them."""

    kind: ClassVar[str] = "show_rating"
    told: ClassVar[str] = "rating_shown"
    power: ClassVar[str] = "show_rating"

    meeting_id: UUID

    def carry_out(self, change: Change) -> Happened:
        return _set_shown(change, self.meeting_id, True)


@dataclass(frozen=True, slots=True, kw_only=True)
class HideRating:
    """The consultant sees it no more."""

    kind: ClassVar[str] = "hide_rating"
    told: ClassVar[str] = "rating_hidden"
    power: ClassVar[str] = "show_rating"

    meeting_id: UUID

    def carry_out(self, change: Change) -> Happened:
        return _set_shown(change, self.meeting_id, False)


def over(change: Change, meeting_id: UUID) -> Meeting:
    """A meeting that has been. Raises NotHere or Refused."""
    meeting = a_meeting(change, meeting_id)
    if not is_over(meeting, at=change.now):
        raise Refused(_("Mødet er ikke slut endnu."), code="not_over")
    return meeting


def _my_view(change: Change, meeting: Meeting) -> OwnView:
    return OwnView.objects.get_or_create(meeting=meeting, member_id=change.me)[0]


def _my_rating(change: Change, meeting: Meeting) -> MeetingRating:
    return MeetingRating.objects.get_or_create(meeting=meeting, member_id=change.me)[0]


def _set_shown(change: Change, meeting_id: UUID, shown: bool) -> Happened:
    meeting = over(change, meeting_id)
    rating = _my_rating(change, meeting)
    rating.is_shown = shown
    rating.save(update_fields=["is_shown"])
    return Happened(meeting_id=meeting.pk, only=True)
