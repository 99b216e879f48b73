"""The leader's page: numbers without names."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from backend.plans.reads.numbers import FEWEST, read_numbers
from backend.plans.reads.outcome_numbers import read_outcome_numbers
from citizen_app.pages.staff import only_for


@only_for("leader")
def numbers(request: HttpRequest) -> HttpResponse:
    read = read_numbers()
    consultants = sum(team.consultants for team in read.teams)
    told = {"numbers": read, "consultants": consultants, "fewest": FEWEST, "outcomes": read_outcome_numbers()}
    return render(request, "numbers/numbers.html", told)
