"""Whoever has no line is told soon, and what is over goes from the page by itself."""

from playwright.sync_api import expect

from tests.browsing import Windows
from tests.conftest import StartServer
from tests.phone.line import line_to
from tests.phone.table import lay_out, open_board, open_step, plan_of, settle, tell
from tests.server import Server

HALF_OPEN_MS = 15_000
AT_ONCE_MS = 2_000  # a closed socket, and one try in vain


def test_a_line_that_died_without_a_goodbye_is_told_within_a_quarter_of_a_minute(
    windows: Windows, demo_server: Server
) -> None:
    with line_to(demo_server.url) as line:
        phone = open_board(windows.open_as("citizen", demo_server, base_url=line.url))
        line.mute()
        expect(phone.locator("#line")).to_contain_text("Du er offline", timeout=HALF_OPEN_MS)


def test_a_server_that_was_killed_is_told_at_once(windows: Windows, live_server_process: StartServer) -> None:
    server = live_server_process()
    phone = open_board(windows.open_as("citizen", server))
    server.processes[0].kill()
    expect(phone.locator("#line")).to_contain_text("Du er offline", timeout=AT_ONCE_MS)
    server.processes[0].start()
    expect(phone.locator("#line")).to_be_empty(timeout=HALF_OPEN_MS)


def test_what_can_no_longer_be_undone_is_not_told_any_more(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Sælg en stol")
    tell(phone, "remove_step", step_id=step)
    phone.clock.install()
    phone.goto(f"/plans/{plan_of(phone)}/?removed=1")
    settle(phone)
    gone = phone.locator(".gone", has_text="Sælg en stol")
    expect(gone).to_be_visible()
    phone.clock.fast_forward("16:00")
    expect(gone).to_have_count(0)


def test_what_another_device_brought_back_is_not_told_to_be_gone(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Sælg en lampe")
    tell(phone, "remove_step", step_id=step)
    phone.goto(f"/plans/{plan_of(phone)}/?removed=1")
    settle(phone)
    expect(phone.locator(".gone", has_text="Sælg en lampe")).to_be_visible()
    tell(phone, "restore_step", step_id=step)
    expect(phone.locator(".gone", has_text="Sælg en lampe")).to_have_count(0)


def test_back_from_a_step_that_was_removed_leads_nowhere_bad(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Sælg en seng")
    open_board(phone)
    open_step(phone, step).locator("summary", has_text="Fjern").click()
    phone.get_by_role("button", name="Fjern skridtet").click()
    phone.wait_for_url(lambda address: "/steps/" not in address)
    phone.go_back()
    expect(phone.locator("#in-wish")).to_be_attached()
    phone.goto(f"/plans/{plan_of(phone)}/steps/{step}/")
    phone.locator(".gone").get_by_role("button", name="Fortryd").click()
    expect(phone.locator("#room h1")).to_have_text("Sælg en seng")
