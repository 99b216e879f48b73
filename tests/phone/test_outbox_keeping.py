"""A device that keeps nothing says so before somebody writes on; what is said on it still goes, once."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.phone.line import Line, line_to
from tests.phone.table import number_of, plan_of, settle
from tests.server import Server

NO_STORE = """Object.defineProperty(window, "indexedDB", { value: {
  open() { throw new DOMException("", "SecurityError"); },
  deleteDatabase() { throw new DOMException("", "SecurityError"); },
} });"""


@contextmanager
def phone_that_keeps_nothing(why: str, windows: Windows, server: Server) -> Iterator[tuple[Page, Line]]:
    """The citizen's phone: its storage full to the last byte, or a browser that gives none."""
    with line_to(server.url) as line:
        phone = windows.open(base_url=line.url)
        if why == "full":
            storage = phone.context.new_cdp_session(phone)
            storage.send("Storage.overrideQuotaForOrigin", {"origin": line.url, "quotaSize": 1})
        else:
            phone.add_init_script(NO_STORE)
        phone.context.request.post("/demo/enter", form={"as": "citizen"})
        phone.goto("/")
        phone.goto(f"/plans/{plan_of(phone)}/steps/new/")
        settle(phone)
        yield phone, line


@pytest.fixture(params=["full", "closed"])
def why(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_it_is_said_before_somebody_writes_on(windows: Windows, demo_server: Server, why: str) -> None:
    with phone_that_keeps_nothing(why, windows, demo_server) as (phone, line):
        expect(phone.locator("#line")).to_have_text("Telefonen kan ikke gemme lige nu. Skriv kun, når du har signal.")
        line.cut()
        expect(phone.locator("#line")).to_contain_text("Skriv ikke mere, før du har signal.")


def test_with_signal_all_goes_on(windows: Windows, demo_server: Server, why: str) -> None:
    with phone_that_keeps_nothing(why, windows, demo_server) as (phone, _):
        title = f"Gå en aftentur, {why}"
        phone.locator("#title").fill(title)
        phone.get_by_role("button", name="Skriv det på tavlen").click()
        phone.wait_for_url(lambda address: "/steps/new/" not in address)
        expect(phone.locator(".card h3", has_text=title)).to_have_count(1)


def test_without_it_the_words_stay_on_the_page_and_go_when_they_can(
    windows: Windows, demo_server: Server, why: str
) -> None:
    with phone_that_keeps_nothing(why, windows, demo_server) as (phone, line):
        title = f"Køb en tromme, {why}"
        phone.goto(f"/plans/{plan_of(phone)}/strengths/")
        settle(phone)
        before = number_of(phone)
        line.cut()
        phone.locator("#strength-words").fill(title)
        phone.get_by_role("button", name="Skriv det op").click()
        expect(phone.locator("#line")).to_contain_text("Luk ikke Tavlen. 1 venter på at blive sendt")
        expect(phone.locator("#strength-words")).to_have_value(title)
        expect(phone.locator("[data-made]")).to_contain_text(title)
        line.mend()
        phone.evaluate("dispatchEvent(new Event('online'))")
        expect(phone.locator(".strength-wall")).to_contain_text(title)
        expect(phone.locator("#strength-words")).to_have_value("")
        assert number_of(phone) == before + 1
