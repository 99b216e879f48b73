"""No violation that axe can find, in light and dark, on a phone and at a desk; nothing to be scrolled sideways."""

from typing import Literal

import pytest
from playwright.sync_api import Page

from tests import axe
from tests.browsing import DESK, PHONE, Windows
from tests.server import Server

NARROWEST = {"width": 320, "height": 640}
FIRST_STEP = "the first step"
PAGES = {
    "citizen": ["today/", "", "?view=board", "steps/new/", FIRST_STEP],
    "consultant": ["", FIRST_STEP],
    "supporter": ["", "steps/new/"],
}
everybody = pytest.mark.parametrize("role", PAGES)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@everybody
def test_axe_finds_nothing(
    windows: Windows, demo_server: Server, role: str, size: dict[str, int], theme: Literal["light", "dark"]
) -> None:
    page = windows.open_as(role, demo_server, viewport=size, color_scheme=theme)
    for path in PAGES[role]:
        go(page, path)
        assert not axe.violations(page), path


@everybody
def test_nothing_is_scrolled_sideways_on_the_narrowest_phone(windows: Windows, demo_server: Server, role: str) -> None:
    page = windows.open_as(role, demo_server, viewport=NARROWEST)
    for path in PAGES[role]:
        go(page, path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def go(page: Page, path: str) -> None:
    """To a page of the plan that this person has before them, with everything unfolded."""
    plan = page.locator("#plan").get_attribute("data-plan-id")
    page.goto(f"/plans/{plan}/{'' if path == FIRST_STEP else path}")
    if path == FIRST_STEP:
        page.goto(page.locator(".card h3 a").first.get_attribute("href") or "")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => fold.open = true)")
