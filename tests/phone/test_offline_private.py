"""What the worker keeps is one citizen's, on their own phone, and goes when they go: nobody else finds it there."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.phone.table import plan_of, settle
from tests.phone.worker import expect_gone, kept, look_at, pages_kept, phone_of
from tests.server import Server

HARMLESS = "https://www.dmi.dk/"
PROTECTED = "Rikke Sølund"


def person_called(name: str, windows: Windows, server: Server) -> str:
    """The number of one of the demo's people, read from the demo's front door."""
    door = windows.open(base_url=server.url)
    door.goto("/demo/")
    number = door.locator("form", has_text=name).first.locator("[name=person]").get_attribute("value")
    return str(number)


def enter(phone: Page, who: str) -> None:
    """Signs in in this browser as a person does: by a form."""
    phone.goto("/demo/")
    phone.locator(f"button[name=as][value={who}]").click()
    phone.wait_for_url(re.compile(r"/(plans|numbers|office)/"))


def walk_around(phone: Page) -> None:
    """To every page that this person's own page leads to."""
    paths = {str(link.get_attribute("href")) for link in phone.locator("a[href^='/plans/']").all()}
    for path in sorted(paths)[:6]:
        phone.goto(path)
        settle(phone)


@pytest.mark.parametrize("who", ["consultant", "supporter", "professional", "leader", "administrator"])
def test_others_leave_nothing(windows: Windows, demo_server: Server, who: str) -> None:
    with phone_of(who, windows, demo_server) as (phone, _line):
        walk_around(phone)
        assert [name for name in kept(phone) if not name.startswith("shell-")] == []
        assert not [path for paths in kept(phone).values() for path in paths if "plans" in path]


def test_the_wall_leaves_nothing(windows: Windows, demo_server: Server) -> None:
    wall = windows.open_as("screen", demo_server, service_workers="allow")
    settle(wall)
    wall.reload()
    settle(wall)
    assert kept(wall) == {}


def test_a_protected_citizen_is_kept_when_they_have_said_so_themselves(windows: Windows, demo_server: Server) -> None:
    rikke = person_called(PROTECTED, windows, demo_server)
    with phone_of(rikke, windows, demo_server) as (phone, _line):
        plan = plan_of(phone)
        phone.goto(f"/plans/{plan}/")
        phone.goto(f"/plans/{plan}/me/")
        assert pages_kept(phone) == []
        keep(phone, "Ja")
        look_at(phone, "")
        keep(phone, "Nej")
        settle(phone)
        assert pages_kept(phone) == []


def keep(phone: Page, answer: str) -> None:
    phone.goto(f"/plans/{plan_of(phone)}/me/")
    phone.locator("#phone").get_by_role("button", name=answer, exact=True).click()
    chosen = phone.locator("#phone").get_by_role("button", name=answer, exact=True)
    expect(chosen).to_have_attribute("aria-pressed", "true")


def test_a_citizen_may_say_no(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, _line):
        look_at(phone, "", "today/")
        keep(phone, "Nej")
        phone.goto(f"/plans/{plan_of(phone)}/today/")
        settle(phone)
        assert pages_kept(phone) == []


def test_one_persons_choice_is_not_the_nexts(windows: Windows, demo_server: Server) -> None:
    rikke = person_called(PROTECTED, windows, demo_server)
    with phone_of("citizen", windows, demo_server) as (phone, line):
        keep(phone, "Ja")
        phone.goto("about:blank")
        phone.context.request.post(f"{line.url}/demo/enter", form={"person": rikke})
        phone.goto("/")
        settle(phone)
        phone.goto(f"/plans/{plan_of(phone)}/me/")
        settle(phone)
        assert pages_kept(phone) == []


def test_addresses_with_more_in_them_are_not_kept(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, _line):
        look_at(phone, "", "?view=board")
        phone.goto(f"/plans/{plan_of(phone)}/?removed=1")
        settle(phone)
        phone.goto(f"/plans/{plan_of(phone)}/me/")
        settle(phone)
        assert not [path for path in pages_kept(phone) if "?" in path and not path.endswith("?view=board")]
        assert not [path for paths in kept(phone).values() for path in paths if path.startswith("/api/")]


def test_nothing_of_one_is_left_for_another_who_signs_in(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, "", "today/")
        enter(phone, "supporter")
        settle(phone)
        assert pages_kept(phone) == []
        line.cut()
        phone.goto("/")
        expect(phone.get_by_role("heading", name="Der er ikke signal lige nu")).to_be_visible()
        expect(phone.locator("#kept a")).to_have_count(0)


def test_nor_when_the_other_came_in_unseen_by_the_worker(windows: Windows, demo_server: Server) -> None:
    """Whose page an answer is counts, not how they came to be signed in."""
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, "", "today/")
        phone.goto("about:blank")
        phone.context.request.post(f"{line.url}/demo/enter", form={"as": "supporter"})
        phone.goto("/accessibility/")
        expect_gone(phone)


def test_signing_out_takes_everything_along(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, _line):
        look_at(phone, "", "me/")
        phone.get_by_role("button", name="Log ud").last.click()
        phone.wait_for_url("**/sign-in/**")
        assert pages_kept(phone) == []
        assert phone.evaluate("indexedDB.databases().then((all) => all.length)") == 0


def test_signing_out_without_signal_ends_the_session_before_anything_is_shown(
    windows: Windows, demo_server: Server
) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, "", "today/", "me/")
        board = f"/plans/{plan_of(phone)}/"
        other = phone.context.new_page()
        other.goto(board)
        settle(other)
        line.cut()
        phone.get_by_role("button", name="Log ud").last.click()
        out = phone.get_by_role("heading", name="Du er logget ud på telefonen")
        expect(out).to_be_visible()
        expect(other.get_by_role("heading", name="Du er logget ud på telefonen")).to_be_visible()
        assert pages_kept(phone) == []
        assert phone.evaluate("indexedDB.databases().then((all) => all.length)") == 0
        phone.goto(board)
        expect(out).to_be_visible()
        line.mend()
        phone.goto(board)
        phone.wait_for_url("**/sign-in/**")
        assert "/sign-in/" in phone.context.request.get(f"{line.url}{board}").url
        assert "out" not in kept(phone)


def test_an_answer_on_its_way_is_not_kept_after_signing_out(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, "today/")
        line.delay = 0.5
        left = phone.evaluate("""async () => { navigator.serviceWorker.controller.postMessage({ look: location.href });
            await new Promise((resolve) => setTimeout(resolve, 200));
            await fetch("/sign-out/", { method: "POST", redirect: "manual" });
            await new Promise((resolve) => setTimeout(resolve, 200));
            return caches.keys(); }""")
        assert not [name for name in left if name.startswith("pages-")]


def test_a_quick_exit_without_signal_leaves_nothing_and_no_way_back(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        phone.context.route(f"{HARMLESS}**", lambda route: route.fulfill(body="Sol", content_type="text/html"))
        look_at(phone, "", "today/")
        board = f"/plans/{plan_of(phone)}/"
        line.cut()
        phone.get_by_role("button", name="Hurtig ud").click()
        phone.wait_for_url(HARMLESS)
        phone.goto(board)
        expect(phone.get_by_role("heading", name="Du er logget ud på telefonen")).to_be_visible()
        assert pages_kept(phone) == []
        line.mend()
        phone.goto(board)
        phone.wait_for_url("**/sign-in/**")


def test_a_quick_exit_takes_the_worker_along(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, _line):
        phone.context.route(f"{HARMLESS}**", lambda route: route.fulfill(body="Sol", content_type="text/html"))
        look_at(phone, "", "today/")
        phone.get_by_role("button", name="Hurtig ud").click()
        phone.wait_for_url(HARMLESS)
        phone.goto("/healthz")
        assert kept(phone) == {}
        assert phone.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_a_session_that_was_ended_elsewhere_shows_nothing_more(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, line):
        look_at(phone, "", "today/")
        cookies = phone.context.cookies()
        phone.context.clear_cookies()
        phone.goto(f"/plans/{plan_of(phone)}/")
        phone.wait_for_url("**/sign-in/**")
        expect_gone(phone)
        phone.context.add_cookies(cookies)  # type: ignore[arg-type]
        line.cut()
        phone.goto("/")
        expect(phone.get_by_role("heading", name="Der er ikke signal lige nu")).to_be_visible()


def test_a_phone_that_is_shared_keeps_nothing(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server) as (phone, _line):
        look_at(phone, "", "me/")
        phone.get_by_text("Er I flere om telefonen?").click()
        phone.get_by_role("button", name="Ja, vi er flere om den").click()
        expect(phone.locator("html")).to_have_attribute("data-shared", "")
        for path in ("", "today/", "me/"):
            phone.goto(f"/plans/{plan_of(phone)}/{path}")
            settle(phone)
        assert pages_kept(phone) == []
