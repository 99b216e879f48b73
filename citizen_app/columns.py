"""Columns over time, each in parts that stand on each other: a path for every part. Numbers are SVG units."""

from collections.abc import Sequence

from citizen_app.curves import EDGE, HEIGHT, WIDTH, x_of

BOX = f"0 {EDGE - 4} {WIDTH} {HEIGHT - 2 * EDGE + 8}"
FOOT = f"M0 {HEIGHT - EDGE}H{WIDTH}"


def stacked(columns: Sequence[Sequence[int]], full: Sequence[int]) -> tuple[str, ...]:
    """One path for each part, the lowest first. `full`: of each column, what would reach the top; above nought."""
    paths = [""] * (len(columns[0]) if columns else 0)
    for at, column in enumerate(columns):
        below = 0
        for part, count in enumerate(column):
            if count:
                low, high = level(below, full[at]), level(below + count, full[at])
                paths[part] += f"M{x_of(at, len(columns)):.1f} {low}V{high}"
            below += count
    return tuple(paths)


def level(count: int, full: int) -> float:
    """How far down from the top of the picture so many stand."""
    return round(HEIGHT - EDGE - count * (HEIGHT - 2 * EDGE) / full, 1)
