"""What a consultant says about when they are at work: hours of the week, and days away."""

from collections.abc import Mapping
from datetime import date, time

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.people.models import Absence, OfficeHour, Person

Hours = Mapping[int, tuple[time, time]]  # by weekday, 0 is Monday
MOST_DAYS = 400


def set_hours(person_id: int, hours: Hours) -> None:
    """These are the hours of the week from now on; days that are not named are days off. Raises Refused."""
    if any(closes <= opens for opens, closes in hours.values()):
        raise Refused(_("En dag skal slutte, efter at den er begyndt."), code="not_a_stretch")
    with transaction.atomic():
        OfficeHour.objects.filter(person=person_id).delete()
        OfficeHour.objects.bulk_create(
            OfficeHour(person_id=person_id, weekday=day, opens=opens, closes=closes)
            for day, (opens, closes) in sorted(hours.items())
        )


def be_away(person_id: int, *, first_day: date, last_day: date, stand_in: int | None) -> None:
    """Away on these days, both with them; a colleague of the same house is there instead, or nobody. Raises Refused."""
    if last_day < first_day or last_day < clock.today() or (last_day - first_day).days > MOST_DAYS:
        raise Refused(_("Skriv den første og den sidste dag, du er væk. De skal ligge i rækkefølge."), code="bad_days")
    colleague = colleagues_of(person_id).filter(pk=stand_in).first() if stand_in else None
    if stand_in and colleague is None:
        raise NotHere
    Absence.objects.create(person_id=person_id, first_day=first_day, last_day=last_day, stand_in=colleague)


def be_back(person_id: int, absence_id: int) -> None:
    """Not away after all. Raises NotHere."""
    if not Absence.objects.filter(person=person_id, pk=absence_id).delete()[0]:
        raise NotHere


def colleagues_of(person_id: int) -> QuerySet[Person]:
    """Other consultants of the same house."""
    house = Person.objects.filter(pk=person_id).values("organisation")
    at_work = Person.objects.filter(staff_role="consultant", is_active=True, organisation__in=house)
    return at_work.exclude(pk=person_id).order_by("name")
