"""Strengths: suggested by anyone at the table, kept only if the citizen says so."""

from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from annotated_types import Len

from backend.common.errors import NotHere
from backend.plans.access import BROAD
from backend.plans.audience import US, Audience, of_members, of_room
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened, check_new, removed
from backend.plans.models import Strength
from backend.plans.models.share import still_counts
from backend.plans.open_meeting import open_meeting_at


def heard_by(change: Change, strength: Strength) -> Audience:
    """Whoever suggested it follows it, whoever it is shared with, and those who see what the room sees."""
    shares = strength.shares.filter(still_counts(change.today), ended_at=None, member__ended_at=None)
    by = US if strength.suggested_by.role in BROAD else of_members([strength.suggested_by_id])
    room = of_room(change.plan.pk) if is_in_room(strength) else US
    return by | room | of_members(shares.values_list("member_id", flat=True))


def is_in_room(strength: Strength) -> bool:
    """Does the room see it, once it is there? Only what the citizen said yes to."""
    return strength.in_room and strength.status == "accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestStrength:
    """Say something the citizen can. The citizen's own needs no further yes; in an open meeting, its room sees it."""

    kind: ClassVar[str] = "suggest_strength"
    told: ClassVar[str] = "strength_suggested"
    power: ClassVar[str] = "suggest_strength"

    strength_id: UUID
    words: Annotated[str, Len(1, texts.LINE)]

    def carry_out(self, change: Change) -> Happened:
        check_new(Strength, self.strength_id)
        is_mine = change.seat.role == "citizen"
        strength = Strength.objects.create(
            pk=self.strength_id,
            plan=change.plan,
            words=texts.needed(self.words, longest=texts.LINE),
            suggested_by_id=change.me,
            status="accepted" if is_mine else "suggested",
            in_room=is_mine and open_meeting_at(change.plan.pk) is not None,
            at=change.now,
        )
        return Happened(strength_id=strength.pk, only=True, also=heard_by(change, strength))


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptStrength:
    """The citizen says: yes, that I can. In an open meeting its room sees it from now on."""

    kind: ClassVar[str] = "accept_strength"
    told: ClassVar[str] = "strength_accepted"
    power: ClassVar[str] = "accept_strength"

    strength_id: UUID

    def carry_out(self, change: Change) -> Happened:
        return _answer(change, self.strength_id, "accepted")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineStrength:
    """The citizen says: that is not me."""

    kind: ClassVar[str] = "decline_strength"
    told: ClassVar[str] = "strength_declined"
    power: ClassVar[str] = "decline_strength"

    strength_id: UUID

    def carry_out(self, change: Change) -> Happened:
        return _answer(change, self.strength_id, "declined")


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveStrength:
    """Remove a strength. Can be undone for 15 minutes."""

    kind: ClassVar[str] = "remove_strength"
    told: ClassVar[str] = "strength_removed"
    power: ClassVar[str] = "remove_strength"

    strength_id: UUID

    def carry_out(self, change: Change) -> Happened:
        strength = present_strength(change, self.strength_id)
        strength.removed_at = change.now
        strength.save(update_fields=["removed_at"])
        return Happened(strength_id=strength.pk, only=True, also=heard_by(change, strength))


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreStrength:
    """Undo a removal."""

    kind: ClassVar[str] = "restore_strength"
    told: ClassVar[str] = "strength_restored"
    power: ClassVar[str] = "restore_strength"

    strength_id: UUID

    def carry_out(self, change: Change) -> Happened:
        strength = removed(Strength.objects.filter(plan=change.plan), change, self.strength_id)
        strength.removed_at = None
        strength.save(update_fields=["removed_at"])
        return Happened(strength_id=strength.pk, only=True, also=heard_by(change, strength))


def present_strength(change: Change, strength_id: UUID) -> Strength:
    """A strength that is there, whatever was answered. Raises NotHere."""
    strength = Strength.objects.filter(plan=change.plan, pk=strength_id, removed_at=None).first()
    if strength is None:
        raise NotHere
    return strength


def _answer(change: Change, strength_id: UUID, status: str) -> Happened:
    strength = present_strength(change, strength_id)
    heard = heard_by(change, strength)
    strength.status = status
    if status == "accepted":
        strength.in_room = strength.in_room or open_meeting_at(change.plan.pk) is not None
    strength.save(update_fields=["status", "in_room"])
    heard |= heard_by(change, strength)
    return Happened(strength_id=strength.pk, only=True, also=heard, facts={"answer": status})
