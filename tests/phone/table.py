"""The table that these tests sit at: the demo's main cast, with steps that each test lays out for itself."""

import uuid
from typing import Any

from playwright.sync_api import Locator, Page, expect


def plan_of(page: Page) -> str:
    return str(page.locator("#plan").get_attribute("data-plan-id"))


def number_of(page: Page) -> int:
    return int(page.locator("#plan").get_attribute("data-seq") or 0)


def tell(page: Page, kind: str, **fields: Any) -> dict[str, Any]:
    """A change by whoever this window belongs to, made beside the page, as from another of their devices: accepted."""
    change = {"change_id": str(uuid.uuid4()), "kind": kind, **fields}
    letter = {"device": str(uuid.uuid4()), "changes": [change]}
    answer = page.context.request.post(f"/api/plans/{plan_of(page)}/changes", data=letter)
    outcome: dict[str, Any] = answer.json()["outcomes"][0]
    assert outcome["status"] == "accepted", outcome
    return outcome


def lay_out(page: Page, title: str, status: str = "wish") -> str:
    """A step of this person's own, in a column; on every board already when this returns to a live page."""
    step_id = str(uuid.uuid4())
    tell(page, "add_step", step_id=step_id, title=title)
    if status != "wish":
        tell(page, "move_step", step_id=step_id, status=status)
    return step_id


def open_board(page: Page) -> Page:
    """The board of statuses, live and ready to be worked on."""
    page.goto(f"/plans/{plan_of(page)}/?view=board")
    settle(page)
    return page


def open_step(page: Page, step_id: str) -> Page:
    """A step's own page."""
    page.goto(f"/plans/{plan_of(page)}/steps/{step_id}/")
    settle(page)
    return page


def settle(page: Page) -> None:
    """Scripts have started: the outbox is open, and cards can be dragged where there are any."""
    expect(page.locator("html")).to_have_attribute("data-ready", "")


def card(page: Page, step_id: str) -> Locator:
    return page.locator(f"#s-{step_id}")


def expect_in(page: Page, step_id: str, status: str) -> None:
    """The card stands in this column, and the server has said so."""
    expect(page.locator(f"#in-{status} > #s-{step_id}")).to_be_attached()
    expect(card(page, step_id)).not_to_have_attribute("data-pending", "venter")


def titles(page: Page, status: str) -> list[str]:
    return page.locator(f"#in-{status} > .card h3").all_inner_texts()
