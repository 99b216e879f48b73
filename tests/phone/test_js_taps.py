"""A finger that trembles taps twice: what the first tap brought under it is not pressed."""

from playwright.sync_api import Locator, Page, expect

from tests.browsing import Windows
from tests.phone.table import lay_out, number_of, open_step, settle
from tests.server import Server

BETWEEN_TAPS_MS = 200


def tap_twice(page: Page, what: Locator) -> None:
    """On the same spot of the glass, whatever has come there meanwhile."""
    what.scroll_into_view_if_needed()
    box = what.bounding_box()
    assert box
    spot = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.click(*spot)
    page.wait_for_timeout(BETWEEN_TAPS_MS)
    page.mouse.click(*spot)


def test_klaret_said_twice_is_klaret_and_nothing_more(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    settle(phone)
    before = number_of(phone)
    tap_twice(phone, phone.locator(".next").get_by_role("button", name="Klaret"))
    expect(phone.locator(".cheer .carried")).to_be_visible()
    expect(phone.locator("#plan")).to_have_attribute("data-seq", str(before + 1))
    phone.locator(".cheer").get_by_role("button", name="Vi gjorde det sammen").press("Enter")
    expect(phone.locator(".cheer .carried")).to_have_count(0)


def test_sharing_twice_does_not_stop_it_and_the_button_says_so(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    open_step(phone, lay_out(phone, "Gå til bageren"))
    phone.locator("summary", has_text="Hvem kan se det").click()
    tap_twice(phone, phone.get_by_role("button", name="Del med").first)
    expect(phone.get_by_role("button", name="Stop med at dele")).to_have_count(1)
