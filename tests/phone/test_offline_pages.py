"""Without signal: what was last seen opens, with the time it is from; anything else leads to a page that helps."""

import re

import pytest
from playwright.sync_api import expect

from tests import axe
from tests.browsing import Windows
from tests.conftest import StartServer
from tests.phone.table import expect_in, lay_out, number_of, plan_of, settle, tell
from tests.phone.worker import (
    HOUR_MS,
    MINUTE_MS,
    expect_kept,
    expect_so,
    expect_worker,
    grow_older,
    line_of,
    look_at,
    pages_kept,
    phone_of,
)
from tests.server import Server

PLACES = (
    "today/",
    "",
    "?view=board",
    "conversation/",
    "network/",
    "me/",
    "progress/",
    "progress/over-time/",
    "progress/areas/",
)
AS_OF = re.compile(r"Du ser planen, som den var i (dag|går) kl\. \d\d\.\d\d")


@pytest.mark.parametrize("fault", ["cut", "mute"])
def test_what_was_seen_opens_without_a_line(windows: Windows, demo_server: Server, fault: str) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, *PLACES)
        plan, titles = plan_of(phone), {}
        for path in PLACES:
            phone.goto(f"/plans/{plan}/{path}")
            titles[path] = phone.locator("main h1").first.inner_text()
        grow_older(phone, 30 * MINUTE_MS)
        getattr(line, fault)()
        for path in PLACES:
            phone.goto(f"/plans/{plan}/{path}")
            assert phone.locator("main h1").first.inner_text() == titles[path]
        line_of(phone).to_have_text(AS_OF)


def test_it_opens_though_the_server_is_gone(windows: Windows, live_server_process: StartServer) -> None:
    server = live_server_process()
    phone = windows.open_as("citizen", server, service_workers="allow")
    expect_worker(phone)
    phone.goto("/")
    expect_kept(phone, phone.url)
    server.processes[0].kill()
    phone.goto("/")
    expect(phone.locator("#next")).to_be_visible()
    line_of(phone).to_have_text(AS_OF)
    server.processes[0].start()
    line_of(phone).to_be_empty(timeout=20_000)


def test_the_home_screen_leads_to_what_is_kept(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, "today/", "", "conversation/")
        plan = plan_of(phone)
        line.cut()
        for address, leads_to in (
            ("/", "today/"),
            ("/today/", "today/"),
            ("/board/", ""),
            ("/conversation/", "conversation/"),
        ):
            phone.goto(address)
            assert phone.url == f"{line.url}/plans/{plan}/{leads_to}"


def test_what_was_never_seen_gets_a_page_that_helps(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, "today/", "network/")
        plan = plan_of(phone)
        line.cut()
        phone.goto(f"/plans/{plan}/life-goal/")
        expect(phone.get_by_role("heading", name="Der er ikke signal lige nu")).to_be_visible()
        expect(phone.locator("#kept a")).to_have_text(["I dag", "Netværk"])
        expect(phone.get_by_role("button", name="Hurtig ud")).to_be_visible()
        assert not axe.violations(phone)
        phone.locator("#kept a").first.click()
        expect(phone.locator("#next")).to_be_visible()
        phone.go_back()
        line.mend()
        phone.get_by_role("link", name="Prøv igen").click()
        expect(phone.locator("#plan")).to_have_attribute("data-page", "life_goal")


def test_a_line_that_swallows_everything_leads_there_too(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        line.mute()
        phone.goto(f"/plans/{plan_of(phone)}/life-goal/", timeout=25_000)
        expect(phone.get_by_role("heading", name="Der er ikke signal lige nu")).to_be_visible()


def test_the_page_without_signal_is_in_the_chosen_language_and_light(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, "me/")
        plan = plan_of(phone)
        phone.get_by_role("button", name="Mørk").click()
        expect(phone.locator("html")).to_have_attribute("data-theme", "dark")
        phone.get_by_role("button", name="English").first.click()
        expect(phone.locator("html")).to_have_attribute("lang", "en")
        look_at(phone, "")
        line.cut()
        phone.goto(f"/plans/{plan}/life-goal/")
        expect(phone.get_by_role("heading", name="There is no signal right now")).to_be_visible()
        expect(phone.locator("html")).to_have_attribute("data-theme", "dark")


def test_what_waits_does_not_hide_the_time_the_page_is_from(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        step = lay_out(phone, "Køb et kort")
        look_at(phone, "network/", "?view=board")
        plan = plan_of(phone)
        line.cut()
        phone.locator(f"#s-{step} a").focus()
        phone.keyboard.press("Alt+ArrowRight")
        line_of(phone).to_have_text("1 venter på at blive sendt")  # on a page that is the server's own
        phone.goto(f"/plans/{plan}/network/")
        line_of(phone).to_have_text(
            re.compile(r"^1 venter på at blive sendt\. Planen er fra i (dag|går) kl\. \d\d\.\d\d\.$")
        )


def test_when_the_line_is_back_the_kept_page_becomes_the_present(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        step = lay_out(phone, "Køb frimærker")
        look_at(phone, "?view=board")
        line.cut()
        phone.goto(phone.url)
        line_of(phone).to_have_text(AS_OF)
        other = windows.open_as("citizen", demo_server)
        tell(other, "move_step", step_id=step, status="doing")
        line.mend()
        expect_in(phone, step, "doing")
        line_of(phone).to_be_empty()


def test_what_was_seen_live_is_what_opens(windows: Windows, demo_server: Server) -> None:
    """Said, acknowledged and seen on the page: it must not look undone when the page is opened without signal."""
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, "?view=board")
        plan = plan_of(phone)
        step = lay_out(phone, "Vand planterne", "doing")
        expect_in(phone, step, "doing")
        number = number_of(phone)
        newest = "caches.match(location.href).then((kept) => kept.text()).then((html) => html.includes(asked))"
        expect_so(phone, newest, f'data-seq="{number}"')
        line.cut()
        phone.goto(f"/plans/{plan}/?view=board")
        settle(phone)
        expect_in(phone, step, "doing")
        assert number_of(phone) == number


def test_nothing_is_shown_after_a_day(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, "today/", "")
        address = phone.url
        grow_older(phone, 23 * HOUR_MS)
        line.cut()
        phone.goto(address)
        expect(phone.locator("#life-goal")).to_be_visible()
        grow_older(phone, HOUR_MS)
        phone.goto(address)
        expect(phone.get_by_role("heading", name="Der er ikke signal lige nu")).to_be_visible()
        assert pages_kept(phone) == []


def test_a_page_of_yesterday_is_told_anew_when_the_line_is_back(windows: Windows, demo_server: Server) -> None:
    """ "I morgen" on it is today, though nothing has changed in the plan."""
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, "today/")
        grow_older(phone, 24 * HOUR_MS - 2 * MINUTE_MS)  # yesterday at nearly every hour of today
        line.cut()
        phone.goto(phone.url)
        expect(phone.locator("html")).to_have_attribute("data-seen", re.compile(r"\d+"))
        line.mend()
        expect(phone.locator("html:not([data-seen])")).to_be_attached(timeout=20_000)


def test_a_new_step_and_a_small_one_are_written_without_a_line(windows: Windows, demo_server: Server) -> None:
    """The page of a new step was never opened; that of the small ones was, and opens again."""
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, "progress/", "")
        expect_kept(phone, f"/plans/{plan_of(phone)}/steps/new/")
        line.cut()
        phone.locator("a[href$='/steps/new/']").first.click()
        settle(phone)
        phone.locator("#title").fill("Spørg om en ny tid")
        phone.get_by_role("button", name="Skriv det på tavlen").click()
        line_of(phone).to_contain_text("1 venter på at blive sendt")
        phone.goto(f"/plans/{plan_of(phone)}/progress/")
        settle(phone)
        newest = str(phone.locator(".small-step").first.get_attribute("id"))
        phone.get_by_role("button", name="Fremmøde").first.click()
        expect(phone.locator(".small-step[data-made]")).to_have_count(1)
        line_of(phone).to_contain_text("2 venter på at blive sendt")
        line.mend()
        line_of(phone).to_be_empty(timeout=20_000)
        expect(phone.locator(".small-step[data-made]")).to_have_count(0)
        expect(phone.locator(".small-step").first).not_to_have_id(newest)
        phone.goto(f"/plans/{plan_of(phone)}/?view=board")
        expect(phone.locator(".card h3", has_text="Spørg om en ny tid")).to_have_count(1)
