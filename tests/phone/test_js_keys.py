"""The whole board by keyboard, and never a letter taken from somebody who types."""

from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.phone.table import expect_in, lay_out, open_board, plan_of, settle, titles
from tests.server import Server


def open_desk(windows: Windows, server: Server) -> Page:
    page = windows.open_as("citizen", server, viewport={"width": 1440, "height": 900})
    return open_board(page)


def at_card(page: Page, step_id: str) -> None:
    page.locator(f"#s-{step_id} a").first.focus()


def focused_title(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


def test_arrows_walk_from_card_to_card(windows: Windows, demo_server: Server) -> None:
    page = open_desk(windows, demo_server)
    upper, lower = lay_out(page, "Det øverste"), lay_out(page, "Det nederste")
    expect_in(page, lower, "wish")
    at_card(page, upper)
    page.keyboard.press("ArrowDown")
    assert focused_title(page) == "Det nederste"
    page.keyboard.press("ArrowRight")
    assert focused_title(page) in titles(page, "agreed")
    page.keyboard.press("ArrowLeft")
    assert focused_title(page) in titles(page, "wish")


def test_alt_and_arrows_carry_the_card_and_say_where(windows: Windows, demo_server: Server) -> None:
    page = open_desk(windows, demo_server)
    first, second = lay_out(page, "Kog kaffe"), lay_out(page, "Drik kaffe")
    expect_in(page, second, "wish")
    at_card(page, second)
    page.keyboard.press("Alt+ArrowUp")
    expect_in(page, second, "wish")
    assert titles(page, "wish")[-2:] == ["Drik kaffe", "Kog kaffe"]
    page.keyboard.press("Shift+ArrowRight")
    expect_in(page, second, "agreed")
    assert focused_title(page) == "Drik kaffe"
    expect(page.locator("#say")).to_contain_text("Flyttet til Aftalt")
    page.reload()
    expect_in(page, second, "agreed")
    expect_in(page, first, "wish")


def test_letters_open_help_and_a_new_step_unless_turned_off(windows: Windows, demo_server: Server) -> None:
    desk = windows.open_as("consultant", demo_server)
    settle(desk)
    desk.keyboard.press("?")
    keys = desk.locator("dialog#keys")
    expect(keys).to_be_visible()
    keys.locator("[data-keys]").uncheck()
    desk.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    desk.keyboard.press("n")
    desk.keyboard.press("?")
    expect(keys).to_be_hidden()
    desk.locator(".desk__keys").click()
    keys.locator("[data-keys]").check()
    desk.keyboard.press("Escape")
    desk.locator("body").press("n")
    desk.wait_for_url("**/steps/new/")


def test_who_types_is_left_alone(windows: Windows, demo_server: Server) -> None:
    desk = windows.open_as("consultant", demo_server)
    step = lay_out(desk, "Skriv et brev")
    expect_in(desk, step, "wish")
    desk.locator(f"#s-{step} a").first.click()
    field = desk.locator("#sheet #remark")
    field.press_sequentially("nm? ")
    field.press("Alt+ArrowRight")
    expect(field).to_have_value("nm? ")
    expect(desk.locator("dialog#keys")).to_be_hidden()
    expect_in(desk, step, "wish")
    assert f"/plans/{plan_of(desk)}/steps/{step}/" in desk.url
