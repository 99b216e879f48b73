"""When an answer can be expected, and whom to call meanwhile: for the two of the conversation."""

from dataclasses import dataclass
from datetime import date

from backend.common import clock
from backend.common.errors import NotHere
from backend.people.reads.hours import Number, Opening, read_numbers_now, read_opening
from backend.plans.access import Seat
from backend.plans.models import Member, Plan


@dataclass(frozen=True, slots=True)
class Answer:
    """The consultant, by first name, and when they are there. `out_of_hours`: what the two have agreed ("" nothing)."""

    name: str
    phone: str
    opening: Opening
    out_of_hours: str
    out_of_hours_until: date | None
    numbers: tuple[Number, ...]


def read_answer(seat: Seat) -> Answer | None:
    """Five queries; None where there is no consultant. Raises NotHere for all but citizen and consultant."""
    if not seat.is_broad or seat.is_borrowed:
        raise NotHere
    there = Member.objects.select_related("person").filter(plan_id=seat.plan_id, role="consultant", ended_at=None)
    member = there.first()
    if member is None:
        return None
    words, until = Plan.objects.values_list("out_of_hours", "out_of_hours_until").get(pk=seat.plan_id)
    holds = until is not None and until >= clock.today()
    return Answer(
        name=member.person.first_name,
        phone=member.person.phone,
        opening=read_opening(member.person_id),
        out_of_hours=words if holds else "",
        out_of_hours_until=until if holds else None,
        numbers=read_numbers_now(),
    )
