"""People on the network map are moved by a mouse, a finger and arrow keys; each is the one command, and is kept."""

from typing import Any

from playwright.sync_api import CDPSession, Locator, Page, expect

from tests.browsing import PHONE, Windows
from tests.phone.table import number_of, settle
from tests.server import Server

MOVED = "m => [m.dataset.near, m.dataset.place].join()"


def open_map(windows: Windows, server: Server, who: str = "citizen", **options: Any) -> Page:
    page = windows.open_as(who, server, **options)
    page.goto(f"/plans/{page.locator('#plan').get_attribute('data-plan-id')}/network/")
    settle(page)
    return page


def person(page: Page, name: str) -> Locator:
    return page.get_by_role("link", name=f"{name}, ")


def middle(one: Locator) -> tuple[float, float]:
    box = one.locator(".map__dot").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def is_kept(page: Page, one: Locator, before: int) -> None:
    """One change, and the fresh page has them in the same place."""
    expect(page.locator("#plan")).to_have_attribute("data-seq", str(before + 1))
    stands = one.evaluate(MOVED)
    page.reload()
    settle(page)
    assert one.evaluate(MOVED) == stands


def test_a_mouse_moves_somebody_nearer(windows: Windows, demo_server: Server) -> None:
    page = open_map(windows, demo_server)
    one, before, address = person(page, "Onkel Kaj"), number_of(page), page.url
    one.scroll_into_view_if_needed()
    (x, y), (to_x, to_y) = middle(one), middle_of_map(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move((x + 2 * to_x) / 3, (y + 2 * to_y) / 3, steps=6)
    expect(one).to_have_attribute("data-near", "1")
    page.mouse.up()
    assert page.url == address, "a drag is no press on the link"
    is_kept(page, one, before)
    expect(page.locator("article", has_text="Onkel Kaj").first).to_contain_text("helt tæt på")
    one.click()
    expect(page).to_have_url(f"{address}#n-{(one.get_attribute('id') or '')[2:]}")


def middle_of_map(page: Page) -> tuple[float, float]:
    box = page.locator(".map__me").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_finger_moves_somebody_farther_away(windows: Windows, demo_server: Server) -> None:
    page = open_map(windows, demo_server, viewport=PHONE, has_touch=True, is_mobile=True)
    one, before = person(page, "Alma"), number_of(page)
    one.scroll_into_view_if_needed()
    x, y = middle(one)
    phone = page.context.new_cdp_session(page)
    stands = one.evaluate(MOVED)
    touch(phone, "touchStart", x, y)
    for far in range(10, 61, 10):
        touch(phone, "touchMove", x, y + far)
    touch(phone, "touchEnd")
    assert one.evaluate(MOVED) == stands, "who scrolls moves nobody"
    page.evaluate("scrollTo(0, 0)")
    x, y = middle(one)
    touch(phone, "touchStart", x, y)
    expect(page.locator(".map__who.is-dragged")).to_have_count(1)
    for far in range(10, 131, 10):
        touch(phone, "touchMove", x, y - far)
    expect(one).to_have_attribute("data-near", "4")
    touch(phone, "touchEnd")
    is_kept(page, one, before)


def touch(phone: CDPSession, kind: str, *at: float) -> None:
    points = [{"x": at[0], "y": at[1]}] if at else []
    phone.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_arrow_keys_move_somebody_and_a_row_of_presses_is_one_change(windows: Windows, demo_server: Server) -> None:
    page = open_map(windows, demo_server)
    one, before = person(page, "Fatima"), number_of(page)
    one.focus()
    for key in ("ArrowUp", "ArrowUp", "ArrowDown", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    is_kept(page, one, before)
    expect(one).to_have_attribute("data-near", "2")


def test_the_consultant_moves_nobody(windows: Windows, demo_server: Server) -> None:
    page = open_map(windows, demo_server, "consultant")
    one = page.locator(".map__who").first
    one.focus()
    stands, before = one.evaluate(MOVED), number_of(page)
    page.keyboard.press("ArrowDown")
    assert (one.evaluate(MOVED), number_of(page)) == (stands, before)
