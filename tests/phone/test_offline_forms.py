"""A form sent as a page of its own, without signal: it is said that it was not sent, and nothing kept is lost."""

from playwright.sync_api import Page, expect

from tests import axe
from tests.browsing import Windows
from tests.phone.table import plan_of
from tests.phone.worker import expect_gone, line_of, look_at, pages_kept, phone_of
from tests.server import Server


def expect_not_sent(phone: Page) -> None:
    expect(phone.get_by_role("heading", name="Det blev ikke sendt")).to_be_visible()
    expect(phone.get_by_role("heading", name="Der er ikke signal lige nu")).to_be_hidden()


def test_the_look_that_could_not_be_chosen_takes_no_page_along(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, "today/", "me/")
        there, plan = sorted(pages_kept(phone)), plan_of(phone)
        line.cut()
        phone.get_by_role("button", name="Mørk").click()
        expect_not_sent(phone)
        assert not axe.violations(phone)
        expect(phone.locator("#kept a").first).to_have_text("I dag")
        assert sorted(pages_kept(phone)) == there
        phone.goto(f"/plans/{plan}/today/")
        expect(phone.locator("#next")).to_be_visible()


def test_what_was_searched_for_leads_back_to_the_page_it_was_asked_on(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, "today/", "")
        board = phone.url
        line.cut()
        phone.locator("#search").fill("bolig")
        phone.locator("#search").press("Enter")
        expect_not_sent(phone)
        line.mend()
        phone.wait_for_timeout(300)
        expect_not_sent(phone)  # sent again by nothing but its person
        line.cut()
        phone.get_by_role("link", name="Gå tilbage").click()
        expect(phone.locator("#life-goal")).to_be_visible()
        assert phone.url == board
        line_of(phone).not_to_be_empty()


def test_a_form_with_an_answer_takes_every_kept_page_along(windows: Windows, demo_server: Server) -> None:
    """The look is another one now: the page that shows it is the server's, and no copy is older than it."""
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, "today/", "me/")
        plan = plan_of(phone)
        phone.get_by_role("button", name="Mørk").click()
        expect(phone.locator("html")).to_have_attribute("data-theme", "dark")
        assert f"/plans/{plan}/today/" not in pages_kept(phone)
        phone.goto("/accessibility/")
        phone.context.request.post(f"{line.url}/demo/enter", form={"as": "supporter"})
        phone.goto("/accessibility/")
        expect_gone(phone)
