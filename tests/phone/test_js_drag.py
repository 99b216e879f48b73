"""A mouse takes a card by its handle at once, a finger by a short press; scrolling is never taken for moving."""

from typing import Any

from playwright.sync_api import FloatRect, Page, expect

from tests.browsing import Windows
from tests.phone.table import card, expect_in, lay_out, number_of, open_board, tell, titles
from tests.server import Server

PRESS_MS = 260
LOOK_MS = 70
MOST_LOOKS = 60


def box(page: Page, what: str) -> FloatRect:
    found = page.locator(what).bounding_box()
    assert found
    return found


def on_top(page: Page, title: str) -> str:
    """A new step that stands first among the wishes."""
    first = page.locator("#in-wish > .card").first
    before = {"before": first.get_attribute("data-step-id")} if first.count() else {}
    step = lay_out(page, title)
    tell(page, "move_step", step_id=step, status="wish", **before)
    expect(page.locator("#in-wish > .card").first).to_have_attribute("data-step-id", step)
    return step


def carry(page: Page, step_id: str, onto: str, *, down: float, until: str) -> None:
    """The mouse takes the handle, carries it to so far below the top of something, and holds it there until it is seen.

    A hand is never quite still, and the library only looks where a moving one is.
    """
    card(page, step_id).evaluate("card => card.scrollIntoView({block: 'center', behavior: 'instant'})")
    card(page, step_id).hover()
    grip = box(page, f"#s-{step_id} .card__grip")
    x, y = grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 12, y + 12, steps=3)
    for trembling in range(MOST_LOOKS):
        to = box(page, onto)  # where it is now: the page may have grown shorter under the hand
        page.mouse.move(to["x"] + to["width"] / 2 + trembling % 3, to["y"] + down, steps=4)
        page.wait_for_timeout(LOOK_MS)
        if page.locator(until).count():
            return
    raise AssertionError(f"{until} was never seen")


def open_desk(windows: Windows, server: Server) -> Page:
    """The citizen's own board on a wide screen."""
    page = windows.open_as("citizen", server, viewport={"width": 1440, "height": 900})
    return open_board(page)


def test_a_mouse_carries_a_card_to_another_column(windows: Windows, demo_server: Server) -> None:
    page = open_desk(windows, demo_server)
    step = on_top(page, "Bag et brød")
    carry(page, step, "#in-doing", down=30, until="#in-doing > .is-ghost")
    page.mouse.up()
    expect_in(page, step, "doing")
    expect(page.locator(f"#s-{step} a").first).to_be_focused()
    page.reload()
    expect_in(page, step, "doing")


def test_a_mouse_carries_a_card_to_another_place_in_its_column(windows: Windows, demo_server: Server) -> None:
    page = open_desk(windows, demo_server)
    lower, upper = on_top(page, "Den nederste"), on_top(page, "Den øverste")
    carry(page, lower, f"#s-{upper}", down=6, until="#in-wish > .is-ghost:first-child")
    page.mouse.up()
    expect_in(page, lower, "wish")
    assert titles(page, "wish")[:2] == ["Den nederste", "Den øverste"]
    page.reload()
    assert titles(page, "wish")[:2] == ["Den nederste", "Den øverste"]


def test_escape_lets_go(windows: Windows, demo_server: Server) -> None:
    page = open_desk(windows, demo_server)
    step = on_top(page, "Ryd skuffen op")
    before = number_of(page)
    carry(page, step, "#in-doing", down=30, until="#in-doing > .is-ghost")
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


def touch_board(windows: Windows, server: Server, **options: Any) -> Page:
    """The board on a phone that keeps nothing yet: what drags is fetched at the first touch, and here it was."""
    asked: list[str] = []
    page = windows.open_as("citizen", server, has_touch=True, is_mobile=True, **options)
    page.on("request", lambda request: asked.append(request.url))
    open_board(page)
    assert not [url for url in asked if "sortable" in url]
    with page.expect_response("**/sortable*"):
        page.locator("h1").first.tap()
    return page


def test_a_finger_carries_a_card_after_a_short_press(windows: Windows, demo_server: Server) -> None:
    page = touch_board(windows, demo_server, viewport={"width": 820, "height": 1180})
    step = on_top(page, "Hent pakken")
    card(page, step).scroll_into_view_if_needed()
    at = box(page, f"#s-{step} h3")
    x, y = at["x"] + 40, at["y"] + 10
    finger = Finger(page)
    finger.down(x, y)
    page.wait_for_timeout(PRESS_MS)
    for _ in range(3):
        to = box(page, "#in-agreed")
        finger.slide(x, y, to["x"] + to["width"] / 2 - x, to["y"] + 20 - y)
        page.wait_for_timeout(LOOK_MS)
    finger.up()
    expect_in(page, step, "agreed")


def test_a_finger_that_scrolls_moves_nothing(windows: Windows, demo_server: Server) -> None:
    page = touch_board(windows, demo_server)
    step = lay_out(page, "Se på skyer")
    expect_in(page, step, "wish")
    before = number_of(page)
    card(page, step).scroll_into_view_if_needed()
    at = box(page, f"#s-{step} h3")
    scrolled = page.evaluate("scrollY")
    finger = Finger(page)
    finger.down(at["x"] + 8, at["y"] + 8)
    finger.slide(at["x"] + 8, at["y"] + 8, 0, -260)
    finger.up()
    expect_in(page, step, "wish")
    assert page.evaluate("scrollY") > scrolled
    assert number_of(page) == before
