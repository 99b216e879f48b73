"""The citizen's pages on a small phone with letters twice as large, and from right to left: all within the screen."""

from uuid import uuid4

import pytest
from playwright.sync_api import Page

from tests.browsing import Windows
from tests.pages.looked_at import FIRST_GOAL, FIRST_STEP
from tests.pages.test_axe import go
from tests.phone.hands import SOON
from tests.phone.table import plan_of, tell
from tests.server import Server

SMALL_PHONE = {"width": 360, "height": 740}
CORE = [
    "today/", "", "?view=board", FIRST_STEP, FIRST_GOAL, "steps/new/", "goals/new/", "conversation/", "network/",
    "meetings/", "meetings/new/", "/calendar/", "me/", "/devices/", "/push/", "who/", "who/day/", "consents/",
    "screen/", "invitations/", "invitations/new/", "life-goal/", "strengths/", "visits/", "search/", "reminders/",
    "takeover/", "progress/", "progress/over-time/", "progress/areas/", "communities/", "offers/", "course/",
    "about-me/", "check-ins/", "measurements/", "measurements/eleven/answer/",
]  # fmt: skip
LARGE = "document.documentElement.style.fontSize = '200%'"
TURNED = "document.documentElement.dir = 'rtl'"
SCROLLED = "document.documentElement.scrollWidth > innerWidth"
# What is pressed or written in lies within the screen, or within a box of its own that is scrolled by keyboard, too.
OUT_OF_SIGHT = """[...document.querySelectorAll("main :is(a, button, input, select, textarea, summary, h1, h2, h3, p)")]
  .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && !one.closest(".hush, [popover], dialog, .curves__table, [hidden]"))
  .filter((one) => {
    const at = one.getBoundingClientRect();
    return at.width > 2 && (at.left < -1 || at.right > innerWidth + 1);
  })
  .map((one) => one.outerHTML.slice(0, 120))"""
BESIDE_ITS_SHEET = """[...document.querySelectorAll(".sheet button")].filter((one) => one.checkVisibility()
  && (one.getBoundingClientRect().right > one.closest(".sheet").getBoundingClientRect().right
    || one.getBoundingClientRect().left < one.closest(".sheet").getBoundingClientRect().left))
  .map((one) => one.innerText)"""


@pytest.mark.parametrize("change", [LARGE, TURNED, LARGE + ";" + TURNED], ids=["large", "turned", "both"])
def test_nothing_is_scrolled_sideways(windows: Windows, demo_server: Server, change: str) -> None:
    page = windows.open_as("citizen", demo_server, viewport=SMALL_PHONE, reduced_motion="reduce")
    plan, wrong = plan_of(page), {}
    for path in [*CORE, _a_meeting(page), _seen_by_another(page)]:
        go(page, path, plan=plan)
        page.evaluate(change)
        beside = page.evaluate(OUT_OF_SIGHT) + page.evaluate(BESIDE_ITS_SHEET)
        if page.evaluate(SCROLLED) or beside:
            wrong[path] = (page.evaluate("document.documentElement.scrollWidth"), beside[:4])
    assert not wrong, wrong


def _a_meeting(page: Page) -> str:
    about = {"meeting_kind": "network_meeting", "starts_at": SOON, "purpose": "Hvad nu?", "place": "Biblioteket"}
    meeting = str(uuid4())
    tell(page, "plan_meeting", meeting_id=meeting, **about)
    return f"meetings/{meeting}/"


def _seen_by_another(page: Page) -> str:
    go(page, "network/")
    return str(page.locator("a[href*='/as/']").first.get_attribute("href"))
