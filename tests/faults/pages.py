"""Real pages in a run: what they show is held to a page opened anew, what was pressed on them to the journal."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import unified_diff
from typing import Any

from playwright.sync_api import Page, expect

from parts import services
from tests.browsing import Windows, chromium_running
from tests.faults.stage import Stage
from tests.faults.tables import read_tables
from tests.live import dom
from tests.phone.table import lay_out, number_of, open_board, settle

SOON_MS = 30_000
WORKER: dict[str, Any] = {"service_workers": "allow"}


@contextmanager
def windows_of(stage: Stage) -> Iterator[Windows]:
    """A browser for this run; its windows may not have thrown an error when they are closed."""
    with chromium_running(services.ensure_chromium()) as browser:
        opened = Windows(browser)
        yield opened
        opened.close()


def board_with(page: Page, count: int) -> list[str]:
    """The board, with so many steps of this person's own in its first column; their ids."""
    steps = [lay_out(page, f"nr. {number} på siden") for number in range(count)]
    open_board(page)
    return steps


def moves(page: Page, step_id: str, times: int = 1) -> None:
    """So many moves by keyboard, to the right and back, each seen before the next."""
    card = page.locator(f"#s-{step_id}")
    card.locator("a").focus()
    for _ in range(times):
        is_left = card.get_attribute("data-status") == "wish"
        page.keyboard.press("Alt+ArrowRight" if is_left else "Alt+ArrowLeft")
        expect(card).to_have_attribute("data-status", "agreed" if is_left else "wish")


def nothing_waits(page: Page) -> None:
    """The server has answered everything that this page said."""
    expect(page.locator("[data-pending]")).to_have_count(0, timeout=SOON_MS)


def journal_has(stage: Stage, wanted: dict[str, int]) -> None:
    """Each of these steps was moved exactly so many times, at the latest in a while."""
    deadline = time.monotonic() + SOON_MS / 1000
    while (found := _moved(stage, wanted)) != wanted:
        assert time.monotonic() < deadline, f"moved {found}, not {wanted}"
        time.sleep(0.1)


def _moved(stage: Stage, steps: Iterable[str]) -> dict[str, int]:
    moved = Counter(row["step_id"] for row in read_tables(stage.env).entries if row["kind"] == "step_moved")
    return {step: moved[step] for step in steps}


def is_as_opened_anew(page: Page) -> None:
    """The page that has lived through it, beside one that is opened now by the same person, without a worker."""
    assert page.context.browser
    person, size = page.context.storage_state(), page.viewport_size
    beside = page.context.browser.new_context(
        storage_state=person, viewport=size, locale="da-DK", service_workers="block"
    )
    fresh = beside.new_page()
    fresh.goto(page.url)
    settle(fresh)
    expect(page.locator("#plan")).to_have_attribute("data-seq", str(number_of(fresh)), timeout=SOON_MS)
    differences = [*unified_diff(_picture(page), _picture(fresh), "lived", "fresh", lineterm="")]
    beside.close()
    assert not differences, "\n".join(differences[:60])


def _picture(page: Page) -> list[str]:
    html = page.locator("#plan").evaluate("plan => plan.outerHTML").replace(' tabindex="-1"', "")  # where focus was
    return dom.picture(dom.read(f"<body>{html}</body>")).split("\n")
