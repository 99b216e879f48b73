"""Who has whom: what an administrator sees of citizens. Names and numbers, and nothing of any plan."""

from dataclasses import dataclass
from itertools import groupby

from backend.plans.intake_lines import HANDLE
from backend.plans.models import Member


@dataclass(frozen=True, slots=True)
class CitizenRow:
    """One citizen. `number` is the municipality's own, empty when they did not come from a spreadsheet."""

    plan_id: int
    name: str
    number: str
    protected: bool


@dataclass(frozen=True, slots=True)
class Caseload:
    """A consultant and their citizens, by name."""

    person_id: int
    name: str
    citizens: tuple[CitizenRow, ...]


def read_caseloads(*, person_id: int | None = None) -> tuple[Caseload, ...]:
    """Every consultant who has citizens, or that one alone, by name; one query."""
    places = Member.objects.filter(role="consultant", ended_at=None).select_related("person", "plan__citizen")
    places = places.filter(person_id=person_id) if person_id else places
    rows = places.order_by("person__name", "person_id", "plan__citizen__name", "plan_id")
    return tuple(
        Caseload(person.pk, person.name, tuple(_row(place) for place in some))
        for person, some in groupby(rows, key=lambda place: place.person)
    )


def _row(place: Member) -> CitizenRow:
    citizen, handle = place.plan.citizen, place.plan.citizen.handle
    number = handle.removeprefix(HANDLE) if handle.startswith(HANDLE) else ""
    return CitizenRow(place.plan_id, citizen.name, number, place.plan.protected)
