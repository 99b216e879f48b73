"""The demo's front door: everyone by role, one button each. Outside the demo there is nothing here."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from backend.demo import cast
from backend.plans.access import places_of
from citizen_app import hub, keeping
from citizen_app.demo_only import only_in_the_demo
from citizen_app.page import path_of
from citizen_app.pages.first import first_page
from citizen_app.pages.vouched import ways_in
from citizen_app.pages.ways import see_other
from citizen_app.viewer import SCREEN_ID

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@dataclass(frozen=True, slots=True)
class Table:
    """A citizen and the private people around them."""

    citizen: cast.DemoPerson
    supporters: tuple[cast.DemoPerson, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """A consultant and the tables of their citizens."""

    consultant: cast.DemoPerson
    tables: tuple[Table, ...]


@only_in_the_demo
def demo(request: HttpRequest) -> HttpResponse:
    """Everyone who lives in the demo: the main cast first, then desk by desk, then the professionals."""
    people = {group.role: group.people for group in cast.everyone()}
    ids = cast.main_cast()
    main = {role: one for role, known in people.items() for one in known if one.person_id == ids.get(role)}
    told = {
        "main": main,
        "desks": [_desk(consultant, people) for consultant in people["consultant"]],
        "professionals": people["professional"],
        "staff": [one for role in ("leader", "administrator") for one in people[role]],
        "code": cast.open_invitation() if ids.get("citizen") else "",
        "shared": "shared" in request.GET,
        **ways_in(request),
    }
    return render(request, "demo/demo.html", told)


def _desk(consultant: cast.DemoPerson, people: dict[str, tuple[cast.DemoPerson, ...]]) -> Desk:
    plans = {place.plan_id for place in places_of(person_id=consultant.person_id)}
    citizens = [one for one in people["citizen"] if one.plan_id in plans]
    return Desk(consultant, tuple(_table(citizen, people["supporter"]) for citizen in citizens))


def _table(citizen: cast.DemoPerson, supporters: tuple[cast.DemoPerson, ...]) -> Table:
    return Table(citizen, tuple(one for one in supporters if one.plan_id == citizen.plan_id))


@only_in_the_demo
@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Become somebody (`as` a role of the main cast, or `person` by number) and go to their first page."""
    if request.POST.get("as") == "screen":
        return _as_wall(request)
    person = _chosen(request)
    if person is None:
        return render(request, "demo/nobody.html", status=422)
    _fresh(request)
    login(request, person, backend=BACKEND)
    if "shared" in request.POST:
        keeping.share(request)
    return see_other(first_page(person))


def _chosen(request: HttpRequest) -> Any:
    given = request.POST.get("person", "")
    number = int(given) if given.isascii() and given.isdecimal() and len(given) < 19 else None
    if number is None:
        number = cast.main_cast().get(request.POST.get("as", ""))
    return get_user_model()._default_manager.filter(pk=number, is_active=True).first() if number else None


def _as_wall(request: HttpRequest) -> HttpResponse:
    screen_id, plan_id = cast.open_wall()
    _fresh(request)
    request.session.cycle_key()
    request.session[SCREEN_ID] = str(screen_id)
    return see_other(path_of(plan_id, "screen"))


def _fresh(request: HttpRequest) -> None:
    """Whoever was here before is signed out first."""
    before = request.session.session_key
    logout(request)
    hub.session_ended(before)
