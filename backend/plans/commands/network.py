"""The citizen's network: who is there, how near, and what they do. The citizen's alone to write; nobody hears of it."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, ClassVar, Literal
from uuid import UUID

from annotated_types import Interval, Len
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened, check_new, check_same_text, removed
from backend.plans.models import NetworkMember, NetworkMove
from backend.plans.models.network_member import FARTHEST, NEAREST, PLACES

NAME = 80
RelationOf = Literal["family", "kin", "friends", "work", "professional"]
Near = Annotated[int, Interval(ge=NEAREST, le=FARTHEST)]
Place = Annotated[int, Interval(ge=0, lt=PLACES)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNetworkMember:
    """Put somebody on the map, with or without a place at the table (`member_id`)."""

    kind: ClassVar[str] = "add_network_member"
    told: ClassVar[str] = "network_member_added"
    power: ClassVar[str] = "add_network_member"

    network_member_id: UUID
    name: Annotated[str, Len(1, NAME)]
    relation: RelationOf
    near: Near = 2
    place: Place | None = None
    does: texts.Line = ""
    member_id: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        check_new(NetworkMember, self.network_member_id)
        who = NetworkMember(
            pk=self.network_member_id,
            plan=change.plan,
            name=texts.needed(self.name, longest=NAME),
            relation=self.relation,
            near=self.near,
            does=texts.cleaned(self.does, longest=texts.LINE, one_line=True),
            at=change.now,
        )
        who.place = _free_place(who) if self.place is None else self.place
        _link(change, who, self.member_id)
        who.save(force_insert=True)
        _note(change, who, came_from=None, counts=_counts(who))
        return Happened(only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class RewordNetworkMember:
    """Change what they are called, or what they do for the citizen."""

    kind: ClassVar[str] = "reword_network_member"
    told: ClassVar[str] = "network_member_reworded"
    power: ClassVar[str] = "reword_network_member"

    network_member_id: UUID
    field: Literal["name", "does"]
    text: texts.Line
    was: texts.Line

    def carry_out(self, change: Change) -> Happened:
        who = _present(change, self.network_member_id)
        if self.field == "name":
            text = texts.needed(self.text, longest=NAME)
        else:
            text = texts.cleaned(self.text, longest=texts.LINE, one_line=True)
        check_same_text(getattr(who, self.field), self.was, yours=text, field=self.field)
        setattr(who, self.field, text)
        who.save(update_fields=[self.field])
        return Happened(only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelateNetworkMember:
    """Say what somebody is to the citizen; it decides their part of the circle."""

    kind: ClassVar[str] = "relate_network_member"
    told: ClassVar[str] = "network_member_related"
    power: ClassVar[str] = "relate_network_member"

    network_member_id: UUID
    relation: RelationOf

    def carry_out(self, change: Change) -> Happened:
        who = _present(change, self.network_member_id)
        counted = _counts(who)
        if who.relation != self.relation:
            who.relation = self.relation
            who.place = _free_place(who)
            who.save(update_fields=["relation", "place"])
            _note(change, who, came_from=who.near, counts=_counts(who) - counted)
        return Happened(only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveNetworkMember:
    """Nearer or farther, and where in their part of the circle; without `place` where there is room."""

    kind: ClassVar[str] = "move_network_member"
    told: ClassVar[str] = "network_member_moved"
    power: ClassVar[str] = "move_network_member"

    network_member_id: UUID
    near: Near
    place: Place | None = None

    def carry_out(self, change: Change) -> Happened:
        who = _present(change, self.network_member_id)
        came_from, who.near = who.near, self.near
        if self.place is not None:
            who.place = self.place
        elif came_from != self.near:
            who.place = _free_place(who)
        who.save(update_fields=["near", "place"])
        _note(change, who, came_from=came_from)
        return Happened(only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkNetworkMember:
    """Say which place at the table is theirs, or (without `member_id`) that none is."""

    kind: ClassVar[str] = "link_network_member"
    told: ClassVar[str] = "network_member_linked"
    power: ClassVar[str] = "link_network_member"

    network_member_id: UUID
    member_id: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        who = _present(change, self.network_member_id)
        _link(change, who, self.member_id)
        who.save(update_fields=["member"])
        return Happened(only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveNetworkMember:
    """Take somebody off the map. Can be undone for 15 minutes; a place at the table stays as it is."""

    kind: ClassVar[str] = "remove_network_member"
    told: ClassVar[str] = "network_member_removed"
    power: ClassVar[str] = "remove_network_member"

    network_member_id: UUID

    def carry_out(self, change: Change) -> Happened:
        who = _present(change, self.network_member_id)
        who.removed_at = change.now
        who.save(update_fields=["removed_at"])
        _note(change, who, came_from=who.near, counts=-_counts(who))
        return Happened(only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreNetworkMember:
    """Undo a removal. Their place at the table is theirs again, unless it was given to another meanwhile."""

    kind: ClassVar[str] = "restore_network_member"
    told: ClassVar[str] = "network_member_restored"
    power: ClassVar[str] = "restore_network_member"

    network_member_id: UUID

    def carry_out(self, change: Change) -> Happened:
        who = removed(NetworkMember.objects.filter(plan=change.plan), change, self.network_member_id)
        who.removed_at = None
        if _is_taken(who):
            who.member = None
        who.save(update_fields=["removed_at", "member"])
        _note(change, who, came_from=who.near, counts=_counts(who))
        return Happened(only=True)


def _present(change: Change, network_member_id: UUID) -> NetworkMember:
    who = NetworkMember.objects.filter(plan=change.plan, pk=network_member_id, removed_at=None).first()
    if who is None:
        raise NotHere
    return who


def _link(change: Change, who: NetworkMember, member_id: UUID | None) -> None:
    """The citizen is in the middle, and one place at the table is one person's."""
    who.member = change.member(member_id) if member_id else None
    if who.member and who.member.role == "citizen":
        raise Refused(_("Du er selv i midten af kortet."), code="not_allowed")
    if _is_taken(who):
        raise Refused(_("Den plads ved bordet hører til en anden på kortet."), code="already_there")


def _is_taken(who: NetworkMember) -> bool:
    others = NetworkMember.objects.filter(plan_id=who.plan_id, removed_at=None).exclude(pk=who.pk)
    return who.member_id is not None and others.filter(member_id=who.member_id).exists()


def _free_place(who: NetworkMember) -> int:
    """The middle of the widest gap between those who stand as near in the same part of the circle."""
    beside = NetworkMember.objects.filter(plan_id=who.plan_id, relation=who.relation, near=who.near, removed_at=None)
    taken = sorted(beside.exclude(pk=who.pk).values_list("place", flat=True))
    # The edges of the part count double: whoever stands beyond them is as far away again.
    edges = [-taken[0], *taken, 2 * PLACES - taken[-1]] if taken else [0, PLACES]
    gaps = [(after - before, (before + after) // 2) for before, after in pairwise(edges)]
    return min(max(max(gaps)[1], 0), PLACES - 1)


def _counts(who: NetworkMember) -> int:
    """One for everybody who is not there for their work."""
    return int(who.relation != "professional")


def _note(change: Change, who: NetworkMember, *, came_from: int | None, counts: int = 0) -> None:
    """One row a day for each person: where the day began and ended. A day on which nothing came of it leaves none."""
    newest = NetworkMove.objects.filter(who=who).last()
    today = newest if newest and clock.day_of(newest.at) == change.today else None
    move = today or NetworkMove(plan=change.plan, who=who, at=change.now, came_from=came_from)
    move.came_to, move.counts = who.near, move.counts + counts
    if move.came_from != move.came_to or move.counts:
        move.save()
    elif today:
        today.delete()
