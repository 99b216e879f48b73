"""The consultant's home as they walk it: by keyboard, live, without taking focus or scroll, and without scripts."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.phone.keyboard import walk_to
from tests.phone.table import settle, tell
from tests.phone.test_desk_by_keyboard import MARK_ALL, MISSING, rings
from tests.server import Server

HOME = "/desk/"


def home_of(windows: Windows, server: Server, **options: Any) -> Page:
    page = windows.open_as("consultant", server, at=HOME, **options)
    settle(page)
    return page


def writes(citizen: Page, message_id: str, words: str) -> None:
    tell(citizen, "write_message", message_id=message_id, words=words)


def some_other(windows: Windows, server: Server, home: Page) -> tuple[Page, str]:
    """Somebody on the list for whom all goes its way, and the place where they stand there."""
    row = home.locator("section:has(#home-quiet) .home__row").last
    name = row.locator("h3 a").evaluate("one => one.firstChild.textContent")
    told = windows.open(base_url=server.url)
    told.goto("/demo/")
    number = told.locator("form", has_text=name).locator("[name=person]").first
    person = number.get_attribute("value") or ""
    return windows.open_as(person, server), str(row.get_attribute("id"))


def test_a_message_moves_its_citizen_up_and_takes_neither_focus_nor_scroll(
    windows: Windows, demo_server: Server
) -> None:
    home = home_of(windows, demo_server, viewport={"width": 1000, "height": 500})
    citizen, row = some_other(windows, demo_server, home)
    held = home.locator("#note-line")
    held.focus()
    home.keyboard.type("Ring ti")
    before = home.evaluate("scrollY")
    assert before > 0
    writes(citizen, "00000000-0000-4000-8000-00000000aa01", "Kan du ringe?")
    reason = home.locator(f"section:has(#home-waits) #{row} .home__why", has_text="Har skrevet til dig i dag")
    expect(reason).to_be_visible()
    expect(held).to_be_focused()
    expect(held).to_have_value("Ring ti")
    assert abs(home.evaluate("scrollY") - before) < 400, "the page may grow, and no more"
    reason.click()
    home.wait_for_url("**/conversation/")
    expect(home.get_by_text("Kan du ringe?")).to_be_visible()


def test_whoever_has_the_focus_on_the_list_keeps_it(windows: Windows, demo_server: Server) -> None:
    home = home_of(windows, demo_server)
    citizen, row = some_other(windows, demo_server, home)
    link = home.locator(f"#{row} h3 a")
    link.focus()
    writes(citizen, "00000000-0000-4000-8000-00000000aa02", "Er du der?")
    expect(home.locator(f"section:has(#home-waits) #{row}")).to_be_visible()
    expect(link).to_be_focused()


def test_a_line_is_written_down_by_keyboard_alone(windows: Windows, demo_server: Server) -> None:
    home = home_of(windows, demo_server)
    chosen = home.locator("#note-for")
    walk_to(home, chosen)
    home.keyboard.type("Lars")
    home.keyboard.press("Tab")
    home.keyboard.type("Send cv til havnen om 3 dage")
    home.keyboard.press("Enter")
    home.wait_for_url("**/desk/?noted=*")
    settle(home)
    expect(home.get_by_role("status").filter(has_text="Det står på tavlen hos Lars")).to_be_visible()
    home.get_by_role("link", name="Se tavlen").press("Enter")
    home.wait_for_url("**/plans/*/")
    expect(home.locator(".card", has_text="Send cv til havnen")).to_be_visible()


def test_the_search_opens_in_the_plan_that_was_chosen(windows: Windows, demo_server: Server) -> None:
    home = windows.open_as("consultant", demo_server, at=HOME, java_script_enabled=False)
    home.locator("#search-for").select_option(label="Mikkel Bækdal")
    home.locator("#search").fill("Alma")
    home.locator("#search").press("Enter")
    home.wait_for_url("**/search/")
    expect(home.locator(".found mark").first).to_have_text("Alma")


def test_every_reason_leads_somewhere(windows: Windows, demo_server: Server) -> None:
    home = home_of(windows, demo_server)
    for place in {one.get_attribute("href") for one in home.locator(".home__why, .home__thing").all()}:
        assert home.request.get(f"{demo_server.url}{place}").status == 200, place


def test_whatever_has_the_focus_at_home_has_a_ring(windows: Windows, demo_server: Server) -> None:
    home = home_of(windows, demo_server)
    home.evaluate(MARK_ALL)
    assert not list(rings(home))
    assert not home.evaluate(MISSING)
