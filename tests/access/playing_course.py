"""What is said of the course when orders are played."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from backend.common import clock
from backend.plans import commands as do
from backend.plans.models import Outcome

ASKED_AT_ONCE = ((0, "w"), (1, "m"))
_PHASES = ("getting_to_know", "under_way", "begun", "aftercare", "closed")


def begin_course(play: Any) -> None:
    """Played from aftercare on, in which one is asked how it goes on the first day (`ASKED_AT_ONCE`)."""
    play.cast.does("consultant", do.MoveCourse(phase="aftercare", began=clock.today()))
    play.world.phase = ("aftercare", "")


def _move_course(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    """Now and then of tomorrow, or of yesterday, when there was no plan."""
    return {
        "phase": _PHASES[a % 5],
        "began": clock.today() + timedelta(days=(0, 0, 0, 1, -1)[b % 5]),
        "words": play.text(),
    }


def _answer_check_in(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    """Mostly of today, which is when it is asked while the plan is in aftercare."""
    return {
        "due": clock.today() + timedelta(days=(0, 0, 0, 1)[a % 4]),
        "answer": ("well", "badly")[b % 2],
        "words": play.text(),
    }


def _add_outcome(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    """A placement now and then, with what follows or without."""
    said = {"outcome_id": play.new("outcome", a), "outcome": ("small_job", "placement", "other")[b % 3]}
    return {**said, "began": clock.today(), "words": play.text(), "follows": play.text() if c % 2 else ""}


def _change_outcome(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    """Of what it is now, or of what somebody read before it was changed."""
    outcome_id = play.old("outcome", a)
    now = Outcome.objects.filter(pk=outcome_id).values_list("seq", flat=True).first()
    return {
        "outcome_id": outcome_id,
        "read": -1 if c % 5 == 0 else now or 0,
        "began": clock.today(),
        "words": play.text(),
    }


COURSE: dict[str, Callable[..., dict[str, Any]]] = {
    "move_course": _move_course,
    "answer_check_in": _answer_check_in,
    "add_outcome": _add_outcome,
    "change_outcome": _change_outcome,
    **dict.fromkeys(
        ("remove_outcome", "restore_outcome"), lambda play, a, b, c: {"outcome_id": play.old("outcome", a)}
    ),
}
