"""What many tests stand on: prepared databases, real servers, a real browser."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.plugin import DjangoDbBlocker

from parts import services
from tests import browsing
from tests.browsing import Windows
from tests.own_database import in_place_of_ours, stay_empty_when_emptied
from tests.server import Prepared, Server, prepare_once, serving

gc.disable()  # while the tests are collected
StartServer = Callable[..., Server]
HERE = Path(__file__).parent
LONGEST = (
    "phone/test_outbox_every_command.py",
    "live/test_old_page_and_fragments.py",
    "pages/test_axe.py",
    "phone/test_offline_pages.py",
    "access/test_sharing_machine.py",
    "faults/test_smoke.py",
    "phone/test_offline_private.py",
    "phone/test_offline_newest.py",
    "phone/test_outbox_line.py",
    "phone/test_desk_by_keyboard.py",
    "phone/test_js_outbox.py",
    "phone/test_js_live.py",
    "phone/test_by_keyboard.py",
    "shell/test_demo.py",
    "access/test_invitation_door.py",
    "access/test_canaries_in_bytes.py",
    "access/test_every_cell.py",
    "live/test_two_processes.py",
    "live/test_schema.py",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    told = "after every act every page, on this database alone (tests/live/test_old_page_and_fragments.py): long"
    parser.addoption("--every-page", action="store_true", help=told)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first, so that at the end no worker sits over one alone; within a file nothing changes."""
    place = {HERE / name: number for number, name in enumerate(LONGEST)}
    assert all(file.exists() for file in place), "LONGEST names a file that is gone"
    items.sort(key=lambda item: place.get(item.path, len(place)))


def pytest_collection_finish() -> None:
    """All that is there when the tests begin stays: nobody looks through it for garbage again and again."""
    gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The whole browser's program, for what only a whole one does: installing, keeping a profile."""
    return services.ensure_chromium()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """A database with tables and nobody in it."""
    return prepare_once(_of_the_run(tmp_path_factory), planted=False)


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """A database with all the demo people."""
    return prepare_once(_of_the_run(tmp_path_factory), planted=True)


def _of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that all workers of this run have in common."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def django_db_setup(
    migrated: Prepared,
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Instead of pytest-django's own, which would migrate for each worker anew."""
    stay_empty_when_emptied()
    with in_place_of_ours(migrated.copy(tmp_path_factory.mktemp("ours")), django_db_blocker):
        yield


@pytest.fixture
def live_server_process(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StartServer]:
    """start(planted=True, **environment) → Server on a database of its own; stopped when the test ends."""
    started: list[Server] = []
    with ExitStack() as servers:

        def start(*, planted: bool = True, **extra: str) -> Server:
            prepared: Prepared = request.getfixturevalue("planted" if planted else "migrated")
            folder = tmp_path / f"server-{len(started)}"
            started.append(servers.enter_context(serving(prepared.copy(folder), folder, **extra)))
            return started[-1]

        yield start


@pytest.fixture(scope="module")
def demo_server(planted: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server with the demo people, shared by the tests of a file: what one changes the next one finds."""
    folder = tmp_path_factory.mktemp("demo")
    with serving(planted.copy(folder), folder) as server:
        yield server


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Of a file, not of the run: while it is open, Playwright's loop counts as running in this thread."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    try:
        with browsing.chromium_running(services.headless_chromium()) as running:
            yield running
    finally:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def windows(browser: Browser) -> Iterator[Windows]:
    """Opens windows: windows.open_as("citizen", demo_server)."""
    opened = Windows(browser)
    yield opened
    opened.close()


@pytest.fixture
def page(windows: Windows) -> Page:
    """An empty window the size of a phone."""
    return windows.open()
