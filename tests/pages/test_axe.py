"""No violation that axe can find, in light and dark, on a phone and at a desk; nothing to be scrolled sideways."""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests import axe, spoken
from tests.browsing import DESK, PHONE, Windows
from tests.pages.looked_at import (
    AT_A_DESK,
    BESIDE,
    FIRST_GOAL,
    FIRST_STEP,
    IN_STORIES,
    PAGES,
    SIGNED_IN_AND_OUT,
    full,
    name_of,
)
from tests.phone.hands import SOON
from tests.phone.table import lay_out, plan_of, tell
from tests.server import Server

NARROWEST = {"width": 320, "height": 640}
THEMES: dict[Any, Any] = {"light": axe.LEVELS, "dark": axe.COLOURS}  # nothing else differs between the two
UNFOLDED = "document.querySelectorAll('details').forEach((fold) => fold.open = true)"
TURNED = """Promise.allSettled(
    document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished)
)"""
SEND = """({to, told}) => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: to });
    for (const [name, value] of Object.entries(told))
        form.append(Object.assign(document.createElement("input"), { name, value }));
    document.body.append(form);
    HTMLFormElement.prototype.submit.call(form);
}"""
Look = Callable[..., None]
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
    page.set_viewport_size({"width": DESK["width"], "height": DESK["height"]})
    for path in AT_A_DESK.get(role, ()):
        go(page, path, plan="1")
        assert not in_both_themes(page), path


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_where_one_is_signed_in_and_out(
    windows: Windows, demo_server: Server, size: dict[str, int]
) -> None:
    windows.open_as("citizen", demo_server)
    page = windows.open_as("citizen", demo_server, viewport=size, reduced_motion="reduce")
    for path in SIGNED_IN_AND_OUT:
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


def in_both_themes(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands, in light and then in dark; and words that are heard as one."""
    found = [f"heard as one: {words}" for words in spoken.run_together(page)]
    for theme, rules in THEMES.items():
        page.emulate_media(color_scheme=theme)
        page.evaluate(TURNED)
        found += [f"{theme}: {wrong}" for wrong in axe.violations(page, rules)]
    return found


def go(page: Page, path: str, *, plan: str = "") -> None:
    """To a page of the plan that this person has before them (or of this one), with everything unfolded."""
    on_plan = FIRST_STEP, FIRST_GOAL
    if path.startswith("/"):
        address = path
    else:
        plan = plan or page.locator("#plan").get_attribute("data-plan-id") or ""
        address = full("" if path in on_plan else path, plan)
    page.goto(address)
    if path in on_plan:
        address = page.locator(".card h3 a" if path == FIRST_STEP else ".goal a").first.get_attribute("href") or ""
        page.goto(address)
    assert name_of(page.url) == name_of(address), f"{address} led on to {page.url}"
    page.evaluate(UNFOLDED)


def test_axe_finds_nothing_where_a_story_leads(windows: Windows, demo_server: Server) -> None:
    seen: set[str] = set()

    def look(page: Page, path: str = "") -> None:
        if path:
            page.goto(path)
        page.evaluate(UNFOLDED)
        assert not in_both_themes(page), page.url
        seen.add(name_of(page.url))

    for story in (comes_in, shows_and_takes_away, looks_at_anothers, helps_with_many):
        story(windows, demo_server, look)
    assert seen == IN_STORIES


def comes_in(windows: Windows, server: Server, look: Look) -> None:
    """A wall, a code to sign in with, and Karim's invitation up to his yes."""
    page = windows.open(base_url=server.url, reduced_motion="reduce")
    look(page, "/wall/")
    page.get_by_role("textbox").fill("Mødelokale 2")
    page.get_by_role("textbox").press("Enter")
    expect(page.locator(".wall-waits__code")).to_be_visible()
    look(page)
    page.goto("/demo/")
    code = re.findall(r"\b[A-Z0-9]{4} [A-Z0-9]{4}\b", page.content())[0]
    page.goto("/sign-in/")
    page.evaluate(UNFOLDED)
    page.locator("#address").fill("nobody@example.dk")
    page.locator("#address").press("Enter")
    page.wait_for_url("**/sign-in/code/**")
    look(page)
    look(page, "/invitation/")
    page.locator("[name=code]").fill(code)
    page.locator("[name=code]").press("Enter")
    page.wait_for_url("**/invitation/answer/")
    look(page)
    page.locator("[name=name]").fill("Karim Holm")
    page.locator("[name=promise]").check()
    page.get_by_role("button", name="Ja, jeg vil gerne være med").press("Enter")
    page.wait_for_url("**/invitation/waiting/")
    look(page)


def shows_and_takes_away(windows: Windows, server: Server, look: Look) -> None:
    """A photo of the conversation, a step that was removed, and words that somebody else wrote meanwhile."""
    page = windows.open_as("citizen", server, reduced_motion="reduce")
    plan = f"/plans/{plan_of(page)}/"
    step = lay_out(page, "Ring til Sanne")
    page.goto(f"{plan}conversation/")
    look(page, page.locator("a[href*='/photos/']").first.get_attribute("href") or "")
    late = {"kind": "reword_step", "step_id": step, "field": "title", "text": "Ring", "was": "Skriv", "after": "1"}
    page.goto(f"{plan}me/")
    page.evaluate(SEND, {"to": f"{plan}changes/", "told": {**late, "next": plan}})
    page.wait_for_url("**/changes/")
    look(page)
    page.goto(f"{plan}me/")
    tell(page, "remove_step", step_id=step)
    look(page, f"{plan}steps/{step}/")


def looks_at_anothers(windows: Windows, server: Server, look: Look) -> None:
    """The citizen as their sister, also in a meeting; a consultant from outside who gives a reason."""
    page = windows.open_as("citizen", server, reduced_motion="reduce")
    plan, meeting = f"/plans/{plan_of(page)}/", str(uuid4())
    page.goto(f"{plan}network/")
    seen_as = page.locator("a[href*='/as/']").first.get_attribute("href") or ""
    about = {"meeting_kind": "network_meeting", "starts_at": SOON, "purpose": "Hvad nu?", "place": "Biblioteket"}
    tell(page, "plan_meeting", meeting_id=meeting, **about)
    tell(page, "ask_to_meeting", meeting_id=meeting, member_id=seen_as.split("/")[-2])
    look(page, seen_as)
    look(page, page.locator(".card h3 a").first.get_attribute("href") or "")
    look(page, f"{seen_as}in/{meeting}/")
    people = page.context.request.get("/demo/").text().partition("<b>Lone")[0]
    colleague = windows.open_as(re.findall(r'name="?person"? value="?(\d+)', people)[-1], server, at="/desk/look/")
    said: dict[str, str | float | bool] = {"name": "Mikkel Bækdal", "reason": "stand_in", "words": "Torben er syg"}
    assert "/look/" in colleague.context.request.post("/desk/look/", form=said).url
    look(colleague, f"{plan}look/")
    look(colleague, colleague.locator(".card h3 a").first.get_attribute("href") or "")


def helps_with_many(windows: Windows, server: Server, look: Look) -> None:
    """Whoever helps with several plans chooses at first."""
    page = windows.open_as("professional", server, reduced_motion="reduce")
    page.goto("/demo/")  # a page that is open on a plan leaves by itself when its person has gone
    people = page.content().partition("Fagpersoner")[2]
    for person in re.findall(r'name="?person"? value="?(\d+)', people):
        entered = page.context.request.post("/demo/enter", form={"person": person}, max_redirects=0)
        if entered.headers["location"] == "/":
            break
    look(page, "/")
