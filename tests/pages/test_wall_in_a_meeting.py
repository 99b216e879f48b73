"""A wall in a real browser: paired, led through a meeting, made blank and let go. Nobody presses anything on it."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import WALL, Windows
from tests.pages.test_wall_fits import SMALL
from tests.server import Server


def does(citizen: Page, plan: str, kind: str, **fields: Any) -> None:
    change = {"change_id": str(uuid4()), "kind": kind, **fields}
    sent = {"device": str(uuid4()), "changes": [change]}
    answer = citizen.request.post(f"/api/plans/{plan}/changes", data=sent).json()
    assert answer["outcomes"][0]["status"] == "accepted", answer


def begin(citizen: Page, plan: str) -> str:
    meeting_id, soon = str(uuid4()), datetime.now(UTC) + timedelta(hours=1)
    told = {"meeting_kind": "network_meeting", "starts_at": soon.isoformat(), "purpose": "Hvad skal der ske nu?"}
    does(citizen, plan, "plan_meeting", meeting_id=meeting_id, **told)
    does(citizen, plan, "start_meeting", meeting_id=meeting_id)
    return meeting_id


def pair(phone: Page, wall: Page, plan: str) -> None:
    phone.goto(f"/plans/{plan}/wall/#{''.join(wall.locator('.wall-waits__code b').all_inner_texts())}")
    phone.get_by_role("button", name="Find skærmen").click()
    expect(phone.locator(".wall-name")).to_have_text("Mødelokale 2")
    phone.get_by_role("button", name="Ja, vis tavlen her").click()
    expect(phone.locator("article#room")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_it_finds_out_by_itself_and_fits_in_every_stage(windows: Windows, demo_server: Server, scripts: bool) -> None:
    citizen = windows.open_as("citizen", demo_server)
    wall = windows.open(viewport=WALL, base_url=demo_server.url, java_script_enabled=scripts)
    plan = citizen.url.split("/plans/")[1].split("/")[0]
    wall.goto("/wall/")
    wall.get_by_label("Lokalets navn").fill("Mødelokale 2")
    wall.get_by_role("button", name="Gør den klar").click()
    expect(wall.locator(".qr")).to_be_visible()
    meeting_id = begin(citizen, plan)
    pair(citizen, wall, plan)
    expect(wall.locator("#wall-meeting")).to_have_attribute("data-stage", re.compile("."))
    if scripts:
        for item in _items(citizen, plan, meeting_id):
            does(citizen, plan, "go_to_item", meeting_id=meeting_id, item_id=item)
            expect(wall.locator(".wall__dots .is-now")).to_have_count(1)
            assert wall.evaluate(SMALL) == []
            assert wall.evaluate("document.documentElement.scrollHeight <= innerHeight")
        citizen.goto(f"/plans/{plan}/meetings/{meeting_id}/")
        citizen.get_by_role("button", name="Gør skærmen blank").click()
        expect(wall.locator("#wall")).to_be_empty()
        citizen.get_by_role("button", name="Vis skærmen igen").click()
        expect(wall.locator("#life-goal")).to_be_visible()
    does(citizen, plan, "end_meeting", meeting_id=meeting_id)
    expect(wall.locator(".is-calm")).to_be_attached(timeout=15_000)
    expect(wall.locator("main")).to_have_text(re.compile(r"^\s*Skærmen viser ikke noget\.\s*$"))


def _items(citizen: Page, plan: str, meeting_id: str) -> list[str]:
    """Those of the agenda that one can go to, in order."""
    html = citizen.request.get(f"/plans/{plan}/meetings/{meeting_id}/").text()
    return list(dict.fromkeys(re.findall(r'name="item_id" value="([0-9a-f-]{36})"', html)))
