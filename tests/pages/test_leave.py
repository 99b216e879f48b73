"""Hurtig ud in a real browser: the plan is off the screen, the session is over, and "back" brings nothing back."""

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.server import Server

HARMLESS = "https://www.dmi.dk/"


@pytest.fixture(params=["with scripts", "without scripts"])
def phone(request: pytest.FixtureRequest, windows: Windows, demo_server: Server) -> Page:
    """The citizen's phone, with a weather service in place of the world."""
    page = windows.open_as("citizen", demo_server, java_script_enabled=request.param == "with scripts")
    page.context.route(f"{HARMLESS}**", lambda route: route.fulfill(body="Sol", content_type="text/html"))
    return page


def test_one_tap_leaves_for_somewhere_harmless_and_ends_the_session(phone: Page) -> None:
    inside = phone.url
    phone.get_by_role("button", name="Hurtig ud").click()
    phone.wait_for_url(HARMLESS)
    assert phone.text_content("body") == "Sol"
    assert "/sign-in/" in phone.request.get(inside).url


def test_back_does_not_bring_the_plan_back(phone: Page) -> None:
    phone.get_by_role("button", name="Hurtig ud").click()
    phone.wait_for_url(HARMLESS)
    phone.go_back()
    assert "Mikkel" not in phone.content()


def test_it_stays_in_reach_however_far_down_one_reads(phone: Page) -> None:
    phone.set_viewport_size({"width": 360, "height": 500})
    out = phone.get_by_role("button", name="Hurtig ud")
    for name in ("Beskeder", "Tavlen"):
        phone.get_by_role("link", name=name).first.click()
        phone.get_by_role("link", name="Tilgængelighed").scroll_into_view_if_needed()
        phone.keyboard.press("End")
        expect(out).to_be_in_viewport(ratio=1)


def test_it_is_in_front_of_an_open_sheet_and_enter_does_not_press_it(windows: Windows, demo_server: Server) -> None:
    desk = windows.open_as("consultant", demo_server)
    desk.locator(".card a[data-sheet]").first.click()
    sheet = desk.locator("dialog#sheet")
    expect(sheet.get_by_role("button", name="Luk")).to_be_focused()
    expect(sheet.get_by_role("button", name="Hurtig ud")).to_be_in_viewport(ratio=1)
    desk.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(desk.locator(".top").get_by_role("button", name="Hurtig ud")).to_be_in_viewport(ratio=1)
