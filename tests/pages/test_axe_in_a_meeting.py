"""A whole meeting, from its plan to how it was: nothing that axe can find for anybody at any stage, light or dark."""

from typing import Any
from uuid import uuid4

from playwright.sync_api import Page, expect

from tests import axe
from tests.browsing import DESK, PHONE, WALL, Windows
from tests.pages.looked_at import IN_A_MEETING, name_of
from tests.pages.test_axe import NARROWEST, UNFOLDED
from tests.phone.hands import SOON
from tests.phone.table import plan_of, tell
from tests.server import Server

TALL = 5000  # so that nothing lies under what is fixed at the foot of a screen
AT_STAGE: dict[str, tuple[str, dict[str, Any]]] = {  # what is said there, so that there is something to look at
    "strengths": ("suggest_strength", {"strength_id": str(uuid4()), "words": "Holder hovedet koldt"}),
    "hard": ("add_challenge", {"challenge_id": str(uuid4()), "words": "Søvnen", "in_room": True}),
    "who_when": ("note_step", {"step_id": str(uuid4()), "line": "Besøg værkstedet"}),
    "agreed": ("note_step", {"step_id": str(uuid4()), "line": "Ring til skolen @mig i morgen"}),
    "take_home": ("say_word", {"words": "Mod"}),
}

THEMES: dict[Any, Any] = {"light": axe.LEVELS, "dark": axe.COLOURS}
WIDTHS = {"citizen": PHONE["width"], "supporter": PHONE["width"], "consultant": DESK["width"]}
SEEN: set[str] = set()  # the names of the pages that were looked at
SETTLED = """() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  .then(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))"""


def test_nothing_is_wrong_for_anybody_at_any_stage(windows: Windows, demo_server: Server) -> None:
    pages = {
        who: windows.open_as(who, demo_server, viewport={"width": width, "height": TALL}, reduced_motion="reduce")
        for who, width in WIDTHS.items()
    }
    phone = pages["citizen"]
    plan, meeting = f"/plans/{plan_of(phone)}/", {"meeting_id": str(uuid4())}
    there = f"{plan}meetings/{meeting['meeting_id']}/"
    kind = {"meeting_kind": "network_meeting", "purpose": "Hvad nu?", "place": "Biblioteket"}
    tell(phone, "plan_meeting", **meeting, **kind, starts_at=SOON)
    phone.goto(there)
    phone.get_by_text("Bed flere med").click()
    phone.get_by_role("button", name="Bed Sanne med").click()
    expect(phone.get_by_role("button", name="Ikke med")).to_be_visible()
    for page in pages.values():
        look(page, there)
    for path in ("meetings/", "meetings/new/", "room/"):
        look(pages["consultant"] if path == "meetings/" else phone, plan + path)
    wall = windows.open_as("consultant", demo_server, viewport=WALL)
    tell(phone, "start_meeting", **meeting)
    wall.goto(f"{plan}screen/")
    for page in pages.values():
        page.goto(there)
    for item in items_of(phone):
        tell(phone, "go_to_item", **meeting, item_id=item)
        phone.reload()
        stage = phone.locator("#stage").get_attribute("data-stage") or ""
        if stage in AT_STAGE:
            said, fields = AT_STAGE[stage]
            tell(phone, said, **fields, **(meeting if said == "say_word" else {}))
        for page in pages.values():
            page.goto(there)  # with what was said there, and nothing that comes while axe looks
            expect(page.locator(f"#stage[data-stage={stage}]")).to_be_attached()
            look(page)
        expect(wall.locator(f"#wall-meeting[data-stage={stage}]")).to_be_attached()
        look(wall)
    tell(phone, "end_meeting", **meeting)
    for page in pages.values():
        look(page, there)
    assert SEEN == IN_A_MEETING


def items_of(phone: Page) -> list[str]:
    """Every item of the agenda that can be gone to from the first."""
    found = phone.locator(".agenda__item [name=item_id]")
    return [found.nth(place).get_attribute("value") or "" for place in range(found.count())]


def look(page: Page, path: str = "") -> None:
    """Unfolded: all rules in light, the colours in dark too, and on a phone nothing is scrolled sideways."""
    if path:
        page.goto(path)
    SEEN.add(name_of(page.url))
    page.evaluate(UNFOLDED)
    for theme, rules in THEMES.items():
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.evaluate(SETTLED)
        assert not axe.violations(page, rules), (page.url, theme)
    size = page.viewport_size
    if size and size["width"] == PHONE["width"]:
        page.set_viewport_size({"width": NARROWEST["width"], "height": TALL})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
        page.set_viewport_size(size)
