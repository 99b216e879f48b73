"""A real browser for tests: one window per person, signed in as one of the demo people."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.server import Server

PHONE = {"width": 412, "height": 915}
DESK = {"width": 1440, "height": 900}
WALL = {"width": 1920, "height": 1080}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_MS = 20_000  # for whatever comes: three at once on two cores are slow now and then
expect.set_options(timeout=PATIENCE_MS)
SIZES = {"consultant": DESK, "leader": DESK, "administrator": DESK, "screen": WALL}


@contextmanager
def chromium_running(program: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


class Windows:
    """Opens windows, each with cookies of its own; at the end none may have thrown an error or broken the CSP."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self._troubles: list[str] = []

    def open(self, **options: Any) -> Page:
        """An empty window; options are those of a Playwright context.

        Without the service worker unless `service_workers="allow"`: what a test intercepts would pass it by.
        """
        context = self.browser.new_context(
            **{"viewport": PHONE, "locale": "da-DK", "service_workers": "block", **options}
        )
        context.set_default_timeout(PATIENCE_MS)
        context.on("weberror", lambda thrown: self._troubles.append(f"{_where(thrown.page)}: {thrown.error}"))
        context.on("console", lambda said: self._hear(_where(said.page), said.text))
        return context.new_page()

    def open_as(self, who: str, server: Server, *, process: int = 0, at: str = "", **options: Any) -> Page:
        """A window on the first page (or the one `at` this path) of this role's main person (or a person's number).

        A consultant's is the board of the demo's main citizen; `at="/desk/"` is the list of all.
        """
        address = server.urls[process % len(server.urls)]
        page = self.open(**{"viewport": SIZES.get(who, PHONE), "base_url": address, **options})
        form: dict[str, str | float | bool] = {"person": who} if who.isdigit() else {"as": who}
        entered = page.context.request.post(f"{address}/demo/enter", form=form, max_redirects=0)
        assert entered.status == 303, f"/demo/enter as {who}: {entered.status} {entered.text()[:300]}"
        first = _main_board(page, address) if who == "consultant" and not at else entered.headers["location"]
        page.goto(at or f"{address}{first}")  # not by the line that a test may have laid between
        return page

    def close(self) -> None:
        for context in self.browser.contexts:
            context.close()
        assert not self._troubles, "\n".join(self._troubles)

    def _hear(self, where: str, text: str) -> None:
        if "Content Security Policy" in text:
            self._troubles.append(f"{where}: {text}")


def _main_board(page: Page, address: str) -> str:
    """The board of the demo's main citizen, wherever they stand on the consultant's list."""
    home = page.context.request.get(f"{address}/desk/").text()
    found = re.search(r'<a href="?(/plans/\d+/)"?[^>]*>Mikkel Bækdal', home)
    assert found
    return found[1]


def _where(page: Page | None) -> str:
    return page.url if page else "the worker"
