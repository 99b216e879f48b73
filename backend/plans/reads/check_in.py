"""After the course: when the citizen is asked how it goes, and what they answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, Max, OuterRef, Subquery

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.check_ins import ASKED_AGAIN, Round, round_on, rounds_from
from backend.plans.models import CheckIn, Entry, Phase
from backend.plans.reads.course import aftercare_began

# With any of these the consultant has answered somebody for whom it goes badly.
_TAKEN_UP = ("message_written", "meeting_planned", "meeting_moved", "meeting_started")


@dataclass(frozen=True, slots=True)
class CheckInView:
    """`state`: answered, asked (now), missed or ahead. `on`: when it was answered."""

    due: date
    state: str
    answer: str
    words: str
    on: date | None


@dataclass(frozen=True, slots=True)
class CheckIns:
    """`now`: what may be answered today, whether it is or not. `rows`: the oldest first, earlier aftercare with it."""

    began: date | None
    now: CheckInView | None
    rows: tuple[CheckInView, ...]

    @property
    def next_due(self) -> date | None:
        return next((one.due for one in self.rows if one.state == "ahead"), None)


def read_check_ins(seat: Seat) -> CheckIns:
    """Two queries. Raises NotHere for all but citizen and consultant."""
    if not seat.is_broad or seat.is_borrowed:
        raise NotHere
    began, answers = aftercare_began(seat.plan_id), {one.due: one for one in _answers(seat)}
    rounds = {one.due: one for one in rounds_from(began)} if began else {}
    rows = tuple(_view(due, answers.get(due), rounds.get(due)) for due in sorted({*answers, *rounds}))
    asked = round_on(began, clock.today()) if began else None
    return CheckIns(began, next((row for row in rows if asked and row.due == asked.due), None), rows)


def _answers(seat: Seat) -> Iterable[CheckIn]:
    return CheckIn.objects.filter(plan_id=seat.plan_id)


def _view(due: date, said: CheckIn | None, asked: Round | None) -> CheckInView:
    if said:
        return CheckInView(due, "answered", said.answer, said.words, clock.day_of(said.at))
    today = clock.today()
    state = "ahead" if due > today else "asked" if asked and today < asked.until else "missed"
    return CheckInView(due, state, "", "", None)


def plans_to_ask(day: date) -> dict[int, date]:
    """Plans whose citizen is to be asked on this day, or kindly once more; and which of the days it is. Two queries."""
    running = Phase.objects.filter(kind=Phase.Kind.AFTERCARE).exclude(Exists(_later_phase()))
    asked: dict[int, date] = {}
    for plan_id, began in running.values_list("plan_id", "began"):
        one = round_on(began, day)
        if one and day in (one.due, one.due + ASKED_AGAIN):
            asked[plan_id] = one.due
    answered = set(CheckIn.objects.filter(plan__in=asked).values_list("plan_id", "due"))
    return {plan_id: due for plan_id, due in asked.items() if (plan_id, due) not in answered}


def is_asked(seat: Seat) -> bool:
    """Is there something left to answer?"""
    now = read_check_ins(seat).now
    return now is not None and now.state == "asked"


def _later_phase() -> Any:
    return Phase.objects.filter(plan=OuterRef("plan"), began__gt=OuterRef("began"))


def facts_of_aftercare() -> dict[str, Any]:
    """For each place of a consultant: since when aftercare runs, or that all is closed; the last answer's day, and that
    it goes badly.
    """
    here = {"plan": OuterRef("plan")}
    running = Phase.objects.filter(**here).exclude(Exists(_later_phase()))
    answers = CheckIn.objects.filter(**here)
    later = CheckIn.objects.filter(plan=OuterRef("plan"), due__gt=OuterRef("due"))
    taken_up = Entry.objects.filter(
        plan=OuterRef("plan"), by__role="consultant", kind__in=_TAKEN_UP, seq__gt=OuterRef("seq")
    )
    badly = answers.filter(answer=CheckIn.Answer.BADLY).exclude(Exists(later)).exclude(Exists(taken_up))
    last = answers.order_by().values("plan").annotate(last=Max("due")).values("last")
    return {
        "aftercare_since": Subquery(running.filter(kind=Phase.Kind.AFTERCARE).values("began")[:1]),
        "is_closed": Exists(running.filter(kind=Phase.Kind.CLOSED)),
        "last_check_in": Subquery(last),
        "badly_at": Subquery(badly.values("at")[:1]),
    }
