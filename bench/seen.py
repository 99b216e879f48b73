"""From the click's request to the other screen's DOM: two real browsers and ten light watchers; then a hundred.

.venv/bin/python -m bench.seen
"""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page

from bench.sockets import Socket, close, open_many
from bench.stage import Visitor, cards, main_plan, stage, told
from parts import services
from tests import browsing
from tests.server import Server

CLICKS = 60
WATCHERS = (10, 98)  # beside the two browsers

ASKED = """(() => { const ask = window.fetch; window.asked = [];
  window.fetch = (...what) => { if (String(what[0]?.url ?? what[0]).includes('/changes'))
    window.asked.push(performance.timeOrigin + performance.now()); return ask(...what); }; })()"""
SEEN = """id => { window.seen = []; let was = document.getElementById(id)?.dataset.status;
  new MutationObserver(() => { const now = document.getElementById(id)?.dataset.status;
    if (now && now !== was) { was = now; window.seen.push(performance.timeOrigin + performance.now()); } })
  .observe(document.body, {subtree: true, childList: true, attributes: true, attributeFilter: ['data-status']}); }"""


def main() -> None:
    with (
        stage(TAVLEN_SOCKETS_PER_PERSON="1000") as server,
        browsing.chromium_running(services.ensure_chromium()) as browser,
    ):
        visitor = main_plan(server)
        for watchers in WATCHERS:
            with watching(server, visitor, watchers):
                took = click_through(server, browser, visitor)
            print(f"{watchers + 2} viewers: request → the other screen's DOM {told(took)}")


@contextmanager
def watching(server: Server, visitor: Visitor, count: int) -> Iterator[None]:
    """Light sockets on the same board, in a thread of their own."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    path = f"/live/plans/{visitor.plan_id}/?after=0&page=board"
    opening = open_many(server.url, path, visitor.cookie, count)
    sockets: list[Socket] = asyncio.run_coroutine_threadsafe(opening, loop).result(60)
    try:
        yield
    finally:
        loop.call_soon_threadsafe(close, sockets)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()


def click_through(server: Server, browser: Browser, visitor: Visitor) -> list[float]:
    """The citizen moves a step on its sheet; the consultant's desk shows it."""
    _status, page, _etag = visitor.ask(visitor.connect(), f"/plans/{visitor.plan_id}/")
    step_id = cards(page)[0]
    phone, desk = _window(browser, server, "citizen"), _window(browser, server, "consultant")
    phone.goto(f"{server.url}/plans/{visitor.plan_id}/steps/{step_id}/")
    desk.goto(f"{server.url}/plans/{visitor.plan_id}/")
    time.sleep(2)
    desk.evaluate(SEEN, f"s-{step_id}")
    took = []
    for turn in range(CLICKS):
        status = ("doing", "agreed")[turn % 2]
        phone.evaluate("window.asked.length = 0")
        desk.evaluate("window.seen.length = 0")
        phone.evaluate(
            """status => { const form = [...document.querySelectorAll('form[data-change]')].find(f =>
                 f.querySelector('[name=kind]')?.value === 'move_step' && [...f.querySelectorAll('[name=status]')]
                 .some(field => field.value === status));
               const button = [...form.querySelectorAll('button[name=status]')].find(b => b.value === status)
                 ?? form.querySelector('button'); button.click(); }""",
            status,
        )
        time.sleep(0.5)  # asking sooner would take time from what is measured
        took.append(desk.evaluate("window.seen[0]") - phone.evaluate("window.asked[0]"))
    phone.context.close()
    desk.context.close()
    return took


def _window(browser: Browser, server: Server, role: str) -> Page:
    context: BrowserContext = browser.new_context(base_url=server.url, viewport={"width": 1440, "height": 900})
    context.add_init_script(ASKED)
    page = context.new_page()
    page.goto("/demo/")
    context.request.post("/demo/enter", form={"as": role}, headers={"Origin": server.url})
    return page


if __name__ == "__main__":
    main()
