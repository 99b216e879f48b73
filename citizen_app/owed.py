"""What each watcher of a plan is owed now, found out in a thread of the hub's own: who is still here, and their frames.

Permission is asked at each delivery: sessions of all watchers at once, then one seat for each kind of seat. Where the
policy has moved, every seat is asked anew. When it moved while we were drawing, what was drawn is thrown away.
"""

import hashlib
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from django.db import close_old_connections
from django.utils import translation

from backend.common.errors import NotHere
from backend.common.reading import one_reading
from backend.plans.access import Seat, people_at, seats_at
from backend.plans.reads.board import read_board
from backend.plans.reads.caseload import CaseloadRow, read_caseload
from backend.plans.reads.home import Home, read_home
from backend.plans.run_out import end_forgotten_meetings
from backend.plans.wake import Wake, where_is, whereabouts
from citizen_app.catch_up import Frame, catch_up, encode
from citizen_app.drawing import BESIDE
from citizen_app.fragments import Region, live_page, slim
from citizen_app.passes import Pass, in_parts, still_good
from citizen_app.viewer import LOOK_IN, Viewer
from citizen_app.watcher import NOT_HERE, SIGNED_OUT

TRIES, MANY = 5, 4
HOME = "home"
Caseload = tuple[CaseloadRow, ...]
_SEATED_BY_PAGE = ("screen", LOOK_IN)


@dataclass(frozen=True, slots=True)
class Question:
    """One watcher as it stands: how far it has come, and under which seat it was last served."""

    held: Pass
    seat: Seat
    page: str
    language: str
    cursor: int
    told: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Close with a code; or the seat as it is now and perhaps a message, after which the watcher stands at `upto`.

    `is_owed_more`: the plan's own news goes first, and what stands beside it is asked for in another look.
    """

    close: int = 0
    seat: Seat | None = None
    text: str = ""
    upto: int = 0
    told: str = ""
    beside: frozenset[int] | None = None
    is_owed_more: bool = False


def owed(plan_id: int, questions: Sequence[Question]) -> tuple[Wake | None, list[Answer]]:
    """One answer a question, and where the plan is; None when it moved too fast to say anything safely."""
    close_old_connections()
    for _ in range(TRIES):
        answers = Asking(plan_id).answers(questions)
        present = where_is(plan_id)
        epochs = {answer.seat.epoch for answer in answers if answer.seat}
        if present is None or epochs <= {present.epoch}:
            return present, answers
    return None, []


def gone_from(plan_id: int, viewers: Iterable[Viewer]) -> set[Viewer]:
    """Those who have no place at this table any more: one question for all who have, and nothing is drawn."""
    close_old_connections()
    there = people_at(plan_id)
    return {one for one in viewers if one.person_id not in there and not one.has_place_at(plan_id)}


def presence(passes: Sequence[Pass], plan_ids: Sequence[int]) -> tuple[set[Pass], list[Wake]]:
    """For the heartbeat: who is still signed in, and where every watched plan is; a few queries for every 500."""
    close_old_connections()
    return still_good(passes), [wake for some in in_parts(plan_ids) for wake in whereabouts(some)]


def end_forgotten(plan_ids: Sequence[int]) -> None:
    """A meeting that nobody ended is over by the clock: told now, since no number says so to those who still watch."""
    close_old_connections()
    for some in in_parts(plan_ids):
        end_forgotten_meetings(some)


@dataclass
class Asking:
    """One round of asking: each seat and each frame once."""

    plan_id: int
    _seats: dict[tuple[Viewer, str], Seat | None] = field(default_factory=dict)
    _of_key: dict[str, Seat] = field(default_factory=dict)
    _frames: dict[tuple[str, str, str, int], Frame] = field(default_factory=dict)
    _beside_of: dict[tuple[int, str], Home | Caseload] = field(default_factory=dict)

    def answers(self, questions: Sequence[Question]) -> list[Answer]:
        """All seats first: what is then read once for all of them is at least as new as each one's number."""
        good = still_good([question.held for question in questions])
        seats = self._seats_of(questions, good)
        with one_reading():
            return [
                self._answer(question, seat) if question.held in good else Answer(close=SIGNED_OUT)
                for question, seat in zip(questions, seats, strict=True)
            ]

    def seats(self, questions: Sequence[Question]) -> list[Seat | None]:
        """Each one's seat as it is now; none for who is signed out, or no longer here."""
        return self._seats_of(questions, still_good([question.held for question in questions]))

    def _seats_of(self, questions: Sequence[Question], good: Collection[Pass]) -> list[Seat | None]:
        """Where many sit as themselves, they are asked for together."""
        asked = [question for question in questions if question.held in good]
        people = {one.held.viewer: one.held.viewer.person_id for one in asked if one.page not in _SEATED_BY_PAGE}
        ids = {person_id for person_id in people.values() if person_id is not None}
        if len(ids) >= MANY:
            found = seats_at(self.plan_id, ids)
            self._seats.update({(viewer, ""): found.get(one) for viewer, one in people.items() if one is not None})
        return [self._seat(question) if question.held in good else None for question in questions]

    def _answer(self, question: Question, seat: Seat | None) -> Answer:
        if seat is None:
            return Answer(close=NOT_HERE)
        frame = self._frame(question, seat)
        answer = Answer(seat=seat, upto=frame["upto"], told=question.told)
        if frame.get("reload"):
            return replace(answer, text=encode(frame))
        if frame["upto"] > frame["after"]:
            return replace(answer, text=encode(frame), is_owed_more=_has_beside(question.page))
        return self._beside(question, seat, answer, frame)

    def _seat(self, question: Question) -> Seat | None:
        """The seat as it is now: this viewer's own, or that of another with the same key while the policy stands.

        A wall's seat also ends with time, so it is always asked for itself.
        """
        shared = self._of_key.get(question.seat.key)
        if shared and shared.epoch == question.seat.epoch and question.held.viewer.screen_id is None:
            return shared
        asked = (question.held.viewer, question.page if question.page in _SEATED_BY_PAGE else "")
        if asked not in self._seats:
            self._seats[asked] = self._ask(question)
        seat = self._seats[asked]
        if seat is not None:
            self._of_key.setdefault(seat.key, seat)
        return seat

    def _ask(self, question: Question) -> Seat | None:
        try:
            return question.held.viewer.seat_at(self.plan_id, page=question.page)
        except NotHere:
            return None

    def _frame(self, question: Question, seat: Seat) -> Frame:
        key = (seat.key, question.page, question.language, question.cursor)
        if key not in self._frames:
            self._frames[key] = catch_up(seat, language=question.language, page=question.page, after=question.cursor)
        return self._frames[key]

    def _beside(self, question: Question, seat: Seat, answer: Answer, frame: Frame) -> Answer:
        """What no number of this plan tells is compared with what was sent: the desk's list, and who looked."""
        live = live_page(question.page)
        if live is None or not _has_beside(question.page) or seat.person_id is None:
            return answer
        if live.of_looks is not None:
            told = live.of_looks.told(seat) if seat.is_broad else ()
            return _compared(question, seat, answer, frame, (live.of_looks.name, told, live.of_looks.region))
        people, plans = self._of_people(seat.person_id, question.page)
        answer = _compared(question, seat, answer, frame, (BESIDE, people, live.regions[BESIDE]))
        return replace(answer, beside=plans - {self.plan_id})

    def _of_people(self, person_id: int, page: str) -> tuple[Home | Caseload, frozenset[int]]:
        """What that list is drawn from, and the plans that it tells of."""
        if (person_id, page) not in self._beside_of:
            self._beside_of[person_id, page] = read_home(person_id) if page == HOME else read_caseload(person_id)
        told = self._beside_of[person_id, page]
        if isinstance(told, Home):
            return told, frozenset([row.plan_id for row in told.rows] + [one.plan_id for one in told.three])
        return told, frozenset(row.plan_id for row in told)


def _compared(
    question: Question, seat: Seat, answer: Answer, frame: Frame, part: tuple[str, Hashable, Region]
) -> Answer:
    """With the part (its id, what it tells, how it is drawn) when that is not what was sent last."""
    name, told, region = part
    digest = hashlib.sha256(repr(told).encode()).hexdigest() if told else ""
    if digest != question.told:
        with translation.override(question.language):
            html = slim(region(seat, read_board(seat), question.page, ""))
        answer = replace(answer, text=encode({**frame, "fragments": [{"id": name, "html": html}]}))
    return replace(answer, told=digest)


def _has_beside(page: str) -> bool:
    live = live_page(page)
    return live is not None and (BESIDE in live.regions or live.of_looks is not None)
