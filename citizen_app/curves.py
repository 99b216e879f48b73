"""A line over time, drawn by the server. Numbers are SVG units; scores go from 0 at the floor to 10."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, EDGE = 320, 96, 20
HIGHEST = 10
FLOOR = "".join(f"M{EDGE} {y}H{WIDTH - EDGE}" for y in (float(HEIGHT - EDGE), float(EDGE)))


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure, and where it is written."""

    x: str
    y: str
    label_y: str
    score: float


def x_of(at: int, many: int) -> float:
    """Where the one stands that is number `at` of `many`, counted from nought."""
    return EDGE + at * (WIDTH - 2 * EDGE) / max(1, many - 1)


def y_of(score: float) -> float:
    return round(HEIGHT - EDGE - score * (HEIGHT - 2 * EDGE) / HIGHEST, 1)


def dot(at: int, many: int, score: float) -> Dot:
    y = y_of(score)
    label_y = y - 9 if score < HIGHEST - 1 else y + 20
    return Dot(f"{x_of(at, many):.1f}", f"{y:.1f}", f"{label_y:.1f}", score)


def line_through(dots: Sequence[Dot]) -> str:
    """The path from each to the next; nothing where there are fewer than two."""
    return "M" + "L".join(f"{one.x} {one.y}" for one in dots) if len(dots) > 1 else ""
