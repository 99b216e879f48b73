"""A dream written anew: the citizen's open page says that the consultant has seen it as they do, in two browsers."""

from playwright.sync_api import expect

from tests.browsing import PHONE, Windows
from tests.phone.table import plan_of, settle
from tests.server import Server


def test_the_citizen_reads_at_once_that_the_consultant_has_seen_it(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server, viewport=PHONE)
    plan = plan_of(phone)
    phone.goto(f"/plans/{plan}/life-goal/")
    settle(phone)
    phone.get_by_label("Sådan vil jeg gerne have det").fill("Et arbejde med heste")
    phone.get_by_role("button", name="Gem min drøm").press("Enter")
    newest = phone.locator("#goal-clocks li").first
    expect(newest).to_contain_text("Ikke set endnu.")
    desk = windows.open_as("consultant", demo_server, at=f"/plans/{plan}/?view=board")
    expect(desk.get_by_text("Et arbejde med heste").first).to_be_visible()
    expect(newest).to_contain_text("Set samme dag.", timeout=5_000)
