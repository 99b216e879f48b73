"""A phone that dies with a full outbox finds all of it again, and sends it once."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error, Page, Playwright, expect, sync_playwright

from tests.browsing import FLAGS, PHONE
from tests.phone.line import Line, line_to
from tests.phone.table import number_of, open_board, plan_of, settle, tell
from tests.server import Server
from tests.services import wait_until

COUNT = 12
SOON_MS = 30_000
Open = Callable[[], Page]


@pytest.fixture
def playwright() -> Iterator[Playwright]:
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as running:
        yield running
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@contextmanager
def phone_with_profile(playwright: Playwright, program: Path, profile: Path, line: Line) -> Iterator[Open]:
    """Opens the same phone as often as it is asked for: what it keeps is on disk."""
    with ExitStack() as opened:

        def open_it() -> Page:
            context = playwright.chromium.launch_persistent_context(
                profile,
                executable_path=program,
                args=FLAGS,
                viewport={"width": PHONE["width"], "height": PHONE["height"]},
                base_url=line.url,
                locale="da-DK",
            )
            opened.callback(_close, context)
            return context.new_page()

        yield open_it


def _close(context: BrowserContext) -> None:
    try:
        context.close()
    except Error:
        return  # it was killed


def full_outbox(phone: Page, line: Line) -> tuple[str, int]:
    """A board where every change waits; its address, and the plan's number before."""
    phone.context.request.post("/demo/enter", form={"as": "citizen"})
    phone.goto("/")
    step = "5bd2f7a2-9a56-4d43-9d4f-0a6d7a3c8e01"
    tell(phone, "add_step", step_id=step, title="Stå op og gå ud")
    open_board(phone)
    before = number_of(phone)
    line.cut()
    phone.locator(f"#s-{step} a").focus()
    for turn in range(COUNT):
        phone.keyboard.press("Alt+ArrowLeft" if turn % 2 else "Alt+ArrowRight")
        expect(phone.locator("#line")).to_contain_text(f"{turn + 1} venter")
    return f"/plans/{plan_of(phone)}/?view=board", before


def is_sent_once(phone: Page, line: Line, address: str, before: int) -> None:
    line.mend()
    phone.context.request.post("/demo/enter", form={"as": "citizen"})  # a killed browser may have lost its cookies
    phone.goto(address)
    settle(phone)
    expect(phone.locator("[data-pending]")).to_have_count(0, timeout=SOON_MS)
    expect(phone.locator("#refused li")).to_have_count(0)
    assert number_of(phone) == before + COUNT


def test_its_page_crashes(
    playwright: Playwright, chromium: Path, live_server_process: Callable[..., Server], tmp_path: Path
) -> None:
    with (
        line_to(live_server_process().url) as line,
        phone_with_profile(playwright, chromium, tmp_path / "profile", line) as open_it,
    ):
        phone = open_it()
        address, before = full_outbox(phone, line)
        with phone.expect_event("crash"), pytest.raises(Error):
            phone.goto("chrome://crash")
        is_sent_once(phone.context.new_page(), line, address, before)


def test_its_browser_is_killed(
    playwright: Playwright, chromium: Path, live_server_process: Callable[..., Server], tmp_path: Path
) -> None:
    with (
        line_to(live_server_process().url) as line,
        phone_with_profile(playwright, chromium, tmp_path / "profile", line) as open_it,
    ):
        address, before = full_outbox(open_it(), line)
        browser = browser_of(tmp_path / "profile")
        os.kill(browser, signal.SIGKILL)
        wait_until(lambda: not Path(f"/proc/{browser}").exists(), "the browser's end")
        (tmp_path / "profile" / "SingletonLock").unlink(missing_ok=True)
        is_sent_once(open_it(), line, address, before)


def browser_of(profile: Path) -> int:
    """The process that was started with this profile, and not by another browser."""
    for found in Path("/proc").glob("[0-9]*/cmdline"):
        told = found.read_bytes().split(b"\0")
        if f"--user-data-dir={profile}".encode() in told and not any(part.startswith(b"--type=") for part in told):
            return int(found.parent.name)
    raise AssertionError("no browser with this profile")
