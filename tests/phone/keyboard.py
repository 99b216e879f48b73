"""Hands that have a keyboard and nothing else."""

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 300
IS_HERE = "one => one === document.activeElement"


def walk_to(page: Page, what: Locator, *, key: str = "Tab") -> None:
    """Tab (or Shift+Tab) until the focus is there."""
    for _ in range(MOST_TABS):
        if what.evaluate(IS_HERE):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} never comes to {what}")


def press(page: Page, what: Locator, *, key: str = "Enter") -> None:
    walk_to(page, what)
    page.keyboard.press(key)


def write(page: Page, what: Locator, words: str) -> None:
    """In place of what stands there."""
    walk_to(page, what)
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def expect_a_place(page: Page) -> None:
    """The focus is on something that can be seen: nobody has to begin again from the top of the page."""
    expect(page.locator(":focus")).to_be_visible()


def button(page: Page | Locator, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True).first


def fold(page: Page | Locator, name: str) -> Locator:
    return page.locator("summary").filter(has_text=name).first
