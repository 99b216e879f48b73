"""Questions of what a seat may see, asked at every look: for citizen and consultant their SQL is made once."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

from backend.common.prepared import Blank, Prepared, a_number, an_id
from backend.plans.access import BROAD, Seat

Answer = TypeVar("Answer")


class OfSeat(Generic[Answer]):
    """What may be seen is said by `sight`, as everywhere: `OfSeat(sight.progress_areas_for)` is asked with `all(seat)`.

    With values: `OfSeat(lambda seat, day: ….filter(day__gte=day), day=a_day("day"))`, `all(seat, day=…)`. Of the two's
    seats a question may ask plan, role and member alone. A guest's holds lists, in which blanks cannot stand.
    """

    def __init__(self, question: Callable[..., "QuerySet[Any, Answer]"], **blanks: Blank) -> None:
        self._question = question
        self._of_two = {role: _prepared(question, role, blanks) for role in BROAD}

    def all(self, seat: Seat, **values: Any) -> list[Answer]:
        """Every answer, in the question's order."""
        if not seat.is_broad or seat.member_id is None:
            return list(self._question(seat, **values))
        return self._of_two[seat.role].all(plan_id=seat.plan_id, member_id=seat.member_id, **values)


def _prepared(
    question: Callable[..., "QuerySet[Any, Answer]"], role: str, blanks: dict[str, Blank]
) -> Prepared[Answer]:
    plan, member = a_number("plan_id"), an_id("member_id")
    seat = Seat(plan, role, member, None, 0, 0)  # type: ignore[arg-type]
    return Prepared(lambda: question(seat, **blanks))
