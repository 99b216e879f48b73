"""What is said of the course when orders are played."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from backend.common import clock

_PHASES = ("getting_to_know", "under_way", "begun", "aftercare", "closed")


def _move_course(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    """Now and then of tomorrow, or of yesterday, when there was no plan."""
    return {
        "phase": _PHASES[a % 5],
        "began": clock.today() + timedelta(days=(0, 0, 0, 1, -1)[b % 5]),
        "words": play.text(),
    }


def _answer_check_in(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    return {"due": clock.today() + timedelta(days=a % 9), "answer": ("well", "badly")[b % 2], "words": "nej"}


COURSE: dict[str, Callable[..., dict[str, Any]]] = {
    "move_course": _move_course,
    "answer_check_in": _answer_check_in,
}
