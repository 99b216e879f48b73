"""Where the browser has background sync, what waits is sent while Tavlen is closed, and whoever left is signed out."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.phone.table import lay_out, open_board, plan_of
from tests.phone.worker import expect_so, kept, look_at, phone_of
from tests.server import Server


def sync(page: Page, tag: str, origin: str) -> None:
    """The browser tells the worker that there is signal."""
    asked = page.context.new_cdp_session(page)
    heard: set[str] = set()

    def hear(event: dict[str, Any]) -> None:
        heard.update(one["registrationId"] for one in event["registrations"] if one["scopeURL"].startswith(origin))

    asked.on("ServiceWorker.workerRegistrationUpdated", hear)
    asked.send("ServiceWorker.enable")
    while not heard:
        page.wait_for_timeout(20)
    (registration,) = heard
    told = {"origin": origin, "registrationId": registration, "tag": tag, "lastChance": False}
    asked.send("ServiceWorker.dispatchSyncEvent", told)


def test_what_waits_is_sent_with_no_page_open(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        step = lay_out(phone, "Skriv til udlejeren")
        open_board(phone)
        plan = plan_of(phone)
        line.cut()
        phone.locator(f"#s-{step} a").focus()
        phone.keyboard.press("Alt+ArrowRight")
        expect(phone.locator(f"#in-agreed > #s-{step}[data-pending=venter]")).to_be_attached()
        phone.goto("about:blank")
        line.mend()
        sync(phone, "outbox", line.url)
        other = windows.open_as("citizen", demo_server)
        other.goto(f"/plans/{plan}/?view=board")
        expect(other.locator(f"#in-agreed > #s-{step}")).to_be_attached()


def test_who_left_without_signal_is_signed_out_with_no_page_open(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, "me/")
        here = f"{demo_server.url}/plans/{plan_of(phone)}/me/"
        line.cut()
        phone.get_by_role("button", name="Log ud").last.click()
        expect(phone.get_by_role("heading", name="Du er logget ud på telefonen")).to_be_visible()
        assert "out" in kept(phone)
        line.mend()
        sync(phone, "out", line.url)
        expect_so(phone, "caches.has('out').then((isThere) => !isThere)")
        assert "/sign-in/" in phone.context.request.get(here).url
