"""A new release waits for a yes, takes no half-typed word, and never mixes one release's page with another's style."""

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from parts.places import COLLECTED
from tests.browsing import Windows
from tests.conftest import StartServer
from tests.phone.table import lay_out, open_step, plan_of, settle
from tests.phone.worker import expect_worker, kept, look_at
from tests.server import Server

WRITTEN = "Jeg er bange for at de spør"


@pytest.fixture
def next_release(tmp_path: Path) -> Path:
    """The same assets with another style, under the name that its content gives it."""
    folder = tmp_path / "next"
    shutil.copytree(COLLECTED, folder)
    names = json.loads((folder / "staticfiles.json").read_text())
    old = names["paths"]["build/css/app.css"]
    new = names["paths"]["build/css/app.css"] = "build/css/app.0123456789ab.css"
    (folder / new).write_text((folder / old).read_text() + "\n.of-the-next-release { color: inherit; }\n")
    for packed in folder.glob(f"{old}.*"):
        packed.unlink()
    (folder / old).unlink()
    (folder / "staticfiles.json").write_text(json.dumps(names))
    return folder


def release(server: Server, static: Path) -> None:
    """The server is stopped, and started again as the next release."""
    (process,) = server.processes
    process.stop()
    process.env |= {"TAVLEN_STATIC_DIR": str(static), "TAVLEN_RELEASE": "next"}
    process.start()


def phone_with_worker(windows: Windows, server: Server) -> Page:
    phone = windows.open_as("citizen", server, service_workers="allow")
    expect_worker(phone)
    return phone


def style_of(page: Page) -> str:
    return str(page.locator("link[rel=stylesheet]").get_attribute("href"))


def test_it_waits_for_a_yes_and_a_half_typed_word_survives(
    windows: Windows, live_server_process: StartServer, next_release: Path
) -> None:
    server = live_server_process()
    phone = phone_with_worker(windows, server)
    open_step(phone, lay_out(phone, "Ring til banken")).locator("#remark").press_sequentially(WRITTEN)
    phone.evaluate("window.isSame = true")
    release(server, next_release)
    other = phone.context.new_page()
    other.goto(f"/plans/{plan_of(phone)}/network/")
    other.evaluate("window.isSame = true")
    line = phone.locator(".newest")
    expect(line).to_contain_text("Der er en ny udgave")
    assert phone.evaluate("window.isSame") is True
    expect(phone.locator("#remark")).to_have_value(WRITTEN)
    line.get_by_role("button", name="Vis den").click()
    expect(line).to_have_count(0)
    settle(phone)
    expect(phone.locator("#remark")).to_have_value(WRITTEN)
    assert "0123456789ab" in style_of(phone)
    assert phone.evaluate("window.isSame") is None
    assert other.evaluate("window.isSame") is True


def test_later_is_an_answer(windows: Windows, live_server_process: StartServer, next_release: Path) -> None:
    server = live_server_process()
    phone = phone_with_worker(windows, server)
    release(server, next_release)
    phone.reload()
    phone.locator(".newest").get_by_role("button", name="Senere").click()
    expect(phone.locator(".newest")).to_have_count(0)
    assert "shell-next" in kept(phone)
    assert phone.evaluate("navigator.serviceWorker.getRegistration().then(({ waiting }) => Boolean(waiting))")


def test_when_nobody_has_the_old_one_open_it_takes_over_by_itself(
    windows: Windows, live_server_process: StartServer, next_release: Path
) -> None:
    server = live_server_process()
    phone = phone_with_worker(windows, server)
    release(server, next_release)
    phone.reload()
    expect(phone.locator(".newest")).to_be_visible()
    assert any(has_taken_over(phone) for _ in range(5))  # a browser lets go of a page a moment after it was left
    expect(phone.locator(".newest")).to_have_count(0)


def has_taken_over(phone: Page) -> bool:
    """Every page is closed and one opened again: does no release wait any more?"""
    phone.goto("about:blank")
    phone.goto("/accessibility/")
    settle(phone)
    return not phone.evaluate("navigator.serviceWorker.getRegistration().then(({ waiting }) => Boolean(waiting))")


def test_a_page_of_the_release_before_keeps_its_own_looks(
    windows: Windows, live_server_process: StartServer, next_release: Path
) -> None:
    server = live_server_process()
    phone = phone_with_worker(windows, server)
    look_at(phone, "today/", "network/")
    plan, old = plan_of(phone), style_of(phone)
    release(server, next_release)
    phone.goto(f"/plans/{plan}/me/")
    phone.locator(".newest").get_by_role("button", name="Vis den").click()
    expect(phone.locator(".newest")).to_have_count(0)
    settle(phone)
    server.processes[0].stop()
    phone.goto(f"/plans/{plan}/network/")
    assert style_of(phone) == old
    assert phone.evaluate("[...document.styleSheets].every((sheet) => sheet.cssRules.length > 0)")
    phone.goto(f"/plans/{plan}/me/")
    assert "0123456789ab" in style_of(phone)
    assert phone.evaluate("[...document.styleSheets].every((sheet) => sheet.cssRules.length > 0)")
    server.processes[0].start()
