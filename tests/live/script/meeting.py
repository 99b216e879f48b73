"""The meeting as it goes: its windows, how one taps in them, and who has what on their screen."""

import re
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Page, expect

from tests.access.oracle import ROOM
from tests.access.playing import written_in
from tests.browsing import WALL, Windows
from tests.live.script.room import EVERYBODY, Room
from tests.live.script.table import GUESTS

SMALL_PHONE = {"width": 360, "height": 740}
HERE = {*EVERYBODY, ROOM}
US = {"citizen", "consultant"}
GLOWS = {True: re.compile("is-unowned"), False: re.compile("^((?!is-unowned).)*$")}
PACE = 0.65  # seconds between two taps: a second one sooner, in the same place, is held to be a double tap (taps.js)


@dataclass
class Meeting:
    """The meeting as it goes: three real windows, everybody else by light sockets."""

    room: Room
    phone: Page
    desk: Page
    wall: Page
    id: str
    at: str = ""
    tapped: float = 0.0

    @property
    def of(self) -> dict[str, Any]:
        return {"meeting_id": self.id}

    def tap(self, page: Page, label: str, *, of: str = "", first: bool = False) -> None:
        """Press what is called so; `of`: on the card whose title carries this mark."""
        page.wait_for_timeout(1000 * max(0.0, self.tapped + PACE - time.monotonic()))
        where = page.locator("li, article", has_text=of).last if of else page
        button = where.get_by_role("button", name=label)
        (button.first if first else button).click()
        self.tapped = time.monotonic()

    def goes_on(self, stage: str) -> None:
        """Whoever holds the pen taps on to the next item; everybody's screen is there."""
        items = self.room.world.items[self.id]
        item = items[items.index(self.at) + 1]
        self.room.told("consultant", "go_to_item", item_id=item, **self.of)
        self.at = item
        self.tap(self.desk, "Videre til", first=True)
        for page in (self.phone, self.desk):
            expect(page.locator(f"#stage[data-stage={stage}]")).to_be_visible()
        expect(self.wall.locator(f"#wall-meeting[data-stage={stage}]")).to_be_visible()

    def seen_by(self, text: str) -> set[str]:
        """Who has this on the meeting's page, or on the wall."""
        screens = [screen for screen in self.room.screens if screen.page.startswith(("meeting:", "screen"))]
        return {screen.who for screen in screens if text in screen.picture}

    def mark(self, name: str) -> str:
        """By what a thing's title is known on every screen."""
        steps = self.room.world.steps
        return written_in(steps[self.room.things[name]]["title"]).pop()


def before(room: Room, windows: Windows) -> Meeting:
    """The citizen plans, asks everybody, says what matters; all have the page of it open, and the wall hangs there."""
    meeting_id, soon = room.thing("meeting"), datetime.now(UTC) + timedelta(minutes=10)
    told: dict[str, Any] = {
        "meeting_kind": "network_meeting",
        "purpose": room.text("Hvad nu?"),
        "place": room.text("Huset"),
    }
    room.says("citizen", "plan_meeting", meeting_id=meeting_id, starts_at=soon.isoformat(), **told)
    for who in GUESTS:
        room.says("citizen", "ask_to_meeting", meeting_id=meeting_id, member_id=who)
    room.says("citizen", "say_what_matters", meeting_id=meeting_id, words=room.text("Min søn"))
    opened: list[Page] = []
    for who, size in (("citizen", SMALL_PHONE), ("consultant", {"width": 1440, "height": 900})):
        page = windows.open_as(str(room.laid.people[who]), room.server, viewport=size)
        page.goto(urljoin(page.url, f"/plans/{room.laid.plan_id}/meetings/{meeting_id}/"))
        opened.append(page)
    wall = windows.open(viewport=WALL, base_url=room.server.urls[-1])
    wall.goto("/wall/")
    wall.get_by_label("Lokalets navn").fill("Mødelokale 2")
    wall.get_by_role("button", name="Gør den klar").click()
    room.comes_in(meeting_id, ("citizen", "consultant", *GUESTS))
    items = re.findall(r'name="?item_id"? value="?([0-9a-f-]{36})', room.page("citizen", f"meetings/{meeting_id}/"))
    meeting = Meeting(room, opened[0], opened[1], wall, meeting_id)
    room.world.items[meeting_id] = list(dict.fromkeys(items))
    meeting.at = room.world.items[meeting_id][0]
    return meeting
