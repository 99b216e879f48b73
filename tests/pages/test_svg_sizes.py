"""Every drawing over time at its largest: the whole SVG, title and description with it, within 6 kB."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.template.loader import render_to_string

from backend.plans.commands import texts
from backend.plans.reads import carried, communities, network_map, progress_areas, ratings
from backend.plans.reads.measured import LineView, PointView
from citizen_app import carried_curve, community_curves, measured_curves, progress_curves, rating_curves
from citizen_app.network_map import bars

FIRST = date(2024, 10, 30)
LARGEST = 6000
WIDE = "»Å&"  # letters that take most room in HTML


def months(many: int) -> list[date]:
    return [date(2025 + at // 12, at % 12 + 1, 1) for at in range(many)]


def long(letters: int) -> str:
    return (WIDE * letters)[:letters]


def measured() -> tuple[str, dict[str, Any]]:
    """A goal on its own line, asked about every month, with where one wants to be; more answers than are drawn."""
    points = tuple(PointView(FIRST + timedelta(days=31 * at), at % 2 * 10, 10, "", at) for at in range(40))
    line = LineView(str(uuid4()), True, long(texts.TITLE), "", "", "", "citizen", True, points)
    return "measurements/_curves.html", {"curves": measured_curves.curves_of([line])}


def small_steps() -> tuple[str, dict[str, Any]]:
    told = [progress_areas.MonthView(month, 200, 9.9) for month in months(progress_areas.MONTHS)]
    area = progress_areas.AreaOverTime(uuid4(), "", long(texts.LINE), tuple(told))
    return "progress/_lines.html", {"curves": progress_curves.curves_of([area])}


def who_did_the_steps() -> tuple[str, dict[str, Any]]:
    seasons = [date(2023 + at // 4, at % 4 * 3 + 3, 1) for at in range(carried.SEASONS)]
    told = tuple(carried.SeasonView(season, 123, 119, 121) for season in seasons)
    return "progress/_carried.html", {"curve": carried_curve.curve_of(told, long(texts.TITLE))}


def community() -> tuple[str, dict[str, Any]]:
    told = tuple(communities.TakenPart(month, 17 + at, 31) for at, month in enumerate(months(communities.MONTHS)))
    view = communities.CommunityView(uuid4(), long(texts.LINE), None, is_there=True, is_kept=False, months=told)
    (curve,) = community_curves.curves_of([view])
    return "communities/_community.html", {"curve": curve, "one": view}


def meetings() -> tuple[str, dict[str, Any]]:
    told = [ratings.RatingView(uuid4(), FIRST, at % 2 * 10, 10, 0, at % 11, is_shown=True) for at in range(40)]
    return "meeting/_curves.html", {"curves": rating_curves.curves_of(told), "at": "shown"}


def network() -> tuple[str, dict[str, Any]]:
    told = tuple(network_map.Month(month, 99 + at) for at, month in enumerate(months(network_map.MONTHS)))
    return "network/_history.html", {"bars": bars(told), "network": {"figure": told}}


DRAWN = (measured, small_steps, who_did_the_steps, community, meetings, network)


@pytest.mark.parametrize("drawn", DRAWN)
@pytest.mark.parametrize("role", ["citizen", "consultant"])
def test_the_whole_drawing_is_within_six_thousand_bytes(drawn: Any, role: str) -> None:
    template, told = drawn()
    html = render_to_string(template, {"plan_id": 10**6, "role": role, **told})
    pictures = [one[: one.index("</svg>") + 6] for one in html.split("<svg")[1:]]
    sizes = [len(f"<svg{one}".encode()) for one in pictures if 'role="img"' in one]
    assert sizes, "nothing is drawn"
    assert max(sizes) > 1000, "not a large one"
    assert max(sizes) <= LARGEST
