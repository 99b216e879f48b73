"""The administrator's page: teams, how many citizens each consultant has, how nudging goes. No plan content."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from backend.people.reads.teams import read_teams
from backend.plans.reads.numbers import read_caseload_sizes
from backend.plans.reads.verified import read_verified
from backend.reach.numbers import read_reach
from citizen_app.pages.staff import only_for


@only_for("administrator")
def office(request: HttpRequest) -> HttpResponse:
    sizes = read_caseload_sizes()
    teams: list[dict[str, Any]] = [
        {"name": team.name, "people": [(one, sizes.get(one.person_id, 0)) for one in team.consultants]}
        for team in read_teams()
    ]
    return render(request, "office/office.html", {"teams": teams, "reach": read_reach(), "verified": read_verified()})
