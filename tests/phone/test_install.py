"""Tavlen can be put on the home screen, and on Mig it is told how, as the browser in the hand does it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import axe
from tests.browsing import FLAGS, Windows
from tests.phone.table import plan_of, settle
from tests.phone.worker import expect_worker
from tests.server import Server

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/17.5 Mobile/15E148 Safari/604.1"
)
FIREFOX = "Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0"


@pytest.fixture
def lasting(browser: Browser, chromium: Path, tmp_path: Path, demo_server: Server) -> Iterator[BrowserContext]:
    """A browser with a profile of its own: nothing can be installed from a private window."""
    launch = browser.browser_type.launch_persistent_context
    with launch(
        tmp_path / "profile", executable_path=chromium, args=FLAGS, base_url=demo_server.url, no_viewport=True
    ) as own:
        own.request.post("/demo/enter", form={"as": "citizen"})
        yield own


def test_chromium_finds_nothing_in_the_way(lasting: BrowserContext) -> None:
    phone = lasting.new_page()
    phone.goto("/")
    expect_worker(phone)
    asked = lasting.new_cdp_session(phone)
    assert asked.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    told = asked.send("Page.getAppManifest")
    assert told["errors"] == []
    assert told["url"].endswith("/manifest.webmanifest")


def test_on_an_iphone_it_is_shown_what_to_tap(windows: Windows, demo_server: Server) -> None:
    phone = open_me(windows, demo_server, user_agent=IPHONE, is_mobile=True, has_touch=True)
    expect(phone.locator("[data-install=iphone]")).to_be_visible()
    expect(phone.locator("[data-install=iphone] li")).to_have_count(3)
    expect(phone.locator("[data-install=menu]")).to_be_hidden()
    assert not axe.violations(phone)


def test_where_the_browser_has_a_menu_it_is_told(windows: Windows, demo_server: Server) -> None:
    phone = open_me(windows, demo_server, user_agent=FIREFOX)
    expect(phone.locator("[data-install=menu]")).to_be_visible()
    expect(phone.locator("[data-install=iphone]")).to_be_hidden()


def test_where_the_browser_can_be_asked_there_is_a_button(windows: Windows, demo_server: Server) -> None:
    phone = open_me(windows, demo_server)
    expect(phone.locator("[data-install=ask]")).to_be_hidden()
    is_silenced = phone.evaluate(
        """() => { const asked = new Event("beforeinstallprompt", { cancelable: true });
        asked.prompt = async () => { window.wasAsked = (window.wasAsked ?? 0) + 1; };
        dispatchEvent(asked); return asked.defaultPrevented; }"""
    )
    assert is_silenced
    phone.get_by_role("button", name="Læg på hjemmeskærmen").click()
    expect(phone.locator("[data-install=ask]")).to_be_hidden()
    assert phone.evaluate("window.wasAsked") == 1


def test_nobody_is_asked_anywhere_else(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server, user_agent=IPHONE)
    settle(phone)
    expect(phone.locator("[data-install]")).to_have_count(0)


def test_who_has_it_on_the_home_screen_is_told_nothing(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server, user_agent=IPHONE)
    phone.add_init_script("Object.defineProperty(navigator, 'standalone', { value: true })")
    phone.goto(f"/plans/{plan_of(phone)}/me/")
    settle(phone)
    expect(phone.locator("[data-install]:visible")).to_have_count(0)


def open_me(windows: Windows, server: Server, **options: Any) -> Page:
    phone = windows.open_as("citizen", server, **options)
    phone.goto(f"/plans/{plan_of(phone)}/me/")
    settle(phone)
    return phone
