"""After a day nothing of the plan is left on the phone, whatever is opened, and nothing of it is offered."""

from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.phone.table import plan_of
from tests.phone.test_offline_sync import sync
from tests.phone.worker import HOUR_MS, expect_so, grow_older, look_at, pages_kept, phone_of
from tests.server import Server

OLD = ("today/", "network/", "me/")
IS_GONE = "caches.match(asked).then((kept) => !kept)"


def sleep(phone: Page) -> None:
    """The worker rests, as it does when nobody has asked it for half a minute."""
    asked = phone.context.new_cdp_session(phone)
    asked.send("ServiceWorker.enable")
    asked.send("ServiceWorker.stopAllWorkers")
    asked.detach()


def test_another_page_that_is_opened_takes_the_old_ones_away(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, _line):
        look_at(phone, *OLD)
        plan = plan_of(phone)
        grow_older(phone, 25 * HOUR_MS)
        look_at(phone, "progress/")
        sleep(phone)
        phone.goto("/accessibility/")
        for path in OLD:
            expect_so(phone, IS_GONE, f"/plans/{plan}/{path}")
        assert pages_kept(phone) == [f"/plans/{plan}/progress/"]


def test_the_worker_that_is_woken_by_the_browser_does_too(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, *OLD)
        grow_older(phone, 25 * HOUR_MS)
        sleep(phone)
        sync(phone, "outbox", line.url)
        for path in OLD:
            expect_so(phone, IS_GONE, f"/plans/{plan_of(phone)}/{path}")


def test_what_is_too_old_to_open_is_not_listed(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, *OLD)
        plan = plan_of(phone)
        grow_older(phone, 25 * HOUR_MS)
        look_at(phone, "progress/")
        line.cut()
        phone.goto(f"/plans/{plan}/life-goal/")
        expect(phone.locator("#kept a")).to_have_count(1)
        expect(phone.locator("#kept a")).to_have_attribute("href", f"{line.url}/plans/{plan}/progress/")
