"""Everybody at the table of the script: who says what, what each screen holds, and what the oracle says to it."""

import json
import re
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from tests.access.oracle import ROOM
from tests.access.oracle_orders import Orders
from tests.access.playing import _NOT_OF_ACCESS, written_in
from tests.faults.history import History
from tests.faults.people import Person, enter
from tests.faults.viewers import Audience, Viewer
from tests.live import dom
from tests.live.script.table import GUESTS, LATE, Laid
from tests.server import Server

LAY = "from tests.live.script.table import lay; lay()"
BESIDE = {"citizen": ("today", "today/"), "consultant": ("desk", ""), "supporter": ("shared", "")}
EVERYBODY = ("citizen", "consultant", *GUESTS, LATE)


class Screen(Viewer):
    """A page that somebody holds in their hand, kept up to date by frames alone; `heard`: every marked text of it."""

    who = ""

    def _hear(self, text: str) -> None:
        self.heard = getattr(self, "heard", set()) | written_in(text)

    @property
    def picture(self) -> str:
        return dom.picture(self.tree)


@dataclass
class Room:
    """`says` carries out an order on the real server and in the oracle; `compare` holds every screen to both."""

    server: Server
    folder: Path
    laid: Laid = field(init=False)
    people: dict[str, Person] = field(default_factory=dict)
    screens: list[Screen] = field(default_factory=list)
    may_have_read: dict[str, set[str]] = field(default_factory=dict)
    changes: int = 0

    def __post_init__(self) -> None:
        self.history, self.audience = History(self.folder / "history.jsonl"), Audience()
        self.laid = Laid(**json.loads(self.server.manage("shell", "-v0", "-c", LAY).split("laid ")[1]))
        self.things, self.world = self.laid.things, Orders(seats={"citizen", "consultant", *GUESTS})
        self._http = {url: httpx.Client(base_url=url, timeout=20) for url in self.server.urls}
        for number, (who, person_id) in enumerate(self.laid.people.items()):
            url = self.server.urls[number % len(self.server.urls)]
            self.people[who] = self._enter(who, url, person_id)
        for who, kind, fields in self.laid.orders:
            self.told(who, kind, **fields)

    def _enter(self, who: str, url: str, person_id: int) -> Person:
        role = who if who in ("citizen", "consultant", "professional") else "supporter"
        return enter(url, role, plan_id=self.laid.plan_id, person_id=person_id)

    # What is said

    def text(self, words: str) -> str:
        self.laid.written += 1
        return f"{words} ⟦{self.laid.written}⟧"

    def thing(self, name: str) -> str:
        return self.things.setdefault(name, str(uuid4()))

    def told(self, who: str, kind: str, **fields: Any) -> None:
        """Only the oracle: of what is tapped on a real page."""
        left_out = {*_NOT_OF_ACCESS} | ({"member_id"} if kind == "give_voice" else set())
        left_out |= {"meeting_id"} if kind in ("blank_room", "show_room") else set()
        known = {name: value for name, value in fields.items() if name not in left_out}
        assert self.world.asks(who, kind, **known) == "ok", (who, kind, known)
        self.note_reading()

    def note_reading(self) -> None:
        for one in (*self.world.seats, ROOM):
            self.may_have_read.setdefault(one, set()).update(self.world.reads(one))

    def says(self, who: str, kind: str, *, oracle: dict[str, Any] | None = None, **fields: Any) -> None:
        """Through the API, by a device of theirs; `oracle`: what it is told otherwise."""
        self.told(who, kind, **{**fields, **(oracle or {})})
        outcome = self.sends(who, kind, **fields)
        assert outcome["status"] == "accepted", (who, kind, outcome)

    def sends(self, who: str, kind: str, **fields: Any) -> dict[str, Any]:
        for name in ("member_id", "responsible"):
            if fields.get(name):
                fields[name] = self.laid.members[fields[name]]
        person, change = self.people[who], {"change_id": str(uuid4()), "kind": kind, **fields}
        letter = {"device": str(uuid4()), "changes": [change]}
        path = f"/api/plans/{self.laid.plan_id}/changes"
        answer = self._http[person.url].post(path, json=letter, headers=person.headers)
        assert answer.status_code == 200, answer.text[:300]
        self.changes += 1
        return dict(answer.json()["outcomes"][0])

    def page(self, who: str, path: str) -> str:
        """Fetched now."""
        person = self.people[who]
        answer = self._http[person.url].get(f"/plans/{self.laid.plan_id}/{path}", headers=person.headers)
        assert answer.status_code == 200, (who, path, answer.status_code)
        return answer.text

    # Who looks

    def opens(self, who: str, page: tuple[str, str], *, named: str = "") -> Screen:
        screen = Screen(f"{named or who} {page[0][:8]}", self.people[who], page, self.history, who)
        screen.who = ROOM if who == "wall" else who
        self.screens.append(screen)
        self.audience.seat([screen])
        return screen

    def comes_in(self, meeting_id: str, who: Iterable[str]) -> None:
        """With the meeting's page; three of them with another one of theirs, too."""
        for one in who:
            self.opens(one, (f"meeting:{meeting_id}", f"meetings/{meeting_id}/"))
            if one in BESIDE:
                self.opens(one, BESIDE[one])

    def compare(self) -> None:
        """Every screen is a fresh look; none has, or had, what the oracle says is not for it; no number was missed."""
        self.audience.compare(within=10)
        unequal = [e for e in self.history.events("compared") if e["differences"]]
        assert not unequal, "\n\n".join(f"{e['who']}:\n{e['differences']}" for e in unequal[:3])
        assert not self.history.events("gap")
        for screen in self.screens:
            if screen.dark_at:
                continue
            there, now = written_in(screen.picture), self.world.reads(screen.who)
            assert {*re.findall(r"⟦\d+⟧", "".join(now))} >= there, (screen.name, there)
        self.nothing_forbidden_came()

    def nothing_forbidden_came(self) -> None:
        for screen in self.screens:
            allowed = written_in("".join(self.may_have_read.get(screen.who, ())))
            assert screen.heard <= allowed, (screen.name, screen.heard - allowed)

    def only_their_cards(self) -> None:
        """On their first page each of the others has the cards that the oracle says they see, and no other."""
        for who in EVERYBODY[2:]:
            page = self.page(who, "")
            for step_id, step in self.world.steps.items():
                assert (f"s-{step_id}" in page) is self.world.sees_step(who, step_id), (who, step["title"])

    def until(self, is_so: Any, within: float, what: str) -> float:
        """Seconds until it is so."""
        began = time.monotonic()
        while not is_so():
            assert time.monotonic() - began < within, what
            time.sleep(0.01)
        return time.monotonic() - began

    def close(self) -> None:
        self.audience.close()
        self.history.close()
        for http in self._http.values():
            http.close()
