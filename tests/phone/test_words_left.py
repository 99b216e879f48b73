"""Half-typed words stay in their tab for their writer alone: not on a shared phone, nor when the session was ended."""

from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.phone.table import plan_of, settle
from tests.phone.test_shared_phone import signs_in
from tests.server import Server

LEFT = "Object.values(sessionStorage).join().includes('Ring til Mia')"


def begin(phone: Page, plan: str) -> None:
    phone.goto(f"/plans/{plan}/steps/new/")
    settle(phone)
    phone.locator("#title").fill("Ring til Mia")


def test_signing_out_in_one_tab_takes_the_words_in_another(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    plan, other = plan_of(phone), phone.context.new_page()
    begin(other, plan)
    assert other.evaluate(LEFT)
    phone.goto(f"/plans/{plan}/me/")
    phone.get_by_role("button", name="Log ud", exact=True).last.click()
    phone.wait_for_url("**/sign-in/**")
    other.wait_for_url("**/sign-in/**")
    assert not other.evaluate(LEFT)


def test_a_session_that_is_ended_from_another_device_takes_them(windows: Windows, demo_server: Server) -> None:
    lost, phone = windows.open_as("citizen", demo_server), windows.open_as("citizen", demo_server)
    begin(lost, plan_of(lost))
    assert lost.evaluate(LEFT)
    phone.goto(f"/plans/{plan_of(phone)}/me/")
    phone.get_by_role("button", name="Log ud alle andre steder").click()
    lost.wait_for_url("**/sign-in/**")
    assert not lost.evaluate(LEFT)


def test_a_phone_that_is_shared_has_none(windows: Windows, demo_server: Server) -> None:
    phone = signs_in(windows, demo_server)
    begin(phone, plan_of(phone))
    assert not phone.evaluate(LEFT)
    phone.reload()
    settle(phone)
    expect(phone.locator("#title")).to_have_value("")


def test_what_was_typed_before_the_phone_was_said_to_be_shared_goes(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    plan = plan_of(phone)
    begin(phone, plan)
    phone.goto(f"/plans/{plan}/me/")
    phone.get_by_text("Er I flere om telefonen?").click()
    phone.get_by_role("button", name="Ja, vi er flere om den").click()
    expect(phone.locator("html[data-ready]")).to_have_attribute("data-shared", "")
    assert not phone.evaluate(LEFT)
