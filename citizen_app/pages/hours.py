"""When I am at work, and when I am away: a consultant's own, shown to their citizens where an answer is waited for."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.people.hours import be_away, be_back, colleagues_of, set_hours
from backend.people.reads.hours import read_absences, read_week
from citizen_app.pages.ways import see_other

HERE = "/hours/"


@login_required
def hours(request: HttpRequest) -> HttpResponse:
    """A consultant's alone."""
    person: Any = request.user
    if person.staff_role != "consultant":
        raise Http404
    why = ""
    if request.method == "POST":
        try:
            _change(request, person.pk)
            return see_other(HERE)
        except NotHere:
            raise Http404 from None
        except Refused as no:
            why = no.why
    told = {
        "why": why,
        "week": read_week(person.pk),
        "absences": read_absences(person.pk),
        "colleagues": colleagues_of(person.pk),
        "today": clock.today(),
        "written": request.POST,
    }
    return render(request, "hours/hours.html", told, status=409 if why else 200)


def _change(request: HttpRequest, person_id: int) -> None:
    told = request.POST
    if "back" in told:
        be_back(person_id, _number(told["back"]))
    elif "first_day" in told:
        first_day, last_day = _day(told.get("first_day", "")), _day(told.get("last_day", ""))
        stand_in = _number(told["stand_in"]) if told.get("stand_in") else None
        be_away(person_id, first_day=first_day, last_day=last_day, stand_in=stand_in)
    else:
        set_hours(person_id, dict(_week(told)))


def _week(told: Any) -> Iterator[tuple[int, tuple[time, time]]]:
    """A day with neither is a day off."""
    for day in range(7):
        opens, closes = told.get(f"opens_{day}", ""), told.get(f"closes_{day}", "")
        if opens or closes:
            yield day, (_time(opens), _time(closes))


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        raise Refused(_("Skriv, hvornår dagen begynder og slutter."), code="bad_time") from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(_("Skriv den første og den sidste dag, du er væk."), code="bad_days") from None


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 19):
        raise NotHere
    return int(text)
