"""Whose consultant changed: they met all three, promises went along by name, and the new one took the first of them."""

# fmt: off
from __future__ import annotations

from dataclasses import dataclass

from ..story import Day


@dataclass(frozen=True)
class HandedOn:
    """On a day, by the consultant before. `agreed`: a step of the citizen's own from the meeting of all three, to be done
    in so many days, under a goal. `taken`: the promise that the new consultant has said yes to since, and when.
    """

    day: Day
    before: str
    agreed: tuple[str, str, int]
    taken: tuple[str, Day]


HANDED_ON: dict[str, HandedOn] = {
    "jimmi": HandedOn(8, "amina", ("Vis Lone skuret", "bygge", 5), ("Søg om penge til værktøj", 6)),
}
