"""After the course as its people live it: one tap that it goes badly, and the consultant's open home says so first."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.browsing import DESK, PHONE, Windows
from tests.phone.table import settle
from tests.server import Server


def enter(windows: Windows, server: Server, name: str, **options: Any) -> Page:
    """One of the demo's many, by name."""
    people = windows.open(base_url=server.url)
    people.goto("/demo/")
    person = people.locator("form", has_text=name).locator("[name=person]").first.get_attribute("value") or ""
    return windows.open_as(person, server, **options)


def test_that_it_goes_badly_is_on_the_consultants_open_home_at_once(windows: Windows, demo_server: Server) -> None:
    phone = enter(windows, demo_server, "Daniel Fuglsø", viewport=PHONE)
    plan = phone.url.split("/plans/")[1].split("/")[0]
    home = enter(windows, demo_server, "Lone", viewport=DESK, at="/desk/")
    settle(home)
    row = home.locator(f"#p-{plan}")
    expect(row.locator(".home__why", has_text="skævt")).to_have_count(0)
    phone.goto(f"/plans/{plan}/check-ins/")
    settle(phone)
    phone.get_by_role("button", name="Det går skævt").press("Enter")
    expect(phone.get_by_text("Du svarede: Det går skævt.")).to_be_visible()
    reason = row.locator(".home__why", has_text="skævt")
    expect(reason).to_be_visible()
    above = home.locator(".home__row").filter(has_not=home.locator(".home__why", has_text="skævt")).first
    assert row.evaluate("(one, other) => one.compareDocumentPosition(other) & 4", above.element_handle())

    reason.click()
    home.get_by_role("link", name="Skriv nu").click()
    settle(home)
    home.get_by_label("Skriv til Daniel").fill("Jeg ringer til dig om lidt.")
    home.get_by_role("button", name="Send").press("Enter")
    expect(home.locator(".message").last).to_contain_text("Jeg ringer til dig om lidt.")
    home.goto("/desk/")
    expect(row).to_be_visible()
    expect(row.locator(".home__why", has_text="skævt")).to_have_count(0)
