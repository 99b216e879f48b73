"""The consultant's home by keys: from row to row, to what waits, an answer written, and back; letters can be off."""

from playwright.sync_api import Locator, Page, expect

from tests.browsing import Windows
from tests.phone.keyboard import button, press, walk_to
from tests.phone.table import settle
from tests.phone.test_home import home_of, some_other, writes
from tests.server import Server

ANSWER = "Ja, jeg ringer klokken to."


def rows(home: Page) -> Locator:
    return home.locator(".home__row")


def row_with_focus(home: Page) -> str:
    return str(home.evaluate("document.activeElement.closest('.home__row')?.id"))


def ids(home: Page) -> list[str]:
    return [str(row.get_attribute("id")) for row in rows(home).all()]


def test_letters_and_arrows_walk_from_citizen_to_citizen(windows: Windows, demo_server: Server) -> None:
    home = home_of(windows, demo_server)
    home.keyboard.press("ArrowDown")
    assert row_with_focus(home) == "None", "until one is on the list, the arrows are the browser's"
    for key in ("j", "j", "ArrowDown", "k", "ArrowUp", "k"):
        home.keyboard.press(key)
    assert row_with_focus(home) == ids(home)[0]
    first = rows(home).first.locator("a")
    expect(first.nth(1)).to_be_focused()
    expect(first.nth(1)).to_have_class("home__why")
    for _ in ids(home):
        home.keyboard.press("j")
    assert row_with_focus(home) == ids(home)[-1], "the last is the last"


def test_whoever_waits_for_an_answer_gets_one_by_keys_alone(windows: Windows, demo_server: Server) -> None:
    home = home_of(windows, demo_server)
    citizen, row = some_other(windows, demo_server, home)
    writes(citizen, "00000000-0000-4000-8000-00000000ab01", "Kan du ringe i dag?")
    waits = home.locator(f"section:has(#home-waits) #{row}")
    expect(waits).to_be_visible()
    for _ in ids(home):
        home.keyboard.press("j")
        if row_with_focus(home) == row:
            break
    expect(waits.locator(".home__why").first).to_be_focused()
    home.keyboard.press("Enter")
    home.wait_for_url("**/conversation/")
    settle(home)
    walk_to(home, home.locator("#message"))
    home.keyboard.type(ANSWER)
    press(home, button(home, "Send"))
    expect(home.locator("#talk li", has_text=ANSWER)).to_be_visible()
    back = home.get_by_role("link", name="Borgere")
    walk_to(home, back, key="Shift+Tab")
    home.keyboard.press("Enter")
    home.wait_for_url("**/desk/")
    settle(home)
    expect(home.locator(f"section:has(#home-waits) #{row}")).to_have_count(0)
    home.keyboard.press("j")
    assert row_with_focus(home) == ids(home)[0]


def test_the_search_and_the_line_have_a_letter_each_and_the_list_of_keys_tells(
    windows: Windows, demo_server: Server
) -> None:
    home = home_of(windows, demo_server)
    home.keyboard.press("/")
    expect(home.locator("#search-for")).to_be_focused()
    home.keyboard.type("Mikkel")
    home.keyboard.press("Tab")
    home.keyboard.type("jk/n")
    expect(home.locator("#search")).to_have_value("jk/n")
    walk_to(home, home.locator("#note-head ~ form .button"), key="Shift+Tab")
    home.keyboard.press("n")
    expect(home.locator("#note-for")).to_be_focused()
    walk_to(home, home.locator(".home__head .desk__keys"), key="Shift+Tab")
    home.keyboard.press("?")
    keys = home.locator("dialog#keys")
    expect(keys).to_contain_text("Gå til den næste eller forrige borger")
    home.keyboard.press("j")
    expect(keys.locator(":focus")).to_be_visible()


def test_letters_can_be_turned_off_and_the_arrows_stay(windows: Windows, demo_server: Server) -> None:
    home = home_of(windows, demo_server)
    press(home, home.locator(".home__head .desk__keys"))
    keys = home.locator("dialog#keys")
    press(home, keys.locator("[data-keys]"), key="Space")
    home.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    for key in ("j", "k", "/", "n", "?"):
        home.keyboard.press(key)
        expect(home.locator(".home__head .desk__keys")).to_be_focused()
    expect(keys).to_be_hidden()
    walk_to(home, rows(home).first.locator("h3 a"))
    home.keyboard.press("ArrowDown")
    assert row_with_focus(home) == ids(home)[1]
