"""The areas of small steps: the citizen's own, and who may see into each."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated, ClassVar
from uuid import UUID

from annotated_types import Len
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.plans.audience import US, of_progress_area, of_room
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened, check_new, check_same_text, removed
from backend.plans.commands.progress import facts_of_area, present_area
from backend.plans.commands.sharing import share_with, told_of_share, unshare_from
from backend.plans.models import ProgressArea, ProgressEntry

NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class AddProgressArea:
    """An area of the citizen's own. `kept`: to themself, from the start. `community`: one to take part in."""

    kind: ClassVar[str] = "add_progress_area"
    told: ClassVar[str] = "progress_area_added"
    power: ClassVar[str] = "add_progress_area"

    progress_area_id: UUID
    name: Annotated[str, Len(1, NAME)]
    kept: bool = False
    community: bool = False

    def carry_out(self, change: Change) -> Happened:
        check_new(ProgressArea, self.progress_area_id)
        name = texts.needed(self.name, longest=NAME)
        area = ProgressArea.objects.create(
            pk=self.progress_area_id,
            plan=change.plan,
            name=name,
            is_kept=self.kept,
            is_community=self.community,
            at=change.now,
        )
        return Happened(only=True, facts=facts_of_area(area))


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameProgressArea:
    """Call one's own area something else."""

    kind: ClassVar[str] = "rename_progress_area"
    told: ClassVar[str] = "progress_area_renamed"
    power: ClassVar[str] = "rename_progress_area"

    progress_area_id: UUID
    text: Annotated[str, Len(1, NAME)]
    was: texts.Line

    def carry_out(self, change: Change) -> Happened:
        area = _own(change, self.progress_area_id)
        name = texts.needed(self.text, longest=NAME)
        check_same_text(area.name, self.was, yours=name, field="name")
        area.name = name
        area.save(update_fields=["name"])
        return _told(change, area, area.entries.filter(words=""))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveProgressArea:
    """Remove one's own area with what stands in it. Can be undone for 15 minutes."""

    kind: ClassVar[str] = "remove_progress_area"
    told: ClassVar[str] = "progress_area_removed"
    power: ClassVar[str] = "remove_progress_area"

    progress_area_id: UUID

    def carry_out(self, change: Change) -> Happened:
        return _turn(change, _own(change, self.progress_area_id), removed_at=change.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreProgressArea:
    """Undo a removal."""

    kind: ClassVar[str] = "restore_progress_area"
    told: ClassVar[str] = "progress_area_restored"
    power: ClassVar[str] = "restore_progress_area"

    progress_area_id: UUID

    def carry_out(self, change: Change) -> Happened:
        area = removed(ProgressArea.objects.filter(plan=change.plan), change, self.progress_area_id)
        return _turn(change, area, removed_at=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepProgressArea:
    """The citizen keeps an area to themself: the consultant sees no more into it than anybody else."""

    kind: ClassVar[str] = "keep_progress_area"
    told: ClassVar[str] = "progress_area_kept"
    power: ClassVar[str] = "keep_progress_area"

    progress_area_id: UUID

    def carry_out(self, change: Change) -> Happened:
        return _keep(change, self.progress_area_id, is_kept=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProgressArea:
    """Let the consultant see into it again."""

    kind: ClassVar[str] = "open_progress_area"
    told: ClassVar[str] = "progress_area_opened"
    power: ClassVar[str] = "keep_progress_area"

    progress_area_id: UUID

    def carry_out(self, change: Change) -> Happened:
        return _keep(change, self.progress_area_id, is_kept=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareProgressArea:
    """Let one person at the table see into an area, until they no longer may or to the end of a day."""

    kind: ClassVar[str] = "share_progress_area"
    told: ClassVar[str] = "progress_area_shared"
    power: ClassVar[str] = "share_progress_area"

    progress_area_id: UUID
    member_id: UUID
    until: date | None = None

    def carry_out(self, change: Change) -> Happened:
        area = present_area(change.seat, self.progress_area_id)
        share_with(change, self.member_id, self.until, progress_area=area)
        return _told_of_share(area, self.member_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnshareProgressArea:
    """No longer let one person see into an area. What was seen cannot be taken back."""

    kind: ClassVar[str] = "unshare_progress_area"
    told: ClassVar[str] = "progress_area_unshared"
    power: ClassVar[str] = "share_progress_area"

    progress_area_id: UUID
    member_id: UUID

    def carry_out(self, change: Change) -> Happened:
        area = present_area(change.seat, self.progress_area_id)
        unshare_from(change, self.member_id, progress_area=area)
        return _told_of_share(area, self.member_id)


def _told_of_share(area: ProgressArea, member_id: UUID) -> Happened:
    return replace(told_of_share(member_id), facts=facts_of_area(area))


def _own(change: Change, area_id: UUID) -> ProgressArea:
    area = present_area(change.seat, area_id)
    if not area.name:
        raise Refused(_("Det område har alle. Du kan skrive dine egne ved siden af."), code="standard")
    return area


def _keep(change: Change, area_id: UUID, *, is_kept: bool) -> Happened:
    area = present_area(change.seat, area_id)
    area.is_kept = is_kept
    area.save(update_fields=["is_kept"])
    return Happened(only=True, new_policy=True)


def _turn(change: Change, area: ProgressArea, *, removed_at: datetime | None) -> Happened:
    area.removed_at = removed_at
    area.save(update_fields=["removed_at"])
    return _told(change, area, area.entries.all())


def _told(change: Change, area: ProgressArea, about: QuerySet[ProgressEntry]) -> Happened:
    """Whom it is shared with; and the room, if it may see any of those that it is about."""
    room = of_room(change.plan.pk) if about.filter(in_room=True, removed_at=None).exists() else US
    return Happened(only=True, also=of_progress_area(area.pk) | room, facts=facts_of_area(area))
