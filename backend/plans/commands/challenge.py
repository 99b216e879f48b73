"""What is hard: written by the citizen alone, for the room of the open meeting or only for the consultant."""

from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from annotated_types import Len
from django.utils.translation import gettext_lazy as _

from backend.common.errors import NotHere, Refused
from backend.plans.audience import US, of_room
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened, check_new, removed
from backend.plans.models import Challenge
from backend.plans.open_meeting import open_meeting_at

AT_MOST = 3  # in a meeting; more than that is no longer talked about, only listed


@dataclass(frozen=True, slots=True, kw_only=True)
class AddChallenge:
    """Say what is hard. `in_room`: those in the open meeting read it while it lasts, else citizen and consultant."""

    kind: ClassVar[str] = "add_challenge"
    told: ClassVar[str] = "challenge_added"
    power: ClassVar[str] = "add_challenge"

    challenge_id: UUID
    words: Annotated[str, Len(1, texts.LINE)]
    goal_id: UUID | None = None
    in_room: bool = False

    def carry_out(self, change: Change) -> Happened:
        check_new(Challenge, self.challenge_id)
        challenge = Challenge(
            pk=self.challenge_id,
            plan=change.plan,
            goal=change.goal(self.goal_id, "reach_goal") if self.goal_id else None,
            words=texts.needed(self.words, longest=texts.LINE),
            at=change.now,
        )
        if self.in_room:
            choose_for_room(change, challenge)
        challenge.save(force_insert=True)
        return told_of(change, challenge)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveChallenge:
    """Take it away. Can be undone for 15 minutes."""

    kind: ClassVar[str] = "remove_challenge"
    told: ClassVar[str] = "challenge_removed"
    power: ClassVar[str] = "remove_challenge"

    challenge_id: UUID

    def carry_out(self, change: Change) -> Happened:
        challenge = present_challenge(change, self.challenge_id)
        challenge.removed_at = change.now
        challenge.save(update_fields=["removed_at"])
        return told_of(change, challenge)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreChallenge:
    """Undo a removal; it comes back where it was, if there is still room for it."""

    kind: ClassVar[str] = "restore_challenge"
    told: ClassVar[str] = "challenge_restored"
    power: ClassVar[str] = "restore_challenge"

    challenge_id: UUID

    def carry_out(self, change: Change) -> Happened:
        challenge = removed(Challenge.objects.filter(plan=change.plan), change, self.challenge_id)
        challenge.removed_at = None
        challenge.in_room = challenge.in_room and _in_room(challenge) < AT_MOST
        challenge.save(update_fields=["removed_at", "in_room"])
        return told_of(change, challenge)


def present_challenge(change: Change, challenge_id: UUID) -> Challenge:
    """One that is there. Raises NotHere."""
    challenge = Challenge.objects.filter(plan=change.plan, pk=challenge_id, removed_at=None).first()
    if challenge is None:
        raise NotHere
    return challenge


def choose_for_room(change: Change, challenge: Challenge) -> None:
    """Let the room of the open meeting read it: three at the most. Raises Refused."""
    meeting_id = open_meeting_at(change.plan.pk)
    if meeting_id is None:
        raise Refused(_("Mødet er ikke i gang. Når det er, kan du vælge, hvad rummet må læse."), code="no_meeting")
    challenge.meeting_id, challenge.in_room = meeting_id, True
    if _in_room(challenge) >= AT_MOST:
        raise Refused(
            _("Der er allerede tre. Tag et af dem ud først, så er der tid til at tale om hvert."), code="three_already"
        )


def _in_room(challenge: Challenge) -> int:
    """How many others that meeting has."""
    chosen = Challenge.objects.filter(meeting=challenge.meeting, in_room=True, removed_at=None)
    return chosen.exclude(pk=challenge.pk).count()


def told_of(change: Change, challenge: Challenge, *, was_in_room: bool = False) -> Happened:
    """The room hears of what it reads, or read until now, and of nothing else."""
    is_read = (challenge.in_room or was_in_room) and challenge.meeting_id == open_meeting_at(change.plan.pk)
    heard = of_room(change.plan.pk) if is_read else US
    return Happened(meeting_id=challenge.meeting_id if is_read else None, only=True, also=heard)
