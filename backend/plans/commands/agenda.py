"""What a meeting is to come to: citizen and consultant lay the agenda together, until it is over."""

from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from annotated_types import Ge, Le, Len
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from backend.common.errors import NotHere, Refused
from backend.plans.commands import texts
from backend.plans.commands.attendance import comes
from backend.plans.commands.base import GAP, Change, Happened, check_new, last_place, place_before, removed
from backend.plans.commands.meeting import about, not_over
from backend.plans.models import AgendaItem, Meeting

MOST = 30
ItemMinutes = Annotated[int, Ge(1), Le(240)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAgendaItem:
    """One more thing to come to, last on the agenda."""

    kind: ClassVar[str] = "add_agenda_item"
    told: ClassVar[str] = "agenda_item_added"
    power: ClassVar[str] = "plan_meeting"

    meeting_id: UUID
    item_id: UUID
    words: texts.Title
    minutes: ItemMinutes = 5

    def carry_out(self, change: Change) -> Happened:
        check_new(AgendaItem, self.item_id)
        meeting = not_over(change, self.meeting_id)
        items = AgendaItem.objects.filter(meeting=meeting, removed_at=None)
        _check_room(items)
        words = texts.needed(self.words, longest=texts.TITLE)
        told = {"words": words, "minutes": self.minutes, "position": last_place(items)}
        AgendaItem.objects.create(pk=self.item_id, meeting=meeting, **told)
        return about(meeting)


@dataclass(frozen=True, slots=True, kw_only=True)
class RewordAgendaItem:
    """Say it in other words, or with more or less time."""

    kind: ClassVar[str] = "reword_agenda_item"
    told: ClassVar[str] = "agenda_item_reworded"
    power: ClassVar[str] = "plan_meeting"

    meeting_id: UUID
    item_id: UUID
    words: texts.Title
    minutes: ItemMinutes

    def carry_out(self, change: Change) -> Happened:
        meeting, item = _item(change, self.meeting_id, self.item_id)
        item.words, item.minutes = texts.needed(self.words, longest=texts.TITLE), self.minutes
        item.save(update_fields=["words", "minutes"])
        return about(meeting)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveAgendaItem:
    """Come to it before another one, or last."""

    kind: ClassVar[str] = "move_agenda_item"
    told: ClassVar[str] = "agenda_item_moved"
    power: ClassVar[str] = "plan_meeting"

    meeting_id: UUID
    item_id: UUID
    before: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        meeting, item = _item(change, self.meeting_id, self.item_id)
        others = AgendaItem.objects.filter(meeting=meeting, removed_at=None).exclude(pk=item.pk)
        item.position = _place(others, self.before)
        item.save(update_fields=["position"])
        return about(meeting)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAgendaItem:
    """Not this time; can be undone for 15 minutes. A meeting that has come to it goes on from there without a place."""

    kind: ClassVar[str] = "remove_agenda_item"
    told: ClassVar[str] = "agenda_item_removed"
    power: ClassVar[str] = "plan_meeting"

    meeting_id: UUID
    item_id: UUID

    def carry_out(self, change: Change) -> Happened:
        meeting, item = _item(change, self.meeting_id, self.item_id)
        if meeting.item_id == item.pk:
            meeting.item = None
            meeting.save(update_fields=["item"])
        item.removed_at = change.now
        item.save(update_fields=["removed_at"])
        return about(meeting)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreAgendaItem:
    """Undo a removal: it comes back where it was."""

    kind: ClassVar[str] = "restore_agenda_item"
    told: ClassVar[str] = "agenda_item_restored"
    power: ClassVar[str] = "plan_meeting"

    meeting_id: UUID
    item_id: UUID

    def carry_out(self, change: Change) -> Happened:
        meeting = not_over(change, self.meeting_id)
        items = AgendaItem.objects.filter(meeting=meeting)
        item = removed(items, change, self.item_id)
        _check_room(items.filter(removed_at=None))
        item.removed_at = None
        item.save(update_fields=["removed_at"])
        return about(meeting)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePart:
    """Say which administration's own part an item is, and who at the table answers for it; none: it is nobody's own."""

    kind: ClassVar[str] = "name_part"
    told: ClassVar[str] = "part_named"
    power: ClassVar[str] = "plan_meeting"

    meeting_id: UUID
    item_id: UUID
    administration: Annotated[str, Len(0, texts.TITLE)] = ""
    member_id: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        meeting, item = _item(change, self.meeting_id, self.item_id)
        item.administration = texts.cleaned(self.administration, longest=texts.TITLE, one_line=True)
        answers = comes(change, meeting.pk, self.member_id) if self.member_id else None
        item.answers = answers if item.administration else None
        item.save(update_fields=["administration", "answers"])
        return about(meeting)


def _check_room(items: QuerySet[AgendaItem]) -> None:
    if items.count() >= MOST:
        raise Refused(_("Der er nok på dagsordenen. Fjern noget først."), code="too_many")


def _item(change: Change, meeting_id: UUID, item_id: UUID) -> tuple[Meeting, AgendaItem]:
    """An item of a meeting that is not over. Raises NotHere or Refused."""
    meeting = not_over(change, meeting_id)
    item = AgendaItem.objects.filter(meeting=meeting, pk=item_id, removed_at=None).first()
    if item is None:
        raise NotHere
    return meeting, item


def _place(others: QuerySet[AgendaItem], before: UUID | None) -> int:
    """A position before one of these, or after all; raises NotHere. All are laid out anew where no room is left."""
    if before is None:
        return last_place(others)
    follows = others.filter(pk=before).first()
    if follows is None:
        raise NotHere
    place = place_before(others, follows.position)
    if place is not None:
        return place
    for number, one in enumerate(others, start=1):
        one.position = number * GAP
        one.save(update_fields=["position"])
    follows.refresh_from_db()
    return follows.position - GAP // 2
