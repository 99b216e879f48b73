"""Every command works without signal: it is seen at once, waits visibly, and arrives once with the next signal."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from backend.plans import commands
from tests.browsing import Windows
from tests.phone.hands import Case, Hands, Prepare
from tests.phone.line import Line, line_to
from tests.phone.offline_cases import CASES
from tests.phone.table import number_of, settle
from tests.server import Server
from tests.services import wait_until

ALL = [pytest.param(kind, prepare, id=f"{kind}-{n}") for kind in sorted(CASES) for n, prepare in enumerate(CASES[kind])]
WAITS_STILL = """async () => {
  const asked = indexedDB.open(`tavlen-${document.documentElement.dataset.person}`);
  const db = await new Promise((done) => { asked.onsuccess = () => done(asked.result); });
  const counted = db.transaction("outbox").objectStore("outbox").count();
  await new Promise((done) => { counted.onsuccess = done; });
  db.close();
  return counted.result;
}"""
OPEN_FOLDS = "form => { for (let at = form; at; at = at.parentElement) if (at.matches('details')) at.open = true }"


@pytest.fixture(scope="module")
def hands(demo_server: Server) -> Iterator[Hands]:
    with ExitStack() as open_until_then:
        people, plan_id = {}, ""
        for who in ("supporter", "consultant", "citizen"):
            people[who] = open_until_then.enter_context(httpx.Client(base_url=demo_server.url, follow_redirects=True))
            plan_id = str(people[who].post("/demo/enter", data={"as": who}).url).split("/plans/")[-1].split("/")[0]
        yield Hands(people, plan_id)


@pytest.fixture(scope="module")
def line(demo_server: Server) -> Iterator[Line]:
    with line_to(demo_server.url) as through:
        yield through


def test_no_command_is_without_a_case() -> None:
    assert CASES.keys() == commands.OPEN


class Phones:
    """A phone for each person, which the tests use one after the other: each opens its page in the same window."""

    def __init__(self, windows: Windows, server: Server, line: Line) -> None:
        self._windows, self._server, self._line = windows, server, line
        self._phones: dict[str, Page] = {}

    @contextmanager
    def at(self, who: str, path: str) -> Iterator[Page]:
        page = self._phones.pop(who, None)
        if page:
            page.goto(path)
        else:
            page = self._windows.open_as(who, self._server, base_url=self._line.url, at=path, reduced_motion="reduce")
        settle(page)
        yield page
        # A frame may bring the change before the answer does; without its answer it would be sent again with the next.
        wait_until(lambda: page.evaluate(WAITS_STILL) == 0, "the outbox is empty")
        page.goto("about:blank")  # it would note that its person reads what the next one writes
        self._phones[who] = page  # not after a test that failed: what it left waiting would go with the next


@pytest.fixture(scope="module")
def phones(browser: Browser, demo_server: Server, line: Line) -> Iterator[Phones]:
    windows = Windows(browser)
    yield Phones(windows, demo_server, line)
    windows.close()


@pytest.mark.parametrize(("kind", "prepare"), ALL)
def test_it_is_seen_at_once_and_arrives_once(
    phones: Phones, hands: Hands, line: Line, kind: str, prepare: Prepare
) -> None:
    case = prepare(hands)
    with phones.at(case.by, f"/plans/{hands.plan_id}/{case.page}") as page:
        arrives_once(page, hands, line, kind, case)


def arrives_once(page: Page, hands: Hands, line: Line, kind: str, case: Case) -> None:
    before = number_of(page)
    form = form_of(page, kind, case)
    line.cut()
    try:
        say(form, case)
        expect(
            page.locator(case.seen).filter(has_text=case.text.split("\n")[-1]).filter(visible=True)
        ).not_to_have_count(0)
        expect(page.locator("#line")).to_contain_text("1 venter på at blive sendt")
    finally:
        line.mend()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#line")).to_be_empty()
    expect(page.locator("#refused li")).to_have_count(0)
    expect(page.locator("[data-pending], [data-reworded], [data-made], [data-gone]")).to_have_count(0)
    assert number_now(page, hands.plan_id) == before + 1


def number_now(page: Page, plan_id: str) -> int:
    """The plan's number on a page that is asked for and not opened."""
    number = re.search(r'<main id="plan"[^>]* data-seq="(\d+)"', page.context.request.get(f"/plans/{plan_id}/").text())
    assert number
    return int(number[1])


def form_of(page: Page, kind: str, case: Case) -> Locator:
    told = {"kind": kind, **case.hidden}
    has = "".join(f":has(> input[name={name}][value='{value}'])" for name, value in told.items())
    forms = page.locator(f"form[data-change]{has}")
    pressed = page.get_by_role("button", name=case.press or None, include_hidden=True)
    return forms.filter(has=pressed).first


def say(form: Locator, case: Case) -> None:
    """Folds are opened, fields filled, and the button pressed."""
    form.evaluate(OPEN_FOLDS)
    for name, text in case.texts.items():
        form.locator(f"[name={name}]").fill(text)
    for name, value in case.choices.items():
        if form.locator(f"select[name={name}]").count():
            form.locator(f"select[name={name}]").select_option(value)
        else:
            form.locator(f"[name={name}][value='{value}']").check()
    form.get_by_role("button", name=case.press or None).first.click()
