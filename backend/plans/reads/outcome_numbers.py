"""How many citizens have what came of it today, by kind and team, without names: for the leader."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Q

from backend.common import clock
from backend.plans.models import Member, Outcome
from backend.plans.reads.numbers import FEWEST, Shown

Cell = tuple[int, int]  # of a team: how many citizens have it, of how many


@dataclass(frozen=True, slots=True)
class OutcomeNumber:
    """Of one kind: citizens for whom it runs today, of all teams and of each; None where it is held back."""

    called: str
    citizens: Shown
    by_team: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class OutcomeNumbers:
    """The teams by name, and each kind with its numbers in that order."""

    teams: tuple[str, ...]
    kinds: tuple[OutcomeNumber, ...]


def read_outcome_numbers() -> OutcomeNumbers:
    """In the order of the kinds; two queries. Of several at a time each counts: no sum of them tells another."""
    places = Member.objects.filter(role="consultant", ended_at=None).exclude(person__team=None)
    team_of = dict(places.values_list("plan_id", "person__team__name"))
    today, teams = clock.today(), tuple(sorted(set(team_of.values())))
    runs = Outcome.objects.filter(Q(until=None) | Q(until__gte=today), began__lte=today, removed_at=None)
    rows = set(runs.filter(plan__in=places.values("plan")).order_by().values_list("kind", "plan_id"))
    having, of = Counter((kind, team_of.get(plan_id)) for kind, plan_id in rows), Counter(team_of.values())
    kinds = []
    for kind in Outcome.Kind:
        by_team, everybody = shown([(having[kind.value, team], of[team]) for team in teams])
        kinds.append(OutcomeNumber(str(kind.label), everybody, by_team))
    return OutcomeNumbers(teams, tuple(kinds))


def shown(cells: Sequence[Cell]) -> tuple[tuple[Shown, ...], Shown]:
    """What may be told of each team, and of all.

    A number under five is held back, and so is one that all but a few have: who has not would be told by it. Where all
    teams together are told, further teams are held back until those that are cannot be found by subtracting; where even
    holding back all of them is not enough, it is the sum that is not told.
    """
    few = {place for place, cell in enumerate(cells) if not _is_large(*cell)}
    many, of = _together(cells)
    if not _is_large(many, of):
        return _without(few, cells), None
    others = sorted((place for place in range(len(cells)) if place not in few), key=lambda place: cells[place])
    for more in range(len(others) + 1):
        hidden = few | set(others[:more])
        if not few or _is_safe([cells[place] for place in hidden]):
            return _without(hidden, cells), many
    return _without(few, cells), None


def _without(hidden: Collection[int], cells: Sequence[Cell]) -> tuple[Shown, ...]:
    return tuple(None if place in hidden else having for place, (having, _of) in enumerate(cells))


def _is_large(many: int, of: int) -> bool:
    return many >= FEWEST and of - many >= FEWEST


def _together(cells: Sequence[Cell]) -> Cell:
    return sum(many for many, _of in cells), sum(of for _many, of in cells)


def _is_safe(hidden: Sequence[Cell]) -> bool:
    """Their sum is known by subtracting: is it large itself, and does it leave each of them open?"""
    many, of = _together(hidden)
    room = ((min(mine, many) - max(0, many - (of - mine)), mine) for _having, mine in hidden)
    return _is_large(many, of) and all(width >= min(FEWEST, mine) for width, mine in room)
