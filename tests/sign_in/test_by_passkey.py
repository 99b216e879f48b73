"""Fingerprint or face, in a real browser with a sensor of its own: added, used to come in, taken away."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browsing import Windows
from tests.server import Prepared, Server, serving

KNOWS_THE_FINGER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def at_home(planted: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The demo's server by the name that browsers let passkeys have without https."""
    folder = tmp_path_factory.mktemp("passkeys")
    with serving(planted.copy(folder), folder) as server:
        yield server


@contextmanager
def finger_on(page: Page, **different: bool) -> Iterator[tuple[CDPSession, str]]:
    """A phone with a sensor, and somebody's finger on it."""
    line = page.context.new_cdp_session(page)
    line.send("WebAuthn.enable")
    sensor = line.send("WebAuthn.addVirtualAuthenticator", {"options": {**KNOWS_THE_FINGER, **different}})
    yield line, sensor["authenticatorId"]
    line.send("WebAuthn.disable")


def enter(windows: Windows, server: Server, role: str = "supporter", **form: str) -> Page:
    home = server.url.replace("127.0.0.1", "localhost")
    page = windows.open(base_url=home)
    page.goto("/demo/")
    page.context.request.post(f"{home}/demo/enter", form={"as": role, **form}, headers={"Origin": home})
    page.goto("/devices/")
    return page


def add_one(page: Page) -> None:
    page.get_by_role("button", name="Brug fingeraftryk eller ansigt her").click()
    expect(page.locator("#passkeys li")).to_have_count(1)


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Log ud", exact=True).last.click()
    page.wait_for_url("**/sign-in/")


def test_a_passkey_is_added_lets_in_where_one_was_going_and_is_taken_away(windows: Windows, at_home: Server) -> None:
    page = enter(windows, at_home)
    with finger_on(page) as (line, sensor):
        add_one(page)
        expect(page.locator("#passkeys li")).to_contain_text("Lagt ind i dag")
        (credential,) = line.send("WebAuthn.getCredentials", {"authenticatorId": sensor})["credentials"]
        assert credential["isResidentCredential"]
        assert credential["rpId"] == "localhost"
        before = _session_of(page)
        sign_out(page)
        page.goto("/sign-in/?next=/devices/")
        page.get_by_role("button", name="Log ind med fingeraftryk eller ansigt").click()
        expect(page).to_have_url(f"{_home(at_home)}/devices/")
        assert _session_of(page) != before
        expect(page.locator("#passkeys li")).to_contain_text("sidst i brug i dag")
        page.get_by_role("button", name="Fjern").click()
        expect(page.locator("#passkeys li")).to_have_count(0)
        sign_out(page)
        page.goto("/sign-in/")
        page.get_by_role("button", name="Log ind med fingeraftryk eller ansigt").click()
        expect(page.get_by_role("alert").filter(has_text="virker ikke her mere")).to_be_visible()
        page.goto("/devices/")
        expect(page).to_have_url(f"{_home(at_home)}/sign-in/?next=/devices/")


@pytest.mark.parametrize("trouble", [{"isUserVerified": False}, {"hasUserVerification": False}])
def test_without_a_finger_that_is_known_there_is_none(
    windows: Windows, at_home: Server, trouble: dict[str, bool]
) -> None:
    page = enter(windows, at_home, "professional")
    with finger_on(page, **trouble):
        page.get_by_role("button", name="Brug fingeraftryk eller ansigt her").click()
        expect(page.get_by_role("alert").filter(has_text="Det lykkedes ikke")).to_be_visible(timeout=20_000)
        expect(page.locator("#passkeys li")).to_have_count(0)


def test_a_shared_phone_gets_none(windows: Windows, at_home: Server) -> None:
    page = enter(windows, at_home, shared="1")
    expect(page.get_by_role("button", name="Brug fingeraftryk")).to_have_count(0)


def _home(server: Server) -> str:
    return server.url.replace("127.0.0.1", "localhost")


def _session_of(page: Page) -> Any:
    return next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "tavlen")
