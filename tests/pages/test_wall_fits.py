"""The wall at 1920 × 1080, from five metres: whole cards only, nothing smaller than 28 px, nothing beyond the edge."""

from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.server import Server

LONG = "Skriv til Erhvervsuddannelsescentret om en plads på tømrerholdet til næste år"
SIZES = {"wall": (1920, 1080), "small wall": (1280, 720), "large wall": (3840, 2160)}
CUT = """() => [...document.querySelectorAll('.wall__column ol')].flatMap(list => {
  const room = list.getBoundingClientRect();
  return [...list.children].slice(0, 4).filter(card => {
    const place = card.getBoundingClientRect();
    return place.bottom > room.bottom + 1 || place.left > room.right;
  }).map(card => card.textContent); })"""
SMALL = """() => [...document.querySelectorAll('main *')].filter(thing =>
  [...thing.childNodes].some(node => node.nodeType === 3 && node.textContent.trim())
  && !thing.closest('.hush, .wall__back') && parseFloat(getComputedStyle(thing).fontSize) < 28)
  .map(thing => thing.textContent)"""


@pytest.fixture
def citizen(windows: Windows, demo_server: Server) -> Page:
    return windows.open_as("citizen", demo_server)


def fill(citizen: Page, status: str, how_many: int) -> None:
    """So many more steps with the longest of titles, all let into the room."""
    changes = []
    for step_id in (str(uuid4()) for _ in range(how_many)):
        changes += [
            {"kind": "add_step", "step_id": step_id, "title": LONG},
            {"kind": "move_step", "step_id": step_id, "status": status},
            {"kind": "show_in_room", "subject": "step", "subject_id": step_id},
        ]
    sent = {"device": str(uuid4()), "changes": [{**change, "change_id": str(uuid4())} for change in changes]}
    number = citizen.url.split("/plans/")[1].split("/")[0]
    answer = citizen.request.post(f"/api/plans/{number}/changes", data=sent)
    assert {outcome["status"] for outcome in answer.json()["outcomes"]} == {"accepted"}


def open_wall(windows: Windows, server: Server, size: str) -> Page:
    width, height = SIZES[size]
    return windows.open_as("screen", server, viewport={"width": width, "height": height})


@pytest.mark.parametrize("size", SIZES)
def test_few_or_many_every_card_shown_is_whole(windows: Windows, demo_server: Server, citizen: Page, size: str) -> None:
    wall = open_wall(windows, demo_server, size)
    assert wall.evaluate(CUT) == []
    fill(citizen, "wish", 1)
    fill(citizen, "done", 4)
    wall.reload()
    assert wall.evaluate(CUT) == []
    assert wall.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert wall.evaluate("document.documentElement.scrollHeight <= innerHeight")


def test_no_letter_is_smaller_than_28_pixels(windows: Windows, demo_server: Server) -> None:
    assert open_wall(windows, demo_server, "wall").evaluate(SMALL) == []


def test_a_card_let_in_arrives_by_itself(windows: Windows, demo_server: Server, citizen: Page) -> None:
    wall = open_wall(windows, demo_server, "wall")
    before = int(wall.inner_text("#n-doing"))
    fill(citizen, "doing", 1)
    expect(wall.locator("#n-doing")).to_have_text(str(before + 1))
    assert wall.locator("#in-doing > li").count() == before + 1
