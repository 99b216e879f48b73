"""What people are really shown: one browser each, with a page that lives on what it is told."""

import json
import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings
from django.test import Client

from backend.common import clock
from backend.common.errors import NotHere
from backend.people.models import Person
from backend.plans import access
from backend.plans.access import Seat
from backend.plans.reads.board import read_board
from citizen_app.owed import Asking, Question
from citizen_app.passes import Pass
from citizen_app.viewer import Viewer
from citizen_app.watcher import NOT_HERE
from tests.access.visitors import signed_in

NOWHERE = 999_999_999
AN_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
A_CARD = re.compile(r'id="?s-([0-9a-f-]{36})')
Nothing = tuple[int, bytes]


@dataclass
class Window:
    """Somebody's open page: its number, and the cards on it. Dark: they were told that there is nothing here.

    `heard` is what came last.
    """

    person: Person
    plan_id: int
    page: str
    path: str
    number: int = 0
    cards: set[UUID] = field(default_factory=set)
    seat: Seat | None = None
    heard: str = ""
    day: date | None = None
    looks: int = 0

    @property
    def is_dark(self) -> bool:
        return self.seat is None

    @cached_property
    def browser(self) -> Client:
        return signed_in(self.person)

    def sign_in_anew(self) -> None:
        """Sessions do not last for days."""
        self.__dict__.pop("browser", None)

    # Ways to look; each says what came when there was nothing, and else None

    def opens(self) -> Nothing | None:
        """The page itself."""
        answer = self._asks(f"/plans/{self.plan_id}/{self.path}")
        if answer.status_code != 200:
            return self._goes_dark(answer)
        self._now_stands(answer.content.decode(), {UUID(one) for one in A_CARD.findall(answer.content.decode())})
        self.number, self.day = self.seat.head if self.seat else 0, clock.today()
        return None

    def catches_up(self) -> Nothing | None:
        """By the API, from where the page stands; the first sign of life of a new day says that it is to be opened."""
        if self.is_dark or self.day != clock.today():
            return self.opens()
        answer = self._asks(f"/api/plans/{self.plan_id}/catch-up?after={self.number}&page={self.page}")
        return self._goes_dark(answer) if answer.status_code != 200 else self.hears(answer.content.decode())

    def _asks(self, path: str) -> Any:
        answer = self.browser.get(path)
        self.looks += answer.status_code == 200
        return answer

    def _goes_dark(self, answer: Any) -> Nothing:
        self.goes_dark()
        return answer.status_code, answer.content

    def goes_dark(self) -> None:
        self.seat, self.cards, self.heard = None, set(), ""

    def hears(self, told: str) -> Nothing | None:
        """A frame."""
        frame = json.loads(told)
        if frame.get("reload"):
            return self.opens()
        self.number, cards = frame["upto"], set(self.cards)
        for fragment in frame["fragments"]:
            if fragment["id"].startswith("s-"):
                (cards.discard if fragment.get("gone") else cards.add)(UUID(fragment["id"][2:]))
        self._now_stands(told, cards)
        return None

    def _now_stands(self, heard: str, cards: set[UUID]) -> None:
        self.heard, self.cards = heard, cards
        self.seat = access.seat_for(person_id=self.person.pk, plan_id=self.plan_id)

    def asks_for(self, path: str) -> Nothing:
        answer = self._asks(f"/plans/{self.plan_id}/{path}")
        return answer.status_code, answer.content

    def sends(self, letter: dict[str, Any]) -> Any:
        answer = self.browser.post(f"/api/plans/{self.plan_id}/changes", json.dumps(letter), "application/json")
        self.looks += answer.status_code == 200
        return answer

    # What the live connection asks before it sends anything

    @property
    def question(self) -> Question:
        assert self.seat is not None
        cookie = self.browser.cookies[settings.SESSION_COOKIE_NAME].value
        held = Pass(cookie, Viewer(person_id=self.person.pk))
        return Question(held, self.seat, self.page, "da", self.number, "")

    def is_answered(self, answer: Any) -> None:
        if answer.close:
            assert answer.close == NOT_HERE
            self.goes_dark()
        elif answer.text:
            self.hears(answer.text)


def everybody_hears(windows: list[Window]) -> list[Window]:
    """The plan has moved: one look for all whose page is open, as the hub takes it. Gives whose it was."""
    watching = [window for window in windows if not window.is_dark and window.day == clock.today()]
    if watching:
        answers = Asking(watching[0].plan_id).answers([window.question for window in watching])
        for window, answer in zip(watching, answers, strict=True):
            window.is_answered(answer)
    return watching


def cards_read_by(person: Person, plan_id: int) -> set[UUID] | None:
    """The cheapest look: under a seat of its own, without a page. None without a seat."""
    try:
        seat = access.seat_for(person_id=person.pk, plan_id=plan_id)
    except NotHere:
        return None
    return {card.id for card in read_board(seat).cards}
