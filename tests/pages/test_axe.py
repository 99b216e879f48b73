"""No violation that axe can find, in light and dark, on a phone and at a desk; nothing to be scrolled sideways."""

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests import axe, spoken
from tests.browsing import DESK, PHONE, Windows
from tests.server import Server

BESIDE_ITS_SHEET = """[...document.querySelectorAll(".sheet button")].filter((one) => one.checkVisibility()
  && one.getBoundingClientRect().right > one.closest(".sheet").getBoundingClientRect().right)
  .map((one) => one.innerText)"""
NARROWEST = {"width": 320, "height": 640}
FIRST_STEP, FIRST_GOAL = "the first step", "the first goal"
PAGES = {
    "citizen": ["today/", "", "?view=board", "steps/new/", "me/", FIRST_STEP],
    "consultant": ["", FIRST_STEP],
    "supporter": ["", "steps/new/"],
}
OFFICE = ["/office/citizens/", "/office/intake/", "/office/setup/", "/office/setup/people/principle/"]
BESIDE = {
    "citizen": [
        "network/",
        "invitations/new/",
        "life-goal/",
        "about-me/",
        "check-ins/",
        "takeover/",
        "course/",
        "who/",
        "who/day/",
        "strengths/",
        "progress/",
        "progress/over-time/",
        "progress/areas/",
        "progress/used/",
        "communities/",
        "offers/",
        "measurements/",
        "measurements/eleven/",
        "measurements/eleven/answer/",
        "measurements/own_goals/answer/",
        "goals/new/",
        FIRST_GOAL,
        "visits/",
        "screen/",
        "consents/",
        "conversation/?week=1",
        "search/",
        "reminders/",
        "/notices/",
        "/offline/",
    ],
    "consultant": [
        "/desk/",
        "course/",
        "course/suggestions/",
        "offers/",
        "conversation/",
        "conversation/later/",
        "consents/",
        "/ready/",
        "/desk/look/",
    ],
    "supporter": ["who/", "strengths/", "progress/", "progress/over-time/", "me/", "today/"],
    "leader": ["/numbers/", "/numbers/looks/", "/accessibility/"],
    "administrator": ["/office/", *OFFICE, "/demo/", "/sign-in/"],
    "screen": ["screen/"],
}
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
TURNED = """Promise.allSettled(
    document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished)
)"""
everybody = pytest.mark.parametrize("role", PAGES)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@everybody
def test_axe_finds_nothing(windows: Windows, demo_server: Server, role: str, size: dict[str, int]) -> None:
    page = windows.open_as(role, demo_server, viewport=size, reduced_motion="reduce")
    for path in PAGES[role]:
        go(page, path)
        assert not in_both_themes(page), path


@pytest.mark.parametrize("role", BESIDE)
def test_axe_finds_nothing_on_the_pages_beside(windows: Windows, demo_server: Server, role: str) -> None:
    page = windows.open_as(role, demo_server, viewport=PHONE, reduced_motion="reduce")
    for path in BESIDE[role]:
        go(page, path)
        assert not in_both_themes(page), path


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_where_one_is_signed_in_and_out(
    windows: Windows, demo_server: Server, size: dict[str, int]
) -> None:
    windows.open_as("citizen", demo_server)
    page = windows.open_as("citizen", demo_server, viewport=size, reduced_motion="reduce")
    for path in ("me/", "/devices/", "/push/"):
        go(page, path)
        assert not in_both_themes(page), path
    go(page, "/devices/")
    page.get_by_role("button", name="Ja, vi er flere om den").click()
    expect(page.locator("html[data-shared]")).to_be_attached()
    assert not in_both_themes(page), "on a shared phone"
    page.locator(".top").get_by_role("button", name="Log ud").click()
    page.wait_for_url("**/sign-in/**")
    assert not in_both_themes(page), "where one signs in"


@everybody
def test_nothing_is_scrolled_sideways_on_the_narrowest_phone(windows: Windows, demo_server: Server, role: str) -> None:
    page = windows.open_as(role, demo_server, viewport=NARROWEST)
    for path in PAGES[role]:
        go(page, path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_letters_twice_as_large_fit_the_citizens_phone(windows: Windows, demo_server: Server) -> None:
    page = windows.open_as("citizen", demo_server, viewport={"width": 360, "height": 740})
    for path in (
        "progress/",
        "progress/over-time/",
        "progress/areas/",
        "communities/",
        "offers/",
        "course/",
        "about-me/",
        "check-ins/",
        "measurements/eleven/answer/",
    ):
        go(page, path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        assert page.evaluate(BESIDE_ITS_SHEET) == [], path


def in_both_themes(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands, in light and then in dark; and words that are heard as one."""
    found = [f"heard as one: {words}" for words in spoken.run_together(page)]
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        page.evaluate(TURNED)
        found += [f"{theme}: {wrong}" for wrong in axe.violations(page)]
    return found


def go(page: Page, path: str) -> None:
    """To a page of the plan that this person has before them, with everything unfolded."""
    if path.startswith("/"):
        page.goto(path)
    else:
        plan = page.locator("#plan").get_attribute("data-plan-id")
        page.goto(f"/plans/{plan}/{'' if path in (FIRST_STEP, FIRST_GOAL) else path}")
    if path in (FIRST_STEP, FIRST_GOAL):
        link = ".card h3 a" if path == FIRST_STEP else ".goal a"
        page.goto(page.locator(link).first.get_attribute("href") or "")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => fold.open = true)")
