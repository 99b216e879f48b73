"""The whole way in with MitID, in a real browser, through a real OpenID provider: the one the demo has."""

import os
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from backend.demo.mitid.people import CITIZENS, LESS_PROVEN, STRANGER
from parts import mitid
from tests.browsing import Windows
from tests.server import Prepared, Server, serving
from tests.services import free_port, wait_until


@pytest.fixture(scope="module")
def demo_with_mitid(planted: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("with-mitid")
    beside = mitid.environment(free_port())
    env = planted.copy(folder)
    pipe = mitid.start({**env, **beside})
    with serving(env, folder, **beside) as server:
        wait_until(lambda: mitid.answers(beside), "MitID")
        yield server
    os.close(pipe)


def to_mitid(windows: Windows, server: Server, at: str = "/sign-in/") -> Page:
    page = windows.open(base_url=server.url)
    page.goto(at)
    page.get_by_role("button", name="Log ind med MitID").click()
    expect(page.get_by_role("heading", name="Hvem er du?")).to_be_visible()
    return page


def choose(page: Page, key: str) -> None:
    page.locator("details").evaluate_all("folds => folds.forEach(fold => { fold.open = true })")
    page.locator(f'button[value="{key}"]').click()


def test_a_citizen_comes_in_to_their_own_day(windows: Windows, demo_with_mitid: Server) -> None:
    page = to_mitid(windows, demo_with_mitid)
    choose(page, CITIZENS[0].key)
    expect(page).to_have_url(re.compile(r"/plans/\d+/today/$"))
    expect(page.locator("html")).to_have_attribute("data-person", re.compile("."))


def test_the_way_on_is_kept_and_the_next_one_is_asked_again(windows: Windows, demo_with_mitid: Server) -> None:
    page = to_mitid(windows, demo_with_mitid, "/sign-in/?next=/devices/")
    choose(page, CITIZENS[1].key)
    expect(page).to_have_url(re.compile(r"/devices/$"))
    page.goto("/sign-in/")
    page.get_by_role("button", name="Log ind med MitID").click()
    expect(page.get_by_role("heading", name="Hvem er du?")).to_be_visible()


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        (STRANGER.key, "Vi fandt ingen plan til dig"),
        (LESS_PROVEN.key, "MitID skal være på niveau Betydelig"),
        ("", "Du stoppede på vejen"),
    ],
)
def test_who_is_not_let_in_is_told_why(windows: Windows, demo_with_mitid: Server, key: str, sentence: str) -> None:
    page = to_mitid(windows, demo_with_mitid, "/demo/")
    choose(page, key)
    expect(page.get_by_text(sentence)).to_be_visible()
    assert not page.locator("html").get_attribute("data-person")


def test_mitid_ends_with_whoever_started_it() -> None:
    env = mitid.environment(free_port())
    pipe = mitid.start({**os.environ, **env})
    wait_until(lambda: mitid.answers(env), "MitID")
    os.close(pipe)
    wait_until(lambda: not mitid.answers(env), "the end of MitID")
