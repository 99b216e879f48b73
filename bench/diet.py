"""A day of ordinary use on a plan of 60 cards, in a real browser: every byte on the wire, both ways, sockets included.

.venv/bin/python -m bench.diet

The phone was used yesterday: its shell is there, its pages were seen, and overnight others changed the plan. Between
morning, noon and evening hours go by, so that what the worker kept is asked for anew. Counted are the bytes between
browser and server as TCP carries them, headers too, without TLS (about 4 kB a connection) and the packets' own headers.
"""

import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from bench.board import sixty_cards
from bench.stage import STATUSES, Visitor, cards, enter, stage
from bench.wire import Day, Wire
from parts import services
from tests import browsing
from tests.server import Server

PHONE: Any = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True}
ONE_BOARD_MORE = "?view=board"
IDLE_SECONDS = 60
HOURS_BETWEEN = 4
AGED = """async hours => { for (const name of await caches.keys()) if (name.startsWith('pages-')) {
  const cache = await caches.open(name);
  for (const request of await cache.keys()) {
    const kept = await cache.match(request), headers = new Headers(kept.headers);
    headers.set('Tavlen-Seen', Number(headers.get('Tavlen-Seen')) - hours * 3600000);
    await cache.put(request, new Response(await kept.blob(), { headers })); } } }"""
MINUTES_OPEN = 20  # of a day, with nothing happening
AIM_KB = 500


def main() -> None:
    with stage() as server, browsing.chromium_running(services.ensure_chromium()) as browser:
        visitor = sixty_cards(server)
        wire = Wire(server.url)
        context = browser.new_context(base_url=wire.url, **PHONE)
        for name, _, value in (one.partition("=") for one in visitor.cookie.split("; ")):
            context.add_cookies([{"name": name, "value": value, "url": wire.url}])
        day = live_through(Day(wire), context, server, visitor)
        print(f"\n{day.total():.0f} kB for the day; aim: {AIM_KB} kB")


def live_through(day: Day, context: BrowserContext, server: Server, visitor: Visitor) -> Day:
    page, others = context.new_page(), Others(server, visitor)
    yesterday(page, visitor)
    others.change(3)
    before = day.wire.up + day.wire.down
    print(f"(yesterday, with installing: {before / 1000:.0f} kB, not counted)")
    morning(day, page, visitor, others)
    page = bus(day, context, page, visitor, others)
    evening(day, page, visitor, others)
    with idle(day):
        time.sleep(IDLE_SECONDS)
    return day


def yesterday(page: Page, visitor: Visitor) -> None:
    """Installed and looked through: what is kept from one day to the next is there."""
    for path in ("today/", "", ONE_BOARD_MORE, "network/", "me/"):
        go(page, visitor, path)
    page.wait_for_timeout(3000)  # the worker takes over what it keeps
    for path in ("today/", "", ONE_BOARD_MORE, "network/", "me/"):
        go(page, visitor, path)
    later(page)


def later(page: Page) -> None:
    """Put away for some hours: what the worker has kept is no longer young."""
    page.evaluate(AGED, HOURS_BETWEEN)
    page.goto("about:blank")


def morning(day: Day, page: Page, visitor: Visitor, others: "Others") -> None:
    with day.part("I dag, the first look of the day"):
        go(page, visitor, "today/")
    with day.part("Vejen"):
        go(page, visitor, "")
    with day.part("Tavlen"):
        go(page, visitor, ONE_BOARD_MORE)
    for number in range(3):
        with day.part(f"a sheet ({number + 1} of 6), and back"):
            open_sheet(page, visitor, others.steps[number])
            page.go_back()
            ready(page)
    with day.part("4 own changes, on a sheet"):
        open_sheet(page, visitor, others.steps[0])
        change(page, 4)
    with day.part("Tavlen again"):
        go(page, visitor, ONE_BOARD_MORE)
    with day.part("15 changes of others, live on Tavlen"):
        others.change(15, pause=1.0)
    later(page)


def bus(day: Day, context: BrowserContext, page: Page, visitor: Visitor, others: "Others") -> Page:
    page.close()
    page = context.new_page()
    with day.part("opened again on the bus: I dag"):
        go(page, visitor, "today/")
    with day.part("Vejen"):
        go(page, visitor, "")
    with day.part("a tunnel of 20 s: 2 changes missed, back again"):
        day.wire.cut()
        others.change(2)
        time.sleep(20)
        day.wire.mend()
        time.sleep(12)
    with day.part("15 changes of others, live on Vejen"):
        others.change(15, pause=1.0)
    later(page)
    return page


def evening(day: Day, page: Page, visitor: Visitor, others: "Others") -> None:
    with day.part("I dag"):
        go(page, visitor, "today/")
    for number in range(3, 6):
        with day.part(f"a sheet ({number + 1} of 6) with 2 own changes"):
            open_sheet(page, visitor, others.steps[number])
            change(page, 2)
    with day.part("Tavlen"):
        go(page, visitor, ONE_BOARD_MORE)
    with day.part("Netværk and Mig"):
        go(page, visitor, "network/")
        go(page, visitor, "me/")


@contextmanager
def idle(day: Day) -> Iterator[None]:
    """What an open page costs when nothing happens: a minute is measured, and counted for all that it stands open."""
    with day.part("a minute open, nothing happening"):
        yield
    _name, up, down = day.parts.pop()
    day.parts.append(("open and idle", *((way * MINUTES_OPEN * 60) // IDLE_SECONDS for way in (up, down))))
    print(
        f"{f'{MINUTES_OPEN} such minutes':<46} {day.parts[-1][1] / 1000:7.1f} up {day.parts[-1][2] / 1000:7.1f} down kB"
    )


class Others:
    """The consultant at the same plan: moves cards, sets days, writes remarks."""

    def __init__(self, server: Server, visitor: Visitor) -> None:
        told = server.manage(
            "shell",
            "-v0",
            "-c",
            f"from backend.plans.models import Member; print('who', Member.objects.get(plan_id={visitor.plan_id},"
            " role='consultant', ended_at=None).person_id)",
        )
        entered = enter(server, person=told.split("who ")[1].split()[0])
        self.visitor = Visitor(entered.host, entered.cookie, visitor.plan_id)
        self.connection = self.visitor.connect()
        _status, page, _etag = self.visitor.ask(self.connection, f"/plans/{visitor.plan_id}/")
        self.steps = cards(page)
        self.turn = 0

    def change(self, count: int, *, pause: float = 0) -> None:
        for _ in range(count):
            self.turn += 1
            self.visitor.send(self.connection, self._next())
            time.sleep(pause)

    def _next(self) -> dict[str, Any]:
        step_id = self.steps[self.turn % 12]
        made: tuple[Callable[[], dict[str, Any]], ...] = (
            lambda: {"kind": "move_step", "status": STATUSES[self.turn % 4]},
            lambda: {"kind": "set_due", "due": f"2026-12-{1 + self.turn % 28:02}"},
            lambda: {"kind": "remark_on_step", "remark_id": str(uuid.uuid4()), "words": "Godt set", "audience": "us"},
        )
        return {"step_id": step_id, **made[self.turn % 3]()}


def go(page: Page, visitor: Visitor, path: str) -> None:
    page.goto(f"/plans/{visitor.plan_id}/{path}")
    ready(page)


def ready(page: Page) -> None:
    expect(page.locator("html[data-ready]")).to_be_attached()


def open_sheet(page: Page, visitor: Visitor, step_id: str) -> None:
    go(page, visitor, f"steps/{step_id}/")


def change(page: Page, count: int) -> None:
    """The person moves the step of the open sheet, to and fro."""
    for _turn in range(count):
        page.evaluate(
            """() => { const status = document.querySelector('#room').dataset.status === 'doing' ? 'agreed' : 'doing';
               const form = [...document.querySelectorAll('form[data-change]')].find(form =>
                 form.querySelector('[name=kind]')?.value === 'move_step' && form.querySelector(`[value=${status}]`));
               (form.querySelector(`button[value=${status}]`) ?? form.querySelector('button')).click(); }"""
        )
        expect(page.locator("[data-pending]")).to_have_count(0)
        page.wait_for_timeout(700)


if __name__ == "__main__":
    main()
