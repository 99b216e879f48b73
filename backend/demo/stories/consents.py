"""Who has said yes to what, by the story's key. All have said yes to a plan, but for those who have just begun."""

from __future__ import annotations

from dataclasses import dataclass

from ..story import Day

NOT_ANSWERED = frozenset({"freja"})


@dataclass(frozen=True)
class Asked:
    """The consultant asked about a sharing, `lasts` days from then on; given and withdrawn on these days, if at all."""

    giver: str
    receiver: str
    what: str
    why: str
    on: Day
    lasts: int
    given: Day | None = None
    withdrawn: Day | None = None


ASKED: dict[str, tuple[Asked, ...]] = {
    "mikkel": (
        Asked(
            "Jobcenter",
            "Sundhed",
            "At du går til genoptræning, og hvilke dage.",
            "Så der ikke bliver lagt et møde oven i.",
            60,
            240,
            given=59,
        ),
        Asked(
            "Ydelse",
            "Jobcenter",
            "Hvad du skylder i husleje, og hvad du har aftalt at betale.",
            "Så jeg kan hjælpe dig med at søge om hjælp til indskuddet.",
            3,
            90,
        ),
    ),
    "steen": (
        Asked(
            "Social og handicap",
            "Jobcenter",
            "Hvordan det går med at sove og spise.",
            "Så vi ved, hvornår på dagen der er kræfter til at arbejde.",
            50,
            180,
            given=48,
            withdrawn=9,
        ),
    ),
}
