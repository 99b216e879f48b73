"""A phone with the service worker, a line that can be cut, and a look at what the worker has kept."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.phone.line import Line, line_to
from tests.phone.table import plan_of, settle
from tests.server import Server

KEPT = """async () => { const found = {};
  for (const name of await caches.keys())
    found[name] = (await (await caches.open(name)).keys()).map(({ url }) => url.slice(location.origin.length));
  return found; }"""
AGE = """async (ms) => { for (const name of (await caches.keys()).filter((one) => one.startsWith("pages-"))) {
  const cache = await caches.open(name);
  for (const request of await cache.keys()) {
    const kept = await cache.match(request);
    const headers = new Headers(kept.headers);
    const seen = Number(headers.get("Tavlen-Seen")) - ms;
    headers.set("Tavlen-Seen", seen);
    const html = (await kept.text()).replace(/data-seen="\\d+"/, `data-seen="${seen}"`);
    await cache.put(request, new Response(html, { headers }));
  } } }"""
PATIENCE_MS = 10_000
MINUTE_MS = 60 * 1000
HOUR_MS = 60 * MINUTE_MS


@contextmanager
def phone_of(who: str, windows: Windows, server: Server, **options: Any) -> Iterator[tuple[Page, Line]]:
    """This person's phone on a line of its own, with the worker at work."""
    with line_to(server.url) as line:
        yield open_phone(who, windows, server, line, **options), line


def open_phone(who: str, windows: Windows, server: Server, line: Line, **options: Any) -> Page:
    phone = windows.open_as(who, server, **{"base_url": line.url, "service_workers": "allow", **options})
    phone.goto("/")  # through the line; a page that is left while the worker takes over is not in its hands
    expect_worker(phone)
    return phone


def expect_worker(phone: Page) -> None:
    """The worker is there, and has this page in its hands."""
    expect_so(phone, "navigator.serviceWorker.controller")


def look_at(phone: Page, *paths: str) -> None:
    """Opens these pages of the plan, and waits until each is kept."""
    plan = plan_of(phone)
    for path in paths:
        phone.goto(f"/plans/{plan}/{path}")
        settle(phone)
        expect_kept(phone, f"/plans/{plan}/{path}")


def expect_kept(phone: Page, address: str) -> None:
    expect_so(phone, "caches.match(asked)", address)


def expect_gone(phone: Page) -> None:
    """No page of anybody is kept."""
    expect_so(phone, "caches.keys().then((all) => !all.some((name) => name.startsWith('pages-')))")


def expect_so(phone: Page, what: str, asked: Any = None) -> None:
    """Asks the phone again and again until it is so; what a worker does shows on no page."""
    looked = """async ([asked, until]) => { while (!await (%s))
      if (Date.now() > until) throw "It never came to be."; else await new Promise(requestAnimationFrame); }"""
    phone.evaluate(looked % what, [asked, time.time() * 1000 + PATIENCE_MS])


def kept(phone: Page) -> dict[str, list[str]]:
    """Every cache of this phone with the addresses in it."""
    found: dict[str, list[str]] = phone.evaluate(KEPT)
    return found


def pages_kept(phone: Page) -> list[str]:
    return [path for name, paths in kept(phone).items() if name.startswith("pages-") for path in paths]


def grow_older(phone: Page, ms: int) -> None:
    """What is kept was seen so much earlier: a browser's clock cannot be moved for its workers."""
    phone.evaluate(AGE, ms)


def line_of(phone: Page) -> Any:
    return expect(phone.locator("#line"))
