"""The line of a measurement: every point where a ruler puts it, by its day, small, and the same told in words."""

from dataclasses import replace
from datetime import date, timedelta

from django.template.loader import render_to_string
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.plans.reads.measured import LineView, MeasuredView, PointView
from citizen_app.measured_curves import MOST, curves_of

FIRST = date(2024, 11, 22)
ANSWERS = st.lists(st.tuples(st.integers(28, 200), st.integers(0, 10)), min_size=2, max_size=MOST)


def line(*answers: tuple[int, int], wanted: int | None = None) -> LineView:
    """So many days after the one before."""
    points, day = [], FIRST
    for later, score in answers:
        day += timedelta(days=later)
        points.append(PointView(day, score, wanted, "", 0))
    return LineView("health", False, "Hvordan har du det?", "Skidt", "Godt", "", "citizen", True, tuple(points))


def drawn(one: LineView) -> str:
    """The SVG alone."""
    told = MeasuredView("eleven", "Sådan går det", "", None, True, (one,), None)
    html = render_to_string(
        "measurements/_measured.html", {"one": told, "curves": curves_of([one]), "plan_id": 1, "role": "citizen"}
    )
    return html[html.index("<svg viewBox") : html.index("</svg>", html.index("<svg viewBox"))]


def test_three_answers_are_drawn_where_they_are_drawn_by_hand() -> None:
    (curve,) = curves_of([line((0, 0), (30, 10), (90, 5), wanted=8)])
    assert curve.path == "M20.0 76.0L90.0 20.0L300.0 48.0"  # after 30 of 120 days: a quarter of the way
    assert curve.wanted == "M20 31.2H300"
    assert [row.point.score for row in curve.rows] == [5, 10, 0]
    assert curve.then and curve.then.point.score == 0
    assert curve.told.endswith("0. Nu: 5.")


def test_one_answer_is_no_line_and_words_alone_are_no_figure() -> None:
    (curve,) = curves_of([line((0, 4))])
    assert (curve.path, curve.then, curve.told, curve.dots) == ("", None, "", ())
    words = LineView("insight", False, "Hvad?", "", "", "Et eksempel", "citizen", True,
                     (PointView(FIRST, None, None, "Jeg tør", 0), PointView(FIRST, None, None, "Gør", 0)))  # fmt: skip
    (curve,) = curves_of([words])
    assert (curve.path, curve.told) == ("", "")
    assert curve.then and (curve.then.point.words, curve.now.point.words) == ("Jeg tør", "Gør")


def test_the_first_figure_and_the_last_are_told_also_between_words_alone() -> None:
    scores = [None, 3, None, 8, None]
    points = tuple(PointView(FIRST + timedelta(days=7 * at), score, None, "", 0) for at, score in enumerate(scores))
    for some, told in (
        (points, "29. november 2024: 3. 13. december 2024: 8."),
        (points[:4], "29. november 2024: 3. Nu: 8."),
        (points[1:], "29. november 2024: 3. 13. december 2024: 8."),
        (points[:3], ""),
    ):
        one = replace(line((0, 0)), points=some)
        (curve,) = curves_of([one])
        assert curve.told.replace("\xa0", " ") == told
        assert not curve.path or f">{curve.told}</desc>" in drawn(one)


@settings(deadline=None, max_examples=60)
@given(ANSWERS, st.none() | st.integers(0, 10))
def test_every_point_stands_where_a_ruler_puts_it(answers: list[tuple[int, int]], wanted: int | None) -> None:
    one = line(*answers, wanted=wanted)
    (curve,) = curves_of([one])
    days = [(point.day - one.points[0].day).days for point in one.points]
    by_hand = [(20 + 280 * day / days[-1], 76 - 5.6 * score) for day, (_, score) in zip(days, answers, strict=True)]
    assert len(curve.dots) == len(by_hand)
    for dot, (x, y) in zip(curve.dots, by_hand, strict=True):
        assert abs(float(dot.x) - x) <= 0.051
        assert abs(float(dot.y) - y) <= 0.051
    svg = drawn(one)
    assert len(svg.encode()) < 6000
    assert "<title" in svg and "<desc" in svg
