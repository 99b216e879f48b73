"""Times of taking part, drawn: every part where a ruler puts it, small, and told in words."""

from datetime import date
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from backend.plans.reads.communities import MONTHS, CommunityView, TakenPart
from citizen_app.community_curves import CommunityCurve, curves_of

A_MONTH = st.tuples(st.integers(0, 40), st.integers(0, 40))


def drawn(*months: tuple[int, int]) -> CommunityCurve:
    """With these months, the last of them December 2026."""
    first = 12 * 2026 + 12 - len(months)
    told = tuple(TakenPart(date((first + n) // 12, (first + n) % 12 + 1, 1), *one) for n, one in enumerate(months))
    (curve,) = curves_of([CommunityView(uuid4(), "FC Nord", None, is_there=True, is_kept=False, months=told)])
    return curve


def test_three_months_are_drawn_where_they_are_drawn_by_hand() -> None:
    curve = drawn((0, 2), (1, 1), (4, 0))
    assert curve.alone == "M160.0 76.0V62.0M300.0 76.0V20.0"
    assert curve.accompanied == "M20.0 76.0V48.0M160.0 62.0V48.0"
    assert curve.told == "Med 8 gange siden oktober 2026: 5 alene, 3 sammen med nogen."
    assert [(row.month, row.alone, row.accompanied) for row in curve.rows] == [
        ("december 2026", 4, 0), ("november 2026", 1, 1), ("oktober 2026", 0, 2),
    ]  # fmt: skip


def test_alone_or_accompanied_only_is_said_so_and_nothing_is_not_drawn() -> None:
    assert drawn((1, 0)).told == "Med 1 gang siden december 2026, alene."
    assert drawn((0, 2)).told == "Med 2 gange siden december 2026, sammen med nogen."
    assert (drawn().told, drawn().alone) == ("", "")


@settings(deadline=None, max_examples=60)
@given(st.lists(A_MONTH, min_size=1, max_size=MONTHS).filter(lambda months: sum(months[0]) > 0))
def test_every_part_stands_where_a_ruler_puts_it(months: list[tuple[int, int]]) -> None:
    curve = drawn(*months)
    most, apart = max(sum(one) for one in months), 280 / max(1, len(months) - 1)
    by_hand: list[list[tuple[float, ...]]] = [
        [(20 + at * apart, 76, 76 - 56 * one[0] / most) for at, one in enumerate(months) if one[0]],
        [
            (20 + at * apart, 76 - 56 * one[0] / most, 76 - 56 * sum(one) / most)
            for at, one in enumerate(months)
            if one[1]
        ],
    ]
    for path, places in zip((curve.alone, curve.accompanied), by_hand, strict=True):
        strokes = [one.replace("V", " ").split() for one in path.split("M")[1:]]
        assert len(strokes) == len(places)
        for stroke, place in zip(strokes, places, strict=True):
            assert all(abs(float(one) - other) <= 0.051 for one, other in zip(stroke, place, strict=True))
    assert len(curve.alone) + len(curve.accompanied) < 5000
