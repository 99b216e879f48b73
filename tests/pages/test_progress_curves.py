"""The line of small steps: every point where a ruler puts it, small enough for a poor line, and told in words."""

from datetime import date
from uuid import uuid4

from django.template.loader import render_to_string
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.plans.reads.progress_areas import MONTHS, AreaOverTime, MonthView
from citizen_app.progress_curves import curves_of

A_MONTH = st.tuples(st.integers(0, 200), st.none() | st.integers(0, 100).map(lambda tenths: tenths / 10))


def area(*months: tuple[int, float | None]) -> AreaOverTime:
    """An area with these months, the last of them December 2026."""
    first = 12 * 2026 + 12 - len(months)
    told = (MonthView(date((first + n) // 12, (first + n) % 12 + 1, 1), *one) for n, one in enumerate(months))
    return AreaOverTime(uuid4(), "coping", "Mestring", tuple(told))


def test_three_months_are_drawn_where_they_are_drawn_by_hand() -> None:
    (curve,) = curves_of([area((2, 0.0), (4, None), (1, 10.0))])
    assert curve.line == "M20.0 76.0L300.0 20.0"
    assert curve.bars == "M20.0 124v-14M160.0 124v-28M300.0 124v-7"
    assert curve.box == "0 0 320 128"
    assert curve.told == "7 små skridt siden oktober 2026. Tallet gik fra 0 til 10."
    assert [(row.month, row.steps, row.score) for row in curve.rows] == [
        ("december 2026", 1, "10"), ("november 2026", 4, ""), ("oktober 2026", 2, "0"),
    ]  # fmt: skip


def test_a_number_that_is_the_same_is_said_to_be() -> None:
    (curve,) = curves_of([area((1, 8.0), (1, 3.0), (1, 8.0))])
    assert curve.told == "3 små skridt siden oktober 2026. Tallet er 8 nu, som da det begyndte."


def test_without_figures_there_are_only_bars() -> None:
    (curve,) = curves_of([area((1, None))])
    assert (curve.line, curve.floor, curve.dots, curve.bars) == ("", "", (), "M20.0 124v-28")
    assert curve.box == "0 92 320 36"
    assert curves_of([]) == []


@settings(deadline=None, max_examples=60)
@given(st.lists(A_MONTH, min_size=1, max_size=MONTHS).filter(lambda months: any(steps for steps, _ in months)))
def test_every_point_stands_where_a_ruler_puts_it(months: list[tuple[int, float | None]]) -> None:
    (curve,) = curves_of([area(*months)])
    apart = 280 / max(1, len(months) - 1)
    by_hand = [(20 + at * apart, 76 - score * 5.6) for at, (_, score) in enumerate(months) if score is not None]
    assert len(curve.dots) == len(by_hand)
    for dot, (x, y) in zip(curve.dots, by_hand, strict=True):
        assert abs(float(dot.x) - x) <= 0.051
        assert abs(float(dot.y) - y) <= 0.051
    html = render_to_string("progress/_lines.html", {"curves": [curve]})
    svg = html[html.index("<svg viewBox") : html.index("</svg>", html.index("<svg viewBox"))]
    assert len(svg) < 6000
    assert curve.told in html
