"""Who does what when, walked as the people at the table would: found, read, and changing by itself."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from backend.common import clock
from tests.browsing import Windows
from tests.phone.table import lay_out, plan_of, settle
from tests.server import Server

WHO = "Hvem gør hvad hvornår"


def give_day(page: Page, days: int) -> None:
    """On the sheet of a step: say by when."""
    day = (clock.today() + timedelta(days=days)).isoformat()
    page.locator("details:has(#due) > summary").first.press("Enter")
    form = page.locator("form[data-change]", has=page.locator("[name=kind][value=set_due]"))
    form.locator("[name=due]").fill(day)
    form.get_by_role("button").first.press("Enter")


def test_it_is_found_from_the_way_and_turned_by_one_tap(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    phone.goto(f"/plans/{plan_of(phone)}/")
    phone.get_by_role("link", name=WHO).press("Enter")
    expect(phone.get_by_role("heading", level=1, name=WHO)).to_be_visible()
    expect(phone.get_by_role("heading", level=2).first).to_contain_text("Dig")
    phone.get_by_role("link", name="Dag for dag").press("Enter")
    phone.wait_for_url("**/who/day/")
    expect(phone.get_by_role("heading", level=2).first).to_contain_text("I dag")
    phone.get_by_role("link", name="Person for person").press("Enter")
    phone.wait_for_url("**/who/")


def test_the_consultants_page_changes_while_the_citizen_speaks(windows: Windows, demo_server: Server) -> None:
    phone, desk = windows.open_as("citizen", demo_server), windows.open_as("consultant", demo_server)
    plan = plan_of(phone)
    desk.goto(f"/plans/{plan}/")
    desk.get_by_role("link", name=WHO).press("Enter")
    desk.wait_for_url("**/who/")
    settle(desk)
    step = lay_out(phone, "Slib det gamle bord")
    expect(desk.get_by_role("link", name="Slib det gamle bord")).to_have_count(0)
    phone.goto(f"/plans/{plan}/steps/{step}/")
    give_day(phone, 2)
    row = desk.locator(".who-does li", has_text="Slib det gamle bord")
    expect(row).to_contain_text("Hvem gør det?")


def test_on_paper_stands_whose_it_is_and_nothing_to_press(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    phone.goto(f"/plans/{plan_of(phone)}/who/")
    phone.emulate_media(media="print")
    expect(phone.get_by_text("Mikkels plan", exact=False).locator("visible=true").first).to_be_visible()
    expect(phone.locator(".who-does time").first).to_be_visible()
    for gone in (".back", ".switch", ".ways", ".top", ".places", ".foot"):
        expect(phone.locator(f"body > {gone}, main {gone}").first).to_be_hidden()
