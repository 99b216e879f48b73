"""How meetings were, over time: a small line for each question."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from backend.plans.reads.ratings import SCALES, RatingView
from citizen_app.curves import FLOOR, HEIGHT, WIDTH, Dot, dot, line_through
from citizen_app.words import RATING_SCALES

MOST = 24  # meetings, the newest; all of them stand in the table


@dataclass(frozen=True, slots=True)
class Curve:
    """One question's line. `told`: the same in a sentence, for whoever does not see it."""

    name: str
    words: str
    told: str
    line: str
    floor: str
    dots: tuple[Dot, ...]
    width: int = WIDTH
    height: int = HEIGHT


def curves_of(ratings: Sequence[RatingView]) -> list[Curve]:
    """A line for each question that was answered at two meetings or more."""
    newest = ratings[-MOST:]
    answered = {name: [(at, one.scores[n]) for at, one in enumerate(newest)] for n, name in enumerate(SCALES)}
    told = {name: [(at, score) for at, score in some if score is not None] for name, some in answered.items()}
    return [_curve(name, some, len(newest)) for name, some in told.items() if len(some) > 1]


def _curve(name: str, answers: list[tuple[int, int]], meetings: int) -> Curve:
    dots = tuple(dot(at, meetings, score) for at, score in answers)
    told = _told([score for _at, score in answers])
    return Curve(name, str(RATING_SCALES[name].words), told, line_through(dots), FLOOR, dots)


def _told(scores: list[int]) -> str:
    return _("Fra %(first)s til %(last)s. Lavest %(low)s, højest %(high)s.") % {
        "first": scores[0], "last": scores[-1], "low": min(scores), "high": max(scores),
    }  # fmt: skip
