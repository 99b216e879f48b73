"""The outbox of a real page: two tabs, a refusal, a renderer and a whole browser that are killed, 200 at once."""

import os
import signal
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import expect, sync_playwright

from parts import services
from tests.browsing import FLAGS, Windows
from tests.faults.pages import WORKER, board_with, is_as_opened_anew, journal_has, moves, nothing_waits, windows_of
from tests.faults.stage import Stage
from tests.phone.table import lay_out, settle

SENT_SECONDS = 3.0


def two_tabs(stage: Stage) -> None:
    """Both tabs say something without signal; one is closed; everything goes once."""
    line = stage.line()
    with windows_of(stage) as windows:
        first = windows.open_as("citizen", stage.server, base_url=line.url, **WORKER)
        steps = board_with(first, 3)
        second = first.context.new_page()
        third = first.context.new_page()
        for tab in (second, third):
            tab.goto(first.url)
            settle(tab)
        line.cut()
        for tab, step_id in zip((first, second, third), steps, strict=True):
            tab.bring_to_front()
            moves(tab, step_id, 3)
        third.close()
        line.mend()
        for tab in (first, second):
            nothing_waits(tab)
            is_as_opened_anew(tab)
        journal_has(stage, dict.fromkeys(steps, 3))


def refusal_kept(stage: Stage) -> None:
    """What was refused stays until its person has decided; what is said after it goes all the same."""
    with windows_of(stage) as windows:
        desk = windows.open_as("consultant", stage.server)
        refused, moved = lay_out(desk, "nr. 1 fra bordet"), lay_out(desk, "nr. 2 fra bordet")
        settle(desk)
        expect(desk.locator(f"#s-{moved}")).to_be_attached()
        for step_id, key in ((refused, "Alt+ArrowRight"), (moved, "Alt+ArrowUp")):
            desk.locator(f"#s-{step_id} a").focus()
            desk.keyboard.press(key)
            nothing_waits(desk)
            expect(desk.locator("#refused li")).to_have_count(1)
        journal_has(stage, {refused: 0, moved: 1})


def renderer_killed(stage: Stage) -> None:
    """kill -9 of the page's own process with a full outbox: the next page of this person sends it, once."""
    line = stage.line()
    with windows_of(stage) as windows:
        phone = windows.open_as("citizen", stage.server, base_url=line.url, **WORKER)
        steps = board_with(phone, 4)
        board = phone.url
        line.cut()
        for step_id in steps:
            moves(phone, step_id)
            expect(phone.locator(f"#s-{step_id}[data-pending]")).to_be_attached()
        with phone.expect_event("crash"):
            for process in _renderers(windows):
                os.kill(process, signal.SIGKILL)
        line.mend()
        again = phone.context.new_page()
        again.goto(board)
        settle(again)
        nothing_waits(again)
        journal_has(stage, dict.fromkeys(steps, 1))
        is_as_opened_anew(again)


def _renderers(windows: Windows) -> list[int]:
    session = windows.browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return [process["id"] for process in processes if process["type"] == "renderer"]


def phone_restarted(stage: Stage) -> None:
    """The whole browser is killed with a full outbox, and started again on the same profile."""
    line = stage.line()
    profile = stage.folder / "profile"
    with sync_playwright() as playwright:
        where: dict[str, Any] = {"user_data_dir": profile, "executable_path": services.ensure_chromium(), "args": FLAGS}
        context = playwright.chromium.launch_persistent_context(**where, base_url=line.url)
        phone = context.new_page()
        entered = context.request.post(f"{stage.url}/demo/enter", form={"as": "citizen"})
        phone.goto(entered.url)
        steps, board = board_with(phone, 3), phone.url
        line.cut()
        for step_id in steps:
            moves(phone, step_id)
            expect(phone.locator(f"#s-{step_id}[data-pending]")).to_be_attached()
        cookies = context.cookies()
        os.kill(_browser_of(profile), signal.SIGKILL)
        context.close()
        line.mend()
        context = playwright.chromium.launch_persistent_context(**where, base_url=line.url)
        context.add_cookies(cookies)  # type: ignore[arg-type]
        again = context.new_page()
        again.goto(board)
        settle(again)
        nothing_waits(again)
        journal_has(stage, dict.fromkeys(steps, 1))
        context.close()


def _browser_of(profile: Path) -> int:
    """Chromium's first process, as the lock in its profile names it (host-pid)."""
    return int((profile / "SingletonLock").readlink().name.rpartition("-")[2])


def page_with_200(stage: Stage) -> None:
    """A real page with 200 changes that waited: from the signal's return until the server has answered the last."""
    line = stage.line()
    with windows_of(stage) as windows:
        phone = windows.open_as("citizen", stage.server, base_url=line.url, **WORKER)
        steps = board_with(phone, 4)
        line.cut()
        for step_id in steps:
            moves(phone, step_id, stage.times(50, 5))
        line.mend()
        began = time.monotonic()
        phone.evaluate("dispatchEvent(new Event('online'))")
        nothing_waits(phone)
        stage.measure("200 changes of a real page, sent and acknowledged", time.monotonic() - began, most=SENT_SECONDS)
        journal_has(stage, dict.fromkeys(steps, stage.times(50, 5)))
        is_as_opened_anew(phone)
