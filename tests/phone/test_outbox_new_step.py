"""A step that was made on the bus is a step: it can be moved, reworded and removed on the bus."""

from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.phone.line import Line
from tests.phone.table import number_of, plan_of, settle
from tests.phone.worker import look_at, phone_of
from tests.server import Server


def made_without_signal(phone: Page, line: Line, title: str) -> int:
    """A step written down with the line cut, and seen on the board that the phone kept. The number before it."""
    look_at(phone, "", "?view=board")
    before = number_of(phone)
    phone.goto(f"/plans/{plan_of(phone)}/steps/new/")
    settle(phone)
    line.cut()
    phone.locator("#title").fill(title)
    phone.get_by_role("button", name="Skriv det på tavlen").click()
    phone.wait_for_url("**/plans/*/", timeout=30_000)  # what it asks for in vain takes a while
    expect(phone.locator("#in-free > [data-made][data-pending=venter] h3", has_text=title)).to_be_visible()
    phone.goto(f"/plans/{plan_of(phone)}/?view=board")
    expect(phone.locator("#in-wish > [data-made][data-pending=venter] h3", has_text=title)).to_be_visible()
    return before


def mend(phone: Page, line: Line) -> None:
    line.mend()
    phone.evaluate("dispatchEvent(new Event('online'))")
    expect(phone.locator("[data-made], [data-pending]")).to_have_count(0)
    expect(phone.locator("#refused li")).to_have_count(0)


def test_it_is_reworded_and_moved_and_arrives_so(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        before = made_without_signal(phone, line, "Plant en tomat")
        card = phone.locator("#in-wish > [data-made]")
        card.get_by_text("Ret det").click()
        card.locator("[name=text]").fill("Plant to tomater")
        card.get_by_role("button", name="Gem skridtet").click()
        expect(card.locator("h3")).to_contain_text("Plant to tomater")
        card.get_by_role("button", name="I gang").click()
        expect(phone.locator("#in-doing > [data-made] h3")).to_contain_text("Plant to tomater")
        phone.reload()
        expect(phone.locator("#in-doing > [data-made] h3")).to_contain_text("Plant to tomater")
        expect(phone.locator("#line")).to_contain_text("3 venter")
        mend(phone, line)
        expect(phone.locator("#in-doing > .card h3", has_text="Plant to tomater")).to_have_count(1)
        assert number_of(phone) == before + 3


def test_it_is_removed_and_can_be_brought_back_before_it_was_ever_sent(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        before = made_without_signal(phone, line, "Sælg en sofa")
        card = phone.locator("#in-wish > [data-made]")
        card.get_by_text("Ret det").click()
        card.get_by_role("button", name="Fjern skridtet").click()
        expect(phone.locator("#in-wish > [data-made][data-gone]")).to_be_visible()
        phone.get_by_role("button", name="Fortryd").click()
        expect(phone.locator("#in-wish > [data-made]:not([data-gone])")).to_be_visible()
        mend(phone, line)
        expect(phone.locator("#in-wish > .card h3", has_text="Sælg en sofa")).to_have_count(1)
        assert number_of(phone) == before + 3
