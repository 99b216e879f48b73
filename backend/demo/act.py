"""An act: somebody says something to the plan on some day. And the names and days that acts are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid5

from backend.plans.commands import Command

from .story import Day, Due, Story

NAMES = UUID("5b0c9d0e-7a52-5b8e-9a41-6f1f0a5f3c11")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Act:
    """`lasts`: minutes that go by before it, as a meeting's end comes after its beginning. `brings`: a file that its
    message names. `of_set`: the code of the indicators whose area it is about, which is there from the first answer.
    """

    day: Day
    who: str
    command: Command
    lasts: int = 0
    brings: str = ""
    of_set: str = ""


@dataclass(frozen=True)
class Table:
    """One plan, and who is who at its table: the member and the person behind each key, the day on which it is told,
    the id of the question about the plan itself, and by code the areas of small steps that all have.
    """

    plan_id: int
    members: dict[str, UUID]
    people: dict[str, int]
    today: date
    question: UUID
    areas: dict[str, UUID]


def id_of(story: Story, *parts: object) -> UUID:
    """The same id for the same thing of the same story, on every planting."""
    return uuid5(NAMES, "/".join(map(str, (story.key, *parts))))


def due_day(due: Due, today: date) -> date | None:
    """A number of days from today, or the next such weekday after today."""
    if due is None:
        return None
    if isinstance(due, int):
        return today + timedelta(days=due)
    return today + timedelta(days=(WEEKDAYS.index(due) - today.weekday() - 1) % 7 + 1)


def since_of(story: Story, key: str) -> Day:
    """The day on which somebody came to the table."""
    return next(one.since for one in story.table if one.key == key)
