"""The wall has no scrolling: as much as is allowed in every stage stands there, or is said to be more."""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route

from parts.places import ROOT
from tests.access.open_meeting import STAGES, come_to
from tests.browsing import WALL, Windows
from tests.pages.fullest_wall import (
    AGREEMENTS,
    DONE,
    FULLEST,
    HARD,
    ORDINARY,
    SMALL_STEPS,
    STRENGTHS,
    Fill,
    FullWall,
)
from tests.pages.test_wall_fits import SMALL

pytestmark = pytest.mark.django_db
SIZES = ((1280, 720), (1920, 1080))  # the larger one last: letters are measured on it
TEXTS = """() => [...document.querySelectorAll('main *')].filter(thing => !thing.closest('.hush, .wall__back')
  && [...thing.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()) && thing.checkVisibility())"""
BEYOND = f"""() => ({TEXTS})().filter(thing => {{
  const place = thing.getBoundingClientRect();
  return place.bottom > innerHeight + 1 || place.right > innerWidth + 1; }}).map(thing => thing.textContent)"""
CUT = f"""() => ({TEXTS})().filter(thing => !thing.closest('.wall__columns')
  && (thing.scrollHeight > thing.clientHeight * 1.25
    || getComputedStyle(thing).overflow === 'hidden' && thing.scrollWidth > thing.clientWidth + 1))
  .map(thing => thing.parentElement.id || thing.textContent)"""
HALF = """() => [...document.querySelectorAll('.wall__columns .wall-card')].filter(card => {
  const [place, room] = [card, card.parentElement].map(thing => thing.getBoundingClientRect());
  return card.checkVisibility({ visibilityProperty: true })
    && (place.bottom > room.bottom + 1 || place.left > room.right);
}).map(card => card.textContent)"""
COLUMN = """() => [...document.querySelectorAll('.wall__column')].map(column =>
  [...column.querySelectorAll('.wall-card')]
    .filter(card => card.checkVisibility({ visibilityProperty: true })).length)"""
TALL = "document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth"
THINGS = ".wall__rise > li, .wall__can > li, .wall__hard > li, .wall__new > li, .wall__voices > li, .wall__words > li"
ALL = {
    "since_last": DONE + SMALL_STEPS, "strengths": STRENGTHS, "hard": HARD, "who_when": AGREEMENTS, "agreed": AGREEMENTS
}  # fmt: skip


class Screen:
    """A window that is given what Django answered, with the true style and fonts."""

    def __init__(self, windows: Windows) -> None:
        options: dict[str, Any] = {"java_script_enabled": False, "reduced_motion": "reduce"}
        self.page = windows.open(viewport=WALL, base_url="http://tavlen.test", **options)
        self.page.route("**/*", self._give)
        self.html = ""

    def shows(self, html: str) -> Page:
        self.html = html
        self.page.goto("/")
        return self.page

    def _give(self, route: Route) -> None:
        path = re.sub(r"\.[0-9a-f]{12}\.", ".", urlsplit(route.request.url).path)  # the name without its digest
        if path.startswith("/static/"):
            route.fulfill(path=ROOT / path.lstrip("/"))
        else:
            route.fulfill(content_type="text/html; charset=utf-8", body=self.html)


@pytest.mark.parametrize("is_lit", [False, True], ids=["", "lit"])
@pytest.mark.parametrize("fill", [ORDINARY, FULLEST], ids=["ordinary", "fullest"])
def test_every_stage_fits_and_what_is_left_out_is_counted(windows: Windows, fill: Fill, is_lit: bool) -> None:
    there, screen = FullWall(fill), Screen(windows)
    for stage in STAGES:
        come_to(there.cast, there.meeting_id, stage)
        there.light(there.lit if is_lit else None)
        wall = screen.shows(there.html())
        assert wall.evaluate(SMALL) == [], stage
        for width, height in SIZES:
            wall.set_viewport_size({"width": width, "height": height})
            assert not wall.evaluate(TALL), (stage, width)
            assert wall.evaluate(BEYOND) == [], (stage, width)
            assert wall.evaluate(HALF) == [], (stage, width)
            cut = set(wall.evaluate(CUT))
            assert cut <= ({"life-goal"} if fill is FULLEST else set()), (stage, width)
        assert wall.locator(f'.wall__meeting [data-step-id="{there.lit}"]').count() <= 1, stage
        shown = wall.locator(THINGS).count() + _more(wall)
        everybody = len(there.guests) + 2
        above = is_lit and stage in ("who_when", "agreed")
        assert shown == {**ALL, "take_home": everybody}.get(stage, 0) - above, stage
        assert wall.locator(".wall__columns").is_visible() is (stage == "other"), stage
        if stage == "other":
            assert max(wall.evaluate(COLUMN)) == (2 if is_lit else 3)


def _more(wall: Page) -> int:
    """What it says that there is more of."""
    said = wall.locator(".wall__rest")
    return int(re.findall(r"\d+", said.inner_text())[0]) if said.count() else 0
