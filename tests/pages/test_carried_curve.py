"""Who carried the steps, drawn: every part where a ruler puts it, small, told in words, and never a mark."""

from datetime import date

from django.template.loader import render_to_string
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.plans.reads.carried import SEASONS, SeasonView
from citizen_app.carried_curve import CarriedCurve, curve_of, season_in_words

COUNT = st.integers(0, 40)
A_SEASON = st.tuples(COUNT, COUNT, COUNT)


def drawn(*seasons: tuple[int, int, int], name: str = "") -> CarriedCurve:
    """With these seasons, the last of them this autumn."""
    firsts = [2026 * 12 + 9 - 3 * n for n in reversed(range(len(seasons)))]
    told = [SeasonView(date((n - 1) // 12, (n - 1) % 12 + 1, 1), *one) for n, one in zip(firsts, seasons, strict=True)]
    curve = curve_of(told, name)
    assert curve
    return curve


def test_three_seasons_are_drawn_where_they_are_drawn_by_hand() -> None:
    curve = drawn((1, 2, 1), (0, 0, 0), (3, 1, 0))
    assert curve.alone == "M20.0 76.0V62.0M300.0 76.0V34.0"
    assert curve.together == "M20.0 62.0V34.0M300.0 34.0V20.0"
    assert curve.others == "M20.0 34.0V20.0"
    assert curve.line == "M20.0 62.0L300.0 34.0"
    assert [(row.season, row.view.steps) for row in curve.rows] == [
        ("efteråret 2026", 4), ("sommeren 2026", 0), ("foråret 2026", 4),
    ]  # fmt: skip


def test_then_and_now_are_told_first() -> None:
    assert drawn((3, 4, 1), (7, 2, 0)).told == "I sommeren 2026 klarede du 3 af 8 skridt selv. Nu er det 7 af 9."
    assert drawn((3, 4, 1), (7, 2, 0), (0, 0, 0), name="Amina").told == (
        "I foråret 2026 klarede Amina 3 af 8 skridt selv. I sommeren 2026 var det 7 af 9."
    )
    assert drawn((0, 1, 0)).told == "I efteråret 2026 klarede du 0 af 1 skridt selv."
    assert season_in_words(date(2024, 12, 1)) == "vinteren 2024-25"
    assert curve_of(()) is None


@settings(deadline=None, max_examples=60)
@given(st.lists(A_SEASON, min_size=1, max_size=SEASONS).filter(lambda seasons: sum(seasons[0]) > 0))
def test_every_part_stands_where_a_ruler_puts_it(seasons: list[tuple[int, int, int]]) -> None:
    curve = drawn(*seasons)
    apart = 280 / max(1, len(seasons) - 1)
    by_hand: list[list[tuple[float, float, float]]] = [[], [], []]
    for at, parts in enumerate(seasons):
        share = [56 * part / max(1, sum(parts)) for part in parts]
        for n, part in enumerate(parts):
            if part:
                by_hand[n].append((20 + at * apart, 76 - sum(share[:n]), 76 - sum(share[: n + 1])))
    for path, places in zip((curve.alone, curve.together, curve.others), by_hand, strict=True):
        strokes = [one.replace("V", " ").split() for one in path.split("M")[1:]]
        assert len(strokes) == len(places)
        for stroke, place in zip(strokes, places, strict=True):
            assert all(abs(float(one) - other) <= 0.051 for one, other in zip(stroke, place, strict=True))
    html = render_to_string("progress/_carried.html", {"curve": curve})
    svg = html[html.index("<svg viewBox") : html.index("</svg>") + 6]
    assert len(svg.encode()) < 6000
    assert "<title" in svg and f"{curve.told}</desc>" in svg
    assert html.count(curve.told) == 2
