"""The network map as a drawing: where each person stands, and which names there is room for. Numbers are SVG units."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, dist, radians, sin
from typing import Any
from uuid import UUID

from backend.plans.commands.network import PLACES
from backend.plans.reads.network_map import Month, NetworkPerson
from citizen_app.words import NEARS, RELATIONS

WIDTH, HEIGHT = 360, 456
CX, CY, RX, RY = 180, 234, 164, 202
BANDS = (0.32, 0.54, 0.75, 0.93)  # how far out those stand who are this near, of the whole radius
EDGES = (0.43, 0.645, 0.84, 1.0)
SECTOR, SPREAD = 72, 62  # degrees of a relation's part, and of it where people stand
DOT = 16
ARROW, HEAD = 16, 5  # how long an arrow is, and its head
LETTER, LINE, LONGEST = 6.7, 14, 12  # of a name: width, height, and how much of it is written
# In the corners that the circle leaves: (x, y, anchor), a line a word where it must be.
_CORNERS = {
    "family": (CX, 18, "middle"),
    "friends": (WIDTH - 2, 42, "end"),
    "work": (WIDTH - 2, HEIGHT - 22, "end"),
    "professional": (2, HEIGHT - 22, "start"),
    "kin": (2, 42, "start"),
}
_ORDER = tuple(_CORNERS)
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Dot:
    """A person on the map. `label` is empty where no room is left; the list has every name in full.

    `arrow`: the `d` of a path, seen from the dot; empty unless they came nearer lately, or where there is no room.
    """

    who: NetworkPerson
    x: float
    y: float
    sector: int
    label: str
    label_x: float
    label_y: float
    arrow: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One month of the figure."""

    month: Month
    x: float
    y: float
    width: float
    height: float
    middle: float


def drawing(people: Sequence[NetworkPerson]) -> dict[str, Any]:
    """All that the map's template needs."""
    dots = _dots(people)
    rings = [(word, round(RX * edge, 1), round(RY * edge, 1), round(CY + RY * edge, 1)) for edge, word in _rings()]
    return {
        "dots": dots,
        "has_arrows": any(dot.arrow for dot in dots),
        "rings": rings[::-1],
        "lines": [_at(36 + SECTOR * number, 0.13) + _at(36 + SECTOR * number, 1) for number in range(len(_ORDER))],
        "corners": [(RELATIONS[relation], *_CORNERS[relation]) for relation in _ORDER],
        "size": (WIDTH, HEIGHT), "centre": (CX, CY), "radius": (RX, RY), "bands": BANDS, "spread": SPREAD,
    }  # fmt: skip


def _rings() -> Iterable[tuple[float, Any]]:
    return zip(EDGES, NEARS.values(), strict=True)


def _at(angle: float, out: float) -> tuple[float, float]:
    """A point at this angle clockwise from the top, this far out of the whole."""
    turn = radians(angle)
    return round(CX + RX * out * sin(turn), 1), round(CY - RY * out * cos(turn), 1)


def _dots(people: Sequence[NetworkPerson]) -> list[Dot]:
    places = [(one, *_place(one)) for one in people]
    taken: list[Box] = [(x - DOT, y - DOT, x + DOT, y + DOT) for _one, x, y in places]
    taken += [(CX - 32, CY + RY * edge - 8, CX + 32, CY + RY * edge + 6) for edge in EDGES]
    arrows = _arrows(places, taken)
    taken.append((CX - 24, CY - 24, CX + 24, CY + 24))
    taken += [_written(str(RELATIONS[relation]), *_CORNERS[relation]) for relation in _ORDER]
    dots = []
    for one, x, y in places:
        name = _short(one.name)
        found = next((spot for spot in _spots(name, x, y) if not _meets(spot, taken)), None)
        if found:
            taken.append(found)
        middle, low = ((found[0] + found[2]) / 2, found[3] - 3) if found else (x, y)
        at = _ORDER.index(one.relation)
        label = name if found else ""
        arrow = arrows.get(one.id, "")
        dots.append(Dot(one, x, y, at, label, round(middle - x, 1), round(low - y, 1), arrow))
    return dots


def _written(word: str, x: float, y: float, anchor: str) -> Box:
    """Where a word of the map itself stands."""
    wide = len(word) * LETTER
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
    return left, y - 11, left + wide, y + 3


def _angle(one: NetworkPerson) -> float:
    return _ORDER.index(one.relation) * SECTOR + (one.place / (PLACES - 1) - 0.5) * SPREAD


def _place(one: NetworkPerson) -> tuple[float, float]:
    return _at(_angle(one), BANDS[one.near - 1])


def _arrows(places: Sequence[tuple[NetworkPerson, float, float]], taken: list[Box]) -> dict[UUID, str]:
    """Beside each who came nearer: a small arrow from where they stood; none where somebody else stands."""
    found = {}
    for one, x, y in places:
        if one.came_from is None:
            continue
        was_x, was_y = _at(_angle(one), BANDS[one.came_from - 1])
        far = dist((was_x, was_y), (x, y))
        right, down = (was_x - x) / far, (was_y - y) / far
        tip, end = [(right * out, down * out) for out in (DOT + 3, DOT + 3 + ARROW)]
        seen = [(x + right_of, y + under) for right_of, under in (tip, end)]
        others = [(there[1], there[2]) for there in places if there[0] is not one]
        if all(dist(point, other) > DOT + 2 for point in seen for other in others):
            taken.append(_round(*seen))
            sides = [(right + turn * down, down - turn * right) for turn in (-0.8, 0.8)]
            (a, b), (c, d) = [(tip[0] + HEAD * across, tip[1] + HEAD * along) for across, along in sides]
            found[one.id] = _path(end, tip) + _path((a, b), tip, (c, d))
    return found


def _round(*points: tuple[float, float]) -> Box:
    across, along = zip(*points, strict=True)
    return min(across) - 2, min(along) - 2, max(across) + 2, max(along) + 2


def _path(*points: tuple[float, float]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _short(name: str) -> str:
    """As many words of the name as there is room for; of a long first one not all."""
    short = ""
    for word in name.split():
        if len(f"{short} {word}".strip()) > LONGEST:
            break
        short = f"{short} {word}".strip()
    return short or f"{name[: LONGEST - 1]}…"


def _spots(name: str, x: float, y: float) -> Iterable[Box]:
    """Where a name could stand: under its dot, over it, beside it; never outside the picture."""
    half = len(name) * LETTER / 2
    for middle, top in (
        (x, y + DOT + 1),
        (x, y - DOT - LINE - 1),
        (x + DOT + half + 3, y - 7),
        (x - DOT - half - 3, y - 7),
    ):
        inside = min(max(middle, half + 1), WIDTH - half - 1)
        yield inside - half, top, inside + half, top + LINE


def _meets(box: Box, others: Iterable[Box]) -> bool:
    return any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in others)


BAR_WIDE, BAR_HIGH, BAR_TOP = 360, 96, 18


def bars(figure: Sequence[Month]) -> list[Bar]:
    """The figure as columns, the highest of full height."""
    most = max((month.people for month in figure), default=0) or 1
    step = BAR_WIDE / max(len(figure), 1)
    found = []
    for number, month in enumerate(figure):
        high = round(BAR_HIGH * month.people / most, 1)
        middle = round(step * (number + 0.5), 1)
        wide = round(min(step * 0.64, 40), 1)
        found.append(Bar(month, middle - wide / 2, BAR_TOP + BAR_HIGH - high, wide, high, middle))
    return found
