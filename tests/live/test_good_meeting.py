"""The whole script of a good meeting, minute by minute, on a real server: twelve people and the wall."""

import time
from pathlib import Path

import httpx
from playwright.sync_api import expect

from tests.access.oracle import ROOM
from tests.browsing import Windows
from tests.conftest import StartServer
from tests.faults.pages import is_as_opened_anew
from tests.live.script.later_rows import agreed, hard, life_goal, take_home, who_when
from tests.live.script.meeting import Meeting, before
from tests.live.script.room import EVERYBODY, Room
from tests.live.script.rows import since_last, strengths, welcome

ROWS = (welcome, since_last, strengths, life_goal, hard, who_when, agreed, take_home)
SOON = 2.0  # seconds within which the minutes are on every phone
ON_A_BUSY_MACHINE = 3
FOLDED = "document.querySelectorAll('details[data-keep]:not(.follow)').forEach(fold => { fold.open = false; })"


def test_every_screen_is_what_it_should_be_in_every_minute(
    live_server_process: StartServer, windows: Windows, tmp_path: Path
) -> None:
    room = Room(live_server_process(planted=False), tmp_path)
    try:
        meeting = before(room, windows)
        room.compare()
        for row in ROWS:
            row(meeting)
            meeting.phone.evaluate(FOLDED)
            for page in (meeting.phone, meeting.wall):
                is_as_opened_anew(page)
        ends(meeting)
        falls_back(meeting)
    finally:
        room.close()


def ends(m: Meeting) -> None:
    """The minutes are with everybody at once, the wall is empty and what it held opens nothing any more."""
    room = m.room
    screens = [screen for screen in room.screens if screen.page.startswith("meeting:")]
    room.told("citizen", "end_meeting", **m.of)
    began = time.monotonic()
    m.tap(m.phone, "Slut mødet")
    room.until(lambda: all('class="minutes"' in s.picture for s in screens), SOON * ON_A_BUSY_MACHINE, "no minutes")
    took = time.monotonic() - began
    for page in (m.phone, m.desk):
        expect(page.locator("article.minutes")).to_be_visible()
    print(f"minutes on {len(screens)} screens after {took:.2f} s")
    expect(m.wall.locator(".is-calm")).to_be_attached()
    assert "⟦" not in m.wall.content() and "Amina" not in m.wall.content()
    wall = room.people["wall"]
    with httpx.Client(base_url=wall.url, headers=wall.headers) as browser:
        plan = f"/plans/{wall.plan_id}"
        assert browser.get(f"{plan}/screen/").headers.get("Location") == "/wall/"
        assert browser.get(f"/api{plan}/catch-up?after=0&page=screen").status_code == 404
    assert len(screens) == len(EVERYBODY)


def falls_back(m: Meeting) -> None:
    """Whoever was asked sees what is shared with them, by the citizen's yes too, and nothing of the room."""
    room, head = m.room, {}
    room.compare()
    room.only_their_cards()
    for who in EVERYBODY[2:]:
        head[who] = {screen.name: screen.seq for screen in room.screens if screen.who == who}
    assert room.world.sees_step("gerda", room.things["cykel"]), "the citizen said yes to it"
    assert not room.world.sees_step("gerda", room.things["on the wall"])
    room.says("citizen", "move_step", step_id=room.things["on the wall"], status="doing")
    room.says(
        "consultant", "reword_goal", goal_id=room.things["private goal"], field="community", text=room.text("K"), was=""
    )
    room.compare()
    for who, numbers in head.items():
        assert numbers == {screen.name: screen.seq for screen in room.screens if screen.who == who}, "told of nothing"
    assert not any(screen.who == ROOM and not screen.dark_at for screen in room.screens)
