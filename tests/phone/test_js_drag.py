"""Cards by their handle: a mouse at once, a finger after a short press; scrolling is never taken for moving."""

from typing import Any

from playwright.sync_api import FloatRect, Page, expect

from tests.browsing import Windows
from tests.phone.table import card, expect_in, lay_out, number_of, open_board, settle, titles
from tests.server import Server

PRESS_MS = 260


def box(page: Page, what: str) -> FloatRect:
    found = page.locator(what).bounding_box()
    assert found
    return found


def grip(page: Page, step_id: str) -> tuple[float, float]:
    card(page, step_id).scroll_into_view_if_needed()
    card(page, step_id).hover()
    at = box(page, f"#s-{step_id} .card__grip")
    return at["x"] + at["width"] / 2, at["y"] + at["height"] / 2


def carry(page: Page, step_id: str, column: str, *, below: float = 30) -> None:
    """The mouse takes the handle and carries it into a column, and holds it there."""
    x, y = grip(page, step_id)
    to = box(page, f"#in-{column}")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 12, y + 12, steps=3)
    page.mouse.move(to["x"] + to["width"] / 2, to["y"] + below, steps=8)
    page.wait_for_timeout(80)


def open_desk(windows: Windows, server: Server) -> Page:
    """The citizen's own board on a wide screen."""
    page = windows.open_as("citizen", server, viewport={"width": 1440, "height": 900})
    return open_board(page)


def test_a_mouse_carries_a_card_to_another_column(windows: Windows, demo_server: Server) -> None:
    page = open_desk(windows, demo_server)
    step = lay_out(page, "Bag et brød")
    expect_in(page, step, "wish")
    carry(page, step, "doing")
    page.mouse.up()
    expect_in(page, step, "doing")
    expect(page.locator(f"#s-{step} a").first).to_be_focused()
    page.reload()
    expect_in(page, step, "doing")


def test_a_mouse_carries_a_card_to_another_place_in_its_column(windows: Windows, demo_server: Server) -> None:
    page = open_desk(windows, demo_server)
    for title in ("Den første", "Den anden"):
        last = lay_out(page, title, "paused")
    page.locator("details:has(#in-paused) summary").click()
    expect_in(page, last, "paused")
    carry(page, last, "paused", below=4)
    page.mouse.up()
    expect(card(page, last)).not_to_have_attribute("data-pending", "venter")
    assert titles(page, "paused")[-2:] == ["Den anden", "Den første"]
    page.reload()
    assert titles(page, "paused")[-2:] == ["Den anden", "Den første"]


def test_escape_lets_go(windows: Windows, demo_server: Server) -> None:
    page = open_desk(windows, demo_server)
    step = lay_out(page, "Ryd skuffen op")
    expect_in(page, step, "wish")
    before = number_of(page)
    carry(page, step, "doing")
    page.keyboard.press("Escape")
    page.mouse.up()
    expect_in(page, step, "wish")
    assert number_of(page) == before


class Finger:
    """One finger on the glass, in steps of the browser's own input."""

    def __init__(self, page: Page) -> None:
        self._to = page.context.new_cdp_session(page)

    def _touch(self, kind: str, *points: dict[str, float]) -> None:
        sent: dict[str, Any] = {"type": kind, "touchPoints": list(points)}
        self._to.send("Input.dispatchTouchEvent", sent)

    def down(self, x: float, y: float) -> None:
        self._touch("touchStart", {"x": x, "y": y})

    def slide(self, x: float, y: float, dx: float, dy: float, steps: int = 10) -> None:
        for step in range(1, steps + 1):
            self._touch("touchMove", {"x": x + dx * step / steps, "y": y + dy * step / steps})

    def up(self) -> None:
        self._touch("touchEnd")


def touch_board(windows: Windows, server: Server) -> Page:
    page = windows.open_as("citizen", server, has_touch=True, is_mobile=True, viewport={"width": 820, "height": 1180})
    return open_board(page)


def test_a_finger_carries_a_card_after_a_short_press(windows: Windows, demo_server: Server) -> None:
    page = touch_board(windows, demo_server)
    step = lay_out(page, "Hent pakken")
    expect_in(page, step, "wish")
    card(page, step).scroll_into_view_if_needed()
    at, to = box(page, f"#s-{step} .card__grip"), box(page, "#in-agreed")
    x, y = at["x"] + at["width"] / 2, at["y"] + at["height"] / 2
    finger = Finger(page)
    finger.down(x, y)
    page.wait_for_timeout(PRESS_MS)
    finger.slide(x, y, to["x"] + to["width"] / 2 - x, to["y"] + 20 - y)
    page.wait_for_timeout(80)
    finger.up()
    expect_in(page, step, "agreed")


def test_a_finger_that_scrolls_moves_nothing(windows: Windows, demo_server: Server) -> None:
    page = windows.open_as("citizen", demo_server, has_touch=True, is_mobile=True)
    open_board(page)
    step = lay_out(page, "Se på skyer")
    expect_in(page, step, "wish")
    before = number_of(page)
    card(page, step).scroll_into_view_if_needed()
    at = box(page, f"#s-{step} .card__grip")
    scrolled = page.evaluate("scrollY")
    finger = Finger(page)
    finger.down(at["x"] + 8, at["y"] + 8)
    finger.slide(at["x"] + 8, at["y"] + 8, 0, -260)
    finger.up()
    expect_in(page, step, "wish")
    assert page.evaluate("scrollY") > scrolled
    assert number_of(page) == before
