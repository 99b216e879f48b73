"""How meetings were, over time: a small line for each question. Numbers are SVG units."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from backend.plans.reads.ratings import SCALES, RatingView
from citizen_app.words import RATING_SCALES

WIDTH, HEIGHT, EDGE = 320, 96, 20
MOST = 24  # meetings, the newest; all of them stand in the table
HIGHEST = 10


@dataclass(frozen=True, slots=True)
class Dot:
    """One answer."""

    x: str
    y: str
    label_y: str
    score: int


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
    step = (WIDTH - 2 * EDGE) / max(1, meetings - 1)
    dots = tuple(_dot(EDGE + at * step, score) for at, score in answers)
    line = "M" + "L".join(f"{dot.x} {dot.y}" for dot in dots)
    floor = "".join(f"M{EDGE} {_y(score)}H{WIDTH - EDGE}" for score in (0, HIGHEST))
    return Curve(name, str(RATING_SCALES[name].words), _told([score for _at, score in answers]), line, floor, dots)


def _dot(x: float, score: int) -> Dot:
    y = _y(score)
    label_y = y - 9 if score < HIGHEST - 1 else y + 20
    return Dot(f"{x:.1f}", f"{y:.1f}", f"{label_y:.1f}", score)


def _y(score: int) -> float:
    return round(HEIGHT - EDGE - score * (HEIGHT - 2 * EDGE) / HIGHEST, 1)


def _told(scores: list[int]) -> str:
    return _("Fra %(first)s til %(last)s. Lavest %(low)s, højest %(high)s.") % {
        "first": scores[0], "last": scores[-1], "low": min(scores), "high": max(scores),
    }  # fmt: skip
